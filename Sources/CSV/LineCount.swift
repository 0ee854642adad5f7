/// Counts line breaks: LF, CRLF and lone CR are one each.
enum LineCount {
  /// Line breaks that begin in `bytes[0..<count]`; the byte behind the last must be readable.
  static func breaks(in bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    let raw = unsafe UnsafeRawPointer(bytes)
    var total = 0
    var index = 0
    while index &+ 8 <= count {
      let here = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = unsafe raw.loadUnaligned(fromByteOffset: index &+ 1, as: UInt64.self)
      let breaks = marks(of: 10, in: here) | (marks(of: 13, in: here) & ~marks(of: 10, in: next))
      total &+= breaks.nonzeroBitCount
      index &+= 8
    }
    while index < count {
      let byte = unsafe bytes[index]
      if unsafe byte == 10 || (byte == 13 && bytes[index + 1] != 10) { total += 1 }
      index += 1
    }
    return total
  }

  /// The high bit of each of the eight bytes that equals `byte`, exactly (Mycroft's test without borrow).
  @inline(__always)
  private static func marks(of byte: UInt64, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let difference = word ^ (byte &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }
}
