extension Statistic {
  /// Scales with more levels have no share of the two best or the two lowest answers.
  package static let mostTop2Levels = 7
}

extension Outcome {
  /// The figure that stands for it, as far as that is known before any answer is counted.
  package var headline: Statistic {
    switch kind {
    case .nps: .nps
    case .csat: scale.levels <= Statistic.mostTop2Levels ? .top2Share : .mean
    case .ces: .mean
    case .yes: .share
    }
  }

  /// The figure that stands for it, and the ends of its interval; under weights where the wave is weighted.
  package func headline(_ measurement: Measurement) -> (value: Statistic, low: Statistic, high: Statistic) {
    let (value, low, high) = unweightedHeadline(measurement)
    return (measurement.deciding(value), measurement.deciding(low), measurement.deciding(high))
  }

  /// The same whatever the weights.
  package func unweightedHeadline(
    _ measurement: Measurement
  ) -> (value: Statistic, low: Statistic, high: Statistic) {
    switch kind {
    case .nps: (.nps, .npsLow, .npsHigh)
    case .csat: measurement[.top2Share] == nil ? (.mean, .meanLow, .meanHigh) : (.top2Share, .top2Low, .top2High)
    case .ces: (.mean, .meanLow, .meanHigh)
    case .yes: (.share, .shareLow, .shareHigh)
    }
  }
}
