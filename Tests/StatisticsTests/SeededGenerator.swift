/// SplitMix64 (Steele, Lea & Flood 2014): the same cases on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Whole numbers in a range, as many as some count up to the longest; often few distinct ones, as ratings are.
  mutating func observations(in range: ClosedRange<Int>, atMost longest: Int) -> [Int] {
    let count = Int.random(in: 1...longest, using: &self)
    let narrow = Int.random(in: range, using: &self)...range.upperBound
    return (0..<count).map { _ in
      Int.random(in: Bool.random(using: &self) ? narrow : range, using: &self)
    }
  }
}
