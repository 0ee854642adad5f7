import Audit

/// The large chart of the first page and of the journey page: the journey as a strip, or the dimensions.
struct StoryChart {
  let chart: ChartView?
  let heading: String
  let note: String

  init(_ context: SiteContext) {
    let journey = Self.journey(context)
    let picture = journey ?? Self.dimensions(context)
    chart = picture?.chart
    note = picture?.note ?? ""
    let isGap = picture?.chart.key?.hasExpected ?? false
    let isZone = picture?.chart.key?.hasZone ?? false
    switch (journey != nil, isGap) {
    case (true, false) where isZone: heading = say("The journey: what customers accept, wish for and get")
    case (false, false) where isZone: heading = say("What customers accept, wish for and get")
    case (true, true): heading = say("The journey, as customers expect it and as they get it")
    case (true, false): heading = say("The journey, as customers get it")
    case (false, true): heading = say("What customers expect and what they get")
    case (false, false): heading = say("What customers get")
    }
  }

  /// Nil where nothing is measured by touchpoint.
  static func journey(_ context: SiteContext) -> (chart: ChartView, note: String)? {
    let readings = context.phases.map { phase in
      phase.touchpoints.map { ($0, context.reading(.touchpoint, $0.id)) }
    }
    guard let scale = commonScale(readings.flatMap { $0 }.compactMap(\.1)) else { return nil }
    let phases = zip(context.phases, readings).map { phase, stops in
      JourneyStrip.Phase(
        name: phase.name,
        touchpoints: stops.map { touchpoint, reading in
          row(touchpoint.name, reading, context.mark(ofTouchpoint: touchpoint.id, reading), scale)
        })
    }
    let rows = phases.flatMap(\.touchpoints)
    let chart = JourneyStrip.chart(
      id: "journey-chart", title: title(rows), summary: summary(rows, scale), phases: phases, scale: range(scale))
    return (ChartView(chart, key: key(rows, context)), note(rows, scale))
  }

  static func dimensions(_ context: SiteContext) -> (chart: ChartView, note: String)? {
    let readings = context.dimensions.map { ($0, context.reading(.dimension, $0.id)) }
    guard let scale = commonScale(readings.compactMap(\.1)) else { return nil }
    let rows = readings.map { dimension, reading in
      row(
        dimension.name, reading,
        context.mark(context.deficiencies.filter { $0.dimension == dimension.id }, reading), scale)
    }
    let chart = Dumbbell.chart(
      id: "dimensions-chart", title: title(rows), summary: summary(rows, scale),
      groups: [RowPlot.Group(heading: nil, rows: rows)], scale: range(scale))
    return (ChartView(chart, key: key(rows, context)), note(rows, scale))
  }

  /// The scale of most readings, the first met where several are as common.
  static func commonScale(_ readings: [GapReading]) -> Scale? {
    var best: (count: Int, scale: Scale)?
    for reading in readings where reading.received != nil {
      let count = readings.count { $0.scale == reading.scale }
      if best == nil || count > best?.count ?? 0 { best = (count, reading.scale) }
    }
    return best?.scale
  }

  /// A reading on another scale than the chart's is named, not drawn.
  static func row(_ name: String, _ reading: GapReading?, _ mark: Mark, _ scale: Scale) -> RowPlot.Row {
    guard let reading else { return RowPlot.Row(name: name, text: say("not asked")) }
    guard reading.scale == scale else {
      return RowPlot.Row(name: name, text: say("\(reading.short) on another scale, \(reading.scaleText)"))
    }
    return reading.row(name: name, mark: mark)
  }

  static func key(_ rows: [RowPlot.Row], _ context: SiteContext) -> KeyView {
    KeyView(rows, confidence: context.configuration.thresholds.confidence)
  }

  static func range(_ scale: Scale) -> ClosedRange<Double> { Double(scale.minimum)...Double(scale.maximum) }

  /// The finding that the chart shows: which row falls furthest short.
  static func title(_ rows: [RowPlot.Row]) -> String {
    let gaps = rows.compactMap { row -> (name: String, gap: Double)? in
      guard let value = row.value, let reference = row.reference else { return nil }
      return (row.name, value - reference.value)
    }
    guard let lowest = gaps.min(by: { $0.gap < $1.gap }) else { return say("What customers say") }
    if let title = ZoneTitle.text(rows, name: LetterCase.inSentence) { return title }
    if lowest.gap > -0.05 {
      // What is on another scale is not drawn, and a deficiency can be one of part of the customers.
      let isAll = rows.allSatisfy {
        ($0.value != nil || $0.text == say("not asked")) && [.plain, .good].contains($0.mark)
      }
      return isAll ? say("Nothing falls short of the mark") : say("What customers say")
    }
    let isTarget = rows.contains { row in
      if case .target = row.reference { true } else { false }
    }
    if isTarget {
      let means = rows.compactMap { row in row.value.map { (name: row.name, mean: $0) } }
      let least = means.min { $0.mean < $1.mean }
      return say("Lowest mean: \(LetterCase.inSentence(least?.name ?? lowest.name))")
    }
    guard gaps.count > 1 else { return say("Short of the mark: \(LetterCase.inSentence(lowest.name))") }
    return say("Widest gap: \(LetterCase.inSentence(lowest.name))")
  }

  static func summary(_ rows: [RowPlot.Row], _ scale: Scale) -> String {
    let means = say("Means on a scale of \(scale.minimum) to \(scale.maximum).")
    return "\(means) \(rows.map { "\($0.name): \(summary($0))" }.joined(separator: "; "))."
  }

  private static func summary(_ row: RowPlot.Row) -> String {
    guard let value = row.value else { return row.text }
    func text(_ value: Double) -> String { FigureText.fixed(value, decimals: 1) }
    switch row.reference {
    case .expected(let expected): return say("expected \(text(expected)), received \(text(value))")
    case .target(let target): return say("satisfied from \(text(target)), received \(text(value))")
    case .minimum(let minimum): return say("least acceptable \(text(minimum)), received \(text(value))")
    case .zone(let minimum, let desired):
      return say("least acceptable \(text(minimum)), wished for \(text(desired)), received \(text(value))")
    case nil: return say("received \(text(value))")
    }
  }

  /// What the numbers and the tick are.
  static func note(_ rows: [RowPlot.Row], _ scale: Scale) -> String {
    let mean = say("Means on a scale of \(FigureText.count(scale.minimum)) to \(FigureText.count(scale.maximum)).")
    let isGap = rows.contains { row in
      if case .expected = row.reference { true } else { false }
    }
    let isZone = rows.contains { $0.reference?.isZoned ?? false }
    let isOfSome = rows.contains { $0.value != nil && $0.reference == nil }
    if isOfSome, rows.allSatisfy({ $0.reference == nil }) {
      return mean + " " + say("The numbers are gaps, each of some of the questions alone.")
    }
    if isZone || isGap {
      let number =
        isGap
        ? say("The number is the gap: received less expected.")
        : say("The number is what was received less the least that customers find acceptable.")
      let zoned =
        isGap && isZone ? say("Where a zone is drawn, it is what was received less the least acceptable.") : nil
      return [mean, number, zoned, isOfSome ? say("Where no tick stands, it is of some of the questions alone.") : nil]
        .compactMap(\.self).joined(separator: " ")
    }
    // What is on another scale may have been held against expectations.
    let isAll = rows.allSatisfy { $0.value != nil || $0.text.isEmpty }
    let tick =
      isAll
      ? say("Expectations were not asked; the tick is the answer from which customers count as satisfied.")
      : say("The tick is the answer from which customers count as satisfied.")
    return mean + " " + tick
  }
}
