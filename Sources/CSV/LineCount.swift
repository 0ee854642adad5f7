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
      let breaks = WordMarks.of(10, in: here) | (WordMarks.of(13, in: here) & ~WordMarks.of(10, in: next))
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

  /// 1-based line of a place in a text.
  static func line(of place: Int, in text: [UInt8]) -> Int {
    // The byte behind the last must be readable.
    let held = Array(text.prefix(place + 1)) + [0]
    return unsafe held.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe breaks(in: $0, count: min(place, text.count)) + 1 } ?? 1
    }
  }
}
