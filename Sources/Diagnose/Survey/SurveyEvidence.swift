import Audit

extension SurveyCell {
  /// The figures that a finding rests on, with the cell's items where there are several.
  func evidence(in measured: MeasuredAudit) -> [Evidence] {
    var evidence = [share(in: measured)]
    if let mean { evidence.append(row(meanStatistic, mean, n: rowsOfMean, in: measured)) }
    guard items.count > 1, !wave.definition.asksItemsOfAllTouchpoints(set) else { return evidence }
    for item in items {
      let key = MeasurementKey(survey: survey, wave: wave.wave.label, kind: .item, subject: item.id)
      guard let measurement = measured[key], let figure = measurement.judgedFigure(.failedShare),
        let value = figure.value
      else { continue }
      evidence.append(
        Evidence(
          kind: .survey, source: source,
          figure: address(.item, item.id, measurement.deciding(.failedShare), in: measured), value: value,
          n: figure.n, text: item.text))
    }
    return evidence
  }

  /// The share of seriously failed customers alone: what a second survey says of the same cell.
  func share(in measured: MeasuredAudit) -> Evidence {
    row(deciding(.failedShare), self[.failedShare], n: n, in: measured)
  }

  private func row(_ statistic: Statistic, _ value: Double?, n: Int?, in measured: MeasuredAudit) -> Evidence {
    Evidence(
      kind: .survey, source: source, figure: address(set.kind, set.subject, statistic, in: measured), value: value, n: n
    )
  }

  private var source: String { wave.files.first ?? survey }

  /// `SURVEY::KIND/SUBJECT/STATISTIC`, the survey only where there are several.
  private func address(
    _ kind: SubjectKind, _ subject: String, _ statistic: Statistic, in measured: MeasuredAudit
  ) -> String {
    let prefix = measured.surveys.count > 1 ? "\(survey)::" : ""
    return "\(prefix)\(kind.rawValue)/\(subject)/\(statistic.rawValue)"
  }
}
