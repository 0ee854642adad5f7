import Audit

/// Counts of comments side by side that add up to one, and which of them may be shown.
///
/// A count of 1 to below the minimum cell is withheld, and so many of the smallest others that what is withheld is two
/// counts at least and no fewer people than the minimum together: nothing follows by subtraction (methodology 2.8).
struct CommentLine {
  let counts: [CommentTally.Count]
  private(set) var shown: [Bool]
  let sum: CommentTally.Count
  /// Nil where even the sum is few.
  let total: CommentTally.Count?

  /// `within` holds all comments of each place: where those are withheld, so is any part of them.
  init(_ counts: [CommentTally.Count], minimum: Int, within bases: CommentLine? = nil) {
    self.counts = counts
    let sum = counts.reduce(into: CommentTally.Count()) { $0 += $1 }
    self.sum = sum
    func isFew(_ count: CommentTally.Count) -> Bool { count.comments > 0 && count.comments < minimum }
    let isHidden = isFew(sum) || bases.map { $0.total == nil } ?? false
    total = isHidden ? nil : sum
    var shown = counts.indices.map { index in
      !isHidden && !isFew(counts[index]) && (bases?.shown[index] ?? true)
    }
    func hidden() -> [Int] { shown.indices.filter { !shown[$0] && counts[$0].comments > 0 } }
    while !isHidden, !hidden().isEmpty,
      hidden().count < 2 || hidden().reduce(0, { $0 + counts[$1].comments }) < minimum
    {
      let open = shown.indices.filter { shown[$0] && counts[$0].comments > 0 }
      guard let next = open.min(by: { counts[$0].comments < counts[$1].comments }) else { break }
      shown[next] = false
    }
    self.shown = shown
  }
}
