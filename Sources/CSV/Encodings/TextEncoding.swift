/// What the bytes of a text mean as characters.
public enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// ISO 8859-1.
  case latin1
  case windows1252
  /// Any other, by a name that the C library's iconv knows.
  case other(String)

  /// The encoding of a name, capitals and `-`, `_` and blanks left out of account: `utf-8`, `Latin-1`, `CP1252`, `Shift_JIS`.
  ///
  /// `UTF-16` alone is little-endian unless the text begins with a mark that says otherwise. Nil for a text that can be no
  /// name; whether the C library knows the name tells ``isUnknown``.
  public init?(name: String) {
    let isName = name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte | 0x20) || "-_:.() ".utf8.contains(byte)
    }
    let key = String(decoding: name.lowercased().utf8.filter { !"-_ ".utf8.contains($0) }, as: UTF8.self)
    guard isName, !key.isEmpty, name.utf8.count <= 40 else { return nil }
    switch key {
    case "utf8", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "unicode", "ucs2", "ucs2le": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    case "latin1", "iso88591", "l1": self = .latin1
    case "windows1252", "cp1252", "ansi", "1252": self = .windows1252
    case "sjis", "shiftjis", "cp932", "windows31j", "mskanji": self = .other("CP932")
    case "cp949", "uhc", "ksc56011987", "ksc5601", "windows949": self = .other("CP949")
    case "gb2312", "gbk", "cp936", "gb18030", "windows936": self = .other("GB18030")
    default: self = .other(TextEncoding.trimmed(name))
    }
  }

  /// The name by which people and the C library know it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .latin1: "ISO-8859-1"
    case .windows1252: "windows-1252"
    case .other(let name): name
    }
  }

  /// The C library has converters, and none of this name.
  public var isUnknown: Bool {
    guard case .other(let name) = self else { return false }
    do throws(CSVError) {
      _ = try IconvConverter(from: name)
      return false
    } catch {
      return error == .noConversion(name, isKnown: false)
    }
  }

  private static func trimmed(_ name: String) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 32 }
    let tail = name.utf8.drop(while: isBlank).reversed().drop(while: isBlank)
    return String(decoding: tail.reversed(), as: UTF8.self)
  }
}
