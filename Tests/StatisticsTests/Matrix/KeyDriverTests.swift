import Statistics
import TestSupport
import Testing

/// Example X12 of the methodology: outcome and three drivers.
private let x12 = IntegerMoments(
  rows: [
    [4, 5, 4, 3], [5, 6, 5, 4], [3, 3, 4, 4], [6, 6, 5, 6], [2, 3, 2, 3], [5, 4, 5, 5], [7, 6, 7, 6], [4, 4, 3, 5],
    [3, 4, 4, 2], [6, 5, 6, 5], [5, 5, 4, 6], [2, 2, 3, 3],
  ], columns: 4)

@Suite struct KeyDriverTests {
  @Test("X12: R² and its shares") func example() {
    let drivers = KeyDrivers(x12)
    #expect(x12.sums == [52, 53, 52, 52])
    #expect(printed(drivers.r2, as: 0.984122))
    for (driver, expected) in zip(drivers.drivers, [0.332368, 0.360405, 0.291349]) {
      #expect(printed(driver.share, as: expected))
    }
    for (driver, expected) in zip(drivers.drivers, [0.337731, 0.366219, 0.296050]) {
      #expect(printed(driver.relativeShare, as: expected))
    }
    #expect(drivers.gate == .tooFewRows(needed: 50))
    #expect(drivers.dropped.isEmpty)
  }

