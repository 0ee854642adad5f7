import Audit

/// What a segment's groups say, held against everyone.
struct SegmentFigures {
  let segment: Segment
  let context: SiteContext

  private struct Measure {
    var name: String
    var everyone: Double?
    var scale: ClosedRange<Double>
    var step: Double
    var isPercent: Bool
    var isHigherBetter = true
    var rows: [SegmentDots.Row]
    /// Groups of too few answers to be named as the lowest or the highest.
    var small: [String]
    /// Of the test whether the groups differ at all; nil where there was none.
    var p: Double?
    /// Why groups have no value, where none has one.
    var missing: String?
    /// Of a question for recommendation.
    var promoters: PromoterRows?
  }

  /// The overall gap, or the dimensions' where the questions share no scale; then the outcomes.
  private var measures: [Measure] { ([overall].compactMap(\.self) + outcomes).filter { $0.rows.count > 1 } }

  private var overall: Measure? {
    guard let reading = context.reading(.overall, "all"),
      reading.measurement.figure(.perceptionMean)?.reason != .mixedScales
    else { return nil }
    let hasGap = reading.hasGap && reading.isOfAll
    let values = context.bySegment(segment.id, of: reading, .overall, "all")
    let range = Double(reading.scale.range)
    return Measure(
      name: name(reading, hasGap: hasGap), everyone: hasGap ? reading.gap : reading.received,
      scale: hasGap ? -range...range : reading.scaleRange,
      step: hasGap && range <= 12 ? 0.5 : 1, isPercent: false,
      rows: values.map { value, own in
        SegmentDots.Row(
          name: value, answers: own.n == nil ? "" : own.answers, value: hasGap ? own.gap : own.received,
          low: hasGap ? own.gapLow : own[.perceptionLow],
          high: hasGap ? own.gapHigh : own[.perceptionHigh],
          text: hasGap ? own.gap.map { _ in own.short } ?? own.missing : own.receivedText)
      },
      small: values.filter { isSmall($0.reading.n) }.map(\.value),
      p: reading.isWeighted ? nil : p(reading.wave, hasGap ? "overall:gap" : "overall"),
      missing: values.first?.reading.missing)
  }

  /// Of Welch's analysis of variance over the groups, which tests means of answers without weights.
  private func p(_ wave: MeasuredWave, _ measure: String) -> Double? {
    wave.all?.measurement(.segment, "\(segment.id)/\(measure)")?[.welchP]
  }

  private func isSmall(_ n: Int?) -> Bool { (n ?? 0) < context.configuration.lowBase }

  private func name(_ reading: GapReading, hasGap: Bool) -> String {
    guard hasGap else { return say("Received, overall") }
    return reading.target == .minimum
      ? say("Received against the least acceptable, overall") : say("Gap between expected and received, overall")
  }

  private var outcomes: [Measure] {
    context.outcomes.map { reading in
      let own = reading.wave.slices.compactMap { slice -> (String, OutcomeReading)? in
        guard slice.slice.parts.count == 1, let part = slice.slice.parts.first, part.segment == segment.id else {
          return nil
        }
        return OutcomeReading(reading.outcome, survey: reading.survey, wave: reading.wave, slice: slice).map {
          (part.value, $0)
        }
      }
      let rows = own.map { value, outcome in
        SegmentDots.Row(
          name: value, answers: outcome.n.map { CountWords.of($0, .answer) } ?? "", value: outcome.value,
          low: outcome.low, high: outcome.high,
          text: outcome.value.map(outcome.text)
            ?? ReasonWords.text(outcome.measurement.isSuppressed ? .suppressed : .noData))
      }
      return Measure(
        name: reading.name, everyone: reading.value, scale: reading.scaleRange, step: reading.axisStep,
        isPercent: reading.isShare, isHigherBetter: reading.isHigherBetter, rows: rows,
        small: own.filter { isSmall($0.1.n) }.map(\.0),
        p: reading.isTestedAsShown ? p(reading.wave, reading.outcome.id) : nil, missing: rows.first?.text,
        promoters: PromoterRows(reading))
    }
  }

  var charts: [ChartSectionView] {
    measures.enumerated().flatMap { index, measure in
      let chart = SegmentDots.chart(
        id: "segment-chart-\(index + 1)", title: difference(measure).title, summary: summary(measure),
        rows: measure.rows, everyone: measure.everyone, everyoneName: say("all customers"), scale: measure.scale,
        minimumStep: measure.step, isPercent: measure.isPercent)
      let bars = measure.promoters?.groups(of: segment.id, id: "nps-chart-\(index + 1)").map {
        ChartSectionView(heading: say("\(measure.name): who would and who would not"), chart: $0)
      }
      return [ChartSectionView(heading: measure.name, chart: ChartView(chart))] + (bars.map { [$0] } ?? [])
    }
  }

  /// The first measure's title, with the segment's name.
  var headline: String {
    measures.first.map { difference($0).headline(segment.name) } ?? segment.name
  }

