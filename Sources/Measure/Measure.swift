package import Audit

/// Every figure of every survey, nothing withheld.
///
/// Surveys stand in byte order of their ids, waves in wave order, slices as tallied; in a slice come columns (in `all`
/// alone), items, sets and outcomes in the definition's order. The result depends on the counts alone, not on how they were
/// gathered. Source: methodology 1.2, 1.4, 2.1–2.5, 2.7, 6.2.
///
/// - Parameters:
///   - surveys: Definitions and tallies, in any order.
///   - scorecards: Visits, in the order in which they are shown.
///   - standards: How often each standard that was checked was met.
///   - notes: What auditors rated, in byte order of their files.
///   - corrections: Plans, in byte order of their files.
///   - names: Ids that stand for those of other deficiencies, from the figures that may be published; asked where a plan
///     corrects what is no figure of a survey.
///   - comments: By what comments are understood, and which may be quoted.
///   - configuration: Limits, journey, population.
///   - jobs: Waves, and changes between them, that are measured side by side, at least 1.
/// - Returns: Figures with their n, or the reason why there is none; never a number that is not finite.
package func measure(
  _ surveys: [Survey], scorecards: [Scorecard] = [], standards: [StandardRecord] = [], notes: [Note] = [],
  corrections: [Correction] = [], names: @escaping (MeasuredAudit) -> [String: String] = { _ in [:] },
  comments: CommentTerms = CommentTerms(), configuration: Configuration, jobs: Int
) async -> MeasuredAudit {
  let weights = surveys.weights
  let done = await mapInOrder(works(surveys, weights, configuration), jobs: jobs) { $0.result }
  return assemble(
    surveys, weights, consume done, scorecards, standards, notes, (corrections, names), comments, configuration)
}

/// The same, one wave after the other.
package func measure(
  _ surveys: [Survey], scorecards: [Scorecard] = [], standards: [StandardRecord] = [], notes: [Note] = [],
  corrections: [Correction] = [], names: @escaping (MeasuredAudit) -> [String: String] = { _ in [:] },
  comments: CommentTerms = CommentTerms(), configuration: Configuration
) -> MeasuredAudit {
  let weights = surveys.weights
  return assemble(
    surveys, weights, works(surveys, weights, configuration).map(\.result), scorecards, standards, notes,
    (corrections, names), comments, configuration)
}

private func sorted(_ surveys: [Survey]) -> [Survey] {
  surveys.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
}

/// What depends on the counts of one wave, or of two, and on nothing that is measured.
private enum Work: Sendable {
  enum Result: Sendable {
    case wave(MeasuredWave)
    case change([Measurement])
  }

  case wave(WaveFigures)
  case change(ChangeFigures)

  var result: Result {
    switch self {
    case .wave(let figures): .wave(figures.measured)
    case .change(let figures): .change(figures.measurements)
    }
  }
}

/// Survey by survey, in order: every wave, then every change between two.
private func works(
  _ surveys: [Survey], _ weights: [String: SurveyWeights], _ configuration: Configuration
) -> [Work] {
  sorted(surveys).flatMap { survey -> [Work] in
    let rules = MeasureRules(configuration, respondents: survey.respondents)
    let waves = survey.waves.sorted { $0.wave < $1.wave }
    let weights = weights[survey.id]
    return waves.map { .wave(WaveFigures(survey: survey.id, wave: $0, weights: weights?.of($0), rules: rules)) }
      + zip(waves, waves.dropFirst()).map { earlier, later in
        .change(
          ChangeFigures(survey: survey.id, earlier: earlier, later: later, weights: weights, rules: rules))
      }
  }
}

/// `done`: what the works gave, in their order. It is used up, so that what is written into figures copies none.
private func assemble(
  _ surveys: [Survey], _ weights: [String: SurveyWeights], _ done: consuming [Work.Result], _ scorecards: [Scorecard],
  _ standards: [StandardRecord], _ notes: [Note],
  _ plans: (corrections: [Correction], names: (MeasuredAudit) -> [String: String]), _ comments: CommentTerms,
  _ configuration: Configuration
) -> MeasuredAudit {
  var measured: [MeasuredSurvey] = []
  done.reverse()
  for survey in sorted(surveys) {
    var (waves, changes): ([MeasuredWave], [Measurement]) = ([], [])
    for _ in 0..<max(0, 2 * survey.waves.count - 1) {
      switch done.removeLast() {
      case .wave(let wave): waves.append(wave)
      case .change(let found): changes += found
      }
    }
    measured.append(
      ControlLimits.added(
        to: MeasuredSurvey(id: survey.id, respondents: survey.respondents, waves: waves, changes: changes)))
  }
  adjustForManyTests(&measured, configuration)
  let confidence = configuration.thresholds.confidence
  var audit = MeasuredAudit(
    surveys: measured, scorecards: scorecards.map { ScorecardFigures($0, confidence: confidence).measured },
    standards: standardFigures(standards, confidence: confidence),
    comparisons: SurveyComparison.all(of: sorted(surveys), confidence: confidence).flatMap(\.measurements)
      + auditorAgreement(notes, standards: configuration.standards),
    benchmarks: benchmarkFigures(
      configuration.benchmarks, surveys: surveys, weights: weights, configuration: configuration),
    comments: commentFigures(sorted(surveys), comments, configuration))
  let areFigures = plans.corrections.flatMap(\.corrects).allSatisfy { surveys.canJudge($0.id) }
  let names = areFigures ? [:] : plans.names(publishable(audit, configuration: configuration))
  audit.corrections = correctionFigures(
    plans.corrections, names: names, surveys: surveys, measured: audit.surveys, weights: weights,
    configuration: configuration)
  return audit
}
