package import Audit

/// The same audit without what would speak of fewer people than the minimum cell of their kind.
///
/// A figure on n rows, 0 < n < minimum cell, is `suppressed`: no value and no n. So are the n of such subjects, the number
/// of rows of such slices and their distributions. q values stay as they are: withheld tests were in no family.
package func publishable(_ audit: MeasuredAudit, configuration: Configuration) -> MeasuredAudit {
  MeasuredAudit(
    surveys: audit.surveys.map { survey in
      var survey = survey
      let minimum = configuration.minimumCell(for: survey.respondents)
      survey.waves = survey.waves.map { SuppressionMask($0, minimum: minimum).applied(to: $0) }
      survey.changes = survey.changes.map { SuppressionMask.shown($0, minimum: minimum) }
      return survey
    },
    // Visits of shoppers and checks of auditors are no customers: there is nobody to shield.
    scorecards: audit.scorecards, standards: audit.standards,
    comparisons: audit.comparisons.map(ComparisonMask(audit.surveys, configuration).shown),
    corrections: audit.corrections.map { $0.shown(configuration) })
}

/// Comparisons of two surveys, each side held against the minimum cell of its own respondents.
private struct ComparisonMask {
  private let minimum: [String: Int]

  init(_ surveys: [MeasuredSurvey], _ configuration: Configuration) {
    minimum = Dictionary(
      surveys.map { ($0.id, configuration.minimumCell(for: $0.respondents)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is of no survey, such as agreement, stays.
  func shown(_ comparison: Measurement) -> Measurement {
    let isFew = comparison.sides.contains { $0.n > 0 && $0.n < minimum[$0.survey, default: .max] }
    return isFew ? SuppressionMask.emptied(comparison) : comparison
  }
}
