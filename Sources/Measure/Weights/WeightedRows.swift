import Audit
import Statistics

/// Some rows by an exact value, with their weights.
struct WeightedRows {
  /// Rows at one value, `numerator / denominator`, with the weights of a column.
  struct Level {
    var numerator: Int
    var denominator: Int
    var cell: WeightTally.Cell
  }

  private enum Rows {
    case levels([Level])
    /// Rows by the values of raked segments, with the weight of a row of each.
    case cells([Counts], weights: [Double])
  }

  private let rows: Rows
  /// Raked by one segment alone the cells are strata, whose rows differ less than all rows do.
  private let areStrata: Bool

  init(levels: [Level]) { (rows, areStrata) = (.levels(levels), false) }

  init(cells: [Counts], weights: [Double], areStrata: Bool) {
    (rows, self.areStrata) = (.cells(cells, weights: weights), areStrata)
  }

  private init(rows: Rows, areStrata: Bool) { (self.rows, self.areStrata) = (rows, areStrata) }

  /// How many there are.
  var n: Int {
    switch rows {
    case .levels(let levels): levels.reduce(0) { $0 + $1.cell.rows }
    case .cells(let cells, _): cells.reduce(0) { $0 + $1.n }
    }
  }

  /// The same rows with other values: from a numerator and its denominator to the numerator over the same denominator.
  func map(_ transform: (Int, Int) -> Int) -> WeightedRows {
    switch rows {
    case .levels(let levels):
      WeightedRows(
        rows: .levels(
          levels.map { level in
            var level = level
            level.numerator = transform(level.numerator, level.denominator)
            return level
          }), areStrata: areStrata)
    case .cells(let cells, let weights):
      WeightedRows(
        rows: .cells(cells.map { cell in cell.map { transform($0, cell.denominator) } }, weights: weights),
        areStrata: areStrata)
    }
  }

  /// 1 for rows of which something holds, else 0.
  func flags(where holds: (Int, Int) -> Bool) -> WeightedRows { map { holds($0, $1) ? $1 : 0 } }

  /// The rows of both, which have weights of one kind.
  func joined(_ other: WeightedRows) -> WeightedRows {
    switch (rows, other.rows) {
    case (.levels(let one), .levels(let two)): WeightedRows(levels: one + two)
    case (.cells(let one, let first), .cells(let two, let second)):
      WeightedRows(cells: one + two, weights: first + second, areStrata: false)
    case (.levels, .cells), (.cells, .levels): preconditionFailure("a wave has weights of one kind")
    }
  }

  /// The mean with the weights taken as fixed.
  func mean(confidence: Double, populationSize: Int? = nil) -> WeightedMean {
    switch rows {
    case .levels(let levels):
      WeightedMean(
        levels.map { level in
          WeightedMean.Level(
            value: Double(level.numerator) / Double(level.denominator), rows: level.cell.rows, sum: level.cell.sum,
            squares: level.cell.squares)
        }, confidence: confidence, populationSize: populationSize)
    case .cells(let cells, let weights):
      WeightedMean(cells: cells, weights: weights, confidence: confidence, populationSize: populationSize)
    }
  }

  /// The mean as it is printed.
  func estimate(_ rules: MeasureRules) -> WeightedEstimate {
    estimate(confidence: rules.confidence, populationSize: rules.populationSize)
  }

  /// The mean with the error that its weights call for.
  func estimate(confidence: Double, populationSize: Int? = nil) -> WeightedEstimate {
    strata(confidence: confidence, populationSize: populationSize).map { WeightedEstimate($0) }
      ?? WeightedEstimate(mean(confidence: confidence, populationSize: populationSize))
  }

  /// As one of two samples that are compared.
  func sample(confidence: Double) -> SampleMean {
    strata(confidence: confidence, populationSize: nil).map { SampleMean($0) }
      ?? SampleMean(mean(confidence: confidence))
  }

  private func strata(confidence: Double, populationSize: Int?) -> PostStratifiedMean? {
    guard areStrata, case .cells(let cells, let weights) = rows else { return nil }
    let shares = zip(cells, weights).map { Double($0.n) * $1 }
    guard shares.contains(where: { $0 > 0 }) else { return nil }
    // One row has no spread of its own: then the error of weights stands for that of strata.
    if zip(cells, shares).contains(where: { $0.n == 1 && $1 > 0 }) { return nil }
    return PostStratifiedMean(strata: cells, shares: shares, confidence: confidence, populationSize: populationSize)
  }
}
