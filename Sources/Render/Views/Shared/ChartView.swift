import Audit

/// A chart with its title, its key and the numbers behind it.
struct ChartView: View {
  var title: String
  var drawing: HTML
  /// The words for ring, dot, line and bar under the chart; nil where the chart explains itself.
  var key: KeyView?
  var table: TableView

  static let fields: [Field<ChartView>] = [
    .text("title", \.title), .html("drawing", \.drawing), .object("key", \.key), .object("table", \.table),
  ]

  init(_ chart: Chart, key: KeyView? = nil) {
    title = chart.title
    drawing = chart.html
    self.key = key
    table = TableView(chart.table, caption: chart.title)
  }
}

/// Which of the signs a chart uses.
struct KeyView: View {
  var hasExpected = false
  var hasTarget = false
  var hasMinimum = false
  var hasZone = false
  /// What the dot stands for.
  var dot: String
  var interval: String

  static let fields: [Field<KeyView>] = [
    .flag("hasExpected", \.hasExpected), .flag("hasTarget", \.hasTarget),
    .flag("hasMinimum", \.hasMinimum), .flag("hasZone", \.hasZone), .text("dot", \.dot), .text("interval", \.interval),
  ]

  init(_ rows: [RowPlot.Row], dot: String = say("received"), confidence: Double) {
    for row in rows where row.value != nil {
      switch row.reference {
      case .expected: hasExpected = true
      case .target: hasTarget = true
      case .minimum: hasMinimum = true
      case .zone: hasZone = true
      case nil: break
      }
    }
    self.dot = dot
    interval = say("how uncertain it is (\(FigureText.percent(confidence)) interval)")
  }
}

/// A plain table.
struct TableView: View {
  /// What it shows, for those who do not see what stands around it.
  var caption: String
  var columns: [CellView]
  var rows: [RowView]

  static let fields: [Field<TableView>] = [
    .text("caption", \.caption), .list("columns", \.columns), .list("rows", \.rows),
  ]

  init(_ table: ChartTable, caption: String) {
    self.caption = caption
    columns = table.columns.map { CellView(text: $0.title, isNumber: $0.isNumber) }
    rows = table.rows.map { cells in
      RowView(
        head: cells.first ?? "",
        cells: zip(cells, table.columns).dropFirst().map { CellView(text: $0, isNumber: $1.isNumber) })
    }
  }

  struct RowView: View {
    var head: String
    var cells: [CellView]

    static let fields: [Field<RowView>] = [.text("head", \.head), .list("cells", \.cells)]
  }

  struct CellView: View {
    var text: String
    var isNumber: Bool

    static let fields: [Field<CellView>] = [.text("text", \.text), .flag("isNumber", \.isNumber)]
  }
}
