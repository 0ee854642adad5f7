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
  /// `common`: respondents who are in both parts, 0 where that is not known.
  mutating func add(_ other: RowQuality, common: Int) {
    finished += other.finished
    unfinished += other.unfinished
    straightLines += other.straightLines
    straightLineBase += other.straightLineBase
    respondents += other.respondents - common
    repeatedRows += other.repeatedRows + common
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
