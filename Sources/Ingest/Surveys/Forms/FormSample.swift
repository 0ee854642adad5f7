/// The first records of a survey file, as the recognisers of forms see them.
struct FormSample: Hashable, Sendable {
  /// Records that are worth looking at.
  static let records = 25

  /// Blank records before the first one with content.
  let blankRows: Int
  /// From the first record with content on; cells as plain text, see ``HeaderText``.
  let rows: [[String]]
  /// NUL bytes in each of `rows`.
  private let nulBytes: [Int]
  /// A byte order mark stood in front.
  let hasByteOrderMark: Bool

  /// `records` are decoded cells, quotes removed.
  init(_ records: [[String]], hasByteOrderMark: Bool = false) {
    let texts = records.prefix(FormSample.records).map { $0.map(HeaderText.init) }
    blankRows = texts.firstIndex { row in row.contains { !$0.plain.isEmpty } } ?? 0
    rows = texts.dropFirst(blankRows).map { $0.map(\.plain) }
    nulBytes = texts.dropFirst(blankRows).map { row in row.reduce(0) { $0 + $1.nulBytes } }
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// The first record with content; empty when there is none.
  var first: [String] { rows.first ?? [] }

  /// As wide as the first: missing cells are empty; empty altogether when the file has no such row.
  func row(_ index: Int) -> [String] {
    let row = rows.indices.contains(index) ? rows[index] : []
    return first.indices.map { $0 < row.count ? row[$0] : "" }
  }

  func hasRow(_ index: Int) -> Bool { rows.indices.contains(index) }

  /// Cells of a column from this row on, without empty ones.
  func answers(ofColumn column: Int, from row: Int) -> [String] {
    rows.dropFirst(row).compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
  }

  func nulBytes(inHeaderRows count: Int) -> Int { nulBytes.prefix(count).reduce(0, +) }
}
