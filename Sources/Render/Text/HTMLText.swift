/// Text made safe for HTML and SVG, between tags and in quoted attributes alike.
enum HTMLText {
  static func escape(_ text: some StringProtocol) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      case UInt8(ascii: "'"): escaped += "&#39;".utf8
      case _ where isForbidden(byte): escaped += "\u{FFFD}".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The text itself, without what no page can hold; templates escape the rest.
  static func allowed(_ text: String) -> String {
    guard text.utf8.contains(where: isForbidden) else { return text }
    var allowed: [UInt8] = []
    for byte in text.utf8 { allowed += isForbidden(byte) ? Array("\u{FFFD}".utf8) : [byte] }
    return String(decoding: allowed, as: UTF8.self)
  }

  /// XML 1.0 has no place for these control characters, and HTML counts them as errors.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
    default: false
    }
  }
}
