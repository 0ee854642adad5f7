/// A name around its last number: `q12`, `P03_x`.
struct NumberedName {
  let before: String
  /// As the number is written: `03`.
  let digits: String
  let number: Int
  let after: String

  init?(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    guard let last = scalars.lastIndex(where: isDigit) else { return nil }
    let first = (scalars[...last].lastIndex { !isDigit($0) } ?? -1) + 1
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
    digits = text(scalars[first...last])
    guard let number = Int(digits) else { return nil }
    self.number = number
    before = text(scalars[..<first])
    after = text(scalars[(last + 1)...])
  }

  /// At least as wide as this one's: behind `08` comes `09`.
  func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits.count - text.count)) + text
  }
}
