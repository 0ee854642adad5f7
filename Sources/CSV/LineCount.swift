/// Counts line breaks: LF, CRLF and lone CR are one each.
enum LineCount {
  /// Line breaks that begin in `bytes[0..<count]`; the byte behind the last must be readable.
  static func breaks(in bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    let raw = unsafe UnsafeRawPointer(bytes)
    var total = 0
    var index = 0
    let one = SIMD32<UInt8>(repeating: 1)
    while index + 33 <= count {
      var sums = SIMD32<UInt8>(repeating: 0)
      let stop = min(count - 32, index + 32 * 255)
      while index < stop {
        let here = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
        let next = unsafe raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD32<UInt8>.self)
        let isBreak = (here .== 10) .| ((here .== 13) .& (next .!= 10))
        sums = sums &+ SIMD32<UInt8>(repeating: 0).replacing(with: one, where: isBreak)
        index += 32
      }
      for lane in 0..<32 { total += Int(sums[lane]) }
    }
    while index < count {
      let byte = unsafe bytes[index]
      if unsafe byte == 10 || (byte == 13 && bytes[index + 1] != 10) { total += 1 }
      index += 1
    }
    return total
  }
}
