import Audit

/// What a cell's text looks like, for somebody who does not know yet what the column means.
enum CellShape {
  case integer(Int)
  case fraction(Double)
  case day(DayShape)
  case text

  init(_ text: String, decimalComma: Bool) {
    switch CellNumber(text, decimalComma: decimalComma) {
    case .integer(let value): self = .integer(value)
    case .fraction:
      let plain = decimalComma ? String(text.map { $0 == "," ? "." : $0 }) : text
      self = DecimalText.number(plain).map { .fraction($0) } ?? .text
    case nil: self = DayShape(text).map { .day($0) } ?? .text
    }
  }
}

/// Three numbers that may be a day: `2026-03-31`, `31.03.2026`, `3/31/2026 10:01`.
struct DayShape: Hashable {
  /// In the order written.
  var numbers: [Int]
  var mark: Character
  /// The year stands in front.
  var isYearFirst: Bool

  /// A time of day may follow; anything else makes it a text.
  init?(_ text: String) {
    let head = text.prefix { $0 != " " && $0 != "T" }
    guard (8...10).contains(head.utf8.count), let mark = head.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = head.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { DecimalText.integer(String($0)) }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 1 }) else { return nil }
    let tail = text.dropFirst(head.count)
    guard tail.allSatisfy({ "0123456789:.+-TZ APMapm".contains($0) }) else { return nil }
    guard parts[0].count == 4 || parts[2].count == 4 else { return nil }
    self.numbers = numbers
    self.mark = mark
    isYearFirst = parts[0].count == 4
  }

  /// The day, where day and month stand in this order; nil where there is no such day.
  func day(isDayFirst: Bool) -> Day? {
    if isYearFirst { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    return Day(
      year: numbers[2], month: numbers[isDayFirst ? 1 : 0], day: numbers[isDayFirst ? 0 : 1])
  }
}

/// How a column writes days.
struct DayOrder: Hashable {
  var isYearFirst: Bool
  var isDayFirst: Bool
  var mark: Character

  /// As a codebook declares it: `DD.MM.YYYY`.
  var text: String {
    let parts = isYearFirst ? ["YYYY", "MM", "DD"] : isDayFirst ? ["DD", "MM", "YYYY"] : ["MM", "DD", "YYYY"]
    return parts.joined(separator: String(mark))
  }

  /// The pattern that all of a column's days fit; nil where none does.
  init?(_ shapes: [DayShape]) {
    guard let first = shapes.first,
      shapes.allSatisfy({ $0.isYearFirst == first.isYearFirst && $0.mark == first.mark })
    else { return nil }
    isYearFirst = first.isYearFirst
    mark = first.mark
    if first.isYearFirst {
      isDayFirst = false
      return
    }
    let readsDayFirst = shapes.allSatisfy { $0.day(isDayFirst: true) != nil }
    let readsMonthFirst = shapes.allSatisfy { $0.day(isDayFirst: false) != nil }
    guard readsDayFirst || readsMonthFirst else { return nil }
    // Where both read, slashes are American and everything else is not.
    isDayFirst = readsDayFirst && !(readsMonthFirst && first.mark == "/")
  }
}

/// Marks of personal data in a text.
enum PersonalMark {
  static func kinds(in text: String) -> [ColumnProfile.PersonalData.Kind] {
    var found: [ColumnProfile.PersonalData.Kind] = []
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "," || $0 == ";" || $0 == "<" || $0 == ">" }
    if words.contains(where: isMail) { found.append(.mail) }
    if words.contains(where: isAddress) { found.append(.address) }
    if isPhone(text) { found.append(.phone) }
    if namesSomebody(words) { found.append(.name) }
    return found
  }

  private static func isMail(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let dot = parts[1].firstIndex(of: "."), dot != parts[1].startIndex else {
      return false
    }
    return parts[1][dot...].count > 2
  }

  /// IP, version 4.
  private static func isAddress(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && DecimalText.integer(String(part)).map { (0...255).contains($0) } == true
      }
  }

  /// Nine digits or more in one stretch of digits, blanks and marks, with a sign that it is no plain number.
  private static func isPhone(_ text: String) -> Bool {
    var digits = 0
    var marks = 0
    for character in text.unicodeScalars {
      switch character {
      case "0"..."9": digits += 1
      case "+", "(", ")", "-", "/", " ": if digits > 0 || character == "+" || character == "(" { marks += 1 }
      default: (digits, marks) = (0, 0)
      }
      if digits >= 9, digits <= 15, (2...6).contains(marks), !text.contains(":") { return true }
    }
    return false
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "herrn", "monsieur", "madame", "mme", "señor", "señora",
    "sr", "sra",
  ]

  /// A title with a capitalised word behind it.
  private static func namesSomebody(_ words: [Substring]) -> Bool {
    zip(words, words.dropFirst()).contains { title, name in
      let plain = title.hasSuffix(".") ? title.dropLast() : title
      guard plain.first?.isUppercase == true, titles.contains(plain.lowercased()) else { return false }
      return name.count > 1 && name.first?.isUppercase == true && name.dropFirst().contains(where: \.isLowercase)
    }
  }
}
