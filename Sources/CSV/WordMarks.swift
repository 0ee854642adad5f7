/// Eight bytes at a time.
enum WordMarks {
  /// The high bit of each of the eight bytes of `word` that equals `byte`, exactly (Mycroft's test without borrow).
  @inline(__always)
  static func of(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// Bytes before the first mark; `marks` is not zero.
  @inline(__always)
  static func first(_ marks: UInt64) -> Int { UInt64(littleEndian: marks).trailingZeroBitCount >> 3 }
}
