/// Takes out of a cell what is no part of it: NUL bytes and byte order marks.
enum CellCleaning {
  struct Cleaned: Equatable {
    var bytes: [UInt8] = []
    var nulBytes = 0
    var byteOrderMarks = 0
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Nil for a cell that has neither.
  static func cleaned(_ cell: some Collection<UInt8>) -> Cleaned? {
    guard cell.contains(where: { $0 == 0 || $0 == mark[0] }) else { return nil }
    var cleaned = Cleaned()
    var rest = cell[...]
    while let byte = rest.first {
      if byte == 0 {
        cleaned.nulBytes += 1
        rest = rest.dropFirst()
      } else if byte == mark[0], rest.starts(with: mark) {
        cleaned.byteOrderMarks += 1
        rest = rest.dropFirst(mark.count)
      } else {
        cleaned.bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return cleaned.nulBytes + cleaned.byteOrderMarks > 0 ? cleaned : nil
  }
}
