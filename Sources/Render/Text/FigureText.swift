/// Numbers for people: fixed decimals, a true minus sign, separated thousands.
enum FigureText {
  static let minus = "\u{2212}"
  /// Stands between a number and its percent sign, and holds them on one line.
  static let narrowSpace = "\u{202F}"
  static let unknown = "–"

  /// `1,842`, `−1.7`, `0.0`: rounded half to even. A value that rounds to zero has no sign.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard let number = DecimalDigits(value)?.rounded(decimals: decimals) else { return unknown }
    let fraction = decimals > 0 ? "." + number.fraction(decimals) : ""
    return (number.isNegative ? minus : "") + grouped(number.whole) + fraction
  }

  /// As `fixed`, with a plus sign before what is above zero: `+21`.
  static func signed(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard let number = DecimalDigits(value)?.rounded(decimals: decimals), !number.isZero, !number.isNegative else {
      return text
    }
    return "+" + text
  }

  /// Without its sign, for sentences that say "below": `1.7`.
  static func magnitude(_ value: Double, decimals: Int) -> String { fixed(value.magnitude, decimals: decimals) }

  /// A share of 0…1 as `62 %`.
  static func percent(_ share: Double, decimals: Int = 0) -> String {
    fixed(hundredfold(share), decimals: decimals) + narrowSpace + "%"
  }

  /// Two shares of 0…1 as `58 to 66 %`.
  static func percentRange(_ low: Double, _ high: Double, decimals: Int = 0) -> String {
    range(hundredfold(low), hundredfold(high), decimals: decimals) + narrowSpace + "%"
  }

  /// `15 to 27`; `15` where both round to one text.
  static func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    let (low, high) = (fixed(low, decimals: decimals), fixed(high, decimals: decimals))
    return low == high ? low : "\(low) to \(high)"
  }

  /// `1,842`.
  static func count(_ count: Int) -> String {
    (count < 0 ? minus : "") + grouped(String(count.magnitude))
  }

  /// The share's percentage, as its decimal digits say and not as the product of two doubles rounds: 0.285 is 28.5.
  private static func hundredfold(_ share: Double) -> Double {
    let product = share * 100
    return (product * 1e9).rounded() / 1e9
  }

  private static func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
