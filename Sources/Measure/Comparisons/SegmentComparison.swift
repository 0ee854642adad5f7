import Audit
import Statistics

/// Whether a segment's values are served alike: all of them together, and each against all others (methodology 4.1).
///
/// Rows that name no value of the segment are on neither side. Tests of ranks and of all values together are of unweighted
/// rows. q values come later, from all tests of the wave.
struct SegmentComparison {
  let survey: String
  let wave: SurveyWave
  let weights: WaveWeights?
  let rules: MeasureRules

  /// Kinds `segment`, for `all`, and `parity`, by the slice that is held against the rest.
  var measurements: (all: [Measurement], bySlice: [Slice: [Measurement]]) {
    var all: [Measurement] = []
    var bySlice: [Slice: [Measurement]] = [:]
    let measures = ComparedMeasure.all(of: wave.definition)
    for segment in wave.definition.segments {
      let slices = wave.tally.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      guard slices.count > 1 else { continue }
      let weighted = weighted(slices.map(\.slice))
      let mix = TouchpointMix(slices, of: wave.definition)
      for measure in measures {
        let samples = slices.map { measure.sample($0) }
        let whole = samples.dropFirst().reduce(samples[0]) { $0.joined($1) }
        let subject = "\(segment.id)/\(measure.id)"
        all.append(omnibus(key(.segment, subject, .all), samples))
        for index in slices.indices {
          let rest = whole.without(samples[index])
          var found = parity(key(.parity, subject, slices[index].slice), samples[index], rest, measure)
          if let weighted { add(weighted, at: index, measure, to: &found) }
          if measure.id == MeasureID.overall { mix?.add(to: &found, slice: index) }
          bySlice[slices[index].slice, default: []].append(found)
        }
      }
    }
    return (all, bySlice)
  }

  /// The weighted rows of each value; nil without weights.
  private func weighted(_ slices: [Slice]) -> [SliceWeights]? {
    let found = slices.compactMap { weights?.rows(of: $0) }
    return found.count == slices.count ? found : nil
  }

  /// Adds the same difference under weights: two independent weighted means.
  private func add(
    _ slices: [SliceWeights], at own: Int, _ measure: ComparedMeasure, to measurement: inout Measurement
  ) {
    let rows = slices.map { measure.rows($0) }
    guard let rest = rows.indices.filter({ $0 != own }).map({ rows[$0] }).reduce(nil, { $0?.joined($1) ?? $1 })
    else { return }
    let test = WelchTest(
      rows[own].sample(confidence: rules.confidence), rest.sample(confidence: rules.confidence),
      confidence: rules.confidence)
    let n = rows.reduce(0) { $0 + $1.n }
    measurement.record(weighted: test, n: n)
    let margin = rules.parityMargin(of: measure)
    measurement.record(.weightedTostP, Equivalence(test, margin: margin).p, n: n)
  }

  private func key(_ kind: SubjectKind, _ subject: String, _ slice: Slice) -> MeasurementKey {
    MeasurementKey(survey: survey, wave: wave.wave.label, slice: slice, kind: kind, subject: subject)
  }

  private func omnibus(_ key: MeasurementKey, _ samples: [ComparedSample]) -> Measurement {
    let n = samples.reduce(0) { $0 + $1.values.n }
    var measurement = Measurement(key: key, n: n)
    let kruskal = KruskalWallis(samples.map(\.ranks))
    measurement.record(.kruskalH, kruskal.h, n: n)
    measurement.record(.kruskalP, kruskal.p, n: n)
    measurement.record(.kruskalEpsilon2, kruskal.epsilonSquared, n: n)
    let welch = WelchAnova(samples.map(\.values))
    measurement.record(.welchF, welch.f, n: n)
    measurement.record(.welchDF2, welch.df2, n: n)
    measurement.record(.welchP, welch.p, n: n)
    return measurement
  }

  private func parity(_ key: MeasurementKey, _ own: ComparedSample, _ rest: ComparedSample, _ measure: ComparedMeasure)
    -> Measurement
  {
    let n = own.values.n + rest.values.n
    // Nothing is shown where either side is of few.
    var measurement = Measurement(key: key, n: min(own.values.n, rest.values.n))
    let test = WelchTest(own.values, rest.values, confidence: rules.confidence)
    measurement.record(.difference, test.difference, n: n)
    measurement.record(.differenceLow, test.low, n: n)
    measurement.record(.differenceHigh, test.high, n: n)
    measurement.record(.differenceP, test.p, n: n)
    measurement.record([.differenceQ], unavailable: .noFamily, n: n)
    let cliff = CliffDelta(own.ranks, rest.ranks, confidence: rules.confidence)
    measurement.record(.cliff, cliff.delta, n: n)
    measurement.record(.cliffLow, cliff.low, n: n)
    measurement.record(.cliffHigh, cliff.high, n: n)
    measurement.record(.tostP, Equivalence(test, margin: rules.parityMargin(of: measure)).p, n: n)
    return measurement
  }
}
