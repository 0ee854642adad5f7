/// The shortest decimal digits that give a double back: what a person would say the number is.
///
/// The value is 0.`significand` × 10^`point`; zero has no digits. Rounding works on these digits, so 0.15 rounds as
/// fifteen hundredths and not as the double a hair below them.
package struct DecimalDigits: Hashable, Sendable {
  package var isNegative: Bool
  /// The digits as one number, at most 18 of them, the last not 0; 0 for zero.
  package private(set) var significand: UInt64
  /// How many digits there are.
  package private(set) var count: Int
  package var point: Int

  package var isZero: Bool { count == 0 }

  private static let powers: [UInt64] = (0..<19).reduce(into: [1]) { powers, place in powers.append(powers[place] * 10)
  }

  /// Nil for infinities and not-a-number, which have no digits.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus && value != 0
    significand = 0
    count = 0
    point = 0
    // The description is `123.45`, `1e-07` or `1.5e+20`: the shortest digits that read back as the value.
    var exponent = 0
    var exponentIsNegative = false
    var seenPoint = false
    var inExponent = false
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"): inExponent = true
      case UInt8(ascii: "-"): exponentIsNegative = inExponent
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inExponent {
          exponent = exponent * 10 + Int(digit)
        } else if digit > 0 || count > 0 {
          significand = significand * 10 + UInt64(digit)
          count += 1
          if !seenPoint { point += 1 }
        } else if seenPoint {
          point -= 1
        }
      default: break
      }
    }
    point += exponentIsNegative ? -exponent : exponent
    trim()
  }

  /// Rounded half to even so that `decimals` digits stand behind the point.
  package func rounded(decimals: Int) -> DecimalDigits { rounded(keeping: point + decimals) }

  /// Rounded half to even to so many digits in all.
  package func rounded(significant: Int) -> DecimalDigits { rounded(keeping: significant) }

  private func rounded(keeping kept: Int) -> DecimalDigits {
    guard kept < count else { return self }
    var result = self
    guard kept >= 0 else {
      (result.significand, result.count) = (0, 0)
      result.trim()
      return result
    }
    let unit = DecimalDigits.powers[count - kept]
    let (whole, rest) = significand.quotientAndRemainder(dividingBy: unit)
    let isUp = rest > unit / 2 || (rest == unit / 2 && !whole.isMultiple(of: 2))
    (result.significand, result.count) = (isUp ? whole + 1 : whole, kept)
    if result.significand == DecimalDigits.powers[kept] {
      result.count += 1
      result.point += 1
    }
    result.trim()
    return result
  }

  /// Without zeros at the end.
  private mutating func trim() {
    while count > 0, significand.isMultiple(of: 10) {
      significand /= 10
      count -= 1
    }
    guard count == 0 else { return }
    significand = 0
    point = 0
    isNegative = false
  }

  /// The digits before the point; `0` where there are none.
  package var whole: String { point > 0 ? text(0..<point) : "0" }

  /// The digits behind the point, with zeros up to `count`.
  package func fraction(_ count: Int) -> String { text(point..<(point + count)) }

  /// How many digits stand behind the point.
  package var fractionCount: Int { max(0, count - point) }

  /// The digits at some places, the first digit's being 0; zeros stand around the digits.
  private func text(_ places: Range<Int>) -> String {
    String(decoding: places.map { UInt8(ascii: "0") + digit($0) }, as: UTF8.self)
  }

  private func digit(_ place: Int) -> UInt8 {
    guard place >= 0, place < count else { return 0 }
    return UInt8(truncatingIfNeeded: significand / DecimalDigits.powers[count - 1 - place] % 10)
  }
}
