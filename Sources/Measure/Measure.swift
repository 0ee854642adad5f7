package import Audit

/// Every figure of every survey, nothing withheld.
///
/// Surveys stand in byte order of their ids, waves in wave order, slices as tallied; in a slice come columns (in `all`
/// alone), items, sets and outcomes in the definition's order. The result depends on the counts alone, not on how they were
/// gathered. Source: methodology 1.2, 2.1–2.3, 2.5, 6.2.
///
/// - Parameters:
///   - surveys: Definitions and tallies, in any order.
///   - scorecards: Visits, in the order in which they are shown.
///   - standards: How often each standard that was checked was met.
///   - configuration: Limits, journey, population.
/// - Returns: Figures with their n, or the reason why there is none; never a number that is not finite.
package func measure(
  _ surveys: [Survey], scorecards: [Scorecard] = [], standards: [StandardRecord] = [], configuration: Configuration
) -> MeasuredAudit {
  var measured: [MeasuredSurvey] = []
  for survey in surveys.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
    let rules = MeasureRules(configuration, respondents: survey.respondents)
    let waves = survey.waves.sorted { $0.wave < $1.wave }.map { wave in
      WaveFigures(survey: survey.id, wave: wave, rules: rules).measured
    }
    measured.append(MeasuredSurvey(id: survey.id, respondents: survey.respondents, waves: waves))
  }
  adjustForManyTests(&measured, configuration)
  let confidence = configuration.thresholds.confidence
  return MeasuredAudit(
    surveys: measured, scorecards: scorecards.map { ScorecardFigures($0, confidence: confidence).measured },
    standards: standardFigures(standards, confidence: confidence))
}
