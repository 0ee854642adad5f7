import Audit
import CSV

/// The reading of a weight: a decimal number from 0 to a million, kept as w·10⁶.
struct WeightReading: Sendable {
  private let decimalComma: Bool
  /// Texts and numbers, in millionths, that stand for no weight.
  private let missing: Set<String>
  private let missingValues: Set<Int>

  /// `missing` are codes of no answer: `99` would pass for a weight.
  init(missing: [String] = [], decimalComma: Bool) {
    self.decimalComma = decimalComma
    self.missing = Set(missing.map { $0.lowercased() })
    missingValues = Set(
      missing.compactMap { text in
        guard case .integer(let value) = CellNumber(text, decimalComma: decimalComma) else { return nil }
        return value.multipliedReportingOverflow(by: 1_000_000).overflow ? nil : value * 1_000_000
      })
  }

  /// A weight, or the code of what the cell is instead.
  enum Weight: Hashable {
    /// w·10⁶; finer places are rounded half to even.
    case value(Int, isRounded: Bool)
    case other(Int16)
  }

  private static let places = 6
  private static let largest = 1_000_000 * 1_000_000

  func weight(of cell: [UInt8]) -> Weight {
    let found = number(in: cell)
    if case .value(let value, isRounded: false) = found, missingValues.contains(value) {
      return .other(CellCode.missing)
    }
    return found
  }

  private func number(in cell: [UInt8]) -> Weight {
    if let value = plain(cell) { return .value(value, isRounded: false) }
    guard let whole = String(validating: cell, as: UTF8.self) else { return .other(CellReading.undecodable) }
    let text = whole.trimmingBlanks
    if text.isEmpty || missing.contains(text.lowercased()) { return .other(CellCode.missing) }
    guard CellNumber(text, decimalComma: decimalComma) != nil else { return .other(CellReading.notANumber) }
    let parts = text.utf8.split(separator: UInt8(ascii: decimalComma ? "," : "."), omittingEmptySubsequences: false)
    let isNegative = text.hasPrefix("-")
    let digits = parts[0].drop { $0 == UInt8(ascii: "-") }.drop { $0 == 48 }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    guard digits.count <= 7 else { return .other(CellReading.offScale) }
    var value = 0
    for digit in digits { value = value * 10 + Int(digit - 48) }
    for place in 0..<WeightReading.places {
      value = value * 10 + (place < fraction.count ? Int(fraction[place] - 48) : 0)
    }
    let rest = fraction.dropFirst(WeightReading.places)
    let isRounded = rest.contains { $0 != 48 }
    if isRounded, let first = rest.first {
      let isHalf = first == 53 && rest.dropFirst().allSatisfy { $0 == 48 }
      if first > 53 || (first == 53 && !isHalf) || (isHalf && value % 2 == 1) { value += 1 }
    }
    if isNegative, value > 0 || isRounded { return .other(CellReading.negative) }
    return value > WeightReading.largest ? .other(CellReading.offScale) : .value(value, isRounded: isRounded)
  }

  /// Digits alone, or with digits behind a point: what nearly all weights are. Nil for any other.
  private func plain(_ cell: [UInt8]) -> Int? {
    let point = UInt8(ascii: decimalComma ? "," : ".")
    var (value, whole, fraction) = (0, 0, 0)
    var isBehind = false
    for byte in cell {
      switch byte {
      case 48...57:
        value = value * 10 + Int(byte - 48)
        if isBehind { fraction += 1 } else { whole += 1 }
        if whole > 7 || fraction > WeightReading.places { return nil }
      case point where !isBehind && whole > 0: isBehind = true
      default: return nil
      }
    }
    guard whole > 0, !isBehind || fraction > 0 else { return nil }
    while fraction < WeightReading.places { (value, fraction) = (value * 10, fraction + 1) }
    return value <= WeightReading.largest ? value : nil
  }

  /// Code 0 for a weight, 1 for a rounded one; with its value.
  func read(_ cell: [UInt8]) -> (code: Int16, value: Int) {
    switch weight(of: cell) {
    case .value(let value, let isRounded): (isRounded ? 1 : 0, value)
    case .other(let code): (code, 0)
    }
  }
}
