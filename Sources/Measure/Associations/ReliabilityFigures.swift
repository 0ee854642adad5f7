import Audit
import Statistics

/// Whether the items of a dimension hang together (methodology 2.6), of everyone, on the rows that answered all of them.
struct ReliabilityFigures {
  /// What of the items is looked at.
  enum Part: CaseIterable {
    case perceptions, expectations, gaps

    /// Behind the dimension's id.
    fileprivate var suffix: String {
      switch self {
      case .perceptions: ""
      case .expectations: ":expectation"
      case .gaps: ":gap"
      }
    }

    fileprivate func column(_ item: Int) -> MomentTally.Column {
      switch self {
      case .perceptions: .perception(item)
      case .expectations: .expectation(item)
      case .gaps: .difference(item)
      }
    }
  }

  let tally: WaveTally
  let definition: SurveyDefinition
  let confidence: Double

  /// Adds the figures of perceptions to the measurements of dimensions and items.
  func add(to measurements: inout [Measurement]) {
    for set in definition.sets where set.kind == .dimension {
      guard let (found, error) = reliability(of: set, .perceptions) else { continue }
      for index in measurements.indices {
        let key = measurements[index].key
        if key.kind == .dimension, key.subject == set.subject { record(found, error, in: &measurements[index]) }
        guard key.kind == .item, let place = set.items.firstIndex(where: { definition.items[$0].id == key.subject })
        else { continue }
        measurements[index].record(.alphaWithout, found.items[place].alphaWithout, n: found.n)
        measurements[index].record(.itemRestR, found.items[place].itemRest, n: found.n)
      }
    }
  }

  /// The figures of expectations and gaps, which have subjects of their own.
  func others(_ key: (String) -> MeasurementKey) -> [Measurement] {
    definition.sets.filter { $0.kind == .dimension }.flatMap { set in
      [Part.expectations, .gaps].compactMap { part in
        guard let (found, error) = reliability(of: set, part) else { return nil }
        var measurement = Measurement(key: key(set.subject + part.suffix), n: found.n)
        record(found, error, in: &measurement)
        return measurement
      }
    }
  }

  private func record(_ found: Reliability, _ error: Estimate?, in measurement: inout Measurement) {
    if let error { measurement.record(.alphaSE, error, n: found.n) }
    measurement.record(.alpha, found.alpha, n: found.n)
    measurement.record(.alphaStandardised, found.standardized, n: found.n)
    measurement.record(.alphaLow, found.low, n: found.n)
    measurement.record(.alphaHigh, found.high, n: found.n)
    measurement.record(.averageR, found.averageCorrelation, n: found.n)
  }

  /// With the standard error of α, where groups were counted. Nil for a dimension of one item, or of which nothing was.
  private func reliability(of set: ItemSet, _ part: Part) -> (found: Reliability, error: Estimate?)? {
    let items = part == .perceptions ? set.items : set.items.filter { definition.items[$0].comparison == .expectation }
    let columns = items.map(part.column)
    guard let moments = tally.moments.first(where: { $0.columns == columns }), columns.count > 1 else { return nil }
    return (Reliability(IntegerMoments(moments), confidence: confidence), moments.jackknifedAlpha?.se)
  }
}

extension IntegerMoments {
  /// The moments that a scan has counted.
  init(_ tally: MomentTally) {
    self.init(n: tally.n, sums: tally.sums.map { Int128($0) }, products: tally.products)
  }
}
