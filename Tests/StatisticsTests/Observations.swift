import TestSupport

extension SeededGenerator {
  /// Whole numbers in a range, as many as some count up to the longest; often few distinct ones, as ratings are.
  mutating func observations(in range: ClosedRange<Int>, atMost longest: Int) -> [Int] {
    let count = Int.random(in: 1...longest, using: &self)
    let narrow = Int.random(in: range, using: &self)...range.upperBound
    return (0..<count).map { _ in
      Int.random(in: Bool.random(using: &self) ? narrow : range, using: &self)
    }
  }
}
