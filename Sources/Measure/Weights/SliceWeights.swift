import Audit
import Statistics

/// The rows of one slice with their weights.
struct SliceWeights {
  /// What a row has a value of, by its place in the definition.
  enum Answers {
    case perception(Int)
    case expectation(Int)
    case difference(Int)
    case adequacy(Int)
    case superiority(Int)
    case outcome(Int)
    case set(Int, SetScore)
  }

  enum SetScore {
    case gap, expectation, perception, shortfall, adequacy, superiority
  }

  private enum Rows {
    case column(WeightedSlice)
    case cells([SliceTally], weights: [Double], areStrata: Bool)
  }

  private let rows: Rows
  private let definition: SurveyDefinition

  init(column: WeightedSlice, of definition: SurveyDefinition) {
    (rows, self.definition) = (.column(column), definition)
  }

  /// `weights`: of a row of each cell.
  init(cells: [SliceTally], weights: [Double], areStrata: Bool, of definition: SurveyDefinition) {
    rows = .cells(cells, weights: weights, areStrata: areStrata)
    self.definition = definition
  }

  /// Σw over all rows, in the unit of the weights.
  var weight: Double {
    switch rows {
    case .column(let slice): Double(slice.all.sum)
    case .cells(let cells, let weights, _): zip(cells, weights).reduce(0) { $0 + Double($1.0.rows) * $1.1 }
    }
  }

  /// Rows by value, less a level where one is given.
  func rows(_ answers: Answers, less level: MeanLevel? = nil) -> WeightedRows {
    switch rows {
    case .column(let slice): WeightedRows(levels: levels(answers, slice, less: level))
    case .cells(let cells, let weights, let areStrata):
      WeightedRows(cells: cells.map { counts(answers, $0, less: level) }, weights: weights, areStrata: areStrata)
    }
  }

  /// 1 for rows of a set that surpass it seriously, −1 for those that fall short so, else 0.
  func balance(ofSet index: Int) -> WeightedRows {
    switch rows {
    case .column(let slice):
      let set = slice.sets[index]
      let (short, over) = (set.seriousShortfalls, set.seriousSurpluses)
      var others = WeightTally.Cell()
      for entry in set.perception { others.add(entry.cell) }
      others.rows -= short.rows + over.rows
      others.sum -= short.sum + over.sum
      others.squares -= short.squares + over.squares
      return WeightedRows(
        levels: [(-1, short), (0, others), (1, over)].map { .init(numerator: $0.0, denominator: 1, cell: $0.1) })
    case .cells(let cells, let weights, let areStrata):
      let counts = cells.map { cell in
        let set = cell.sets[index]
        let (short, over) = (set.seriousShortfalls, set.seriousSurpluses)
        return Counts(values: [-1, 0, 1], counts: [short, set.perception.n - short - over, over])
      }
      return WeightedRows(cells: counts, weights: weights, areStrata: areStrata)
    }
  }

  /// The fewest rows that share a value of a raked segment, above 0; nil where the weights are those of a column.
  func fewest(_ answers: Answers) -> Int? {
    guard case .cells(let cells, _, _) = rows else { return nil }
    var n: [Slice.Part: Int] = [:]
    for cell in cells {
      let rows = counts(answers, cell, less: nil).n
      for part in cell.slice.parts { n[part, default: 0] += rows }
    }
    return n.values.filter { $0 > 0 }.min()
  }

  // MARK: - Reading

  private func levels(_ answers: Answers, _ slice: WeightedSlice, less level: MeanLevel?) -> [WeightedRows.Level] {
    let (shift, parts) = (level?.sum ?? 0, level?.count ?? 1)
    func dense(_ cells: [WeightTally.Cell]) -> [WeightedRows.Level] {
      let minimum = minimum(answers)
      return cells.enumerated().map { index, cell in
        WeightedRows.Level(numerator: (minimum + index) * parts - shift, denominator: parts, cell: cell)
      }
    }
    switch answers {
    case .perception(let index): return dense(slice.items[index].perception)
    case .expectation(let index): return dense(slice.items[index].expectation)
    case .difference(let index): return dense(slice.items[index].difference)
    case .adequacy(let index): return dense(slice.items[index].adequacy)
    case .superiority(let index): return dense(slice.items[index].superiority)
    case .outcome(let index): return dense(slice.outcomes[index])
    case .set(let index, let score):
      return entries(score, slice.sets[index]).filter { $0.answered > 0 }.map { entry in
        WeightedRows.Level(
          numerator: entry.sum * parts - shift * entry.answered, denominator: entry.answered * parts, cell: entry.cell)
      }
    }
  }

  private func counts(_ answers: Answers, _ cell: SliceTally, less level: MeanLevel?) -> Counts {
    func dense(_ levels: [Int]) -> Counts {
      let counts = Counts(dense: levels, minimum: minimum(answers))
      guard let level else { return counts }
      return counts.map(denominator: level.count) { $0 * level.count - level.sum }
    }
    switch answers {
    case .perception(let index): return dense(cell.items[index].perception)
    case .expectation(let index): return dense(cell.items[index].expectation)
    case .difference(let index): return dense(cell.items[index].difference)
    case .adequacy(let index): return dense(cell.items[index].zone?.adequacy ?? [])
    case .superiority(let index): return dense(cell.items[index].zone?.superiority ?? [])
    case .outcome(let index): return dense(cell.outcomes[index])
    case .set(let index, let score): return RowMeans.counts(tally(score, cell.sets[index]), less: level)
    }
  }

  /// The value of the first level.
  private func minimum(_ answers: Answers) -> Int {
    switch answers {
    case .perception(let index), .expectation(let index): definition.items[index].scale.minimum
    case .difference(let index), .adequacy(let index), .superiority(let index): -definition.items[index].scale.range
    case .outcome(let index): definition.outcomes[index].scale.minimum
    case .set: 0
    }
  }

  private func entries(_ score: SetScore, _ set: WeightedSlice.Set) -> [WeightedSlice.Entry] {
    switch score {
    case .gap: set.gap
    case .expectation: set.expectation
    case .perception: set.perception
    case .shortfall: set.shortfall
    case .adequacy: set.adequacy
    case .superiority: set.superiority
    }
  }

  private func tally(_ score: SetScore, _ set: SetTally) -> ScoreTally {
    switch score {
    case .gap: set.gap
    case .expectation: set.expectation
    case .perception: set.perception
    case .shortfall: set.shortfall
    case .adequacy: set.adequacy
    case .superiority: set.superiority
    }
  }
}
