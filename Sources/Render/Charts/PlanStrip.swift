import Audit

/// Correction plans on a calendar: a bar from start to due day, filled as far as steps are done, and today.
struct PlanStrip: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var name: String
    /// `3 of 6 steps · overdue`.
    var detail: String
    var start: Day
    var due: Day
    /// Share of steps done, 0…1.
    var progress: Double
    var isLate: Bool
  }

  var rows: [Row]
  var today: Day

  /// Nil without plans that have both days.
  static func chart(id: String, title: String, summary: String, strip: PlanStrip) -> Chart? {
    guard !strip.rows.isEmpty else { return nil }
    let table = ChartTable(
      columns: [say("Plan"), say("Start"), say("Due"), say("State")].map {
        ChartTable.Column(title: $0, isNumber: false)
      },
      rows: strip.rows.map { [$0.name, DayText.long($0.start), DayText.long($0.due), $0.detail] })
    return Chart(
      id: id, title: title, summary: summary, wide: strip.drawing(width: Chart.column),
      narrow: strip.drawing(width: Chart.narrow), table: table)
  }

  private var first: Int { min(rows.map(\.start.ordinal).min() ?? today.ordinal, today.ordinal) }
  private var last: Int { max(rows.map(\.due.ordinal).max() ?? today.ordinal, today.ordinal, first + 1) }

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: 0)
    let isWide = width >= 520
    let longest = rows.map { max(TextWidth.of($0.name, size: 13), TextWidth.of($0.detail, size: 12)) }.max() ?? 0
    let nameWidth = isWide ? min(longest + 2, width * 0.42) : width
    let left = isWide ? nameWidth + 20 : 6
    let right = width - 12
    func x(_ ordinal: Int) -> Double {
      left + (right - left) * Double(min(max(ordinal, first), last) - first) / Double(last - first)
    }
    let now = x(today.ordinal)
    let label = Label(text: say("today"), x: now, baseline: 12, anchor: .middle, style: .quiet)
      .kept(between: 0, and: width)
    drawing.add(.label(label))
    var y = 22.0
    let top = y
    for row in rows {
      let name = TextWrap.lines(row.name, width: nameWidth, size: 13, limit: 3)
      let detail = TextWrap.lines(row.detail, width: nameWidth, size: 12, limit: 2)
      var baseline = y + 13
      for line in name {
        drawing.add(.label(Label(text: line, x: 0, baseline: baseline)))
        baseline += Label.Style.name.leading
      }
      for line in detail {
        drawing.add(.label(Label(text: line, x: 0, baseline: baseline - 1, style: .quiet)))
        baseline += Label.Style.quiet.leading
      }
      let textEnd = baseline - 8
      let barTop = isWide ? (y + textEnd) / 2 - 6 : textEnd + 4
      draw(row, in: &drawing, from: x(row.start.ordinal), to: x(row.due.ordinal), top: barTop)
      y = max(textEnd, barTop + 12) + 12
    }
    drawing.add(.line(from: Point(x: now, y: top - 6), to: Point(x: now, y: y - 4), cssClass: "baseline"))
    drawMonths(in: &drawing, x: x, bottom: y)
    drawing.height = y + 20
    return drawing
  }

  private func draw(_ row: Row, in drawing: inout Drawing, from start: Double, to due: Double, top: Double) {
    let width = max(due - start, 3)
    let color = row.isLate ? Mark.critical.cssClass : Mark.plain.cssClass
    drawing.add(.rectangle(Box(x: start, y: top, width: width, height: 12), cssClass: "interval \(color)"))
    let done = width * min(max(row.progress, 0), 1)
    if done > 0 {
      drawing.add(.rectangle(Box(x: start, y: top, width: done, height: 12), cssClass: "bar \(color)"))
    }
    drawing.add(
      .line(from: Point(x: start + width, y: top - 3), to: Point(x: start + width, y: top + 15), cssClass: "target"))
  }

  /// Lines that a strip may have.
  private static let mostLines = 18

  /// Months from line to line: quarters and whole years where single months would make one grey area.
  private var step: Int {
    let months = (last - first) / 31
    let steps = [1, 3] + [1, 2, 5, 10, 20, 50, 100, 200, 500].map { 12 * $0 }
    return steps.first { months / $0 <= Self.mostLines } ?? 12_000
  }

  /// First days of months or years; labels that would touch the one before are left out.
  private func drawMonths(in drawing: inout Drawing, x: (Int) -> Double, bottom: Double) {
    guard let start = Day(ordinal: first) else { return }
    let step = step
    // The year 0 begins with a line, whatever the step.
    var count = (start.year * 12 + start.month - 1) / step * step
    var (lastRight, lastYear) = (-Double.infinity, Int.min)
    var grid: [Drawing.Shape] = []
    while let day = Day(year: count / 12, month: count % 12 + 1, day: 1), day.ordinal <= last {
      if day.ordinal >= first {
        let place = x(day.ordinal)
        grid.append(.line(from: Point(x: place, y: 20), to: Point(x: place, y: bottom), cssClass: "grid"))
        let text =
          step % 12 == 0 ? String(day.year) : DayText.month(day, withYear: day.year != lastYear)
        let label = Label(text: text, x: place, baseline: bottom + 14, anchor: .middle, style: .quiet)
          .kept(between: 0, and: drawing.width)
        if label.box.x >= lastRight + 8 {
          drawing.add(.label(label))
          (lastRight, lastYear) = (label.box.right, day.year)
        }
      }
      count += step
    }
    drawing.shapes.insert(contentsOf: grid, at: 0)
  }
}
