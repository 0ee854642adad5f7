/// Numbers that stand for a person or an account: bank accounts, cards, phones, orders.
enum NumberRules {
  /// Two letters, two digits, 11 to 30 letters or digits with single blanks, and 1 modulo 97 (ISO 13616).
  static func maskIBANs(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      let end = AddressRules.isWordPart(text[index - 1]) ? nil : iban(text, at: index)
      if let end { text.mask(index..<end, as: "IBAN") }
      index = end ?? index + 1
    }
  }

  private static func iban(_ text: MaskedText, at start: Int) -> Int? {
    let head = (start..<start + 4).compactMap { text[$0] }
    guard head.count == 4, head[0].isASCIILetter, head[1].isASCIILetter, head[2].isASCIIDigit, head[3].isASCIIDigit
    else { return nil }
    var characters = head
    var ends: [(end: Int, count: Int)] = []
    var index = start + 4
    while characters.count < 34 {
      if text[index] == " " { index += 1 }
      guard let scalar = text[index], scalar.isASCIIDigit || scalar.isASCIILetter else { break }
      characters.append(scalar)
      index += 1
      if characters.count >= 15, !AddressRules.isWordPart(text[index]) { ends.append((index, characters.count)) }
    }
    return ends.last { remainder(of: characters.prefix($0.count)) == 1 }?.end
  }

  private static func remainder(of characters: ArraySlice<Unicode.Scalar>) -> Int {
    (characters.dropFirst(4) + characters.prefix(4)).reduce(0) { rest, scalar in
      if scalar.isASCIIDigit { return (rest * 10 + Int(scalar.value) - 48) % 97 }
      return (rest * 100 + Int(scalar.lowered.value) - 87) % 97
    }
  }

  /// 13 to 19 digits with single blanks or hyphens whose check digit holds (Luhn, ISO/IEC 7812-1).
  static func maskCards(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      let isStart = text[index]?.isASCIIDigit ?? false && !(text[index - 1]?.isASCIIDigit ?? false)
      let end = isStart ? card(text, at: index) : nil
      if let end { text.mask(index..<end, as: "card") }
      index = end ?? index + 1
    }
  }

  private static func card(_ text: MaskedText, at start: Int) -> Int? {
    var digits: [Int] = []
    var found: Int?
    var index = start
    while digits.count < 19, let scalar = text[index], scalar.isASCIIDigit {
      digits.append(Int(scalar.value) - 48)
      index += 1
      if digits.count >= 13, !(text[index]?.isASCIIDigit ?? false), isLuhn(digits) { found = index }
      if let next = text[index], next == " " || next == "-" { index += 1 }
    }
    return found
  }

  private static func isLuhn(_ digits: [Int]) -> Bool {
    guard digits.contains(where: { $0 != 0 }) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      guard digit.offset % 2 == 1 else { return sum + digit.element }
      return sum + (digit.element > 4 ? digit.element * 2 - 9 : digit.element * 2)
    }
    return sum % 10 == 0
  }

  /// 8 to 15 digits with blanks, stops, brackets, slashes and hyphens between them, `+` or a bracket before; longer rows of
  /// digits are numbers of something. Dates, spans of years and amounts of money stay.
  static func maskPhones(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      guard let run = DigitRun(text, at: index) else {
        index += 1
        continue
      }
      if run.digits.count > 15 {
        text.mask(run.range, as: "number")
      } else if run.digits.count >= 8 || run.digits.count >= 5 && (run.isAnnounced || run.isLocal) {
        if !run.isDate, !run.isMoney, !run.isTimesOrMarks {
          text.mask(run.range, as: run.isSocialSecurity ? "id" : "phone")
        }
      }
      index = run.range.upperBound
    }
  }

  /// Letters and digits in one piece, six at least and four digits among them: orders, accounts, customers.
  static func maskAccounts(_ text: inout MaskedText) {
    let ranges = AddressRules.forEachRun(
      in: text, of: { $0.isASCIIDigit || $0.isASCIILetter || $0 == "-" || $0 == "_" || $0 == "/" }
    ) { range in
      let range = AddressRules.trimmed(AddressRules.trimmed(range, text, "-"), text, "/")
      let slice = text.plain[range]
      let digits = slice.count { $0.isASCIIDigit }
      let marks = slice.count { !$0.isASCIIDigit && !$0.isASCIILetter }
      guard digits >= 4, slice.count - marks >= 6, let run = DigitRun(text, exactly: range) else { return [] }
      // Only digits with marks between them are left for dates and the like.
      let isPlain = digits + marks == slice.count
      if isPlain, marks > 0 || run.isMoney || run.isDate { return [] }
      return [range]
    }
    for range in ranges { text.mask(range, as: "number") }
  }
}