  /// Whether the groups differ, as the test over all of them says; which fares worst only where the intervals of the lowest
  /// and the highest lie apart. Where nothing was tested these alone decide.
  private func difference(_ measure: Measure) -> SegmentDifference {
    let known = measure.rows.compactMap { row -> (name: String, value: Double, low: Double, high: Double)? in
      guard let value = row.value, let low = row.low, let high = row.high, !measure.small.contains(row.name) else {
        return nil
      }
      return (row.name, value, low, high)
    }
    guard let lowest = known.min(by: { $0.value < $1.value }), let highest = known.max(by: { $0.value < $1.value }),
      known.count > 1
    else { return .unknown(known.isEmpty ? measure.missing : nil) }
    let isDifferent = measure.p.map { $0 <= 1 - context.configuration.thresholds.confidence }
    guard isDifferent ?? (lowest.high < highest.low) else { return .unclear }
    guard lowest.high < highest.low else { return .different }
    return measure.isHigherBetter
      ? .apart(worst: lowest.name, best: highest.name) : .apart(worst: highest.name, best: lowest.name)
  }

  /// Groups that look worse than all others and fare better at the same touchpoints, or the other way round.
  var mix: [String] {
    guard let wave = context.reading(.overall, "all")?.wave else { return [] }
    return wave.slices.compactMap { slice in
      guard slice.slice.parts.count == 1, let part = slice.slice.parts.first, part.segment == segment.id,
        let parity = slice.measurement(.parity, "\(segment.id)/overall"), parity.isReversedByMix
      else { return nil }
      return reversed(LetterCase.capitalised(part.value), isBetter: (parity[.cmhDifference] ?? 0) > 0)
    }
  }

  private func reversed(_ group: String, isBetter: Bool) -> String {
    isBetter
      ? say(
        """
        \(group) looks worse than all others, but fares better at the same touchpoints: it meets other touchpoints \
        than they do (Simpson's paradox).
        """)
      : say(
        """
        \(group) looks better than all others, but fares worse at the same touchpoints: it meets other touchpoints \
        than they do (Simpson's paradox).
        """)
  }

  private func summary(_ measure: Measure) -> String {
    measure.rows.map { "\($0.name): \($0.text)" }.joined(separator: "; ") + "."
  }

  /// Touchpoints, or dimensions, by group: the gap and the answers it rests on.
  var table: TableView? {
    let touchpoints = context.phases.flatMap(\.touchpoints).map { (SubjectKind.touchpoint, $0.id, $0.name) }
    let measured = touchpoints.filter { context.reading($0.0, $0.1) != nil }
    let subjects =
      measured.isEmpty ? context.dimensions.map { (SubjectKind.dimension, $0.id, $0.name) } : measured
    var columns: [String] = []
    var rows: [[String]] = []
    for (kind, id, name) in subjects {
      guard let reading = context.reading(kind, id) else { continue }
      let values = context.bySegment(segment.id, of: reading, kind, id)
      for (value, _) in values where !columns.contains(value) { columns.append(value) }
      var row = [name, reading.short]
      for column in columns {
        let own = values.first { $0.value == column }?.reading
        row.append(own.map { own in own.n.map { "\(own.short) (\(FigureText.count($0)))" } ?? own.missing } ?? "")
      }
      rows.append(row)
    }
    guard columns.count > 1, !rows.isEmpty else { return nil }
    // Rows written before a later survey added a group are filled up.
    let width = columns.count + 2
    let isGap = subjects.allSatisfy { context.reading($0.0, $0.1)?.hasGap ?? true }
    return TableView(
      ChartTable(
        columns: [
          ChartTable.Column(title: say("Place", as: "touchpoint or dimension"), isNumber: false),
          ChartTable.Column(title: say("All", as: "customers")),
        ] + columns.map { ChartTable.Column(title: $0) },
        rows: rows.map { $0 + Array(repeating: "", count: width - $0.count) }),
      caption: isGap
        ? say("The gap place by place, \(segment.name)")
        : say("What customers say place by place, \(segment.name)"))
  }
}

/// What the groups of a segment show against each other.
private enum SegmentDifference {
  /// Fewer than two groups have a value; of all the reason why, where none has one.
  case unknown(String?)
  case unclear
  /// Not all are alike; which one fares worst is not clear.
  case different
  case apart(worst: String, best: String)

  var title: String {
    switch self {
    case .unknown(let reason): reason.map(LetterCase.capitalised) ?? say("Too few answers to compare")
    case .unclear: say("No clear difference")
    case .different: say("The groups differ, more than chance explains")
    case .apart(let worst, let best):
      say("\(LetterCase.capitalised(worst)) fares worse than \(best), more than chance explains")
    }
  }

  func headline(_ segment: String) -> String {
    switch self {
    case .unknown(let reason):
      reason.map { say("\(segment): \($0)", as: "headline") } ?? say("\(segment): too few answers to compare")
    case .unclear: say("\(segment): no clear difference")
    case .different: say("\(segment): the groups differ, more than chance explains")
    case .apart(let worst, let best): apart(segment, worst: LetterCase.inSentence(LetterCase.capitalised(worst)), best)
    }
  }

  private func apart(_ segment: String, worst: String, _ best: String) -> String {
    say("\(segment): \(worst) fares worse than \(best), more than chance explains")
  }
}
