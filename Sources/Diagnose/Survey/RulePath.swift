import Audit

/// The conditions of rules other than that of gaps, from the figures that a finding rests on.
struct RulePath {
  let finding: Finding
  /// The finding's own measurement.
  let figures: Measurement
  let configuration: Configuration
  let measured: MeasuredAudit

  /// Empty for what comes of no figure.
  var steps: [GateStep] {
    switch finding.kind {
    case .zone: zone
    case .parity: parity
    case .consistency: consistency
    case .knowledge, .belief: judgement
    case .employees: employees
    case .internal: cell.map { GatePath(cell: $0, configuration: configuration).steps } ?? []
    case .information: information
    case .loyalty: loyalty
    case .risingBar: risingBar
    case .regression: [enoughInBoth] + changed(.minus)
    case .fixed: [enoughInBoth] + changed(.plus)
    case .strength: strength
    case .dataQuality: dataQuality
    case .instrument: instrument
    case .gap, .standard, .weakestLink, .observed, .blindSpot, .noPlan, .overdue: []
    }
  }

  private var limits: Thresholds { configuration.thresholds }

  /// What is judged: the weighted figure, where the wave is weighted.
  private func value(_ statistic: Statistic) -> Double? { figures.judged(statistic) }

  private func own(_ statistic: Statistic) -> Statistic { figures.deciding(statistic) }

  // MARK: - Conditions that rules share

  /// The lowest of what a finding needs to be more than a watch point.
  private var enough: GateStep {
    let behind = finding.statistic.flatMap { figures.rows(behind: $0) } ?? figures.n ?? 0
    let n = min(behind, finding.reach?.n ?? behind)
    return GateStep(
      "at least \(FigureText.count(configuration.lowBase)) answers", .n, Double(n),
      holds: n >= configuration.lowBase || finding.findingClass == .watch)
  }

  /// In either wave of a change.
  private var enoughInBoth: GateStep {
    let kind = finding.pictured?.kind ?? .outcome
    let subject = MeasureID(figures.key.subject).base
    let waves = measured.surveys.first { $0.id == figures.key.survey }?.waves ?? []
    let pair = zip(waves, waves.dropFirst()).first { "\($0.wave.label)>\($1.wave.label)" == figures.key.wave }
    let fewest = pair.map { earlier, later in
      [earlier, later].map { $0.all?.measurement(kind, subject)?.n ?? 0 }.min() ?? 0
    }
    return GateStep(
      "at least \(FigureText.count(configuration.lowBase)) answers in either wave", .n, fewest.map { Double($0) },
      holds: (fewest ?? 0) >= configuration.lowBase)
  }

  private func q(_ statistic: Statistic) -> GateStep {
    let value = value(statistic)
    return GateStep(
      "q is at most \(FigureText.percent(limits.falseDiscovery))", own(statistic), value,
      holds: value.map { $0 <= limits.falseDiscovery } ?? false)
  }

  private func above(_ limit: Double, _ statistic: Statistic, _ condition: String) -> GateStep {
    GateStep(condition, own(statistic), value(statistic), holds: value(statistic).map { $0 > limit } ?? false)
  }

  private func below(_ limit: Double, _ statistic: Statistic, _ condition: String) -> GateStep {
    GateStep(condition, own(statistic), value(statistic), holds: value(statistic).map { $0 < limit } ?? false)
  }

  private func graded(_ share: Double?, _ statistic: Statistic, _ what: String) -> [GateStep] {
    let classes = [
      (FindingClass.critical, limits.critical), (.major, limits.major), (.minor, limits.minor),
    ]
    return classes.map { grade, limit in
      GateStep(
        "\(grade.rawValue) from \(FigureText.percent(limit)) \(what)", own(statistic), share,
        holds: share.map { $0 >= limit } ?? false)
    }
  }

