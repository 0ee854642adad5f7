import Audit

/// Figures of a shown subject that are made of hidden ones.
///
/// Raked figures are sums over the values of the raked segments, whose shares are known. Comparisons at the same
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
    hideWeightedComparisons()
    hideMixes()
  }

  /// In each slice, what a withheld value of a raked segment would be told by; few of them need not be a slice for that.
  private mutating func hideRaked() {
    let raked = Set(wave.definition.rake.map { wave.definition.segments[$0.segment].id })
    guard !raked.isEmpty else { return }
    hidesWeights = wave.slices.contains { isRaked($0, by: raked, within: .all) && mask.slices.contains($0.slice) }
    for slice in wave.slices {
      let values = wave.slices.filter { isRaked($0, by: raked, within: slice.slice) }
      for measurement in slice.measurements where measurement.key.kind.isCountedBySlice {
        let isSecret =
          mask.hasFewRaked(measurement)
          || values.contains { isHidden(measurement.key, in: $0, andGap: true) }
        if isSecret { hideWeighted(measurement) }
      }
    }
  }

  /// A slice adds values of raked segments, and nothing else, to another one.
  private func isRaked(_ slice: MeasuredSlice, by raked: Set<String>, within whole: Slice) -> Bool {
    let others = slice.slice.parts.filter { !whole.parts.contains($0) }
    return !others.isEmpty && others.allSatisfy { raked.contains($0.segment) }
      && others.count + whole.parts.count == slice.slice.parts.count
  }

  private mutating func hideWeighted(_ measurement: Measurement) {
    let weighted = measurement.figures.keys.filter { $0.isWeighted || $0 == .effectiveN }
    if !weighted.isEmpty { figures[measurement.key, default: []].formUnion(weighted) }
  }

  /// A value against the rest tells what all values do, under raked weights and under those of a column.
  private mutating func hideWeightedComparisons() {
    for segment in wave.definition.segments {
      let values = wave.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      for measure in ComparedMeasure.all(of: wave.definition) where values.contains(where: { hides(measure, in: $0) }) {
        for value in values {
          value.measurement(.parity, "\(segment.id)/\(measure.id)").map { hideWeighted($0) }
        }
      }
    }
  }

  /// What is weighted of a measure's subject is hidden in a slice.
  private func hides(_ measure: ComparedMeasure, in slice: MeasuredSlice) -> Bool {
    let (kind, subject) = measure.subject
    guard let key = slice.measurement(kind, subject)?.key else { return false }
    return figures[key]?.contains(where: \.isWeighted) ?? false || mask.hidesWeighted(measure, slice)
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
  fileprivate static let atTheSameTouchpoints: [Statistic] = [
    .cmhChi2, .cmhP, .cmhOddsRatio, .cmhDifference, .cmhRawDifference, .cmhReversed,
  ]
}
