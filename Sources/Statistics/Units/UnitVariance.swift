/// How much units, such as branches, differ from each other, against how much answers differ within them.
///
/// Source: methodology 7; one-way analysis of variance; n₀ = (N − Σn²/N)/(k − 1), σ_b² = (MSB − MSW)/n₀, and
/// ICC(1) = σ_b²/(σ_b² + MSW) (Shrout & Fleiss 1979, Psych. Bull. 86, 420–428; Bliese 2000). A σ_b² below 0 is printed as
/// it is. Units without rows are left out; neither their order nor their names matter, to the last bit.
///
/// Edges: no rows `no_data`; fewer than two units with rows, or one row in each, `n_lt_2`; no spread within units leaves
/// no test (`zero_variance`), no spread at all no ICC either; equal means no reliability (`zero_variance`).
public struct UnitVariance: Sendable, Equatable {
  /// The number of units with rows, k.
  public let units: Int
  /// The number of rows, N.
  public let n: Int
  /// The mean over all rows, exactly that of the units where these are equal; nil without rows.
  let mean: Double?
  /// The mean square between units.
  public let between: Estimate
  /// The mean square within units.
  public let within: Estimate
  /// n₀, the size of a unit that counts.
  public let typicalSize: Estimate
  /// σ_b², the variance between units' true means, in squared units of the scale.
  public let variance: Estimate
  /// ICC(1): the share of variance that lies between units, at most 1.
  public let icc: Estimate
  /// (MSB − MSW)/MSB: how reliably units' means tell them apart, at most 1.
  public let reliability: Estimate
  /// The test statistic MSB/MSW.
  public let f: Estimate
  /// Degrees of freedom between units, k − 1.
  public let df1: Estimate
  /// Degrees of freedom within units, N − k.
  public let df2: Estimate
  /// The probability of an F at least as large without any difference, 0 to 1.
  public let p: Estimate
  /// 1 + (n̄ − 1)·ICC, at least 1: how much too small a squared error is that ignores the units.
  public let designEffect: Estimate

  /// - Parameter all: The rows of each unit.
  public init(_ all: [Counts]) { self.init(moments: all.map { Moments($0) }) }

  /// - Parameter moments: Those of each unit's rows.
  public init(moments: [Moments]) {
    let rated = moments.filter { $0.n > 0 }
    (units, n) = (rated.count, rated.reduce(0) { $0 + $1.n })
    let (k, rows) = (Double(units), Double(n))
    mean = Self.meanOfRows(rated)
    let between = Self.between(rated, about: mean)
    let within = Self.within(rated, rows: n)
    (self.between, self.within) = (between, within)
    df1 = between.map { _ in k - 1 }
    df2 = within.map { _ in rows - k }
    typicalSize = between.map { _ in
      (rows - Double(rated.reduce(Int128(0)) { $0 + Int128($1.n) * Int128($1.n) }) / rows) / (k - 1)
    }
    let size = typicalSize
    variance = between.flatMap { b in within.flatMap { w in size.map { (b - w) / $0 } } }
    icc = variance.flatMap { v in
      within.flatMap { w in v + w > 0 ? Estimate(finite: v / (v + w)) : .unavailable(.zeroVariance) }
    }
    reliability = between.flatMap { b in
      within.flatMap { w in b > 0 ? Estimate(finite: (b - w) / b) : .unavailable(.zeroVariance) }
    }
    f = between.flatMap { b in
      within.flatMap { w in w > 0 ? Estimate(finite: b / w) : .unavailable(.zeroVariance) }
    }
    p = f.map { FisherF(df1: k - 1, df2: rows - k).upperTail($0) }
    designEffect = icc.map { 1 + (rows / k - 1) * max(0, $0) }
  }

  /// The Brown–Forsythe test of whether answers scatter alike in all units: the analysis of |x − median of the unit|.
  ///
  /// Source: methodology 7; Brown & Forsythe 1974 (JASA 69, 364–367). Its `f` and `p` are the test.
  public static func brownForsythe(_ all: [Counts]) -> UnitVariance {
    UnitVariance(moments: all.map { Moments($0.distancesFromMedian) })
  }

  private static func between(_ rated: [Moments], about mean: Double?) -> Estimate {
    guard let centre = mean else { return .unavailable(.noData) }
    guard rated.count > 1 else { return .unavailable(.nLt2) }
    let squares = rated.compactMap { unit in
      unit.mean.value.map { Double(unit.n) * ($0 - centre) * ($0 - centre) }
    }
    return Estimate(finite: sumAscending(squares) / Double(rated.count - 1))
  }

  private static func within(_ rated: [Moments], rows: Int) -> Estimate {
    guard rows > 0 else { return .unavailable(.noData) }
    guard rows > rated.count else { return .unavailable(.nLt2) }
    let squares = rated.compactMap { unit in unit.variance.value.map { $0 * Double(unit.n - 1) } }
    return Estimate(finite: sumAscending(squares) / Double(rows - rated.count))
  }

  private static func meanOfRows(_ units: [Moments]) -> Double? {
    let means = units.compactMap { unit in unit.mean.value.map { (mean: $0, n: Double(unit.n)) } }
    guard let least = means.map(\.mean).min() else { return nil }
    let rows = Double(units.reduce(0) { $0 + $1.n })
    return least + sumAscending(means.map { ($0.mean - least) * $0.n }) / rows
  }
}

extension Counts {
  /// Twice the median's numerator, so that it is whole; 0 without rows.
  var doubledMedian: Int {
    guard n > 0 else { return 0 }
    return value(at: (n - 1) / 2) + value(at: n / 2)
  }

  /// Sums of |x − median|, over twice the denominator.
  fileprivate var distancesFromMedian: ScoreSums {
    let centre = doubledMedian
    var (sum, squares) = (Int128(0), UInt128(0))
    for entry in entries {
      let distance = (2 * entry.value - centre).magnitude
      sum += Int128(distance) * Int128(entry.count)
      squares += UInt128(distance) * UInt128(distance) * UInt128(entry.count)
    }
    return ScoreSums(n: n, sum: sum, sumOfSquares: squares, denominator: 2 * denominator)
  }

  /// The numerator at a place among the rows in order, from 0.
  private func value(at place: Int) -> Int {
    var below = 0
    for entry in entries {
      below += entry.count
      if place < below { return entry.value }
    }
    return entries.last?.value ?? 0
  }
}