  /// The set of items that the finding's measurement is of.
  private var cell: SurveyCell? {
    let key = figures.key
    guard
      let wave = measured.surveys.first(where: { $0.id == key.survey })?.waves.last(where: { $0.wave.label == key.wave }
      ),
      let set = wave.definition.sets.first(where: { $0.kind == key.kind && $0.subject == key.subject })
    else { return nil }
    return SurveyCell(survey: key.survey, wave: wave, set: set, slice: key.slice, measured: measured)
  }

  // MARK: - Rule by rule

  private var zone: [GateStep] {
    let isBelow = (value(.msaHigh) ?? 1) < 0 && (value(.msaQ) ?? 1) <= limits.falseDiscovery
    let isJustInside =
      (value(.msaMean) ?? -1) >= 0 && (value(.mssHigh) ?? 1) < 0 && (value(.zoneBelow) ?? 0) > Gate.mostBelowMinimum
    var steps = [
      enough,
      GateStep("surely less than the least acceptable on average, or", own(.msaHigh), value(.msaHigh), holds: isBelow),
      GateStep(
        "inside what is acceptable, with more than 25 % below their least", own(.zoneBelow), value(.zoneBelow),
        holds: isJustInside),
      GateStep("so customers get less than they accept, or only just that", holds: isBelow || isJustInside),
    ]
    steps += graded(value(.failedShare), .failedShare, "seriously failed")
    if (value(.zoneBelow) ?? 0) > Gate.mostBelowMinimum {
      steps.append(
        GateStep(
          "raised by one class: more than 25 % are below their minimum", own(.zoneBelow), value(.zoneBelow), holds: true
        ))
    }
    return steps
  }

  private var parity: [GateStep] {
    let (difference, high) = (value(.difference), value(.differenceHigh))
    let margin = margin
    var steps = [
      enough, below(0, .difference, "this group rates it lower than all others"), q(.differenceQ),
      below(0, .differenceHigh, "the whole interval of the difference is below 0"),
    ]
    if let margin, difference != nil {
      let isBeyond = high.map { $0 < -margin } ?? false
      let text = FigureText.fixed(margin, decimals: 2)
      steps.append(
        GateStep(
          "the whole interval is beyond \(text) points, else its size is not settled: observation",
          own(.differenceHigh), high, holds: isBeyond))
      if !isBeyond { return steps }
    }
    let failed: Statistic = figures.isJudgedByWeights(.difference) ? .weightedFailed : .failedShare
    return steps + graded(finding.reach?.share, failed, "of the group seriously failed")
  }

  /// Agreed, or a twentieth of the scale of what is compared.
  private var margin: Double? {
    if let agreed = limits.parity { return agreed }
    guard let key = finding.pictured,
      let wave = measured.surveys.first(where: { $0.id == key.survey })?.waves.last(where: { $0.wave.label == key.wave }
      ),
      let set = wave.definition.sets.first(where: { $0.kind == key.kind && $0.subject == key.subject }),
      let first = set.items.first
    else { return nil }
    return Double(wave.definition.items[first].scale.range) / 20
  }

  private var consistency: [GateStep] {
    if value(.icc1) != nil {
      return [
        q(.q),
        GateStep(
          "at least \(FigureText.percent(limits.icc)) of all variation lies between units", own(.icc1), value(.icc1),
          holds: (value(.icc1) ?? 0) >= limits.icc),
      ]
    }
    let isOutside =
      (value(.mean) ?? 0) < (value(.funnelLow) ?? -.infinity) || (value(.mean) ?? 0) > (value(.funnelHigh) ?? .infinity)
    return [q(.funnelQ), GateStep("its mean lies outside the funnel", own(.mean), value(.mean), holds: isOutside)]
  }

