/// Numbers for people: fixed decimals, a true minus sign, separated thousands, as the language writes them.
package enum FigureText {
  package static let minus = "\u{2212}"
  /// Stands between a number and its percent sign, and holds them on one line.
  package static let narrowSpace = "\u{202F}"
  package static let unknown = "–"

  /// `1,842`, `−1.7`, `0.0`: rounded half to even. A value that rounds to zero has no sign.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    DecimalDigits(value).map { text($0, decimals: decimals) } ?? unknown
  }

  /// As `fixed`, with a plus sign before what is above zero: `+21`.
  package static func signed(_ value: Double, decimals: Int) -> String {
    guard let number = DecimalDigits(value)?.rounded(decimals: decimals) else { return unknown }
    return (number.isZero || number.isNegative ? "" : "+") + text(number, decimals: decimals)
  }

  /// Without its sign, for sentences that say "below": `1.7`.
  package static func magnitude(_ value: Double, decimals: Int) -> String { fixed(value.magnitude, decimals: decimals) }

  /// A share of 0…1 as `62 %`.
  package static func percent(_ share: Double, decimals: Int = 0) -> String {
    percent(hundredfold(share, decimals: decimals))
  }

  /// Two shares of 0…1 as `58 to 66 %`.
  package static func percentRange(_ low: Double, _ high: Double, decimals: Int = 0) -> String {
    percent(range(hundredfold(low, decimals: decimals), hundredfold(high, decimals: decimals)))
  }

  /// `15 to 27`; `15` where both round to one text.
  package static func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    range(fixed(low, decimals: decimals), fixed(high, decimals: decimals))
  }

  /// `1,842`.
  package static func count(_ count: Int) -> String {
    (count < 0 ? minus : "") + grouped(String(count.magnitude))
  }

  private static func percent(_ number: String) -> String { number + narrowSpace + "%" }

  private static func range(_ low: String, _ high: String) -> String {
    low == high ? low : say("\(low) to \(high)", as: "range")
  }

  /// The share's percentage as its decimal digits say, not as a product of doubles rounds: 0.285 is 28.5.
  private static func hundredfold(_ share: Double, decimals: Int) -> String {
    guard var number = DecimalDigits(share) else { return unknown }
    if !number.isZero { number.point += 2 }
    return text(number, decimals: decimals)
  }

  private static func text(_ number: DecimalDigits, decimals: Int) -> String {
    let number = number.rounded(decimals: decimals)
    let fraction = decimals > 0 ? Language.current.formats.decimal + number.fraction(decimals) : ""
    return (number.isNegative ? minus : "") + grouped(number.whole) + fraction
  }

  private static func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    let separator = Language.current.formats.group
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }
}
