/// A finished chart: one finding, drawn for wide and for narrow columns, with the numbers behind it.
struct Chart: Hashable, Sendable {
  /// Unique on its page.
  var id: String
  /// The finding, in a sentence.
  var title: String
  /// What is drawn, for those who do not see it.
  var summary: String
  var wide: Drawing
  /// For a column between the two, where the wide drawing is as wide as the page.
  var medium: Drawing?
  var narrow: Drawing
  var table: ChartTable

  /// All drawings; the style sheet shows the one that fits its column.
  var html: HTML {
    var drawings = [(medium == nil ? "drawing-wide drawing-column" : "drawing-page", "wide", wide)]
    if let medium { drawings.append(("drawing-wide drawing-column", "medium", medium)) }
    drawings.append(("drawing-narrow", "narrow", narrow))
    return HTML(
      drawings.map { cssClass, name, drawing in
        SVGText.svg(drawing, id: "\(id)-\(name)", cssClass: cssClass, title: title, summary: summary)
      }.joined(separator: "\n"))
  }

  /// Width of drawings for a text column, and for a telephone.
  static let column = 680.0
  static let narrow = 320.0
}

/// The numbers that a chart shows, as a table.
struct ChartTable: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var title: String
    var isNumber = true
  }

  /// The first column names the rows.
  var columns: [Column]
  var rows: [[String]]
}
