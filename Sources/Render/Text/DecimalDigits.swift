/// The shortest decimal digits that give a double back: what a person would say the number is.
///
/// The value is 0.`digits` × 10^`point`; zero has no digits. Rounding works on these digits, so 0.15 rounds as
/// fifteen hundredths and not as the double a hair below them.
struct DecimalDigits: Equatable {
  var isNegative: Bool
  /// 0…9 each, the first and the last not 0.
  var digits: [UInt8]
  var point: Int

  var isZero: Bool { digits.isEmpty }

  /// Nil for infinities and not-a-number, which have no digits.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus && value != 0
    digits = []
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
        } else {
          digits.append(digit)
          if !seenPoint { point += 1 }
        }
      default: break
      }
    }
    point += exponentIsNegative ? -exponent : exponent
    trim()
  }

  /// Rounded half to even so that `decimals` digits stand behind the point.
  func rounded(decimals: Int) -> DecimalDigits { rounded(keeping: point + decimals) }

  /// Rounded half to even to so many digits in all.
  func rounded(significant: Int) -> DecimalDigits { rounded(keeping: significant) }

  private func rounded(keeping count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.trim()
      return result
    }
    result.digits.removeLast(digits.count - count)
    let isAboveHalf = digits[count] > 5 || (digits[count] == 5 && count + 1 < digits.count)
    let isHalf = digits[count] == 5 && count + 1 == digits.count
    let isOdd = !(result.digits.last ?? 0).isMultiple(of: 2)
    if isAboveHalf || (isHalf && isOdd) { result.increment() }
    result.trim()
    return result
  }

  /// One more in the last place.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }

  /// The digits before the point; `0` where there are none.
  var whole: String {
    guard point > 0 else { return "0" }
    return text((0..<point).map { $0 < digits.count ? digits[$0] : 0 })
  }

  /// The digits behind the point, with zeros up to `count`.
  func fraction(_ count: Int) -> String {
    text((point..<(point + count)).map { digits.indices.contains($0) ? digits[$0] : 0 })
  }

  /// How many digits stand behind the point.
  var fractionCount: Int { max(0, digits.count - point) }

  private func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
