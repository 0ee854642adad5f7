/// Weights that bring the margins of a sample to known targets: raking, or iterative proportional fitting.
///
/// Source: methodology 4.2; Deming & Stephan 1940 (Ann. Math. Stat. 11, 427–444). Works on the counts of cells, so all
/// rows of a cell have one weight; the mean weight is 1. Weights are then cut to a range once and raked again, so a few
/// may lie just outside it.
public struct Raking: Sendable, Equatable {
  /// One variable whose distribution is known.
  public struct Margin: Sendable, Equatable {
    /// Which level each cell belongs to: indices into `targets`.
    public let levels: [Int]
    /// How much of the population is at each level, in any unit, not negative, in all above 0.
    public let targets: [Double]

    /// A margin of as many levels as there are targets.
    public init(levels: [Int], targets: [Double]) {
      precondition(levels.allSatisfy { targets.indices.contains($0) }, "levels that have a target")
      precondition(targets.allSatisfy { $0 >= 0 && $0.isFinite }, "targets are not negative")
      precondition(targets.contains { $0 > 0 }, "a target above 0")
      (self.levels, self.targets) = (levels, targets)
    }
  }

  /// Whether there are weights.
  public enum Outcome: Sendable, Equatable {
    /// All margins are met.
    case raked
    /// There are no rows.
    case noData
    /// A level has a target and no rows, or rows and a target of 0: merge categories. Indices into margins and targets.
    case notRakeable(margin: Int, level: Int)
    /// The margins contradict each other in the cells that have rows; nothing is weighted.
    case noConvergence
  }

  /// Whether there are weights.
  public let outcome: Outcome
  /// The weight of a row of each cell, in the order of cells; 1 for all where there is no outcome, and for empty cells.
  public let weights: [Double]
  /// How many rounds the last raking took.
  public let rounds: Int
  /// The rows whose weight was cut before raking again.
  public let trimmedRows: Int
  /// What the weights cost.
  public let kish: KishEffect

  /// - Parameters:
  ///   - cells: The number of rows of each cell, not negative.
  ///   - margins: The known variables, one at least, each with a level for every cell.
  ///   - tolerance: How far a margin may be from its target, as a part of n.
  ///   - mostRounds: After how many rounds the attempt is given up.
  ///   - trim: The range that weights are cut to once.
  public init(
    cells: [Int], margins: [Margin], tolerance: Double = 1e-10, mostRounds: Int = 500,
    trim: ClosedRange<Double> = 0.3...3
  ) {
    precondition(!margins.isEmpty && margins.allSatisfy { $0.levels.count == cells.count }, "a level for every cell")
    precondition(cells.allSatisfy { $0 >= 0 }, "a count is not negative")
    let counts = cells.map { Double($0) }
    var fit = Fit(counts: counts, margins: margins, tolerance: tolerance, mostRounds: mostRounds)
    var outcome = Self.obstacle(cells, margins) ?? (fit.rake() ? .raked : .noConvergence)
    var trimmed = 0
    if outcome == .raked {
      trimmed = fit.trim(to: trim)
      if trimmed > 0, !fit.rake() { outcome = .noConvergence }
    }
    self.outcome = outcome
    (rounds, trimmedRows) = (fit.rounds, trimmed)
    let unweighted = [Double](repeating: 1, count: cells.count)
    weights = outcome == .raked ? fit.weights : unweighted
    kish = KishEffect(cells: cells, weights: weights)
  }

  private static func obstacle(_ cells: [Int], _ margins: [Margin]) -> Outcome? {
    guard cells.contains(where: { $0 > 0 }) else { return .noData }
    for (place, margin) in margins.enumerated() {
      var rows = [Int](repeating: 0, count: margin.targets.count)
      for (cell, level) in margin.levels.enumerated() { rows[level] += cells[cell] }
      let contradiction = rows.indices.first { (rows[$0] > 0) != (margin.targets[$0] > 0) }
      if let level = contradiction { return .notRakeable(margin: place, level: level) }
    }
    return nil
  }
}

/// The state of one raking.
private struct Fit {
  let counts: [Double]
  /// Targets brought to the number of rows.
  let margins: [Raking.Margin]
  let allowed: Double
  let mostRounds: Int
  private var raked: [Double]
  private(set) var rounds = 0

  init(counts: [Double], margins: [Raking.Margin], tolerance: Double, mostRounds: Int) {
    let n = counts.reduce(0, +)
    self.counts = counts
    self.margins = margins.map { margin in
      let whole = margin.targets.reduce(0, +)
      let targets = n > 0 ? margin.targets.map { $0 / whole * n } : margin.targets
      return Raking.Margin(levels: margin.levels, targets: targets)
    }
    allowed = tolerance * n
    self.mostRounds = mostRounds
    raked = counts
  }

  var weights: [Double] { zip(raked, counts).map { $1 > 0 ? $0 / $1 : 1 } }

  /// Scales one margin after the other until all are met; whether they are.
  mutating func rake() -> Bool {
    rounds = 0
    while rounds < mostRounds {
      rounds += 1
      for margin in margins { scale(to: margin) }
      if raked.allSatisfy(\.isFinite), margins.allSatisfy({ isMet($0) }) { return true }
    }
    return false
  }

  /// Cuts weights to a range; the number of rows it changed.
  mutating func trim(to range: ClosedRange<Double>) -> Int {
    var rows = 0.0
    for cell in raked.indices where counts[cell] > 0 {
      let weight = raked[cell] / counts[cell]
      let cut = max(range.lowerBound, min(range.upperBound, weight))
      guard cut != weight else { continue }
      raked[cell] = cut * counts[cell]
      rows += counts[cell]
    }
    return Int(rows)
  }

  private mutating func scale(to margin: Raking.Margin) {
    let sums = sums(of: margin)
    for (cell, level) in margin.levels.enumerated() where sums[level] > 0 {
      raked[cell] *= margin.targets[level] / sums[level]
    }
  }

  private func isMet(_ margin: Raking.Margin) -> Bool {
    zip(sums(of: margin), margin.targets).allSatisfy { abs($0 - $1) <= allowed }
  }

  private func sums(of margin: Raking.Margin) -> [Double] {
    var sums = [Double](repeating: 0, count: margin.targets.count)
    for (cell, level) in margin.levels.enumerated() { sums[level] += raked[cell] }
    return sums
  }
}