  private var judgement: [GateStep] {
    let (low, high) = (value(.differenceLow) ?? 0, value(.differenceHigh) ?? 0)
    guard finding.kind == .knowledge else { return [above(0, .differenceLow, "they surely think better of it")] }
    let margin = limits.knowledge ?? scale.map { Double($0.range) / 12 }
    let size = margin.map { margin in
      GateStep(
        "the difference is at least \(FigureText.fixed(margin, decimals: 2)) points", .difference, value(.difference),
        holds: abs(value(.difference) ?? 0) >= margin)
    }
    return [
      GateStep(
        "the whole interval of the difference is on one side of 0", own(.difference), value(.difference),
        holds: low > 0 || high < 0)
    ] + [size].compactMap(\.self)
  }

  /// Of what two groups were asked alike: an item, or a dimension.
  private var scale: Scale? {
    let first = figures.sides.first?.survey
    let items = measured.surveys.first { $0.id == first }?.latest?.definition.items ?? []
    let subject = figures.key.subject
    return (items.first { $0.id == subject } ?? items.first { $0.dimension == subject })?.scale
  }

  private var employees: [GateStep] {
    [enough, above(0.2, .bottom2Low, "surely more than a fifth answer at the two lowest levels")]
      + graded(value(.bottom2Share), .bottom2Share, "at the two lowest levels")
  }

  private var information: [GateStep] {
    let isYes = value(.share) != nil
    let (share, high): (Statistic, Statistic) = isYes ? (.share, .shareHigh) : (.top2Share, .top2High)
    return [
      enough,
      below(limits.required, high, "surely kept less often than the \(FigureText.percent(limits.required)) required"),
    ]
      + graded(value(share).map { 1 - $0 }, share, "for whom it was not kept")
  }

  private var loyalty: [GateStep] {
    let share = figures.judgedFigure(.detractors).flatMap { figure in
      figure.n.flatMap { n in n > 0 ? figure.value.map { $0 / Double(n) } : nil }
    }
    return [enough, below(0, .npsHigh, "the whole interval of the score is below 0")]
      + graded(share, .detractors, "who would advise against")
  }

  /// A change of a rating, or of an outcome of which less may be better.
  private func changed(_ sign: FloatingPointSign) -> [GateStep] {
    let isLowBetter = (value(.differenceLow) ?? 0) > 0 && finding.kind == .regression
    let isUp = sign == .plus || isLowBetter
    return [
      q(.differenceQ),
      isUp
        ? above(0, .differenceLow, "the whole interval of the change is above 0")
        : below(0, .differenceHigh, "the whole interval of the change is below 0"),
    ]
  }

  private var risingBar: [GateStep] {
    [
      enoughInBoth, q(.differenceQ), below(0, .differenceHigh, "the gap is surely wider"),
      GateStep(
        "customers say they get no less", own(.deltaPerception), value(.deltaPerception),
        holds: (value(.deltaPerception) ?? -1) >= 0),
      above(0, .deltaExpectationLow, "they surely expect more"),
    ]
  }

  private var strength: [GateStep] {
    guard let cell else { return [] }
    let isZone = cell.target == .minimum
    let surpassed =
      isZone
      ? [above(0, .mssLow, "surely more than customers desire on average")]
      : [
        GateStep(
          "the mean is above what it is held against", cell.meanStatistic, cell.mean, holds: (cell.mean ?? 0) > 0),
        q(cell.qStatistic),
      ]
    return [enough] + surpassed
      + [below(limits.reach, .failedHigh, "surely fewer than \(FigureText.percent(limits.reach)) are seriously failed")]
  }

  private var dataQuality: [GateStep] {
    guard value(.krippendorff) != nil else { return [] }
    return [below(0.667, .krippendorff, "auditors agree to less than 0.667")]
  }

  private var instrument: [GateStep] {
    guard value(.alpha) != nil else { return [] }
    let least = FigureText.fixed(limits.alpha, decimals: 2)
    let low = (value(.alpha) ?? 1) < limits.alpha
    return [
      GateStep(
        low
          ? "alpha is below \(least)"
          : "an item goes with the others to less than \(FigureText.fixed(limits.itemRest, decimals: 2))",
        own(.alpha), value(.alpha), holds: true)
    ]
  }
}
