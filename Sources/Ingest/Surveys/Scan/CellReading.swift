import Audit
import CSV

/// The reading of one rating cell, and the codes of whatever cannot be read: trim → missing / not applicable → labels → number → recode → offset → scale → reversed.
struct CellReading: Sendable {
  /// Problem codes, below ``CellCode/notApplicable``.
  static let offScale: Int16 = -3
  static let notANumber: Int16 = -4
  static let undecodable: Int16 = -5
  static let notAnInteger: Int16 = -6
  static let unknownText: Int16 = -7
  static let notADay: Int16 = -8
  static let negative: Int16 = -9
  static let troubles: [(code: Int16, trouble: Diagnostic.CellTrouble)] = [
    (offScale, .offScale), (notANumber, .notANumber), (undecodable, .undecodable), (notAnInteger, .notAnInteger),
    (unknownText, .unknownText), (notADay, .notADay), (negative, .negative),
  ]

  private let decoding: RatingDecoding
  private let missing: Codes
  private let notApplicable: Codes

  /// Texts and numbers that stand for one thing.
  private struct Codes: Sendable {
    var texts: Set<String> = []
    var numbers: Set<Int> = []

    init(_ codes: [String], decimalComma: Bool) {
      for code in codes {
        if case .integer(let value) = CellNumber(code, decimalComma: decimalComma) { numbers.insert(value) }
        texts.insert(code.lowercased())
      }
    }
  }

  init(_ decoding: RatingDecoding) {
    self.decoding = decoding
    missing = Codes(decoding.missing, decimalComma: decoding.decimalComma)
    notApplicable = Codes(decoding.notApplicable, decimalComma: decoding.decimalComma)
  }

  /// The level above the scale's minimum, or the code of what the cell is instead.
  func code(of cell: [UInt8]) -> Int16 {
    guard let whole = String(validating: cell, as: UTF8.self) else { return CellReading.undecodable }
    let text = whole.trimmingBlanks
    if text.isEmpty { return CellCode.missing }
    let folded = text.lowercased()
    if missing.texts.contains(folded) { return CellCode.missing }
    if notApplicable.texts.contains(folded) { return CellCode.notApplicable }
    let number = CellNumber(text, decimalComma: decoding.decimalComma)
    if case .integer(let value) = number {
      if missing.numbers.contains(value) { return CellCode.missing }
      if notApplicable.numbers.contains(value) { return CellCode.notApplicable }
    }
    if let value = decoding.labels[folded] { return level(of: value) }
    if let otherwise = decoding.otherwise {
      // What is no listed yes is a no, numbers included; `1.0` is another spelling of a listed `1`.
      if case .integer(let value) = number, let listed = decoding.labels[String(value)] { return level(of: listed) }
      return level(of: otherwise)
    }
    switch number {
    case .integer(let value): return level(of: value)
    case .fraction: return CellReading.notAnInteger
    case .none: return CellReading.notANumber
    }
  }

  /// 0 for a text, whatever it says.
  static func presence(of cell: [UInt8]) -> Int16 {
    guard let text = String(validating: cell, as: UTF8.self) else { return undecodable }
    return text.trimmingBlanks.isEmpty ? CellCode.missing : 0
  }

  private func level(of value: Int) -> Int16 {
    let recoded = decoding.recode[value] ?? value
    let (answer, overflow) = recoded.addingReportingOverflow(decoding.offset)
    guard !overflow, decoding.scale.contains(answer) else { return CellReading.offScale }
    let level = answer - decoding.scale.minimum
    return Int16(decoding.reversed ? decoding.scale.range - level : level)
  }
}

/// What a cell's text is as a number: `7`, `07`, `-2`, `7.0`, or `7,0` under a decimal comma; nothing else.
enum CellNumber: Hashable {
  case integer(Int)
  /// A decimal number that is not whole.
  case fraction

  /// Nil for what is no number here: `+7`, `1e3`, `0x7`, `nan`, full-width digits.
  init?(_ text: String, decimalComma: Bool) {
    var digits = Array(text.utf8)[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    let mark = UInt8(ascii: decimalComma ? "," : ".")
    let parts = digits.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, CellNumber.isDigits(whole), whole.count <= 18 else { return nil }
    var value = 0
    for digit in whole { value = value * 10 + Int(digit - 48) }
    if parts.count == 2 {
      guard CellNumber.isDigits(parts[1]) else { return nil }
      if parts[1].contains(where: { $0 != 48 }) {
        self = .fraction
        return
      }
    }
    self = .integer(isNegative ? -value : value)
  }

  private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (48...57).contains($0) }
  }
}

extension String {
  /// Without white space, no-break spaces included, at either end.
  var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  /// White space; of the common scalars it is known without a look at the tables.
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 32 || (9...13).contains(value) : properties.isWhitespace
  }
}
