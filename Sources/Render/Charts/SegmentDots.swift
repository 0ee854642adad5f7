import Audit

/// One value a group of customers with its interval, held against everyone's.
enum SegmentDots {
  struct Row: Hashable, Sendable {
    var name: String
    var answers: String
    /// Nil where it is withheld or missing; `text` then says why.
    var value: Double?
    var low: Double?
    var high: Double?
    var text: String
    var mark: Mark = .plain
  }

  /// `everyone` is the value of all customers, named in `everyoneName`.
  static func chart(
    id: String, title: String, summary: String, rows: [Row], everyone: Double?, everyoneName: String,
    scale: ClosedRange<Double>, minimumStep: Double = 1, isPercent: Bool = false
  ) -> Chart {
    let values = rows.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) } + [everyone].compactMap(\.self)
    var plot = RowPlot(
      groups: [
        RowPlot.Group(
          heading: nil,
          rows: rows.map {
            RowPlot.Row(
              name: $0.name, detail: $0.answers, reference: nil, value: $0.value, low: $0.low, high: $0.high,
              text: $0.text, mark: $0.mark)
          })
      ],
      axis: Axis(covering: values, within: scale, minimumStep: minimumStep))
    plot.isPercent = isPercent
    plot.baseline = everyone.map { RowPlot.Baseline(value: $0, name: everyoneName) }
    let decimals = isPercent ? 0 : (minimumStep > 1 ? 0 : 2)
    let table = ChartTable(
      columns: [
        ChartTable.Column(title: "", isNumber: false), ChartTable.Column(title: say("Based on"), isNumber: false),
        ChartTable.Column(title: say("Value")), ChartTable.Column(title: say("Between", as: "interval")),
      ],
      rows: rows.map { row in
        let interval = row.low.flatMap { low in
          row.high.map { high in
            isPercent ? FigureText.percentRange(low, high) : FigureText.range(low, high, decimals: decimals)
          }
        }
        return [row.name, row.answers, row.text, interval ?? ""]
      })
    return Chart(
      id: id, title: title, summary: summary, wide: plot.drawing(width: Chart.column),
      narrow: plot.drawing(width: Chart.narrow), table: table)
  }
}
