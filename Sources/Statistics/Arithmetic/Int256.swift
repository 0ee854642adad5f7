/// A signed number whose magnitude has 256 bits: what n·Σxy − Σx·Σy needs.
///
/// Only sums, differences and one rounding; beyond 256 bits the arithmetic traps rather than wraps.
public struct Int256: Sendable, Equatable {
  /// Whether the number is below 0; never with a magnitude of 0.
  public let isNegative: Bool
  /// The size of the number.
  public let magnitude: UInt256

  init(isNegative: Bool, magnitude: UInt256) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
  }

  /// The exact product of two 128-bit numbers.
  public init(product first: Int128, _ second: Int128) {
    self.init(
      isNegative: (first < 0) != (second < 0),
      magnitude: UInt256(product: first.magnitude, second.magnitude))
  }

  /// The number with the other sign.
  public static prefix func - (number: Int256) -> Int256 {
    Int256(isNegative: !number.isNegative, magnitude: number.magnitude)
  }

  /// The exact sum.
  public static func + (first: Int256, second: Int256) -> Int256 {
    if first.isNegative == second.isNegative {
      return Int256(isNegative: first.isNegative, magnitude: first.magnitude + second.magnitude)
    }
    return first.magnitude < second.magnitude
      ? Int256(isNegative: second.isNegative, magnitude: second.magnitude - first.magnitude)
      : Int256(isNegative: first.isNegative, magnitude: first.magnitude - second.magnitude)
  }

  /// The exact difference.
  public static func - (first: Int256, second: Int256) -> Int256 { first + (-second) }

  /// Whether the number is 0.
  public var isZero: Bool { magnitude.isZero }

  /// The quotient as the nearest double.
  ///
  /// - Parameter divisor: Above 0.
  /// - Returns: The exact quotient, rounded once.
  public func divided(by divisor: UInt128) -> Double {
    let quotient = magnitude.divided(by: divisor)
    return isNegative ? -quotient : quotient
  }

  /// The nearest double.
  public var rounded: Double { divided(by: 1) }
}
