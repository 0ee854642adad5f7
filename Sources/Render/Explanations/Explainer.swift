package import Audit

/// Tells where a figure or a finding came from.
package struct Explainer: Sendable {
  let project: Project
  /// Nothing withheld.
  let measured: MeasuredAudit
  /// What the site shows.
  let published: MeasuredAudit
  let findings: [Finding]
  let rules: [RuleOutcome]
  /// The conditions of a finding.
  let path: @Sendable (Finding) -> [GateStep]

  package init(
    project: Project, measured: MeasuredAudit, published: MeasuredAudit, findings: [Finding], rules: [RuleOutcome],
    path: @escaping @Sendable (Finding) -> [GateStep]
  ) {
    self.project = project
    self.measured = measured
    self.published = published
    self.findings = findings
    self.rules = rules
    self.path = path
  }

  /// The explanation of an address or an id; where there is no such figure, what is nearest.
  package func explain(_ text: String) -> (explanation: Explanation?, diagnostics: [Diagnostic]) {
    do throws(FigureFinder.Unknown) {
      switch try FigureFinder(measured: measured, findings: findings).find(text) {
      case .figure(let measurement, let statistic): return (explanation(text, measurement, statistic), [])
      case .finding(let finding, let measurement, let statistic):
        var explanation = measurement.map { self.explanation(text, $0, statistic) } ?? Explanation(asked: text)
        explanation.judgement = Explanation.Judgement(
          finding: finding, rule: rules.first { $0.id == finding.kind }?.metadata, path: path(finding))
        return (explanation, [])
      }
    } catch {
      return (nil, [error.diagnostic])
    }
  }

  private func explanation(_ text: String, _ measurement: Measurement, _ statistic: Statistic) -> Explanation {
    let kind = measurement.key.kind
    let meaning = statistic.meaning(in: kind)
    func rows(_ statistics: [Statistic]) -> [Explanation.Row] { statistics.compactMap { row(measurement, $0) } }
    return Explanation(
      asked: text, figure: row(measurement, statistic), subject: subject(of: measurement.key), meaning: meaning,
      inputs: InputTrace(project: project, measurement: measurement, statistic: statistic).inputs,
      steps: rows(statistic.steps(in: kind)), certainty: rows(meaning.certainty),
      parts: FigureParts(measured: measured, key: measurement.key, statistic: statistic).all.compactMap {
        row($0, $1)
      })
  }

  private func row(_ measurement: Measurement, _ statistic: Statistic) -> Explanation.Row? {
    measurement.figure(statistic).map { figure in
      let shown = published[measurement.key]?.figure(statistic)
      return Explanation.Row(
        key: measurement.key, statistic: statistic, figure: figure,
        isWithheld: figure.reason != .suppressed && shown?.reason == .suppressed)
    }
  }

  /// The text of a question or of a standard, the name of an outcome.
  private func subject(of key: MeasurementKey) -> String? {
    let definition = measured.surveys.first { $0.id == key.survey }?.waves.last { $0.wave.label == key.wave }?
      .definition
    switch key.kind {
    case .item: return definition?.items.first { $0.id == key.subject }?.text
    case .outcome: return definition?.outcomes.first { $0.id == key.subject }?.name
    case .standard: return project.standardRecords.first { $0.standard.id == key.subject }?.standard.text
    case .column, .cell, .dimension, .touchpoint, .overall, .weights, .scorecard, .driver, .segment, .parity, .unit,
      .change, .knowledge, .belief, .agreement:
      return nil
    }
  }
}
