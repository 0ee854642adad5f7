import Audit

/// Figures of one cell in one wave, written by hand; the defaults are a clear major deficiency.
struct CellFigures {
  var n: Int? = 200
  var comparison = Item.Comparison.expectation
  var scale = (minimum: 1, maximum: 7)
  /// Mean distance to the target.
  var mean: Double? = -1.2
  var q: Double? = 0.001
  var effect: Double? = -0.8
  var effectReason: Reason?
  var failed: Double? = 0.35
  var failedLow: Double? = 0.29
  var failedHigh: Double? = 0.42
  var shortfalls = 70.0
  var surpluses = 2.0
  var signQ: Double? = 0.001
  var expected = 6.0
  var satisfied = 0.4
  /// Share below their own minimum, of a zone of tolerance.
  var below = 0.2
  /// Mean distance to what is desired, of a zone of tolerance.
  var desired: Double?
  var error: Double?
  var severity = 20.0
  var burden = 10.0
  var credibility: Double?

  func measurement(_ key: MeasurementKey) -> Measurement {
    guard let n else { return Measurement(key: key, n: nil) }
    var measurement = Measurement(key: key, n: n)
    func set(_ statistic: Statistic, _ value: Double?) {
      if let value { measurement.set(statistic, Figure(value, n: n)) }
    }
    let isSatisfaction = comparison == .none
    let isZone = comparison == .zone
    set(isSatisfaction ? .targetMean : isZone ? .msaMean : .gapMean, mean)
    set(isSatisfaction ? .targetQ : isZone ? .msaQ : .gapQ, q)
    set(isSatisfaction ? .targetDz : isZone ? .msaDz : .gapDz, effect)
    if let effectReason {
      measurement.set(isSatisfaction ? .targetDz : isZone ? .msaDz : .gapDz, Figure(unavailable: effectReason, n: n))
    }
    if let mean, isZone {
      set(.msaLow, mean - 0.2)
      set(.msaHigh, mean + 0.2)
      set(.zoneBelow, below)
    }
    if let desired, isZone {
      set(.mssMean, desired)
      set(.mssLow, desired - 0.2)
      set(.mssHigh, desired + 0.2)
    }
    if let mean, !isSatisfaction, !isZone {
      set(.gapLow, mean - 0.2)
      set(.gapHigh, mean + 0.2)
      set(.expectationMean, expected)
    }
    if let mean, isSatisfaction {
      let target = Double(Scale(minimum: scale.minimum, maximum: scale.maximum)?.satisfiedFrom ?? 0)
      set(.targetLevel, target)
      set(.perceptionMean, target + mean)
      set(.perceptionLow, target + mean - 0.2)
      set(.perceptionHigh, target + mean + 0.2)
    }
    set(.failedShare, failed)
    set(.failedLow, failedLow)
    set(.failedHigh, failedHigh)
    if comparison == .expectation {
      set(.failedShortfalls, shortfalls)
      set(.failedSurpluses, surpluses)
      set(.failedSignQ, signQ)
    }
    set(.satisfiedShare, satisfied)
    set(.f1, severity / 100)
    set(.f1SE, error)
    set(.importance, 1)
    set(.severity, severity)
    set(.burden, burden)
    set(.credibility, credibility ?? Double(n) / Double(n + 20))
    return measurement
  }

  func changed(_ change: (inout CellFigures) -> Void) -> CellFigures {
    var copy = self
    change(&copy)
    return copy
  }
}
