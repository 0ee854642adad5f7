import Statistics
import TestSupport
import Testing

/// Example X20 of the methodology: answers of four sites.
private let x20 = [
  Counts(values: [4, 5, 6, 7], counts: [2, 5, 8, 5]), Counts(values: [3, 4, 5, 6], counts: [4, 6, 8, 2]),
  Counts(values: [2, 3, 4, 5, 6], counts: [3, 5, 9, 6, 2]), Counts(values: [5, 6, 7], counts: [4, 7, 4]),
]

@Suite struct UnitTests {
  @Test("X20: variance between sites, within, and the tests") func example() {
    let sites = UnitVariance(x20)
    #expect(sites.units == 4 && sites.n == 80)
    #expect(printed(sites.between, as: 20.475833) && printed(sites.within, as: 0.96))
    #expect(printed(sites.typicalSize, as: 19.791667) && printed(sites.variance, as: 0.986063))
    #expect(printed(sites.icc, as: 0.506696) && printed(sites.reliability, as: 0.953115))
    #expect(printed(sites.f, as: 21.328993) && sites.df1 == .value(3) && sites.df2 == .value(76))
    #expect(agree(sites.designEffect, 1 + 19 * (sites.icc.value ?? 0), within: 1e-15))
    let scatter = UnitVariance.brownForsythe(x20)
    #expect(printed(scatter.f, as: 0.853941) && printed(scatter.p, as: 0.468815))
  }

