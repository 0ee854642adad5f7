import Audit

/// A page of charts and tables under headings: units, priorities, waves.
struct SectionsView: View {
  var frame: FrameView
  var kicker: String
  var headline: String
  var lede: String
  var sections: [SectionView]

  static let fields: [Field<SectionsView>] = [
    .object("frame", \.frame), .text("kicker", \.kicker), .text("headline", \.headline), .text("lede", \.lede),
    .list("sections", \.sections),
  ]
}

/// One heading with what stands under it.
struct SectionView: View {
  /// Unique on the page.
  var id: String
  var heading: String
  var note: String?
  var charts: [ChartView] = []
  var table: TableView?
  /// Sentences, each with a link where there is more to read.
  var lines: [LineView] = []

  static let fields: [Field<SectionView>] = [
    .text("id", \.id), .text("heading", \.heading), .text("note", \.note), .list("charts", \.charts),
    .object("table", \.table), .list("lines", \.lines),
  ]

  var isEmpty: Bool { charts.isEmpty && table == nil && lines.isEmpty }
}

/// A sentence; `name` leads to its page where it has one.
struct LineView: View {
  var name: String
  var href: String?
  var text: String

  static let fields: [Field<LineView>] = [.text("name", \.name), .text("href", \.href), .text("text", \.text)]
}
