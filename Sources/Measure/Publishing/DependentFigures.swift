import Audit

/// Figures of a shown subject that are made of hidden ones.
///
/// Raked figures of everyone are sums over the values of the raked segments, whose shares are known. Comparisons at the same
/// touchpoints are sums over touchpoints.
struct DependentFigures {
  private let wave: MeasuredWave
  private let mask: SuppressionMask
  private(set) var figures: [MeasurementKey: Set<Statistic>] = [:]
  /// How uneven raked weights are tells the size of values.
  private(set) var hidesWeights = false

  init(_ wave: MeasuredWave, _ mask: SuppressionMask) {
    self.wave = wave
    self.mask = mask
    hideRaked()
    hideMixes()
  }

  private mutating func hideRaked() {
    let raked = Set(wave.definition.rake.map { wave.definition.segments[$0.segment].id })
    guard !raked.isEmpty, let all = wave.all else { return }
    let values = wave.slices.filter { slice in
      !slice.slice.parts.isEmpty && slice.slice.parts.allSatisfy { raked.contains($0.segment) }
    }
    hidesWeights = values.contains { mask.slices.contains($0.slice) }
    for measurement in all.measurements where measurement.key.kind.isCountedBySlice {
      let weighted = measurement.figures.keys.filter(\.isWeighted)
      if !weighted.isEmpty, values.contains(where: { isHidden(measurement.key, in: $0, andGap: true) }) {
        figures[measurement.key, default: []].formUnion(weighted)
      }
    }
  }

  private mutating func hideMixes() {
    guard let some = wave.all?.measurements.first?.key else { return }
    let touchpoints = wave.definition.sets.filter { $0.kind == .touchpoint }.map { set in
      MeasurementKey(survey: some.survey, wave: some.wave, kind: set.kind, subject: set.subject)
    }
    for segment in wave.definition.segments {
      let values = wave.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      let isSecret = touchpoints.contains { tellsHidden($0, values) }
      for value in values where isSecret || touchpoints.contains(where: { isHidden($0, in: value) }) {
        let key = MeasurementKey(
          survey: some.survey, wave: some.wave, slice: value.slice, kind: .parity,
          subject: "\(segment.id)/\(MeasureID.overall)")
        figures[key, default: []].formUnion(Statistic.atTheSameTouchpoints)
      }
    }
  }

  /// How many name a value at a touchpoint would give a hidden count away.
  private func tellsHidden(_ touchpoint: MeasurementKey, _ values: [MeasuredSlice]) -> Bool {
    let hidden = values.filter { isHidden(touchpoint, in: $0) }
    if let all = wave.all, isHidden(touchpoint, in: all) { return true }
    return !hidden.isEmpty
      && sumGivesAway(hidden.map { $0.measurement(touchpoint.kind, touchpoint.subject).map(\.n) ?? 0 }, mask.minimum)
  }

  private func isHidden(_ key: MeasurementKey, in slice: MeasuredSlice, andGap: Bool = false) -> Bool {
    var key = key
    key.slice = slice.slice
    return mask.subjects.contains(key) || (andGap && mask.figures[key]?.contains(.gapMean) == true)
  }
}

extension Statistic {
  /// Under the weights of rows.
  fileprivate var isWeighted: Bool { rawValue.hasSuffix(".weighted") }

  fileprivate static let atTheSameTouchpoints: [Statistic] = [
    .cmhChi2, .cmhP, .cmhOddsRatio, .cmhDifference, .cmhRawDifference, .cmhReversed,
  ]
}
