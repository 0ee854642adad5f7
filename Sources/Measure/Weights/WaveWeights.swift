import Audit
import Statistics

/// The weights of one wave's rows, of a column or raked, and what they cost.
struct WaveWeights {
  private enum Source {
    case column(WeightTally)
    case raked(RakedWeights, [RakedSlice])
  }

  private let source: Source
  private let definition: SurveyDefinition

  /// Nil where a wave is not weighted, or cannot be.
  init?(_ wave: SurveyWave) {
    definition = wave.definition
    if let tally = wave.tally.weights {
      source = .column(tally)
    } else if let raked = RakedWeights(wave), raked.raking.outcome == .raked {
      source = .raked(raked, wave.tally.rakedSlices)
    } else {
      return nil
    }
  }

  /// The weighted rows of a slice.
  func rows(of slice: Slice) -> SliceWeights? {
    switch source {
    case .column(let tally):
      return tally.slices.first { $0.slice == slice }.map { SliceWeights(column: $0, of: definition) }
    case .raked(let raked, let slices):
      let weights = raked.weights
      return slices.first { $0.slice == slice }.map { found in
        let cells = found.cells.filter { weights[$0.slice] != nil }
        return SliceWeights(
          cells: cells, weights: cells.compactMap { weights[$0.slice] },
          areStrata: raked.areCellsStrata && slice == .all, of: definition)
      }
    }
  }

  /// Weights of a column are kept as w·10⁶.
  private static let unit = 1e6

  /// The figures of the weights themselves.
  func measurement(_ key: MeasurementKey) -> Measurement {
    switch source {
    case .column(let tally): measurement(key, tally)
    case .raked(let raked, _): measurement(key, raked.raking.kish)
    }
  }

  private func measurement(_ key: MeasurementKey, _ kish: KishEffect) -> Measurement {
    var measurement = Measurement(key: key, n: kish.n)
    measurement.record(.deff, kish.deff, n: kish.n)
    measurement.record(.effectiveN, kish.effectiveN, n: kish.n)
    measurement.record(.leastWeight, kish.least, n: kish.n)
    measurement.record(.mostWeight, kish.most, n: kish.n)
    return measurement
  }

  private func measurement(_ key: MeasurementKey, _ tally: WeightTally) -> Measurement {
    let n = tally.n
    var measurement = Measurement(key: key, n: n)
    let (sum, squares) = (Double(tally.sum), Double(tally.squares))
    guard n > 0, sum > 0 else {
      measurement.record([.deff, .effectiveN, .leastWeight, .mostWeight], unavailable: .noData, n: n)
      return measurement
    }
    measurement.record(.deff, .value(Double(n) * squares / (sum * sum)), n: n)
    measurement.record(.effectiveN, .value(sum * sum / squares), n: n)
    measurement.record(.leastWeight, .value(Double(tally.minimum) / Self.unit), n: n)
    measurement.record(.mostWeight, .value(Double(tally.maximum) / Self.unit), n: n)
    return measurement
  }
}
