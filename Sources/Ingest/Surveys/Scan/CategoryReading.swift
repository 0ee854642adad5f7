import Audit
import CSV

/// The reading of a category: trim → missing → group.
struct CategoryReading: Sendable {
  /// What a text stands for.
  enum Meaning: Hashable, Sendable {
    case missing
    case group(String)
    /// None of the texts that may be.
    case unknown
  }

  private let missing: Set<String>
  private let groups: [String: String]
  private let decoding: CategoryDecoding

  init(_ decoding: CategoryDecoding) {
    self.decoding = decoding
    missing = Set(decoding.missing.map { $0.lowercased() })
    var groups: [String: String] = [:]
    // Of texts that differ in capitals alone the last one holds, in the order of their bytes.
    for (text, group) in decoding.groups.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      groups[text.lowercased()] = group
    }
    self.groups = groups
  }

  func meaning(of text: String) -> Meaning {
    let text = text.trimmingBlanks
    if text.isEmpty { return .missing }
    let folded = text.lowercased()
    if missing.contains(folded) { return .missing }
    if let group = groups[folded] { return .group(group) }
    if let otherwise = decoding.otherwise { return .group(otherwise) }
    return decoding.isClosed ? .unknown : .group(text)
  }

  /// All groups there can be, in byte order; nil where any text may be one.
  var closedGroups: [String]? {
    guard decoding.isClosed || decoding.otherwise != nil else { return nil }
    return Set(Array(decoding.groups.values) + [decoding.otherwise].compactMap { $0 }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// The reading of a number that falls into one of several bands.
struct BandReading: Sendable {
  private let decoding: BandDecoding
  private let missing: Set<String>
  private let missingNumbers: Set<Int>

  init(_ decoding: BandDecoding) {
    self.decoding = decoding
    missing = Set(decoding.missing.map { $0.lowercased() })
    missingNumbers = Set(
      decoding.missing.compactMap { text in
        guard case .integer(let value) = CellNumber(text, decimalComma: decoding.decimalComma) else { return nil }
        return value
      })
  }

  /// The band's place among the labels, or the code of what the cell is instead.
  func code(of cell: [UInt8]) -> Int16 {
    guard let whole = String(validating: cell, as: UTF8.self) else { return CellReading.undecodable }
    let text = whole.trimmingBlanks
    if text.isEmpty || missing.contains(text.lowercased()) { return CellCode.missing }
    guard let floor = floor(of: text) else { return CellReading.notANumber }
    if floor.isWhole, missingNumbers.contains(floor.value) { return CellCode.missing }
    return Int16(decoding.bounds.prefix { $0 <= floor.value }.count)
  }

  /// The largest whole number that is not above the number: bounds are whole, so it falls into the same band.
  private func floor(of text: String) -> (value: Int, isWhole: Bool)? {
    switch CellNumber(text, decimalComma: decoding.decimalComma) {
    case .integer(let value): return (value, true)
    case .fraction:
      let mark: Character = decoding.decimalComma ? "," : "."
      let whole = text.prefix { $0 != mark }
      guard case .integer(let value) = CellNumber(String(whole), decimalComma: decoding.decimalComma) else {
        return nil
      }
      return (whole.hasPrefix("-") ? value - 1 : value, false)
    case .none: return nil
    }
  }
}
