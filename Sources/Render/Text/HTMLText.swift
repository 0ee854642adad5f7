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
      // XML 1.0 has no place for the other control characters, and HTML counts them as errors.
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: escaped += "\u{FFFD}".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
