/// Digits with marks between them, as people write phone numbers, dates and amounts.
struct DigitRun {
  let range: Range<Int>
  /// Values 0…9.
  private(set) var digits: [Int] = []
  /// The digits in groups, as the marks divide them.
  private var groups: [[Int]] = []
  private var marks: Set<Unicode.Scalar> = []
  private let before: String
  private let behind: String
  private let hasPlus: Bool

  private static let between: Set<Unicode.Scalar> = [" ", "(", ")", ".", "-", "/"]
  private static let longest = 60

  /// The longest run that begins here; nil where none does.
  init?(_ text: MaskedText, at start: Int) {
    guard let first = text[start], first.isASCIIDigit || first == "+" || first == "(",
      !AddressRules.isWordPart(text[start - 1])
    else { return nil }
    var end = start
    var index = start
    var pause = 0
    while index - start < Self.longest, let scalar = text[index] {
      if scalar.isASCIIDigit {
        end = index + 1
        pause = 0
      } else {
        pause += 1
        guard pause <= 3, Self.between.contains(scalar) || index == start else { break }
      }
      index += 1
    }
    // A longer row of digits goes on to its end.
    while let scalar = text[end], scalar.isASCIIDigit { end += 1 }
    guard end > start + 1, !AddressRules.isWordPart(text[end]) else { return nil }
    self.init(text, start..<end)
  }

  /// The run that is this range.
  init?(_ text: MaskedText, exactly range: Range<Int>) {
    self.init(text, range)
  }

  private init?(_ text: MaskedText, _ range: Range<Int>) {
    self.range = range
    hasPlus = text[range.lowerBound] == "+"
    var group: [Int] = []
    for scalar in text.plain[range] {
      if scalar.isASCIIDigit {
        group.append(Int(scalar.value) - 48)
      } else {
        if scalar != "+", scalar != "(" || !group.isEmpty { marks.insert(scalar) }
        if !group.isEmpty { groups.append(group) }
        group = []
      }
    }
    if !group.isEmpty { groups.append(group) }
    digits = groups.flatMap { $0 }
    before = Self.word(text, before: range.lowerBound)
    behind = Self.word(text, behind: range.upperBound)
    if digits.isEmpty { return nil }
  }

  /// A day, a span of days or of years.
  var isDate: Bool {
    guard !hasPlus else { return false }
    let values = groups.map { $0.reduce(0) { $0 * 10 + $1 } }
    func isYear(_ index: Int) -> Bool { groups[index].count == 4 && (1900...2099).contains(values[index]) }
    func isDay(_ parts: Range<Int>) -> Bool {
      let (a, b, c) = (parts.lowerBound, parts.lowerBound + 1, parts.lowerBound + 2)
      func fits(_ day: Int, _ month: Int) -> Bool {
        groups[day].count <= 2 && groups[month].count <= 2 && (1...31).contains(values[day])
          && (1...12).contains(values[month])
      }
      if isYear(a) { return fits(c, b) }
      return (isYear(c) || groups[c].count == 2) && (fits(a, b) || fits(b, a))
    }
    switch groups.count {
    case 1:
      let whole = values[0]
      return groups[0].count == 8 && (1900...2099).contains(whole / 10000) && (1...12).contains(whole / 100 % 100)
        && (1...31).contains(whole % 100)
    case 2: return isYear(0) && isYear(1)
    case 3: return isDay(0..<3) || groups.indices.allSatisfy(isYear)
    case 6: return isDay(0..<3) && isDay(3..<6)
    default: return groups.indices.allSatisfy(isYear)
    }
  }

  /// An amount: a currency stands beside it, and it begins as an amount does.
  var isMoney: Bool {
    guard !hasPlus, digits[0] != 0, groups.count <= 4, digits.count <= 12, marks.isSubset(of: [" ", ".", "-"]) else {
      return false
    }
    return Self.currencies.contains(before) || Self.currencies.contains(behind)
  }

  /// Times of day, `10.30-11.15`, or marks out of some, `8/10 9/10`.
  var isTimesOrMarks: Bool {
    guard !hasPlus, digits[0] != 0, groups.allSatisfy({ $0.count <= 2 }) else { return false }
    let values = groups.map { $0.reduce(0) { $0 * 10 + $1 } }
    if marks.contains("/") { return marks.isSubset(of: ["/", " "]) }
    return marks.isSubset(of: [".", "-", " "]) && marks.isSuperset(of: [".", "-"]) && values.count == 4
      && values[0] <= 24 && values[2] <= 24 && values[1] <= 59 && values[3] <= 59
  }

  /// `555-1234`.
  var isLocal: Bool { groups.map(\.count) == [3, 4] && marks == ["-"] }

  var isSocialSecurity: Bool { groups.map(\.count) == [3, 2, 4] && marks == ["-"] && !hasPlus }

  /// `tel`, `call me on`: a word before it says that it is a phone number.
  var isAnnounced: Bool { Self.announcements.contains(before) }

  private static let currencies: Set<String> = [
    "€", "$", "£", "¥", "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "chf", "franken",
    "francs", "pln", "zł", "sek", "nok", "dkk", "kr", "jpy", "yen", "us$", "bucks",
  ]

  private static let announcements: Set<String> = [
    "tel", "tel.", "phone", "telephone", "telefon", "telefonnummer", "mobile", "mobil", "handy", "cell", "whatsapp",
    "call", "me", "number", "nummer", "anrufen", "unter", "ext", "téléphone", "móvil", "teléfono",
  ]

  /// The word or sign before the range, in lower case, whatever marks and blanks stand between.
  private static func word(_ text: MaskedText, before start: Int) -> String {
    var index = start - 1
    while index >= 0, start - index <= 3, let scalar = text[index], " .:-#".unicodeScalars.contains(scalar) {
      index -= 1
    }
    var scalars: [Unicode.Scalar] = []
    while scalars.count < 20, let scalar = text[index], scalar.isWordPart || isSign(scalar) {
      scalars.append(scalar.lowered)
      index -= 1
    }
    return joined(scalars.reversed())
  }

  private static func word(_ text: MaskedText, behind end: Int) -> String {
    var index = end
    while index - end < 4, let scalar = text[index], " ,-".unicodeScalars.contains(scalar) || isCents(text, index, end)
    {
      index += 1
    }
    var scalars: [Unicode.Scalar] = []
    while scalars.count < 20, let scalar = text[index], scalar.isWordPart || isSign(scalar) {
      scalars.append(scalar.lowered)
      index += 1
    }
    return joined(scalars)
  }

  /// `,50` behind an amount.
  private static func isCents(_ text: MaskedText, _ index: Int, _ end: Int) -> Bool {
    text[end] == "," && text[index]?.isASCIIDigit ?? false
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .currencySymbol
  }

  private static func joined(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
