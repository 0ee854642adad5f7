import TestSupport
import Testing

@testable import Statistics

@Suite struct NearestDoubleTests {
  @Test("is the nearest double, ties to even, as the standard library gives it") func nearest() {
    var generator = SeededGenerator(seed: 128)
    var numbers: [Int128] = [0, 1, -1, .max, .min, .min + 1, 1 << 126, (1 << 53) + 1, (1 << 53) + 3, (1 << 64) - 1]
    for _ in 0..<20_000 {
      let bits =
        UInt128(UInt64.random(in: 0 ... .max, using: &generator)) << 64
        | UInt128(UInt64.random(in: 0 ... .max, using: &generator))
      numbers.append(Int128(truncatingIfNeeded: bits) >> Int128(Int.random(in: 0..<127, using: &generator)))
      // A tie, and what lies beside it.
      let tie = (Int128(Int.random(in: 1 << 52..<1 << 53, using: &generator)) << 20) + (1 << 19)
      numbers += [tie - 1, tie, tie + 1, -tie]
    }
    #expect(numbers.allSatisfy { Double(nearestTo: $0) == Double($0) })
  }
}
