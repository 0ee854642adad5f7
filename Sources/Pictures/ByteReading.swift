/// Numbers in the bytes of a picture; nothing is read beyond the end.
struct ByteReading {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The byte at `offset` from the beginning; nil beyond the end.
  subscript(offset: Int) -> Int? {
    offset >= 0 && offset < bytes.count ? Int(bytes[bytes.startIndex + offset]) : nil
  }

  /// A whole number of `size` bytes, at most four.
  func number(at offset: Int, size: Int, isLittleEndian: Bool = false) -> Int? {
    guard offset >= 0, size <= bytes.count - offset else { return nil }
    var value = 0
    for index in 0..<size {
      let byte = Int(bytes[bytes.startIndex + offset + (isLittleEndian ? size - 1 - index : index)])
      value = value << 8 | byte
    }
    return value
  }

  func starts(with text: StaticString, at offset: Int = 0) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes.dropFirst(offset).starts(with: text.description.utf8)
  }
}

extension [UInt8] {
  /// Adds a number of `size` bytes, the highest first unless said otherwise.
  mutating func append(number: Int, size: Int, isLittleEndian: Bool = false) {
    for index in 0..<size {
      let shift = 8 * (isLittleEndian ? index : size - 1 - index)
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
