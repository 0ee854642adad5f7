/// Finds columns of a survey file by what a codebook calls them.
struct HeaderIndex {
  enum Match: Equatable {
    /// 0-based position.
    case column(Int)
    case missing
    /// The header stands over all of these columns.
    case repeated([Int])
    /// All of these headers begin with the text.
    case ambiguous([Int])
    /// `#n` beyond the last column, or `#0`.
    case beyond
  }

  /// Trimmed headers.
  let columns: [String]
  private let positions: [[UInt8]: [Int]]

  init(_ columns: [String]) {
    self.columns = columns
    var positions: [[UInt8]: [Int]] = [:]
    for (index, column) in columns.enumerated() { positions[Array(column.utf8), default: []].append(index) }
    self.positions = positions
  }

  /// By position (`#7`, 1-based), by header, else by a beginning that only one header has.
  func find(_ name: String) -> Match {
    let name = name.trimmingBlanks
    if name.utf8.first == UInt8(ascii: "#"), let position = DecimalText.integer(String(name.dropFirst())) {
      return position >= 1 && position <= columns.count ? .column(position - 1) : .beyond
    }
    if let found = positions[Array(name.utf8)] { return found.count == 1 ? .column(found[0]) : .repeated(found) }
    guard !name.isEmpty else { return .missing }
    let beginnings = columns.indices.filter { isBeginning(name, of: columns[$0]) }
    switch beginnings.count {
    case 0: return .missing
    case 1: return .column(beginnings[0])
    default: return .ambiguous(beginnings)
    }
  }

  /// `P1` begins `P1 Waiting time`, but not `P12`, whose number is another.
  private func isBeginning(_ name: String, of column: String) -> Bool {
    guard column.utf8.starts(with: name.utf8), let last = name.utf8.last else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return !(digits.contains(last) && column.utf8.dropFirst(name.utf8.count).first.map(digits.contains) ?? false)
  }

  /// There is a column of exactly this name.
  func hasHeader(_ name: String) -> Bool { positions[Array(name.trimmingBlanks.utf8)] != nil }
}
