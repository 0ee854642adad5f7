import Audit

/// How the answers to each question spread: low answers left of the middle line, high ones right of it, the middle one
/// across it.
struct LikertBars: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var name: String
    /// Of the lowest answer, the next, …; empty where they are withheld.
    var counts: [Int]
    /// Asked but does not apply: counted apart; nil where unknown.
    var notApplicable: Int?

    fileprivate var total: Int { counts.reduce(0, +) }

    fileprivate func share(_ levels: Range<Int>) -> Double {
      total == 0 ? 0 : Double(counts[levels].reduce(0, +)) / Double(total)
    }
  }

  var rows: [Row]
  /// The lowest answer of the scale.
  var minimum: Int
  /// Answers that the scale has.
  var levels: Int

  private var lowLevels: Range<Int> { 0..<levels / 2 }
  private var highLevels: Range<Int> { (levels + 1) / 2..<levels }
  private var hasMiddle: Bool { levels % 2 == 1 }

  private static let barHeight = 16.0
  private static let shades = 3

  /// Nil without a row that can be shown.
  static func chart(id: String, title: String, summary: String, bars: LikertBars) -> Chart? {
    guard bars.levels > 1, bars.rows.contains(where: { $0.counts.count == bars.levels && $0.total > 0 }) else {
      return nil
    }
    return Chart(
      id: id, title: title, summary: summary, wide: bars.drawing(width: Chart.column),
      narrow: bars.drawing(width: Chart.narrow), table: bars.table)
  }

  /// What the chart shows: the question with most low answers.
  var finding: String {
    let shown = rows.filter(isShown)
    guard let worst = shown.max(by: { $0.share(lowLevels) < $1.share(lowLevels) }), !lowLevels.isEmpty else {
      return ""
    }
    let (share, answers) = (FigureText.percent(worst.share(lowLevels)), span(lowLevels))
    return shown.count > 1
      ? say("\(share) answer \(answers) to “\(worst.name)”, the most of any question")
      : say("\(share) answer \(answers) to “\(worst.name)”")
  }

  /// The answers of these levels: `1 to 3`.
  private func span(_ levels: Range<Int>) -> String {
    let (first, last) = (minimum + levels.lowerBound, minimum + levels.upperBound - 1)
    return first == last ? "\(first)" : say("\(first) to \(last)", as: "range")
  }

  private func isShown(_ row: Row) -> Bool { row.counts.count == levels && row.total > 0 }

  /// Half of the middle answer counts on each side, so that the bar stands across the line.
  private func sides(_ row: Row) -> (low: Double, high: Double) {
    let middle = hasMiddle ? row.share(levels / 2..<levels / 2 + 1) / 2 : 0
    return (row.share(lowLevels) + middle, row.share(highLevels) + middle)
  }

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: 0)
    let isWide = width >= 520
    let names = rows.map { TextWidth.of($0.name, size: Label.Style.name.size) }.max() ?? 0
    let nameWidth = isWide ? min(names + 2, width * 0.4) : width
    // The shares stand outside the bars.
    let room = 44.0
    let left = (isWide ? nameWidth + 16 : 0) + room
    let right = width - room
    let shown = rows.filter(isShown).map(sides)
    let (low, high) = (shown.map(\.low).max() ?? 0, shown.map(\.high).max() ?? 0)
    let unit = (right - left) / max(low + high, 0.01)
    let middle = left + low * unit
    var y = drawHeader(in: &drawing, middle: middle, width: width)
    let top = y
    for row in rows {
      let lines = TextWrap.lines(row.name, width: nameWidth, size: Label.Style.name.size, limit: 4)
      let textHeight = Double(lines.count) * Label.Style.name.leading
      let barTop = isWide ? y + max((textHeight - Self.barHeight) / 2, 0) + 4 : y + textHeight + 6
      var baseline = isWide ? barTop + Self.barHeight / 2 - textHeight / 2 + 13 : y + 14
      for line in lines {
        drawing.add(.label(Label(text: line, x: 0, baseline: baseline)))
        baseline += Label.Style.name.leading
      }
      if isShown(row) {
        draw(row, in: &drawing, middle: middle, unit: unit, top: barTop)
      } else {
        let x = isWide ? left - room : 0
        drawing.add(
          .label(
            Label(text: ReasonWords.text(.suppressed), x: x, baseline: barTop + 12, style: .quiet)
              .kept(between: 0, and: width)))
      }
      y = max(barTop + Self.barHeight, y + (isWide ? textHeight : 0)) + 10
    }
    drawing.add(.line(from: Point(x: middle, y: top), to: Point(x: middle, y: y - 4), cssClass: "phase"))
    drawing.height = y
    return drawing
  }

  /// What stands on which side; returns the height that it takes.
  private func drawHeader(in drawing: inout Drawing, middle: Double, width: Double) -> Double {
    let labels = [
      Label(text: say("← answers \(span(lowLevels))"), x: middle - 8, baseline: 12, anchor: .right, style: .quiet),
      Label(text: say("answers \(span(highLevels)) →"), x: middle + 8, baseline: 12, anchor: .left, style: .quiet),
    ].map { $0.kept(between: 0, and: width) }
    drawing.add(.label(labels[0]))
    guard labels[0].box.overlaps(labels[1].box) else {
      drawing.add(.label(labels[1]))
      return 22
    }
    var second = labels[1]
    second.baseline += Label.Style.quiet.leading
    drawing.add(.label(second))
    return 22 + Label.Style.quiet.leading
  }

  private func draw(_ row: Row, in drawing: inout Drawing, middle: Double, unit: Double, top: Double) {
    let (low, high) = sides(row)
    var x = middle - low * unit
    let start = x
    for level in 0..<levels {
      let width = row.share(level..<level + 1) * unit
      if width > 0 {
        drawing.add(
          .rectangle(
            Box(x: x, y: top, width: max(width, 0.5), height: Self.barHeight), cssClass: "likert \(shade(level))"))
      }
      x += width
    }
    let baseline = top + Self.barHeight - 3.5
    let shares = [
      (row.share(lowLevels), start - 5, Label.Anchor.right), (row.share(highLevels), middle + high * unit + 5, .left),
    ]
    for (share, x, anchor) in shares {
      drawing.add(
        .label(
          Label(text: FigureText.percent(share), x: x, baseline: baseline, anchor: anchor, style: .quiet)
            .kept(between: 0, and: drawing.width)))
    }
  }

  /// `likert-low-3` for the lowest answer, `likert-middle`, `likert-high-1` for the least high one.
  private func shade(_ level: Int) -> String {
    if hasMiddle, level == levels / 2 { return "likert-middle" }
    let isLow = lowLevels.contains(level)
    let distance = isLow ? levels / 2 - level : level - (levels + 1) / 2 + 1
    let strength = (distance * Self.shades + levels / 2 - 1) / max(levels / 2, 1)
    return "likert-\(isLow ? "low" : "high")-\(min(max(strength, 1), Self.shades))"
  }

  private var table: ChartTable {
    let hasApart = rows.contains { $0.notApplicable != nil }
    var columns = [
      ChartTable.Column(title: say("Question"), isNumber: false), ChartTable.Column(title: say("Answers")),
    ]
    columns += (0..<levels).map { ChartTable.Column(title: "\(minimum + $0)") }
    if hasApart { columns.append(ChartTable.Column(title: say("Does not apply"))) }
    return ChartTable(
      columns: columns,
      rows: rows.map { row in
        var cells = [row.name, isShown(row) ? FigureText.count(row.total) : ReasonWords.text(.suppressed)]
        cells += (0..<levels).map { isShown(row) ? FigureText.percent(row.share($0..<$0 + 1)) : "" }
        if hasApart { cells.append(isShown(row) ? row.notApplicable.map(FigureText.count) ?? "" : "") }
        return cells
      })
  }
}
