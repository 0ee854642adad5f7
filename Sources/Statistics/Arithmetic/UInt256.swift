/// An unsigned integer of 256 bits, as wide as n·Σx² can get.
///
/// Only what the variance needs: a full product, a difference, a comparison and a rounded quotient.
public struct UInt256: Sendable, Equatable, Comparable {
  /// The upper 128 bits.
  public let high: UInt128
  /// The lower 128 bits.
  public let low: UInt128

  /// The number `high · 2¹²⁸ + low`.
  public init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The exact product of two 128-bit numbers.
  public init(product first: UInt128, _ second: UInt128) {
    let (high, low) = first.multipliedFullWidth(by: second)
    self.init(high: high, low: low)
  }

  /// Whether the number is 0.
  public var isZero: Bool { high == 0 && low == 0 }

  /// The order of the numbers.
  public static func < (first: UInt256, second: UInt256) -> Bool {
    first.high == second.high ? first.low < second.low : first.high < second.high
  }

  /// The sum, which is below 2²⁵⁶.
  public static func + (first: UInt256, second: UInt256) -> UInt256 {
    let (low, carry) = first.low.addingReportingOverflow(second.low)
    return UInt256(high: first.high + second.high + (carry ? 1 : 0), low: low)
  }

  /// The difference; the first is not below the second.
  public static func - (first: UInt256, second: UInt256) -> UInt256 {
    let (low, borrow) = first.low.subtractingReportingOverflow(second.low)
    return UInt256(high: first.high - second.high - (borrow ? 1 : 0), low: low)
  }

  /// The quotient as the nearest double: exact division, then one rounding to even.
  ///
  /// - Parameter divisor: Above 0.
  /// - Returns: The rounded quotient.
  public func divided(by divisor: UInt128) -> Double {
    guard !isZero else { return 0 }
    let divisorShift = divisor.leadingZeroBitCount
    let aligned = divisor << UInt128(divisorShift)
    let shift = high == 0 ? 128 + low.leadingZeroBitCount : high.leadingZeroBitCount
    var dividend = shiftedLeft(by: shift)
    var exponent = divisorShift - shift
    var inexact = false
    if dividend.high >= aligned {
      inexact = dividend.low & 1 == 1
      dividend = UInt256(high: dividend.high >> 1, low: dividend.low >> 1 | dividend.high << 127)
      exponent += 1
    }
    let (quotient, remainder) = aligned.dividingFullWidth((dividend.high, dividend.low))
    // The quotient has at least 127 bits: a double's 53, room to round, and the last bit for "something follows".
    var leading = UInt64(truncatingIfNeeded: quotient >> 64)
    if inexact || remainder != 0 || UInt64(truncatingIfNeeded: quotient) != 0 { leading |= 1 }
    return Double(sign: .plus, exponent: exponent + 64, significand: Double(leading))
  }

  private func shiftedLeft(by bits: Int) -> UInt256 {
    switch bits {
    case 0: self
    case 128...: UInt256(high: low << UInt128(bits - 128), low: 0)
    default: UInt256(high: high << UInt128(bits) | low >> UInt128(128 - bits), low: low << UInt128(bits))
    }
  }
}