  @Test("Scipy's tests, and shrunken means and funnel in numpy", arguments: Fixtures.rows(Fixtures.units))
  func reference(row: [Double]) {
    var reader = FixtureReader(row)
    let samples = (0..<reader.whole()).map { _ in reader.counts() }
    let (sites, scatter) = (UnitVariance(samples), UnitVariance.brownForsythe(samples))
    for estimate in [sites.f, sites.p, scatter.f, scatter.p, sites.icc, sites.reliability] {
      #expect(agree(estimate, reader.number(), within: 1e-9))
    }
    for unit in ShrunkenMeans(samples).units { #expect(agree(unit.shrunken, reader.number(), within: 1e-9)) }
    let funnel = Funnel(samples)
    let limit = Normal.quantile(0.999)
    for unit in funnel.units {
      let z = reader.number()
      if samples.count < 10 {
        #expect(unit.z == .unavailable(.tooFew) && unit.low == .unavailable(.tooFew) && unit.isOutside == nil)
        continue
      }
      #expect(abs((unit.z.value ?? 99) - z) < 1e-9)
      #expect(unit.isOutside == (abs(z) > limit))
      #expect(agree(unit.p, Normal.twoSided(z), within: 1e-7))
    }
    #expect(reader.isAtEnd)
  }

  @Test("Scipy's rank correlations", arguments: Fixtures.rows(Fixtures.spearman))
  func spearman(row: [Double]) {
    var reader = FixtureReader(row)
    let count = reader.whole()
    let first = (0..<count).map { _ in reader.number() }
    let pairs = first.map { ($0, reader.number()) }
    let correlation = Spearman(pairs)
    #expect(correlation.n == count)
    #expect(agree(correlation.rho, reader.number(), within: 1e-9))
    #expect(agree(correlation.p, reader.number(), within: 1e-9))
    #expect(reader.isAtEnd)
  }

  @Test("Order and names of units, shifts and empty units change nothing; a scale scales")
  func properties() {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<200 {
      let units = (0..<Int.random(in: 2...15, using: &generator)).map { _ in
        Counts(observations: generator.observations(in: 1...7, atMost: 30))
      }
      let sites = UnitVariance(units)
      let order = Array(units.indices).shuffled(using: &generator)
      let turned = order.map { units[$0] } + [Counts(observations: [])]
      #expect(UnitVariance(turned) == sites)
      #expect(UnitVariance.brownForsythe(turned) == UnitVariance.brownForsythe(units))
      #expect(Array(ShrunkenMeans(turned).units.dropLast()) == order.map { ShrunkenMeans(units).units[$0] })
      #expect(Array(Funnel(turned).units.dropLast()) == order.map { Funnel(units).units[$0] })
      let scaled = units.map { unit in unit.map { 5 * $0 + 3 } }
      #expect(agree(UnitVariance(scaled).f, sites.f, within: 1e-9))
      #expect(agree(UnitVariance.brownForsythe(scaled).f, UnitVariance.brownForsythe(units).f, within: 1e-9))
      #expect(sites.icc.value.map { $0 <= 1 } ?? true)
      #expect(sites.p.value.map { $0 >= 0 && $0 <= 1 } ?? true)
    }
  }

  @Test("A shrunken mean lies between the unit's own and that of all; more rows keep more")
  func shrinking() {
    var generator = SeededGenerator(seed: 72)
    for _ in 0..<200 {
      let units = (0..<Int.random(in: 3...12, using: &generator)).map { _ in
        Counts(observations: generator.observations(in: 1...7, atMost: 20) + [3, 4])
      }
      let means = ShrunkenMeans(units)
      guard let centre = means.centre.value else {
        Issue.record("units with rows have a mean")
        continue
      }
      for unit in means.units {
        guard let own = unit.mean.value, let shrunken = unit.shrunken.value, let weight = unit.weight.value else {
          Issue.record("a unit with rows has a shrunken mean")
          continue
        }
        #expect(weight >= 0 && weight <= 1)
        #expect(min(own, centre) - 1e-12 <= shrunken && shrunken <= max(own, centre) + 1e-12)
      }
    }
    // Two lucky answers do not lead the list: the spread of others stands in for theirs.
    let (lucky, good) = (Counts(values: [7], counts: [2]), Counts(values: [5, 6, 7], counts: [20, 60, 120]))
    let rest = (0..<8).map { Counts(values: [2 + $0 % 2, 4, 6], counts: [20, 40, 20]) }
    let ranked = ShrunkenMeans([lucky, good] + rest).units
    #expect((ranked[0].mean.value ?? 0) > (ranked[1].mean.value ?? 9))
    #expect((ranked[0].shrunken.value ?? 9) < (ranked[1].shrunken.value ?? 0))
  }

  @Test("Edges: no rows, one unit, one row a unit, no spread within, equal means")
  func edges() {
    let none = Counts(observations: [])
    #expect(UnitVariance([]).between == .unavailable(.noData) && UnitVariance([none]).icc == .unavailable(.noData))
    #expect(UnitVariance([x20[0], none]).between == .unavailable(.nLt2))
    let singles = UnitVariance([1, 2, 3].map { Counts(observations: [$0]) })
    #expect(singles.within == .unavailable(.nLt2) && singles.p == .unavailable(.nLt2))
    #expect(ShrunkenMeans([1, 2, 3].map { Counts(observations: [$0]) }).units[0].shrunken == .unavailable(.nLt2))
    let apart = UnitVariance([[1, 1], [3, 3]].map { Counts(observations: $0) })
    #expect(apart.f == .unavailable(.zeroVariance) && apart.icc == .value(1))
    let constant = UnitVariance([[2, 2], [2, 2]].map { Counts(observations: $0) })
    #expect(constant.icc == .unavailable(.zeroVariance) && constant.reliability == .unavailable(.zeroVariance))
    let level = UnitVariance([[1, 3], [0, 4]].map { Counts(observations: $0) })
    #expect(level.between == .value(0) && level.f == .value(0) && level.p == .value(1))
    #expect((level.variance.value ?? 0) < 0 && level.designEffect == .value(1))
    let still = ShrunkenMeans([[2, 2], [2, 2]].map { Counts(observations: $0) })
    #expect(still.variance == .value(0) && still.units[0].shrunken == .value(2))
    #expect(ShrunkenMeans([x20[0], none]).units[1].shrunken == .unavailable(.noData))
    let flat = Funnel((0..<10).map { Counts(observations: [$0, $0]) })
    #expect(flat.units[0].z == .unavailable(.zeroVariance) && flat.centre == .value(4.5))
    #expect(Funnel((0..<10).map { Counts(observations: [$0, $0 + 1]) } + [none]).units[10].p == .unavailable(.noData))
    #expect(Funnel((0..<9).map { Counts(observations: [$0, $0 + 1]) }).units[0].p == .unavailable(.tooFew))
  }

  @Test("Rank correlations need eight sites and variation; a perfect order is no less likely than it is")
  func ranks() {
    let line = (0..<8).map { (Double($0), Double($0 * $0)) }
    let perfect = Spearman(line)
    #expect(perfect.rho == .value(1) && perfect.t == .unavailable(.overflow))
    #expect(agree(perfect.p, 2.0 / 40320, within: 1e-12))
    #expect(Spearman(line.map { ($0.0, -$0.1) }).rho == .value(-1))
    #expect(Spearman(Array(line.dropLast())).p == .unavailable(.tooFew) && Spearman([]).rho == .unavailable(.noData))
    let flat = Spearman(line.map { ($0.0, 3) })
    #expect(flat.rho == .unavailable(.zeroVariance) && flat.p == .unavailable(.zeroVariance))
  }

  @Test("The jackknife takes respondents' groups out of all units at once")
  func jackknife() {
    let parts: [[Counts]] = (0..<4).map { group in
      (0..<3).map { unit -> Counts in
        Counts(observations: (0..<6).map { (row: Int) -> Int in (row * (unit + 2) + group) % 7 + unit })
      }
    }
    let total = (0..<3).map { unit in parts.map { $0[unit] }.reduce(Counts(observations: []), +) }
    let jackknife = Jackknife(total: total, buckets: parts) { UnitVariance($0).icc }
    #expect(jackknife.estimate == UnitVariance(total).icc && jackknife.groups == 4)
    let first = (0..<3).map { unit in parts[1...].map { $0[unit] }.reduce(Counts(observations: []), +) }
    #expect(jackknife.replicates[0] == UnitVariance(first).icc)
    #expect((jackknife.se.value ?? 0) > 0)
  }
}
