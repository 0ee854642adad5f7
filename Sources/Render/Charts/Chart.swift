/// A finished chart: one finding, drawn for wide and for narrow columns, with the numbers behind it.
struct Chart: Hashable, Sendable {
  /// Unique on its page.
  var id: String
  /// The finding, in a sentence.
  var title: String
  /// What is drawn, for those who do not see it.
  var summary: String
  var wide: Drawing
  var narrow: Drawing
  var table: ChartTable

  /// Both drawings; the style sheet shows the one that fits its column.
  var html: HTML {
    HTML(
      SVGText.svg(
        wide, id: "\(id)-wide", cssClass: wide.width > Chart.column ? "drawing-wide" : "drawing-wide drawing-column",
        title: title, summary: summary) + "\n"
        + SVGText.svg(narrow, id: "\(id)-narrow", cssClass: "drawing-narrow", title: title, summary: summary))
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
