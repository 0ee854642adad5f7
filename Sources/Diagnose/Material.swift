import Audit

/// What the rules look at.
struct Material {
  var project: Project
  var measured: MeasuredAudit
  var asOf: Day
  /// Cells that customers were asked about in the latest waves, in the order of surveys and items.
  var cells: [MeasuredCell]
  /// How often each standard was found met.
  var records: [StandardRecord]

  init(project: Project, measured: MeasuredAudit, asOf: Day) {
    self.project = project
    self.measured = measured
    self.asOf = asOf
    cells = MeasuredCell.gather(measured)
    records = project.standardRecords
  }

  var configuration: Configuration { project.configuration }

  /// Surveys of customers with their latest wave, in order.
  var customers: [(survey: MeasuredSurvey, latest: MeasuredWave)] { surveys(of: .customers) }

  /// Outcomes of customers in the latest waves, in the order of surveys.
  func outcomes(
    where isAsked: (Outcome) -> Bool
  ) -> [(outcome: Outcome, survey: String, wave: MeasuredWave)] {
    customers.flatMap { survey, latest in
      latest.definition.outcomes.filter(isAsked).map { ($0, survey.id, latest) }
    }
  }

  /// Why there are no such outcomes; nil where there are.
  func missingOutcome(_ reason: String, where isAsked: (Outcome) -> Bool) -> String? {
    if customers.isEmpty { return say("there is no survey of customers") }
    return outcomes(where: isAsked).isEmpty ? reason : nil
  }

  /// Surveys of staff with their latest wave, in order.
  var staff: [(survey: MeasuredSurvey, latest: MeasuredWave)] { surveys(of: .staff) }

  private func surveys(of respondents: Respondents) -> [(survey: MeasuredSurvey, latest: MeasuredWave)] {
    measured.surveys.filter { $0.respondents == respondents }.compactMap { survey in
      survey.latest.map { (survey, $0) }
    }
  }
}
