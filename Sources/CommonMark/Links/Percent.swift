/// Percent-encoding of addresses (RFC 3986, section 2).
enum Percent {
  /// The byte that `%XX` at `index` stands for; nil where two hexadecimal digits do not follow.
  static func byte(in bytes: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.endIndex else { return nil }
    guard let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else { return nil }
    return high << 4 | low
  }

  /// An address in which only characters are left that may stand in one: others are encoded, as are a stray `%` and
  /// every `#` but the first. What is already encoded stays.
  static func encoded(_ address: String) -> String {
    let bytes = Array(address.utf8)[...]
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var hasFragment = false
    for index in bytes.indices {
      let byte = bytes[index]
      let isAllowed =
        switch byte {
        case UInt8(ascii: "#"): !hasFragment
        case UInt8(ascii: "%"): Self.byte(in: bytes, at: index) != nil
        default: allowed.contains(byte)
        }
      if byte == UInt8(ascii: "#") { hasFragment = true }
      if isAllowed {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=".utf8)

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
