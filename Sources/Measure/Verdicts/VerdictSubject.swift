import Audit

/// Which measure of which survey a plan means.
struct VerdictSubject {
  let survey: Survey
  let measure: VerdictMeasure
  /// The part of the customers that the address names.
  let slice: Slice

  /// The first survey, in byte order of ids, that has it; surveys of customers go before others.
  static func find(_ text: String, in surveys: [Survey]) -> Result<VerdictSubject, Obstacle> {
    let ordered = surveys.filter { $0.respondents == .customers } + surveys.filter { $0.respondents != .customers }
    let address: FigureAddress
    do throws(FigureAddress.Problem) {
      address = try FigureAddress(parsing: text)
    } catch {
      return .failure(Obstacle(.noMeasure(known: known(ordered))))
    }
    guard address.wave == nil else { return .failure(Obstacle(.ofOneWave)) }
    var isThere = false
    for survey in ordered where address.survey == nil || address.survey == survey.id {
      guard let definition = survey.waves.last?.definition else { continue }
      guard let (kind, subject, statistic) = figure(address.target, definition) else { continue }
      isThere = isThere || has(kind, subject, definition)
      guard let measure = VerdictMeasure(kind, subject, statistic, in: definition) else { continue }
      return .success(VerdictSubject(survey: survey, measure: measure, slice: address.slice ?? .all))
    }
    return .failure(Obstacle(isThere ? .notCompared : .noMeasure(known: known(ordered))))
  }

  /// Why a measure has no verdict.
  struct Obstacle: Error {
    let reason: Unverified

    init(_ reason: Unverified) {
      self.reason = reason
    }
  }

  private static func has(_ kind: SubjectKind, _ subject: String, _ definition: SurveyDefinition) -> Bool {
    switch kind {
    case .outcome: definition.outcomes.contains { $0.id == subject }
    case .item, .cell, .dimension, .touchpoint, .overall: VerdictMeasure.items(kind, subject, definition) != nil
    case .column, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change, .knowledge, .belief,
      .agreement:
      true
    }
  }

  private static func figure(
    _ target: FigureAddress.Target, _ definition: SurveyDefinition
  ) -> (SubjectKind, String, Statistic)? {
    switch target {
    case .figure(let kind, let subject, let statistic): return (kind, subject, statistic)
    case .named(let id):
      if let outcome = definition.outcomes.first(where: { $0.id == id }) { return headline(of: outcome) }
      return ownMeasure(of: id, definition)
    }
  }

  /// The figure that stands for an outcome.
  private static func headline(of outcome: Outcome) -> (SubjectKind, String, Statistic) {
    switch outcome.kind {
    case .nps: (.outcome, outcome.id, .nps)
    case .csat: (.outcome, outcome.id, outcome.scale.levels <= Statistic.mostTop2Levels ? .top2Share : .mean)
    case .ces: (.outcome, outcome.id, .mean)
    case .yes: (.outcome, outcome.id, .share)
    }
  }

  /// The mean distance to what customers expect, else to the least they accept, else what they say they get.
  private static func ownMeasure(
    of finding: String, _ definition: SurveyDefinition
  ) -> (SubjectKind, String, Statistic)? {
    guard
      let (set, items) = cells(definition).first(where: { finding == "gap.\($0.id)" || finding == "zone.\($0.id)" })
        .map({ ($0.set, $0.set.items.map { definition.items[$0] }) })
    else { return nil }
    if finding.hasPrefix("gap."), items.contains(where: \.hasGap) { return (set.kind, set.subject, .gapMean) }
    let hasZone = items.contains { $0.comparison == .zone }
    return (set.kind, set.subject, hasZone ? .msaMean : .perceptionMean)
  }

  private static func cells(_ definition: SurveyDefinition) -> [(id: String, set: ItemSet)] {
    definition.findingSets.map { (Cell(touchpoint: $0.touchpoint, dimension: $0.dimension).id, $0) }
  }

  /// Ids that could have been meant.
  private static func known(_ surveys: [Survey]) -> [String] {
    var seen: Set<String> = []
    return surveys.compactMap { $0.waves.last?.definition }
      .flatMap { definition in cells(definition).map { "gap.\($0.id)" } + definition.outcomes.map(\.id) }
      .filter { seen.insert($0).inserted }
  }

  /// Touchpoint of the measure, where it has one.
  func touchpoint(_ definition: SurveyDefinition) -> String? {
    measure.kind == .item
      ? definition.items.first { $0.id == measure.subject }?.touchpoint
      : definition.sets.first { $0.kind == measure.kind && $0.subject == measure.subject }?.touchpoint
  }
}

extension Survey {
  /// The last wave that was over before a day, and the latest one that began on it or later.
  ///
  /// Fieldwork counts where it is declared, else the days of the wave's label.
  func waves(around day: Day) -> (before: SurveyWave?, after: SurveyWave?) {
    let ordered = waves.sorted { $0.wave < $1.wave }
    return (
      ordered.last { $0.lastDay.map { $0 < day } ?? false }, ordered.last { $0.firstDay.map { $0 >= day } ?? false }
    )
  }
}

extension SurveyWave {
  var firstDay: Day? { fieldwork?.from ?? wave.start }
  var lastDay: Day? { fieldwork?.to ?? wave.end }
}
