/// Numbers as people write them in YAML: digits, a minus sign, a decimal point, and nothing else.
///
/// `Int("+7")`, `Double("nan")` and `Double("0x1p3")` would succeed.
enum DecimalText {
  static func integer(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  static func number(_ text: String) -> Double? {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// `80%` or `0.8`.
  static func share(_ text: String) -> Double? {
    guard text.utf8.last == UInt8(ascii: "%") else { return number(text) }
    var number = text.dropLast()
    while number.last == " " { number = number.dropLast() }
    return Self.number(String(number)).map { $0 / 100 }
  }

  /// What to write in place of `-0,5`; nil for what is no number with a decimal comma.
  static func hint(_ text: String) -> String? {
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    return pointed != text && share(pointed) != nil ? "write a decimal point: \(pointed)" : nil
  }

  /// Without the `.0` of whole numbers.
  static func plain(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? "\(value)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
