/// Finds the encoding of a sample.
enum EncodingSniffer {
  struct Finding: Equatable {
    var encoding: TextEncoding
    /// The bytes do not prove it.
    var isGuessed = false
  }

  /// By mark, by the zero bytes of UTF-16, by the validity of UTF-8, else by what the bytes look like.
  static func find(_ sample: Sample) -> Finding {
    if let marked = marked(sample.head) { return Finding(encoding: marked) }
    if let wide = wide(sample.head) { return Finding(encoding: wide) }
    var check = UTF8Check()
    check.add(sample.head, isCutBehind: sample.isCut)
    for stretch in sample.stretches { check.add(stretch, isCutBefore: true, isCutBehind: true) }
    if check.invalid == 0 { return Finding(encoding: .utf8) }
    // Text in another encoding hardly ever looks like UTF-8: a few bad bytes among good characters are damage.
    if check.sequences >= 4 * check.invalid { return Finding(encoding: .utf8) }
    return Finding(encoding: LegacyEncoding.likely([sample.head] + sample.stretches), isGuessed: true)
  }

  /// What a byte order mark says.
  static func marked(_ head: [UInt8]) -> TextEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return .other("UTF-32LE") }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return .other("UTF-32BE") }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// Delimiters, digits and line breaks are half zeros in UTF-16; a table has plenty of them, all on one side.
  private static func wide(_ head: [UInt8]) -> TextEncoding? {
    let units = min(head.count, 4096) / 2
    guard units >= 2 else { return nil }
    var zeros = (even: 0, odd: 0)
    for unit in 0..<units {
      if head[2 * unit] == 0 { zeros.even += 1 }
      if head[2 * unit + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 5 >= units, zeros.even * 50 <= units { return .utf16LittleEndian }
    if zeros.even * 5 >= units, zeros.odd * 50 <= units { return .utf16BigEndian }
    return nil
  }
}
