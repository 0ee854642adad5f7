extension Outcome {
  /// The figure that stands for it, and the ends of its interval.
  package func headline(_ measurement: Measurement) -> (value: Statistic, low: Statistic, high: Statistic) {
    switch kind {
    case .nps: (.nps, .npsLow, .npsHigh)
    case .csat: measurement[.top2Share] == nil ? (.mean, .meanLow, .meanHigh) : (.top2Share, .top2Low, .top2High)
    case .ces: (.mean, .meanLow, .meanHigh)
    case .yes: (.share, .shareLow, .shareHigh)
    }
  }
}
