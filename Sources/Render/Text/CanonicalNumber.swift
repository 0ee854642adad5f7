import Audit

/// Numbers for machines: the bytes of `data/statistics.csv` and of the JSON files.
///
/// Twelve significant digits, half to even, without trailing zeros: `0.35`, `-18.12`, `1.5e-7`; zero is `0`. Plain decimals
/// where 1e-5 ≤ |v| < 1e15 after rounding. Infinities and not-a-number are never written.
enum CanonicalNumber {
  /// Nil for infinities and not-a-number.
  static func text(_ value: Double) -> String? {
    var bytes: [UInt8] = []
    return append(value, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Adds the text; false, and nothing is added, for infinities and not-a-number.
  static func append(_ value: Double, to bytes: inout [UInt8]) -> Bool {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000 {
      append(whole, to: &bytes)
      return true
    }
    guard let digits = RoundedDigits(value) ?? RoundedDigits(exactly: value) else { return false }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits.append(to: &bytes)
    return true
  }

  /// Adds a whole number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }
}

/// A magnitude above 0, rounded to twelve digits: 0.`significand` × 10^`point`.
private struct RoundedDigits {
  /// Its last digit is not 0.
  private var significand: UInt64
  private var count = 12
  private var point: Int

  private static let least = 1e11
  private static let powers: [Double] = (0...22).map { power in (0..<power).reduce(1.0) { product, _ in product * 10 } }

  /// By multiplication with an exact power of ten: off by less than 3·10⁻⁴ of the twelfth digit, from the shortest digits
  /// of the number as well. Nil where that leaves open which way to round, and for very large and very small numbers.
  init?(_ value: Double) {
    let magnitude = value.magnitude
    guard magnitude >= 1e-11, magnitude < 1e11 else { return nil }
    // log₁₀2 ≈ 1233/4096; the guess is right or one too high, seldom one too low.
    var power = 11 - (Int(magnitude.exponent) * 1233) >> 12
    guard power <= 22 else { return nil }
    var scaled = magnitude * RoundedDigits.powers[power]
    if scaled >= 10 * RoundedDigits.least {
      power -= 1
      scaled = magnitude * RoundedDigits.powers[power]
    }
    guard scaled >= RoundedDigits.least, scaled < 10 * RoundedDigits.least else { return nil }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    guard (rest - 0.5).magnitude > 0.001 else { return nil }
    significand = UInt64(whole) + (rest > 0.5 ? 1 : 0)
    point = 12 - power
    trim()
  }

  /// By the number's shortest digits. Nil for infinities and not-a-number.
  init?(exactly value: Double) {
    guard let digits = DecimalDigits(value)?.rounded(significant: 12) else { return nil }
    (significand, count, point) = (digits.significand, digits.count, digits.point)
  }

  private mutating func trim() {
    if significand == 1_000_000_000_000 {
      significand = 100_000_000_000
      point += 1
    }
    while significand.isMultiple(of: 10) {
      significand /= 10
      count -= 1
    }
  }

  func append(to bytes: inout [UInt8]) {
    let isPlain = point > -5 && point <= 15
    // Where the decimal point goes among the digits.
    let place = isPlain ? point : 1
    if place <= 0 {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(ascii: "."))
      for _ in place..<0 { bytes.append(UInt8(ascii: "0")) }
    }
    let first = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(count, place)))
    var rest = significand
    for index in stride(from: first + count - 1, through: first, by: -1) {
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    if place > 0, place < count { bytes.insert(UInt8(ascii: "."), at: first + place) }
    guard !isPlain else { return }
    bytes.append(UInt8(ascii: "e"))
    CanonicalNumber.append(point - 1, to: &bytes)
  }
}
