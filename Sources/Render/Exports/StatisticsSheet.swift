import Audit
import Workbooks

/// The headline figures of each survey's latest wave, all customers together: `data/statistics.csv` has everything else.
struct StatisticsSheet {
  private let context: SiteContext

  init(_ context: SiteContext) {
    self.context = context
  }

  var sheet: WorkbookDraft.Sheet {
    WorkbookDraft.Sheet(
      name: say("Statistics"),
      columns: [
        WorkbookDraft.Column(say("Survey"), width: 16), WorkbookDraft.Column(say("Wave"), width: 12),
        WorkbookDraft.Column(say("About"), width: 12), WorkbookDraft.Column(say("Name"), width: 40),
        WorkbookDraft.Column(say("Figure"), width: 18), WorkbookDraft.Column(say("Value"), width: 10),
        WorkbookDraft.Column(say("From", as: "interval"), width: 10),
        WorkbookDraft.Column(say("To", as: "interval"), width: 10),
        WorkbookDraft.Column(say("Answers"), width: 10), WorkbookDraft.Column(say("Remark"), width: 26),
        WorkbookDraft.Column(say("What it says"), width: 90, wraps: false),
        WorkbookDraft.Column(say("Id"), width: 32, wraps: false),
      ], rows: context.measured.surveys.flatMap(rows))
  }

  private static let kinds: [SubjectKind] = [.outcome, .touchpoint, .dimension, .cell]

  /// Of a subject what it has of these.
  private static let figures: [Statistic] = [
    .perceptionMean, .gapMean, .msaMean, .targetMean, .failedShare, .severity, .burden,
  ]

  private func rows(_ survey: MeasuredSurvey) -> [[WorkbookDraft.Cell]] {
    guard let wave = survey.latest, let all = wave.all else { return [] }
    return Self.kinds.flatMap { kind in
      all.measurements(of: kind).flatMap { measurement in
        statistics(of: measurement, wave).compactMap { row($0, measurement, survey, wave) }
      }
    }
  }

  private func statistics(of measurement: Measurement, _ wave: MeasuredWave) -> [Statistic] {
    guard measurement.key.kind == .outcome else { return Self.figures }
    return outcome(measurement, wave).map { [$0.headline(measurement).value] } ?? []
  }

  /// Nil for a figure that the subject does not have.
  private func row(
    _ statistic: Statistic, _ measurement: Measurement, _ survey: MeasuredSurvey, _ wave: MeasuredWave
  ) -> [WorkbookDraft.Cell]? {
    guard let figure = measurement.figure(statistic) else { return nil }
    let kind = measurement.key.kind
    let style = Self.style(statistic)
    let interval = statistic.interval(in: kind)
    var cells: [WorkbookDraft.Cell] = [.text(survey.id), .text(wave.wave.label), .text(Self.name(kind))]
    cells += [.text(name(of: measurement, wave)), .text(statistic.rawValue), .rounded(figure.value, style)]
    cells += [interval?.low, interval?.high].map { .rounded($0.flatMap { measurement[$0] }, style) }
    cells.append(figure.n.map { .number(Double($0), .count) } ?? .empty)
    cells.append(figure.value == nil ? .text(figure.reason.map(ReasonWords.text) ?? "") : .empty)
    return cells + [.text(statistic.meaning(in: kind).plain.text), .text(measurement.key.subject)]
  }

  private static func name(_ kind: SubjectKind) -> String {
    switch kind {
    case .outcome: say("outcome")
    case .touchpoint: say("touchpoint")
    case .dimension: say("dimension")
    case .cell: say("cell", as: "subject")
    case .column, .item, .overall, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change,
      .knowledge, .belief, .agreement:
      kind.rawValue
    }
  }

  private static func style(_ statistic: Statistic) -> WorkbookDraft.NumberStyle {
    if [.top2Share, .share, .failedShare].contains(statistic) { return .share }
    return [.severity, .burden, .nps].contains(statistic) ? .tenths : .hundredths
  }

  private func name(of measurement: Measurement, _ wave: MeasuredWave) -> String {
    let subject = measurement.key.subject
    switch measurement.key.kind {
    case .touchpoint: return context.name(ofTouchpoint: subject)
    case .dimension: return context.name(ofDimension: subject)
    case .outcome: return reading(measurement, wave)?.name ?? IdentifierText.name(of: subject)
    case .cell:
      let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return subject }
      return "\(context.name(ofTouchpoint: parts[0])) · \(context.name(ofDimension: parts[1]))"
    case .column, .item, .overall, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change,
      .knowledge, .belief, .agreement:
      return subject
    }
  }

  private func reading(_ measurement: Measurement, _ wave: MeasuredWave) -> OutcomeReading? {
    guard let outcome = outcome(measurement, wave), let all = wave.all else { return nil }
    return OutcomeReading(outcome, survey: measurement.key.survey, wave: wave, slice: all)
  }

  private func outcome(_ measurement: Measurement, _ wave: MeasuredWave) -> Outcome? {
    wave.definition.outcomes.first { $0.id == measurement.key.subject }
  }
}
