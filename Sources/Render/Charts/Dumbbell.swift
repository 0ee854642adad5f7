import Audit

/// Expectation against what customers received, one row an item, cell, dimension or touchpoint.
enum Dumbbell {
  /// `title` states the finding; `scale` is that of the answers.
  static func chart(
    id: String, title: String, summary: String, groups: [RowPlot.Group], scale: ClosedRange<Double>,
    words: RowPlot.Words = RowPlot.Words()
  ) -> Chart {
    let plot = plot(groups: groups, scale: scale, words: words)
    return Chart(
      id: id, title: title, summary: summary, wide: plot.drawing(width: Chart.column),
      narrow: plot.drawing(width: Chart.narrow),
      table: table(groups: groups, words: words))
  }

  static func plot(groups: [RowPlot.Group], scale: ClosedRange<Double>, words: RowPlot.Words) -> RowPlot {
    RowPlot(groups: groups, axis: axis(for: groups.flatMap(\.rows), scale: scale), words: words)
  }

  static func axis(for rows: [RowPlot.Row], scale: ClosedRange<Double>, count: Int = 6) -> Axis {
    let values = rows.flatMap { row -> [Double] in
      guard let value = row.value else { return [] }
      return [value, row.low ?? value, row.high ?? value] + (row.reference?.levels.map(\.value) ?? [])
    }
    return Axis(covering: values, within: scale, count: count)
  }

  static func table(groups: [RowPlot.Group], words: RowPlot.Words) -> ChartTable {
    let rows = groups.flatMap(\.rows)
    let hasDetail = rows.contains { $0.detail != nil }
    let drawn = Set(rows.filter { $0.value != nil }.flatMap { $0.reference?.levels.map(\.level) ?? [] })
    let levels = drawn.isEmpty ? [.expected] : RowPlot.Level.allCases.filter(drawn.contains)
    var columns = [ChartTable.Column(title: "", isNumber: false)]
    if hasDetail { columns.append(ChartTable.Column(title: say("Based on"), isNumber: false)) }
    columns += (levels.map { $0.word(words) } + [words.received]).map {
      ChartTable.Column(title: LetterCase.capitalised($0))
    }
    columns += [ChartTable.Column(title: say("Between", as: "interval")), ChartTable.Column(title: say("Difference"))]
    columns.append(ChartTable.Column(title: say("Class"), isNumber: false))
    let cells = rows.map { row in
      var cells = [row.name]
      if hasDetail { cells.append(row.detail ?? "") }
      guard let value = row.value else { return cells + levels.map { _ in "" } + ["", "", row.text, ""] }
      let interval = row.low.flatMap { low in row.high.map { FigureText.range(low, $0, decimals: 2) } }
      let own = row.reference?.levels ?? []
      cells += levels.map { level in
        own.first { $0.level == level }.map { FigureText.fixed($0.value, decimals: 2) } ?? ""
      }
      cells += [FigureText.fixed(value, decimals: 2), interval ?? "", row.text, row.shownMark.word]
      return cells
    }
    return ChartTable(columns: columns, rows: cells)
  }
}
