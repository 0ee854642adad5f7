/// An encoding of one byte a character whose lower half is ASCII.
struct CodePage: Sendable {
  /// Scalars of the bytes 128…255; 0 where there is no character.
  let upper: [UInt16]

  static let latin1 = CodePage(upper: (0x80...0xFF).map { $0 })

  /// As browsers and spreadsheets have it; five bytes mean nothing.
  static let windows1252 = CodePage(
    upper: [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
      0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
      0x0178,
    ] + (0xA0...0xFF).map { $0 })

  /// Appends the characters of `bytes`; `invalid` gets the offset in `text` of each byte that is none.
  func decode(_ bytes: [UInt8], into text: inout [UInt8], invalid: inout [Int]) {
    text.reserveCapacity(text.count + bytes.count + bytes.count / 4)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = upper[Int(byte) - 0x80]
      if scalar == 0 {
        invalid.append(text.count)
        text.append(TextSource.invalidByte)
      } else {
        text.append(scalar: UInt32(scalar))
      }
    }
  }
}
