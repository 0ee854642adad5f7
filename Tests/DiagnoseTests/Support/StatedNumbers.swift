import Audit

@testable import Diagnose

/// Numbers of a statement, and the data that they may be written from.
///
/// A number may be a figure rounded to as many places as it is written with, a share as percents or as people, what is left
/// of a share, or a count.
struct StatedNumbers {
  /// Figures, as they are.
  fileprivate var values: [Double] = []
  /// What may be written as percents, 0…1.
  fileprivate var shares: [Double] = []
  fileprivate var counts: Set<Int> = []

  /// What a finding rests on: its measurements, the limits and sizes that rules name, and how many notes and steps there are.
  init(_ finding: Finding, in data: AuditData) {
    (values, shares, counts) = (data.limits.values, data.limits.shares, data.limits.counts)
    let keys = [finding.measurement, finding.pictured].compactMap(\.self) + finding.evidence.compactMap(Self.key)
    for subject in Set(keys.map(\.subject)) {
      for measurement in data.measurements[subject] ?? []
      where keys.contains(where: { Self.isMeant($0, measurement.key) }) {
        allow(measurement)
      }
    }
    for evidence in finding.evidence { allow(evidence.value, evidence.n) }
    let means = finding.evidence.compactMap(\.value)
    if !means.isEmpty { allow(means.reduce(0, +) / Double(means.count), means.count) }
    allowKind(finding, data.project)
  }

  init(_ effect: CorrectionEffect) {
    for level in effect.levels { allow(level.value, level.n) }
    for value in [effect.change.value, effect.change.low, effect.change.high, effect.change.detectable, effect.target] {
      allow(value, nil)
    }
  }

  /// Numbers that are not in the data.
  func strange(in statement: String) -> [String] {
    Self.numbers(in: Self.ownWords(statement)).filter { !isKnown($0) }
  }

  private func isKnown(_ text: String) -> Bool {
    let plain = text.filter { $0 != "," }
    guard let number = Double(plain) else { return false }
    let decimals = plain.firstIndex(of: ".").map { plain.distance(from: $0, to: plain.endIndex) - 1 } ?? 0
    if decimals == 0, counts.contains(Int(number)) { return true }
    let half = 0.5 / [1.0, 10, 100, 1000, 10_000][min(4, decimals)] + 1e-9
    return values.contains { abs($0.magnitude - number) <= half }
      || shares.contains { abs($0.magnitude * 100 - number) <= half || abs((1 - $0) * 100 - number) <= half }
  }

  // MARK: - What may stand there

  private mutating func allow(_ measurement: Measurement) {
    let n = measurement.n ?? 0
    counts.insert(n)
    for (_, figure) in measurement.figures {
      guard let value = figure.value else { continue }
      allow(value, figure.n)
      // A share of people as people, and people as a share.
      if value.magnitude <= 1 { counts.insert(Int((value.magnitude * Double(n)).rounded())) }
      if n > 0, value == value.rounded() { shares.append(value / Double(n)) }
      if let all = figure.n { counts.insert(max(0, all - n)) }
    }
  }

  private mutating func allow(_ value: Double?, _ n: Int?) {
    if let n { counts.insert(n) }
    guard let value else { return }
    values.append(value)
    if value.magnitude <= 1 { shares.append(value) }
  }

  /// What any finding of the audit may name.
  fileprivate init(_ configuration: Configuration, _ measured: MeasuredAudit) { allowLimits(configuration, measured) }

  private mutating func allowLimits(_ configuration: Configuration, _ measured: MeasuredAudit) {
    counts.insert(configuration.lowBase)
    shares += [configuration.thresholds.required, Gate.mostBelowMinimum]
    for wave in measured.surveys.flatMap(\.waves) {
      counts.insert(wave.familySize)
      for item in wave.definition.items {
        counts.formUnion([item.scale.minimum, item.scale.maximum])
        values.append(Double(item.scale.range) / 20)
      }
    }
  }

  private mutating func allowKind(_ finding: Finding, _ project: Project) {
    switch finding.kind {
    case .loyalty: counts.formUnion([0, 6, 9, 10])
    case .regression: counts.insert(100)
    case .blindSpot: shares += project.configuration.journey.touchpoints.compactMap(\.volume)
    case .overdue: counts.formUnion(project.corrections.compactMap(\.due).map { reportDay.ordinal - $0.ordinal })
    case .observed, .gap, .zone, .strength: counts.insert(project.notes.count)
    case .noPlan: counts.insert(1)
    case .parity, .consistency, .weakestLink, .knowledge, .belief, .employees, .internal, .information, .risingBar,
      .fixed, .standard, .dataQuality, .instrument:
      break
    }
    if finding.support == .confirmed || finding.kind == .observed { counts.formUnion(0...project.notes.count) }
  }

  // MARK: - Reading

  private static func key(of evidence: Evidence) -> MeasurementKey? {
    guard let figure = evidence.figure, let address = try? FigureAddress(parsing: figure) else { return nil }
    guard case .figure(let kind, let subject, _) = address.target else { return nil }
    return MeasurementKey(
      survey: address.survey ?? "", wave: address.wave ?? "", slice: address.slice ?? .all, kind: kind,
      subject: subject)
  }

  /// Evidence leaves out the survey where there is one, and the wave. A finding on a change names both waves.
  private static func isMeant(_ key: MeasurementKey, _ other: MeasurementKey) -> Bool {
    guard key.subject == other.subject else { return false }
    if key.kind == .change, other.kind == .change || other.kind == .outcome { return true }
    return key.kind == other.kind && (key.slice == other.slice || other.slice == .all)
      && (key.survey.isEmpty || key.survey == other.survey)
  }

  /// Without what is quoted, waves' labels and days.
  private static func ownWords(_ statement: String) -> String {
    var text = ""
    var depth = 0
    for character in statement {
      depth += character == "“" ? 1 : 0
      if depth == 0 { text.append(character) }
      depth -= character == "”" ? 1 : 0
    }
    for label in ["2026-Q1", "2026-Q2", "2026-Q3"] { text = text.replacing(label, with: "") }
    for day in ["3", "4", "5", "9"] { text = text.replacing("\(day) August 2026", with: "") }
    return text
  }

  /// `1,842` and `0.6`, without signs; a full stop behind a number ends a sentence.
  static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var current: [UInt8] = []
    for byte in Array(text.utf8) + [UInt8(ascii: " ")] {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit || (!current.isEmpty && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."))) {
        current.append(byte)
      } else if !current.isEmpty {
        while let last = current.last, last < UInt8(ascii: "0") { current.removeLast() }
        numbers.append(String(decoding: current, as: UTF8.self))
        current = []
      }
    }
    return numbers
  }
}

/// What statements of one audit may be written from, found once.
struct AuditData {
  let project: Project
  let measured: MeasuredAudit
  fileprivate let limits: StatedNumbers
  /// By subject.
  fileprivate let measurements: [String: [Measurement]]

  init(_ project: Project, _ measured: MeasuredAudit) {
    (self.project, self.measured) = (project, measured)
    limits = StatedNumbers(project.configuration, measured)
    measurements = Dictionary(grouping: measured.measurements, by: \.key.subject)
  }
}
