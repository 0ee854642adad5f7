import Statistics
import TestSupport
import Testing

/// Control charts: example X18 of the methodology, limits and signals.
@Suite struct ChartTests {
  static let flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
  static let failures = zip([12, 15, 9, 14, 30, 11, 13, 10], [100, 110, 95, 105, 120, 100, 108, 98]).map {
    Proportion(successes: $0, n: $1)
  }

  @Test func flowOfTheHandbook() {
    let chart = IndividualsChart(values: Self.flow, baseline: 10)
    #expect(printed(chart.centre, as: 50.81))
    #expect(printed(chart.meanRange, as: 1.877778))
    #expect(printed(chart.low, as: 45.815910))
    #expect(printed(chart.high, as: 55.804090))
    #expect(chart.rangeLimit.value.map { printed($0, as: 3.267 * 1.8777777778) } == true)
    #expect(chart.points.allSatisfy { !$0.isSignal } && chart.largeSteps.isEmpty)
    let counts = Self.flow.map { Counts(values: [Int(($0 * 10).rounded())], counts: [1], denominator: 10) }
    #expect(IndividualsChart(counts, baseline: 10) == chart)
  }

  @Test func sharesThatVaryMoreThanChanceGetWiderLimits() {
    let chart = ProportionChart(Self.failures)
    #expect(printed(chart.centre, as: 0.136364))
    #expect(printed(chart.spread, as: 1.475946))
    let (narrow, wide) = (chart.limits(n: 120, rule: .p), chart.limits(n: 120, rule: .laney))
    #expect(printed(narrow.low, as: 0.042381) && printed(narrow.high, as: 0.230346))
    #expect(printed(wide.high, as: 0.275076))
    #expect(chart.rule == .laney)
    #expect(chart.points[4].value == 0.25 && chart.points[4].high == wide.high)
    #expect(chart.points.allSatisfy { !$0.isSignal })
  }

  @Test func theRuleIsLaneysWhereAnswersAreMany() {
    let (few, many) = (Proportion(successes: 50, n: 500), Proportion(successes: 50, n: 501))
    let other = Proportion(successes: 48, n: 500)
    let waves = [few, other, few, few, other, few, other, few]
    #expect(ProportionChart(waves).rule == .p)
    #expect(ProportionChart(waves + [many]).rule == .laney)
    #expect(ProportionChart([many] + waves).rule == .laney)
  }

  @Test func aWaveOutsideTheLimitsIsASignal() {
    let calm = [10, 12, 9, 11, 10, 12, 9, 11].map { Proportion(successes: $0, n: 100) }
    let chart = ProportionChart(calm + [Proportion(successes: 30, n: 100), Proportion(successes: 0, n: 100)])
    #expect(chart.rule == .p)
    #expect(chart.points.map(\.outside) == Array(repeating: nil, count: 8) + [.above, .below])
    #expect(ProportionChart(calm) == ProportionChart(calm, baseline: 8))
    // Limits are those of the baseline, whatever comes later.
    #expect(chart.centre == ProportionChart(calm).centre && chart.spread == ProportionChart(calm).spread)
    let values = IndividualsChart(values: [5, 6, 5, 6, 5, 6, 5, 6, 12, 1])
    #expect(values.points.map(\.outside).suffix(2) == [.above, .below])
    #expect(values.largeSteps == [8, 9])
  }

  @Test func eightInARowOnOneSideAreASignal() {
    let baseline: [Double] = [4, 6, 4, 6, 4, 6, 4, 6]
    let chart = IndividualsChart(values: baseline + [Double](repeating: 5.5, count: 8))
    // The last wave of the baseline is above as well.
    #expect(chart.points.map(\.run) == Array(repeating: nil, count: 14) + [.above, .above])
    let broken = IndividualsChart(values: baseline + [5.5, 5.5, 5.5, 5, 5.5, 5.5, 5.5, 5.5, 4.9])
    #expect(broken.points.allSatisfy { $0.run == nil })
    let low = IndividualsChart(values: baseline + [4] + [Double](repeating: 4.9, count: 7))
    #expect(low.points.last?.run == .below && low.points.dropLast().allSatisfy { $0.run == nil })
    let centre = IndividualsChart(values: baseline + [Double](repeating: 5, count: 20))
    #expect(centre.points.allSatisfy { !$0.isSignal })
  }

  @Test func sidesOfSharesAreExact() {
    // Each wave is one third exactly, in thirds that doubles round differently.
    let waves = (1...20).map { Proportion(successes: 7 * $0, n: 21 * $0) }
    let chart = ProportionChart(waves)
    #expect(chart.points.allSatisfy { $0.run == nil && $0.outside == nil })
    #expect(chart.spread == .value(0) && chart.rule == .p)
  }

  @Test func fewWavesHaveNoLimits() {
    let shares = ProportionChart(Array(Self.failures.prefix(7)))
    #expect(shares.centre == .unavailable(.tooFew) && shares.points.count == 7)
    #expect(shares.points.allSatisfy { $0.low == .unavailable(.tooFew) && !$0.isSignal })
    let values = IndividualsChart(values: [1, 2, 3])
    for estimate in [values.centre, values.meanRange, values.low, values.high, values.rangeLimit] {
      #expect(estimate == .unavailable(.tooFew))
    }
    #expect(values.points.map(\.value) == [1, 2, 3] && values.ranges == [1, 1])
    #expect(ProportionChart([]).centre == .unavailable(.noData))
    #expect(IndividualsChart(values: []).high == .unavailable(.noData))
  }

  @Test func wavesWithoutRowsAreLeftOut() {
    let empty = Proportion(successes: 0, n: 0)
    let chart = ProportionChart([empty] + Self.failures.prefix(3) + [empty] + Self.failures.suffix(5))
    #expect(chart.centre == ProportionChart(Self.failures).centre)
    #expect(chart.points.map(\.wave) == [1, 2, 3, 5, 6, 7, 8, 9])
    let waves = [Counts(observations: [3]), Counts(observations: []), Counts(observations: [5])]
    #expect(IndividualsChart(waves, baseline: 2).points.map(\.wave) == [0, 2])
  }

  @Test func wavesThatDoNotVaryHaveNoLimits() {
    let nobody = [Proportion](repeating: Proportion(successes: 0, n: 50), count: 8)
    let chart = ProportionChart(nobody + [Proportion(successes: 1, n: 50)])
    #expect(chart.centre == .value(0) && chart.spread == .unavailable(.zeroVariance))
    #expect(chart.points.allSatisfy { $0.high == .unavailable(.zeroVariance) && $0.outside == nil })
    let same = IndividualsChart(values: [Double](repeating: 0.1, count: 9))
    #expect(same.meanRange == .value(0) && same.low == .unavailable(.zeroVariance))
    #expect(same.points.allSatisfy { !$0.isSignal })
    let level = [Proportion](repeating: Proportion(successes: 60, n: 600), count: 8)
    #expect(ProportionChart(level).points[0].high == .unavailable(.zeroVariance))
  }

  @Test func limitsHoldTheCentreAndStayInRange() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let waves = (0..<Int.random(in: 8...14, using: &generator)).map { _ in
        let n = Int.random(in: 1...800, using: &generator)
        return Proportion(successes: Int.random(in: 0...n, using: &generator), n: n)
      }
      let chart = ProportionChart(waves)
      for point in chart.points {
        guard let low = point.low.value, let high = point.high.value, let centre = chart.centre.value else { continue }
        #expect(0 <= low && low <= centre && centre <= high && high <= 1)
        #expect((point.outside != nil) == (point.value < low || point.value > high))
      }
    }
  }
}
