import Audit

/// Numbers for machines: the bytes of `data/statistics.csv` and of the JSON files.
enum CanonicalNumber {
  /// Twelve significant digits, half to even, without trailing zeros: `0.35`, `-18.12`, `1.5e-7`; zero is `0`.
  ///
  /// Plain decimals where 1e-5 ≤ |v| < 1e15 after rounding. Nil for infinities and not-a-number, which are never written.
  static func text(_ value: Double) -> String? {
    guard let number = DecimalDigits(value)?.rounded(significant: 12) else { return nil }
    guard !number.isZero else { return "0" }
    let sign = number.isNegative ? "-" : ""
    guard number.point > -5, number.point <= 15 else { return sign + scientific(number) }
    let fraction = number.fraction(number.fractionCount)
    return sign + number.whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private static func scientific(_ number: DecimalDigits) -> String {
    var mantissa = number
    mantissa.point = 1
    let fraction = mantissa.fraction(mantissa.fractionCount)
    return mantissa.whole + (fraction.isEmpty ? "" : ".\(fraction)") + "e\(number.point - 1)"
  }
}
