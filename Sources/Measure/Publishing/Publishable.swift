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
    scorecards: audit.scorecards, standards: audit.standards, comparisons: audit.comparisons)
}
