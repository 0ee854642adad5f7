/// Turns bytes of one encoding into UTF-8, chunk after chunk.
struct TextDecoder: ~Copyable {
  private enum Kind {
    case identity, utf16, codePage(CodePage), library
  }

  private let kind: Kind
  private let converter: IconvConverter?
  private var isBigEndian: Bool
  private var isAtStart = true

  /// - Throws: ``CSVError/noConversion(_:isKnown:)``.
  init(_ encoding: TextEncoding) throws(CSVError) {
    isBigEndian = encoding == .utf16BigEndian
    switch encoding {
    case .other(let name):
      converter = try IconvConverter(from: name)
      kind = .library
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .latin1, .windows1252:
      converter = nil
      kind =
        switch encoding {
        case .latin1: .codePage(.latin1)
        case .windows1252: .codePage(.windows1252)
        case .utf16LittleEndian, .utf16BigEndian: .utf16
        case .utf8, .other: .identity
        }
    }
  }

  /// The bytes are UTF-8 already.
  var isIdentity: Bool {
    switch kind {
    case .identity: true
    case .utf16, .codePage, .library: false
    }
  }

  /// Decodes what is whole in `bytes` and appends it to `text`.
  ///
  /// `invalid` gets the offset in `text` of each ``TextSource/invalidByte`` written.
  ///
  /// - Returns: bytes used; the rest is the beginning of a character, never when `isFinal`.
  mutating func decode(_ bytes: [UInt8], isFinal: Bool, into text: inout [UInt8], invalid: inout [Int]) -> Int {
    switch kind {
    case .utf16:
      chooseOrder(bytes)
      return UTF16Decoding.decode(bytes, isBigEndian: isBigEndian, isFinal: isFinal, into: &text, invalid: &invalid)
    case .codePage(let page):
      page.decode(bytes, into: &text, invalid: &invalid)
      return bytes.count
    case .identity, .library:
      if let used = converter?.decode(bytes, isFinal: isFinal, into: &text, invalid: &invalid) { return used }
      text += bytes
      return bytes.count
    }
  }

  /// A mark that reads the wrong way round at the beginning says that the other order is meant.
  private mutating func chooseOrder(_ bytes: [UInt8]) {
    guard isAtStart, bytes.count >= 2 else { return }
    isAtStart = false
    if bytes[0] == (isBigEndian ? 0xFF : 0xFE), bytes[1] == (isBigEndian ? 0xFE : 0xFF) { isBigEndian.toggle() }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a scalar value, which is no surrogate.
  @inline(__always)
  mutating func append(scalar: UInt32) {
    let tail = { (shift: UInt32) in 0x80 | UInt8(truncatingIfNeeded: (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      append(tail(0))
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(tail(6))
      append(tail(0))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
