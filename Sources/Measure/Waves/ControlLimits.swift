import Audit
import Statistics

/// How far an outcome varies from wave to wave where nothing special happens, and which waves fall out of it.
///
/// Source: methodology 5.4. Shares are on a p chart, or p′ where that would cry wolf; means and the NPS on a chart of single
/// values (XmR). The first eight waves that asked the same fix the limits. Of fewer waves there are no such figures.
struct ControlLimits {
  private static let baseline = 8

  /// The survey with limits on its outcomes of everyone; those that stood there are made anew from what is shown.
  static func added(to survey: MeasuredSurvey) -> MeasuredSurvey {
    guard survey.waves.count >= baseline, let latest = survey.latest else { return survey }
    var survey = survey
    for outcome in latest.definition.outcomes {
      let waves = survey.waves.indices.filter { index in
        latest.definition.obstacle(.outcome, outcome.id, since: survey.waves[index].definition) == nil
          && survey.waves[index].all?.measurement(.outcome, outcome.id) != nil
      }
      guard waves.count >= baseline else { continue }
      let measured = waves.compactMap { survey.waves[$0].all?.measurement(.outcome, outcome.id) }
      for (index, measurement) in zip(waves, limited(measured, outcome)) { survey.waves[index].replace(measurement) }
    }
    return survey
  }

  /// The outcome of each wave with its limits, or why there are none; as it is where it is withheld.
  private static func limited(_ waves: [Measurement], _ outcome: Outcome) -> [Measurement] {
    var waves = waves
    let places = waves.indices.filter { waves[$0][outcome.unweightedHeadline(waves[$0]).value] != nil }
    let shown = places.map { waves[$0] }
    let (centre, points) = chart(shown, outcome)
    for (place, point) in zip(places, points) {
      let n = waves[place].n ?? 0
      let side = point.outside ?? point.run
      let signal = point.low.map { _ in side.map { $0 == .above ? 1.0 : -1 } ?? 0 }
      waves[place].record(.controlCentre, centre, n: n)
      waves[place].record(.controlLow, point.low, n: n)
      waves[place].record(.controlHigh, point.high, n: n)
      waves[place].record(.controlSignal, signal, n: n)
    }
    return waves
  }

  private static func chart(_ waves: [Measurement], _ outcome: Outcome) -> (centre: Estimate, points: [ChartPoint]) {
    let values = waves.map { ($0[outcome.unweightedHeadline($0).value] ?? 0, $0.n ?? 0) }
    let isShare = waves.first.map { [.top2Share, .share].contains(outcome.unweightedHeadline($0).value) } ?? false
    guard isShare else {
      let chart = IndividualsChart(values: values.map(\.0), baseline: baseline)
      return (chart.centre, chart.points)
    }
    let shares = values.map { share, n in Proportion(successes: Int((share * Double(n)).rounded()), n: n) }
    let chart = ProportionChart(shares, baseline: baseline)
    return (chart.centre, chart.points)
  }
}

extension MeasuredWave {
  /// In the place of everyone's measurement of the same subject.
  fileprivate mutating func replace(_ measurement: Measurement) {
    guard let all = slices.indices.first,
      let place = slices[all].measurements.firstIndex(where: { $0.key == measurement.key })
    else { return }
    slices[all].measurements[place] = measurement
  }
}
