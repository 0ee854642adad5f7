import Audit

/// A figure that is held against an agreed limit.
struct MetricGate {
  /// Nil for a finding that rests on no figure.
  private let measurement: Measurement?
  private let statistic: Statistic

  /// Fails where there is no such figure.
  init(_ address: String, _ material: Material, _ findings: [Finding]) throws(FigureFinder.Unknown) {
    do throws(FigureFinder.Unknown) {
      switch try FigureFinder(measured: material.measured, findings: findings).find(address) {
      case .figure(let measurement, let statistic): (self.measurement, self.statistic) = (measurement, statistic)
      case .finding(_, let measurement, let statistic): (self.measurement, self.statistic) = (measurement, statistic)
      }
    } catch {
      // A gate on a deficiency still stands when the deficiency is gone, or left out.
      guard let found = Self.gone(address, material) else { throw error }
      (measurement, statistic) = found
    }
  }

  /// A limit that the figure can never reach, or never miss.
  func impossible(_ limit: AgreedGate.Limit) -> ClosedRange<Double>? {
    guard let range = statistic.range else { return nil }
    return switch limit {
    case .atLeast(let value), .atMost(let value): range.contains(value) ? nil : range
    }
  }

  func result(of gate: AgreedGate, _ limit: AgreedGate.Limit, on bound: AgreedGate.Bound) -> GateResult {
    func notJudged(_ reason: String) -> GateResult { GateResult(gate, .notJudged(reason), actual: reason) }
    guard let measurement, let figure = measurement.figure(statistic) else {
      return notJudged(say("no survey has a figure of it"))
    }
    guard let value = figure.value else { return notJudged(Self.words(figure.reason)) }
    let interval = statistic.interval(in: measurement.key.kind)
    let low = interval.flatMap { measurement[$0.low] }
    let high = interval.flatMap { measurement[$0.high] }
    let looked: (statistic: Statistic?, value: Double?) =
      switch bound {
      case .estimate: (statistic, value)
      case .lower: (interval?.low, low)
      case .upper: (interval?.high, high)
      }
    guard let end = looked.statistic else { return notJudged(say("\(statistic.rawValue) has no interval")) }
    guard let judged = looked.value else { return notJudged(Self.words(measurement.figure(end)?.reason)) }
    var result = GateResult(gate, limit.isMet(by: judged) ? .passed : .failed, actual: AgreedGate.text(judged))
    (result.value, result.low, result.high, result.n) = (value, low, high, figure.n)
    return result
  }

  private static func words(_ reason: Reason?) -> String {
    let words = ReasonWords.text(reason ?? .noData)
    return reason == .suppressed
      ? say("the figure is withheld (\(words))") : say("the figure cannot be computed (\(words))")
  }

  /// The figure that the finding would rest on, in the latest wave of the first survey that could have it.
  private static func gone(_ id: String, _ material: Material) -> (Measurement, Statistic)? {
    for survey in material.measured.surveys {
      guard let wave = survey.latest,
        let own = OwnMeasure(of: id, wave.definition, slices: wave.slices.map(\.slice)),
        own.respondents == survey.respondents
      else { continue }
      if let found = figure(own, wave) { return found }
    }
    return nil
  }

  private static func figure(_ own: OwnMeasure, _ wave: MeasuredWave) -> (Measurement, Statistic)? {
    if let group = own.group, let part = group.parts.first {
      let measure = own.kind == .overall ? MeasureID.overall : own.subject
      let slice = wave.slices.first { $0.slice == group }
      return slice?.measurement(.parity, "\(part.segment)/\(measure)").map { ($0, $0.deciding(.difference)) }
    }
    guard let found = wave.all?.measurement(own.kind, own.subject) else { return nil }
    let isOwn = own.kind == .outcome || own.statistic == .bottom2Share
    return (found, found.deciding(isOwn ? own.statistic : .failedShare))
  }
}