  @Test("Least squares on every subset of the rows give the same", arguments: Fixtures.rows(Fixtures.keyDrivers))
  func reference(row: [Double]) {
    var reader = FixtureReader(row)
    let drivers = KeyDrivers(reader.moments())
    #expect(agree(drivers.r2, reader.number(), within: 1e-9))
    for driver in drivers.drivers { #expect(agree(driver.share, reader.number(), within: 1e-9)) }
    for driver in drivers.drivers { #expect(agree(driver.beta, reader.number(), within: 1e-9)) }
    for driver in drivers.drivers { #expect(agree(driver.correlation, reader.number(), within: 1e-9)) }
    #expect(reader.isAtEnd)
    let sum = drivers.drivers.reduce(0) { $0 + ($1.share.value ?? 0) }
    #expect(agree(sum, drivers.r2.value ?? 0, within: 1e-12))
  }

  @Test("Jackknife errors are those of refitting the rows", arguments: Fixtures.rows(Fixtures.driverJackknife))
  func jackknife(row: [Double]) throws {
    var reader = FixtureReader(row)
    let buckets = (0..<reader.whole()).map { _ in reader.moments() }
    let total = try #require(buckets.dropFirst().reduce(buckets.first) { whole, part in whole.map { $0 + part } })
    let ranking = DriverRanking(total: total, buckets: buckets)
    let figures = [ranking.r2] + ranking.shares
    for figure in figures { #expect(agree(figure.estimate, reader.number(), within: 1e-9)) }
    for figure in figures { #expect(agree(figure.se, reader.number(), within: 1e-8)) }
    #expect(reader.isAtEnd)
    #expect(ranking.drivers.gate == .open)
    #expect(ranking.ranks.contains(1) && !ranking.ranks.contains(nil))
  }

  /// Random moments of an outcome and some drivers that do not depend on each other.
  private static func moments(_ drivers: Int, _ generator: inout SeededGenerator) -> (IntegerMoments, [[Int]]) {
    let rows = (0..<Int.random(in: 30...80, using: &generator)).map { _ in
      let common = Int.random(in: 1...5, using: &generator)
      return (0...drivers).map { _ in common + Int.random(in: -3...3, using: &generator) }
    }
    return (IntegerMoments(rows: rows, columns: drivers + 1), rows)
  }

  @Test("Shares are not negative, add up to R² and follow their columns; scales do not matter")
  func properties() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<200 {
      let p = Int.random(in: 1...6, using: &generator)
      let (moments, rows) = Self.moments(p, &generator)
      let drivers = KeyDrivers(moments)
      let shares = drivers.drivers.compactMap(\.share.value)
      #expect(shares.count == p && shares.allSatisfy { $0 >= 0 })
      #expect(abs(shares.reduce(0, +) - (drivers.r2.value ?? -1)) < 1e-12)
      #expect(abs(drivers.drivers.reduce(0) { $0 + ($1.relativeShare.value ?? 0) } - 1) < 1e-11)
      let order = Array(1...p).shuffled(using: &generator)
      let turned = KeyDrivers(moments, drivers: order)
      for (place, column) in order.enumerated() {
        let (one, other) = (drivers.drivers[column - 1], turned.drivers[place])
        #expect(abs((one.share.value ?? 0) - (other.share.value ?? 1)) < 1e-12)
        #expect(abs((one.beta.value ?? 0) - (other.beta.value ?? 1)) < 1e-10)
      }
      let factors = (0...p).map { _ in Int.random(in: 2...50, using: &generator) }
      let scaled = rows.map { row in zip(row, factors).map { $0 * $1 + 7 } }
      let other = KeyDrivers(IntegerMoments(rows: scaled, columns: p + 1))
      for (one, other) in zip(shares, other.drivers.compactMap(\.share.value)) { #expect(abs(one - other) < 1e-12) }
    }
  }

  @Test("Columns that stand in the same relation to all others share equally")
  func exchangeableColumns() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<100 {
      let (_, rows) = Self.moments(4, &generator)
      let mirrored = rows + rows.map { [$0[0], $0[2], $0[1], $0[3], $0[4]] }
      let drivers = KeyDrivers(IntegerMoments(rows: mirrored, columns: 5)).drivers
      #expect(abs((drivers[0].share.value ?? 0) - (drivers[1].share.value ?? 1)) < 1e-13)
    }
  }

  @Test("Exact copies of a column share equally, and what it had alone is theirs together")
  func copies() {
    let outcome = [0.5, 0.5, 0.3]
    let copied = ShapleyShares(correlations: [[1, 1, 0.2], [1, 1, 0.2], [0.2, 0.2, 1]], outcome: outcome)
    let alone = ShapleyShares(correlations: [[1, 0.2], [0.2, 1]], outcome: [0.5, 0.3])
    #expect(copied.shares[0] == copied.shares[1] && copied.shares[0] > 0)
    #expect(abs(copied.r2 - alone.r2) < 1e-15)
    #expect(abs(copied.shares.reduce(0, +) - copied.r2) < 1e-15)
  }

  @Test("A driver that earlier ones determine is dropped and named, one that does not vary as well")
  func singularColumns() {
    let rows = (0..<60).map { row in
      let (a, b) = (row % 7, row * row % 5)
      return [a + b + row % 3, a, b, a - 2 * b, 4, 3 * b]
    }
    let drivers = KeyDrivers(IntegerMoments(rows: rows, columns: 6))
    #expect(drivers.dropped == [2, 3, 4])
    #expect(drivers.drivers[2].share == .unavailable(.singular) && drivers.drivers[2].beta == .unavailable(.singular))
    #expect(drivers.drivers[2].correlation.value != nil)
    #expect(drivers.drivers[3].correlation == .unavailable(.zeroVariance))
    #expect(drivers.drivers[3].share == .unavailable(.zeroVariance))
    #expect(drivers.drivers[4].share == .unavailable(.singular))
    let plain = KeyDrivers(IntegerMoments(rows: rows.map { Array($0[...2]) }, columns: 3))
    #expect(plain.drivers[0] == drivers.drivers[0] && plain.r2 == drivers.r2)
    // In another order another one is the later.
    #expect(KeyDrivers(IntegerMoments(rows: rows, columns: 6), drivers: [3, 2, 1]).dropped == [2])
  }

  @Test("A suppressor has a slope against its correlation")
  func suppressor() {
    // y = a − b with b correlated to a: b goes up with y, and its slope is negative.
    let rows = (0..<64).map { row in
      let (a, noise) = (row % 8, row / 8)
      return [3 * a - noise, 2 * a, a + noise / 4]
    }
    let drivers = KeyDrivers(IntegerMoments(rows: rows, columns: 3)).drivers
    #expect((drivers[1].correlation.value ?? 0) > 0 && (drivers[1].beta.value ?? 0) < 0)
    #expect(drivers[1].isSuppressor && !drivers[0].isSuppressor)
  }

  @Test("Twelve drivers are divided, thirteen are not")
  func mostDrivers() {
    var generator = SeededGenerator(seed: 33)
    let rows = (0..<200).map { _ in
      let common = Int.random(in: 0...4, using: &generator)
      return (0...13).map { _ in common + Int.random(in: 0...3, using: &generator) }
    }
    let moments = IntegerMoments(rows: rows, columns: 14)
    let twelve = KeyDrivers(moments, drivers: Array(1...12))
    #expect(twelve.drivers.allSatisfy { $0.share.value != nil } && twelve.gate == .open)
    let thirteen = KeyDrivers(moments)
    #expect(thirteen.drivers.allSatisfy { $0.share == .unavailable(.tooManyColumns) && $0.beta.value != nil })
    #expect((thirteen.r2.value ?? 0) > (twelve.r2.value ?? 1) && thirteen.gate == .open)
  }

  @Test("Edges: too few rows, a constant outcome, drivers that explain little")
  func edges() {
    let cases: [([[Int]], Reason)] = [([], .noData), ([[1, 2]], .nLt2), ([[3, 1], [3, 2], [3, 4]], .zeroVariance)]
    for (rows, reason) in cases {
      let drivers = KeyDrivers(IntegerMoments(rows: rows, columns: 2))
      #expect(drivers.r2 == .unavailable(reason) && drivers.gate == .closed(reason))
      #expect(drivers.drivers[0].share == .unavailable(reason) && !drivers.drivers[0].isSuppressor)
    }
    let unrelated = (0..<64).map { [$0 % 2, $0 / 2 % 2] }
    let little = KeyDrivers(IntegerMoments(rows: unrelated, columns: 2))
    #expect(little.r2 == .value(0) && little.gate == .explainsLittle)
    #expect(little.drivers[0].relativeShare == .unavailable(.zeroVariance))
    let saturated = KeyDrivers(IntegerMoments(rows: [[1, 2, 3], [2, 5, 1]], columns: 3))
    #expect(saturated.r2 == .value(1) && saturated.dropped == [1])
  }

  private static let rankings: [([ClosedRange<Double>?], [Int?])] = [
    ([0.5...0.7, 0.1...0.2, 0.3...0.4], [1, 3, 2]),
    ([0.5...0.7, 0.1...0.2, 0.15...0.4], [1, 2, 2]),
    // The first and the last are tied by way of the second.
    ([0.5...0.7, 0.25...0.55, 0.1...0.3], [1, 1, 1]),
    ([0.1...0.2, nil, 0.15...0.3, 0.4...0.5], [2, nil, 2, 1]),
  ]

  @Test("Drivers with overlapping intervals share a rank", arguments: rankings)
  func ranks(intervals: [ClosedRange<Double>?], expected: [Int?]) {
    let figures = intervals.map { interval -> Jackknife in
      guard let interval else { return Jackknife(estimate: .unavailable(.singular), replicates: []) }
      // Two replicates at a distance d of the middle have the error d; t at one degree of freedom is 12.706.
      let middle = (interval.lowerBound + interval.upperBound) / 2
      let distance = (interval.upperBound - middle) / StudentT(df: 1).quantile(0.975)
      return Jackknife(
        estimate: .value(middle), replicates: [.value(middle - distance), .value(middle + distance)])
    }
    #expect(DriverRanking.ranks(figures) == expected)
  }
}
