/// What the address of a link is, as far as its text tells.
package enum Destination: Sendable, Hashable {
  /// Nothing at all: `[text]()`.
  case empty
  /// A place in the same text, without the `#`, percent-decoded.
  case fragment(String)
  /// A file beside or below, or above by `../`; path and fragment are percent-decoded, the query is as written.
  case relative(path: String, query: String?, fragment: String?)
  /// A page elsewhere: `http:`, `https:` or `//host`.
  case external
  case mail
  /// Any other scheme, in lower case; such an address is never written into a page.
  case refused(scheme: String)

  package init(_ address: String) {
    let bytes = Array(address.utf8)
    guard !bytes.isEmpty else {
      self = .empty
      return
    }
    if let scheme = Self.scheme(of: bytes) {
      switch scheme {
      case "http", "https": self = .external
      case "mailto": self = .mail
      default: self = .refused(scheme: scheme)
      }
    } else if bytes.starts(with: "//".utf8) {
      self = .external
    } else {
      self = Self.local(bytes)
    }
  }

  /// Whether it leads to a file or a place of the same site.
  var isWithinSite: Bool {
    switch self {
    case .empty, .fragment, .relative: true
    case .external, .mail, .refused: false
    }
  }

  /// What stands before the first colon, if no slash, question mark or hash comes first. Browsers overlook blanks and
  /// control characters there, so they are overlooked here.
  private static func scheme(of bytes: [UInt8]) -> String? {
    let ends = "/?#".utf8
    guard let end = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || ends.contains($0) }),
      bytes[end] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: bytes[..<end].filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self).lowercased()
  }

  private static func local(_ bytes: [UInt8]) -> Destination {
    var rest = bytes[...]
    var fragment: String?
    var query: String?
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = decoded(rest[(hash + 1)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    }
    if rest.isEmpty, query == nil { return .fragment(fragment ?? "") }
    return .relative(path: decoded(rest), query: query, fragment: fragment)
  }

  /// The text with `%41` and the like replaced; as it is, where that gives no valid text.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), let byte = Percent.byte(in: bytes, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? String(decoding: bytes, as: UTF8.self)
  }
}
