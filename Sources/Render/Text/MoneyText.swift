import Audit

/// Money and other declared figures for people: three digits, since nobody knows more.
enum MoneyText {
  /// `EUR 21,200`; below a hundred with two decimals: `EUR 1.67`.
  static func amount(_ value: Double, _ currency: String) -> String {
    let number = value < 100 ? FigureText.fixed(value, decimals: wholeDecimals(value)) : about(value)
    return money(number, currency)
  }

  private static func money(_ number: String, _ currency: String) -> String {
    say("\(currency)\u{00A0}\(number)", as: "money")
  }

  /// `21,200`, `347`, `15`.
  static func about(_ value: Double) -> String { FigureText.fixed(rounded(value), decimals: 0) }

  /// `EUR 21,200 (15,000 to 28,000)`; without the range where there is none.
  static func amount(_ spread: Spread, _ currency: String) -> String {
    amount(spread.mid, currency) + range(spread, spread.mid < 100 ? 2 : 0)
  }

  static func about(_ spread: Spread) -> String { about(spread.mid) + range(spread, 0) }

  /// As it was declared, every digit: `12,000 (10,000 to 15,000)`, `EUR 80 (55 to 105)`.
  static func declared(_ spread: Spread, _ currency: String? = nil) -> String {
    let decimals = [spread.low, spread.mid, spread.high].map(Self.decimals).max() ?? 0
    let number = FigureText.fixed(spread.mid, decimals: decimals)
    let text = currency.map { money(number, $0) } ?? number
    return spread.isPoint ? text : text + " (\(FigureText.range(spread.low, spread.high, decimals: decimals)))"
  }

  /// `4 %`, `30 % (20 to 45 %)`: as it was declared, without loss.
  static func share(_ spread: Spread) -> String {
    let decimals = [spread.low, spread.mid, spread.high].map { Self.decimals($0 * 100) }.max() ?? 0
    let text = FigureText.percent(spread.mid, decimals: decimals)
    return spread.isPoint
      ? text : text + " (\(FigureText.percentRange(spread.low, spread.high, decimals: decimals)))"
  }

  /// In whole percents, of what was computed: `66 % (54 to 79 %)`.
  static func rough(share spread: Spread) -> String {
    let text = FigureText.percent(spread.mid)
    return spread.isPoint ? text : text + " (\(FigureText.percentRange(spread.low, spread.high)))"
  }

  private static func range(_ spread: Spread, _ decimals: Int) -> String {
    guard !spread.isPoint else { return "" }
    let (low, high) = decimals > 0 ? (spread.low, spread.high) : (rounded(spread.low), rounded(spread.high))
    return " (\(FigureText.range(low, high, decimals: decimals)))"
  }

  /// The fewest decimals, at most three, that lose nothing.
  private static func decimals(_ value: Double) -> Int {
    (0..<3).first { places in
      let scaled = value * [1.0, 10, 100][places]
      return abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled))
    } ?? 3
  }

  private static func wholeDecimals(_ value: Double) -> Int { value == value.rounded() ? 0 : 2 }

  /// To three digits; below a thousand to the whole.
  private static func rounded(_ value: Double) -> Double {
    var unit = 1.0
    while value / unit >= 1000, unit < 1e15 { unit *= 10 }
    return (value / unit).rounded(.toNearestOrEven) * unit
  }
}
