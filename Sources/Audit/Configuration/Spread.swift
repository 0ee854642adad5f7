/// A figure that somebody declares: the least it may be, what it most likely is, and the most. Never below nought.
package struct Spread: Hashable, Sendable {
  package var low: Double
  package var mid: Double
  package var high: Double

  /// `low` ≤ `mid` ≤ `high`, all finite and 0 or more.
  package init(low: Double, mid: Double, high: Double) {
    self.low = low
    self.mid = mid
    self.high = high
  }

  /// One number without a range.
  package init(_ value: Double) {
    self.init(low: value, mid: value, high: value)
  }

  package var isPoint: Bool { low == high }

  /// Every factor at its least makes the least: none of them is below nought.
  package static func * (left: Spread, right: Spread) -> Spread {
    Spread(low: left.low * right.low, mid: left.mid * right.mid, high: left.high * right.high)
  }

  package static func * (left: Spread, right: Double) -> Spread { left * Spread(right) }

  package static func + (left: Spread, right: Spread) -> Spread {
    Spread(low: left.low + right.low, mid: left.mid + right.mid, high: left.high + right.high)
  }

  /// The sum; nil of nothing.
  package static func sum(_ spreads: [Spread]) -> Spread? {
    guard let first = spreads.first else { return nil }
    return spreads.dropFirst().reduce(first, +)
  }
}
