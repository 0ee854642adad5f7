/// Adjusts p values for the number of tests made: q values after Benjamini & Hochberg 1995 (JRSS B 57, 289–300).
///
/// q of the i-th smallest is the least p·m/j over j ≥ i, at most 1. Source: methodology 2.5.
///
/// - Parameter p: One family of p values, 0 to 1; nil for a test that was not made, which does not count in m.
/// - Returns: q values at the same places; nil stays nil.
public func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
  let tests = p.enumerated().compactMap { index, value in value.map { (index: index, p: $0) } }
  let descending = tests.sorted { $0.p == $1.p ? $0.index > $1.index : $0.p > $1.p }
  var adjusted = [Double?](repeating: nil, count: p.count)
  let m = Double(tests.count)
  var least = 1.0
  for (place, test) in descending.enumerated() {
    precondition(test.p >= 0 && test.p <= 1, "a probability is between 0 and 1")
    // The factor is at least 1, so that q is never a rounding below p.
    least = min(least, test.p * (m / (m - Double(place))))
    adjusted[test.index] = least
  }
  return adjusted
}
