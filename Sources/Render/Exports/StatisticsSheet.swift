import Audit
import Workbooks

/// The headline figures of each survey's latest wave, all customers together: `data/statistics.csv` has everything else.
struct StatisticsSheet {
  private let context: SiteContext

  init(_ context: SiteContext) {
    self.context = context
  }

  /// A figure that a subject has, with where it stands.
  private struct Line {
    var survey: MeasuredSurvey
    var wave: MeasuredWave
    var measurement: Measurement
    var statistic: Statistic
    var figure: Figure

    var kind: SubjectKind { measurement.key.kind }
    var style: WorkbookDraft.NumberStyle { StatisticsSheet.style(statistic) }
    var low: Double? { (statistic.interval(in: kind)?.low).flatMap { measurement[$0] } }
    var high: Double? { (statistic.interval(in: kind)?.high).flatMap { measurement[$0] } }
  }

  var sheet: WorkbookDraft.Sheet {
    WorkbookDraft.Sheet(
      name: say("Statistics"), columns: place + figure + meaning, rows: context.measured.surveys.flatMap(lines))
  }

  private var place: [SheetColumn<Line>] {
    [
      SheetColumn(say("Survey"), width: 16) { .text($0.survey.id) },
      SheetColumn(say("Wave"), width: 12) { .text($0.wave.wave.label) },
      SheetColumn(say("About"), width: 12) { .text(StatisticsSheet.name($0.kind)) },
      SheetColumn(say("Name"), width: 40) { .text(name(of: $0.measurement, $0.wave)) },
    ]
  }

  private var figure: [SheetColumn<Line>] {
    [
      SheetColumn(say("Figure"), width: 18) { .text($0.statistic.rawValue) },
      SheetColumn(say("Value"), width: 10) { .rounded($0.figure.value, $0.style) },
      SheetColumn(say("From", as: "interval"), width: 10) { .rounded($0.low, $0.style) },
      SheetColumn(say("To", as: "interval"), width: 10) { .rounded($0.high, $0.style) },
      SheetColumn(say("Answers"), width: 10) { .count($0.figure.n) },
    ]
  }

  private var meaning: [SheetColumn<Line>] {
    [
      SheetColumn(say("Remark"), width: 26) {
        $0.figure.value == nil ? .text($0.figure.reason.map(ReasonWords.text) ?? "") : .empty
      },
      SheetColumn(say("What it says"), width: 90, wraps: false) { .text($0.statistic.meaning(in: $0.kind).plain.text) },
      SheetColumn(say("Id"), width: 32, wraps: false) { .text($0.measurement.key.subject) },
    ]
  }

  private static let kinds: [SubjectKind] = [.outcome, .touchpoint, .dimension, .cell]

  /// Of a subject what it has of these, under weights where the wave is weighted.
  private static let figures: [Statistic] = [
    .perceptionMean, .gapMean, .msaMean, .targetMean, .failedShare, .severity, .burden,
  ]

  private func lines(_ survey: MeasuredSurvey) -> [Line] {
    guard let wave = survey.latest, let all = wave.all else { return [] }
    return Self.kinds.flatMap { kind in
      all.measurements(of: kind).flatMap { measurement in
        statistics(of: measurement, wave).compactMap { statistic in
          measurement.figure(statistic).map {
            Line(survey: survey, wave: wave, measurement: measurement, statistic: statistic, figure: $0)
          }
        }
      }
    }
  }

  private func statistics(of measurement: Measurement, _ wave: MeasuredWave) -> [Statistic] {
    guard measurement.key.kind == .outcome else { return Self.figures.map { measurement.deciding($0) } }
    return outcome(measurement, wave).map { [$0.headline(measurement).value] } ?? []
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
    let statistic = statistic.unweighted ?? statistic
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
