/// The customer's way through the company: one upright dumbbell a touchpoint, phase by phase.
struct JourneyStrip: Hashable, Sendable {
  struct Phase: Hashable, Sendable {
    var name: String
    var touchpoints: [RowPlot.Row]
  }

  var phases: [Phase]
  var axis: Axis

  /// Where there are too many touchpoints for one strip, it goes on in a second one below.
  static func chart(
    id: String, title: String, summary: String, phases: [Phase], scale: ClosedRange<Double>
  ) -> Chart {
    let groups = phases.map { RowPlot.Group(heading: $0.name, rows: $0.touchpoints) }
    let rows = groups.flatMap(\.rows)
    let strip = JourneyStrip(phases: phases, axis: Dumbbell.axis(for: rows, scale: scale, count: 4))
    let lying = Dumbbell.plot(groups: groups, scale: scale, words: RowPlot.Words())
    return Chart(
      id: id, title: title, summary: summary, wide: strip.drawing(width: JourneyStrip.width),
      medium: strip.drawing(width: Chart.column), narrow: lying.drawing(width: Chart.narrow),
      table: Dumbbell.table(groups: groups, words: RowPlot.Words()))
  }

  /// The whole page's width.
  static let width = 1072.0

  func drawing(width: Double) -> Drawing {
    var layout = JourneyStripLayout(strip: self, width: width)
    return layout.draw()
  }
}
