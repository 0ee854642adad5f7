import Audit
import Statistics

/// Which measure of which survey a plan means.
struct VerdictSubject {
  let survey: Survey
  let measure: VerdictMeasure
  /// The part of the customers that the address names.
  let slice: Slice
  /// Whom a finding is about that is held against others.
  let group: Slice?

  /// Of a finding the survey that gives it; of a figure or an outcome the first, in byte order of ids, that has it, surveys of
  /// customers before others.
  static func find(_ text: String, in surveys: [Survey]) -> Result<VerdictSubject, Obstacle> {
    let ordered = surveys.filter { $0.respondents == .customers } + surveys.filter { $0.respondents != .customers }
    // First, since the id of a finding may hold any character that a respondent's answer may.
    if let subject = subject(ofFinding: text, in: ordered) { return .success(subject) }
    let address: FigureAddress
    do throws(FigureAddress.Problem) {
      address = try FigureAddress(parsing: text)
    } catch {
      return .failure(Obstacle(.noMeasure(known: known(ordered))))
    }
    guard address.wave == nil else { return .failure(Obstacle(.ofOneWave)) }
    var isThere = false
    for survey in ordered where address.survey == nil || address.survey == survey.id {
      guard let latest = survey.waves.last else { continue }
      guard let own = figure(address.target, latest), own.respondents != .staff || survey.respondents == .staff else {
        continue
      }
      isThere = isThere || has(own.kind, own.subject, latest.definition)
      guard let measure = VerdictMeasure(own, in: latest.definition) else { continue }
      return .success(
        VerdictSubject(survey: survey, measure: measure, slice: address.slice ?? .all, group: own.group))
    }
    return .failure(Obstacle(isThere ? .notCompared : .noMeasure(known: known(ordered))))
  }

  private init(survey: Survey, measure: VerdictMeasure, slice: Slice, group: Slice?) {
    (self.survey, self.measure, self.slice, self.group) = (survey, measure, slice, group)
  }

  /// The same measure of a part of the customers.
  func among(_ slice: Slice) -> VerdictSubject {
    VerdictSubject(survey: survey, measure: measure, slice: slice, group: nil)
  }

  /// Of the survey that gives the finding: that with most answers, the first of those with as many.
  private static func subject(ofFinding id: String, in surveys: [Survey]) -> VerdictSubject? {
    var best: (answers: Int, subject: VerdictSubject)?
    for survey in surveys {
      guard let latest = survey.waves.max(by: { $0.wave < $1.wave }), let own = latest.ownMeasure(of: id),
        own.respondents == survey.respondents, let measure = VerdictMeasure(own, in: latest.definition)
      else { continue }
      let all = latest.tally.slices.first { $0.slice == .all }
      let answers = all.flatMap { measure.counts(latest.definition, $0)?.n } ?? 0
      if let best, best.answers >= answers { continue }
      best = (answers, VerdictSubject(survey: survey, measure: measure, slice: .all, group: own.group))
    }
    return best?.subject
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

  private static func figure(_ target: FigureAddress.Target, _ wave: SurveyWave) -> OwnMeasure? {
    switch target {
    case .figure(let kind, let subject, let statistic): OwnMeasure(kind, subject, statistic)
    case .named(let id):
      wave.definition.outcomes.first { $0.id == id }.map { OwnMeasure($0) } ?? wave.ownMeasure(of: id)
    }
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

  /// Touchpoint and dimension of the measure, where it has them.
  func cell(_ definition: SurveyDefinition) -> Cell {
    if measure.kind == .item {
      let item = definition.items.first { $0.id == measure.subject }
      return Cell(touchpoint: item?.touchpoint, dimension: item?.dimension)
    }
    let set = definition.sets.first { $0.kind == measure.kind && $0.subject == measure.subject }
    return Cell(touchpoint: set?.touchpoint, dimension: set?.dimension)
  }
}

extension [Survey] {
  /// One of them has the figure that a deficiency rests on.
  func canJudge(_ deficiency: String) -> Bool {
    contains { survey in survey.waves.contains { $0.ownMeasure(of: deficiency)?.respondents == survey.respondents } }
  }
}

extension Survey {
  /// The last wave that was over before a day, and the latest one that began on it or later; of those that were over before
  /// another day, where there are some.
  ///
  /// Fieldwork counts where it is declared, else the days of the wave's label.
  func waves(around day: Day, until end: Day? = nil) -> (before: SurveyWave?, after: SurveyWave?) {
    let ordered = waves.sorted { $0.wave < $1.wave }
    let later = ordered.filter { $0.firstDay.map { $0 >= day } ?? false }
    let between = end.flatMap { end in later.last { $0.lastDay.map { $0 < end } ?? false } }
    return (ordered.last { $0.lastDay.map { $0 < day } ?? false }, between ?? later.last)
  }
}

extension SurveyWave {
  fileprivate func ownMeasure(of finding: String) -> OwnMeasure? {
    OwnMeasure(of: finding, definition, slices: tally.slices.map(\.slice))
  }

  var firstDay: Day? { fieldwork?.from ?? wave.start }
  var lastDay: Day? { fieldwork?.to ?? wave.end }
}
