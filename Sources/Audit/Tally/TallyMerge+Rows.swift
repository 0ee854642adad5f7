/// Sums over rows that have no slices.
extension MomentTally {
  /// Both have the same columns. Groups that only one of two parts with rows has would not add up to the whole: they are
  /// dropped.
  mutating func add(_ other: MomentTally) {
    if buckets.isEmpty || other.buckets.isEmpty {
      buckets = n == 0 ? other.buckets : other.n == 0 ? buckets : []
    } else {
      for index in buckets.indices { buckets[index].add(other.buckets[index]) }
    }
    n += other.n
    for index in sums.indices { sums[index] += other.sums[index] }
    for index in products.indices { products[index] += other.products[index] }
  }
}

extension MomentTally.Bucket {
  fileprivate mutating func add(_ other: MomentTally.Bucket) {
    n += other.n
    for index in sums.indices { sums[index] += other.sums[index] }
    for index in products.indices { products[index] += other.products[index] }
  }
}

extension RowQuality {
  /// Respondents of two parts are taken to be different people.
  mutating func add(_ other: RowQuality) {
    finished += other.finished
    unfinished += other.unfinished
    straightLines += other.straightLines
    straightLineBase += other.straightLineBase
    respondents += other.respondents
    repeatedRows += other.repeatedRows
    unnamedRows += other.unnamedRows
    for language in other.languages {
      if let index = languages.firstIndex(where: { $0.language == language.language }) {
        languages[index].rows += language.rows
      } else {
        languages.append(language)
      }
    }
    languages.sort { $0.language.utf8.lexicographicallyPrecedes($1.language.utf8) }
  }
}

extension WeightTally {
  func merged(with other: WeightTally) -> WeightTally {
    var result = self
    result.n += other.n
    result.sum += other.sum
    result.squares += other.squares
    result.minimum = n == 0 ? other.minimum : other.n == 0 ? minimum : min(minimum, other.minimum)
    result.maximum = max(maximum, other.maximum)
    result.rounded += other.rounded
    for index in items.indices { result.items[index].add(other.items[index]) }
    for index in differences.indices { result.differences[index].add(other.differences[index]) }
    for index in outcomes.indices { result.outcomes[index].add(other.outcomes[index]) }
    return result
  }
}

extension WeightTally.Levels {
  fileprivate mutating func add(_ other: WeightTally.Levels) {
    for index in rows.indices { rows[index] += other.rows[index] }
    for index in sums.indices { sums[index] += other.sums[index] }
    for index in squares.indices { squares[index] += other.squares[index] }
  }
}
