extension Statistic {
  /// The two ends of its interval; nil for what has none.
  package func interval(in kind: SubjectKind) -> (low: Statistic, high: Statistic)? {
    let certainty = meaning(in: kind).certainty
    guard let low = certainty.first(where: { $0.rawValue.contains("ci.low") }),
      let high = certainty.first(where: { $0.rawValue.contains("ci.high") })
    else { return nil }
    return (low, high)
  }
}
