import Audit

/// What a cell's text looks like, for somebody who does not know yet what the column means.
enum CellShape {
  case integer(Int)
  case fraction(Double)
  case day(WrittenDay)
  case text

  init(_ text: String, decimalComma: Bool) {
    switch CellNumber(text, decimalComma: decimalComma) {
    case .integer(let value): self = .integer(value)
    case .fraction:
      let plain = decimalComma ? String(text.map { $0 == "," ? "." : $0 }) : text
      self = DecimalText.number(plain).map { .fraction($0) } ?? .text
    case nil: self = WrittenDay(text).map { .day($0) } ?? .text
    }
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
