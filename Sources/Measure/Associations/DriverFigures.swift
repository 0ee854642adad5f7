import Audit
import Statistics

/// What goes with an outcome (methodology 3.2 and 3.3), of everyone: dimensions, and items where there are twelve or fewer.
///
/// R² of the dimensions stands at the outcome, that of the items at OUTCOME`~items`, or at the outcome where there are no
/// dimensions to compare.
struct DriverFigures {
  let tally: WaveTally
  let definition: SurveyDefinition
  let confidence: Double
  let key: (String) -> MeasurementKey

  var measurements: [Measurement] {
    definition.outcomes.indices.flatMap { outcome in
      tally.moments.flatMap { moments -> [Measurement] in
        guard moments.columns.first == .outcome(outcome) else { return [] }
        return figures(of: definition.outcomes[outcome].id, moments)
      }
    }
  }

  /// Nothing for moments of flags, which go with those of what they are flags of.
  private func figures(of outcome: String, _ moments: MomentTally) -> [Measurement] {
    let names = moments.columns.dropFirst().compactMap { name(of: $0) }
    guard !names.isEmpty, names.count == moments.columns.count - 1 else { return [] }
    let isOfItems = moments.columns.contains { if case .perception = $0 { true } else { false } }
    let drivers = KeyDrivers(IntegerMoments(moments))
    let n = drivers.n
    var whole = Measurement(key: key(isOfItems && comparesDimensions ? outcome + "~items" : outcome), n: n)
    whole.set(.n, Figure(Double(n), n: n))
    whole.record(.r2, gated(drivers, drivers.r2), n: n)
    let contrast = contrast(like: moments)
    var each = zip(names, drivers.drivers).enumerated().map { index, pair in
      var measurement = Measurement(key: key("\(outcome)~\(pair.0)"), n: n)
      measurement.record(.lmg, gated(drivers, pair.1.share), n: n)
      measurement.record(.lmgShare, gated(drivers, pair.1.relativeShare), n: n)
      measurement.record(.beta, gated(drivers, pair.1.beta), n: n)
      measurement.record(.correlation, pair.1.correlation, n: n)
      if let contrast { record(contrast.effects[index], n: contrast.n, in: &measurement) }
      return measurement
    }
    let ranking = moments.driverRanking(confidence: confidence)
    if let ranking { record(ranking, gate: { gated(drivers, $0) }, in: &each) }
    if drivers.gate == .open { recordQuadrants(drivers, ranking, moments, in: &each) }
    return [whole] + each
  }

  private var comparesDimensions: Bool {
    tally.moments.contains { moments in moments.columns.contains { if case .score = $0 { true } else { false } } }
  }

  /// With fewer rows than max(50, 10p) a regression says nothing.
  private func gated(_ drivers: KeyDrivers, _ estimate: Estimate) -> Estimate {
    switch drivers.gate {
    case .tooFewRows: .unavailable(.tooFew)
    case .open, .explainsLittle, .closed: estimate
    }
  }

  private func name(of column: MomentTally.Column) -> String? {
    switch column {
    case .score(let dimension, _): dimension
    case .perception(let item): definition.items[item].id
    case .expectation, .difference, .outcome, .low, .high, .lowItem, .highItem: nil
    }
  }

  private func record(_ effect: PenaltyReward.Effect, n: Int, in measurement: inout Measurement) {
    measurement.record(.penalty, effect.low, n: n)
    measurement.record(.penaltySE, effect.lowSE, n: n)
    measurement.record(.reward, effect.high, n: n)
    measurement.record(.rewardSE, effect.highSE, n: n)
    measurement.record(.asymmetry, effect.asymmetry, n: n)
  }

  /// The penalty–reward contrast of the same attributes.
  private func contrast(like moments: MomentTally) -> PenaltyReward? {
    let flags = moments.columns.dropFirst().flatMap { column -> [MomentTally.Column] in
      switch column {
      case .score(let dimension, _): [.low(dimension: dimension), .high(dimension: dimension)]
      case .perception(let item): [.lowItem(item), .highItem(item)]
      case .expectation, .difference, .outcome, .low, .high, .lowItem, .highItem: []
      }
    }
    let columns = moments.columns.prefix(1) + flags
    guard let found = tally.moments.first(where: { $0.columns == Array(columns) }) else { return nil }
    let attributes = (0..<(flags.count / 2)).map { PenaltyReward.Attribute(low: 1 + 2 * $0, high: 2 + 2 * $0) }
    return PenaltyReward(IntegerMoments(found), outcome: 0, attributes: attributes)
  }
}
