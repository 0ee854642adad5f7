import Audit
import Statistics

/// How much units differ, and where each of them stands (methodology 7).
///
/// Single items are compared over all units together; unit by unit stands what items add up to.
struct UnitFigures {
  let survey: String
  let wave: SurveyWave
  let rules: MeasureRules

  var measurements: [Measurement] {
    guard wave.tally.unitTallies.count > 1 else { return [] }
    return ComparedMeasure.all(of: wave.definition).flatMap { measure in
      figures(measure, wave.tally.unitTallies.map { measure.values($0) })
    }
  }

  /// The units together, then one by one.
  private func figures(_ measure: ComparedMeasure, _ samples: [Counts]) -> [Measurement] {
    let moments = samples.map { Moments($0) }
    let variance = UnitVariance(moments: moments)
    var whole = together(measure, samples, variance)
    addError(to: &whole, measure, samples)
    return measure.isItem ? [whole] : [whole] + oneByOne(measure, moments, variance)
  }

  private func together(_ measure: ComparedMeasure, _ samples: [Counts], _ variance: UnitVariance) -> Measurement {
    let spread = UnitVariance.brownForsythe(samples)
    let n = variance.n
    var measurement = Measurement(key: key(measure.id), n: n)
    let figures: [(Statistic, Estimate)] = [
      (.icc1, variance.icc), (.msBetween, variance.between), (.msWithin, variance.within),
      (.n0, variance.typicalSize), (.varBetween, variance.variance), (.f, variance.f), (.p, variance.p),
      (.reliability, variance.reliability), (.brownForsytheF, spread.f), (.brownForsytheP, spread.p),
    ]
    for (statistic, estimate) in figures { measurement.record(statistic, estimate, n: n) }
    measurement.record([.q], unavailable: .noFamily, n: n)
    return measurement
  }

  private func oneByOne(
    _ measure: ComparedMeasure, _ moments: [Moments], _ variance: UnitVariance
  ) -> [Measurement] {
    let shrunken = ShrunkenMeans(moments: moments, variance: variance)
    let funnel = Funnel(moments: moments, variance: variance)
    let tested = funnel.units.map { $0.n < rules.minimumCell ? nil : $0.p.value }
    let adjusted = benjaminiHochberg(tested)
    return moments.indices.map { index in
      let n = moments[index].n
      var measurement = Measurement(
        key: key("\(measure.id)/\(wave.tally.unitTallies[index].unit)"), n: n, figures: Figures(capacity: 7))
      measurement.set(.n, Figure(Double(n), n: n))
      measurement.record(.mean, shrunken.units[index].mean, n: n)
      measurement.record(.shrunkenMean, shrunken.units[index].shrunken, n: n)
      measurement.record(.funnelLow, funnel.units[index].low, n: n)
      measurement.record(.funnelHigh, funnel.units[index].high, n: n)
      measurement.record(.funnelP, funnel.units[index].p, n: n)
      measurement.set(
        .funnelQ,
        adjusted[index].map { Figure($0, n: n) }
          ?? Figure(unavailable: measurement.figure(.funnelP)?.reason ?? .suppressed, n: n))
      return measurement
    }
  }

  private func key(_ subject: String) -> MeasurementKey {
    MeasurementKey(survey: survey, wave: wave.wave.label, slice: .all, kind: .unit, subject: subject)
  }
}
