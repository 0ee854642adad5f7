/// Counts line breaks: LF, CRLF and lone CR are one each.
enum LineCount {
  /// Sixteen times as many bytes are counted at once: as many as a byte can count.
  private static let vectors = 255

  /// Line breaks that begin in `bytes[0..<count]`; the byte behind the last must be readable.
  static func breaks(in bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    var total = 0
    var index = 0
    while index &+ 16 <= count {
      let whole = min((count &- index) >> 4, vectors)
      let piece = unsafe bytes + index
      total &+= unsafe lineFeeds(in: piece, vectors: whole) ?? exactBreaks(in: piece, count: whole &* 16)
      index &+= whole &* 16
    }
    return unsafe total &+ exactBreaks(in: bytes + index, count: count &- index)
  }

  /// Line breaks inside a field in quotes, which are few; what stands behind it must be readable.
  @inline(__always)
  static func breaks(inside content: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = content.baseAddress else { return 0 }
    let (lineFeed, carriageReturn) = (SIMD16<UInt8>(repeating: 10), SIMD16<UInt8>(repeating: 13))
    var index = 0
    while index < content.count {
      let vector = unsafe ByteVector.load(first + index)
      let found = ByteVector.nibbles((vector .== lineFeed) .| (vector .== carriageReturn))
      if found != 0 && index &+ found.trailingZeroBitCount >> 2 < content.count {
        return unsafe breaks(in: first, count: content.count)
      }
      index &+= 16
    }
    return 0
  }

  /// Nil where a carriage return stands, and the answer is not so simple.
  @inline(__always)
  private static func lineFeeds(in bytes: UnsafePointer<UInt8>, vectors: Int) -> Int? {
    let (lineFeed, carriageReturn) = (SIMD16<UInt8>(repeating: 10), SIMD16<UInt8>(repeating: 13))
    var counts = SIMD16<UInt8>(repeating: 0)
    var returns = SIMD16<UInt8>(repeating: 0)
    for index in 0..<vectors {
      let vector = unsafe ByteVector.load(bytes + index &* 16)
      // A lane that matches is all ones, which is −1.
      counts &-= unsafe unsafeBitCast(vector .== lineFeed, to: SIMD16<UInt8>.self)
      returns |= unsafe unsafeBitCast(vector .== carriageReturn, to: SIMD16<UInt8>.self)
    }
    let marks = unsafe unsafeBitCast(returns, to: SIMD2<UInt64>.self)
    if marks[0] | marks[1] != 0 { return nil }
    var total = 0
    for lane in 0..<16 { total &+= Int(counts[lane]) }
    return total
  }

  private static func exactBreaks(in bytes: UnsafePointer<UInt8>, count: Int) -> Int {
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
