/// UTF-16 to UTF-8.
enum UTF16Decoding {
  /// See ``TextDecoder/decode(_:isFinal:into:invalid:)``; half a surrogate pair and half a unit are invalid.
  static func decode(
    _ bytes: [UInt8], isBigEndian: Bool, isFinal: Bool, into text: inout [UInt8], invalid: inout [Int]
  ) -> Int {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    func refuse() {
      invalid.append(text.count)
      text.append(TextSource.invalidByte)
    }
    var index = 0
    while index + 2 <= bytes.count {
      let first = unit(index)
      switch first {
      case 0xD800..<0xDC00:
        guard index + 4 <= bytes.count || isFinal else { return index }
        guard index + 4 <= bytes.count, case let second = unit(index + 2), (0xDC00..<0xE000).contains(second) else {
          refuse()
          index += 2
          continue
        }
        text.append(scalar: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        index += 4
      case 0xDC00..<0xE000:
        refuse()
        index += 2
      default:
        text.append(scalar: first)
        index += 2
      }
    }
    if isFinal, index < bytes.count {
      refuse()
      index += 1
    }
    return index
  }
}
