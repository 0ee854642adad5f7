/// `xl/sharedStrings.xml`: each text once; cells refer to it by number.
struct StringTable {
  private let limit: Int
  private var places: [String: Int] = [:]
  private var items: [UInt8] = []
  private var uses = 0

  /// `limit`: UTF-16 units that a cell can hold.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func index(of text: String) -> Int {
    uses += 1
    if let known = places[text] { return known }
    let place = places.count
    places[text] = place
    items += "<si><t xml:space=\"preserve\">\(XMLText.escaped(fitting(text)))</t></si>".utf8
    return place
  }

  var part: [UInt8] {
    Array(
      "\(XMLText.declaration)<sst xmlns=\"\(XMLText.main)\" count=\"\(uses)\" uniqueCount=\"\(places.count)\">".utf8)
      + items + "</sst>".utf8
  }

  /// Cut at whole characters, with a mark at its end.
  private func fitting(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    let mark = " … [cut]"
    var room = limit - mark.utf16.count
    var kept = ""
    for character in text {
      room -= character.utf16.count
      if room < 0 { break }
      kept.append(character)
    }
    return kept + mark
  }
}

/// Text inside XML.
enum XMLText {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What XML cannot hold, and a carriage return, which it would not keep, stands as `_x0001_`; so does the underscore of a
  /// text that looks like this already.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += code(scalar)
      case "_" where isCode(scalars[index...]): result += code(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "_"): true
    // U+FFFE and U+FFFF begin with EF.
    case 0..<0x20, 0xEF: true
    default: false
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(scalars.prefix(7))
    return text.count == 7 && text[1] == "x" && text[6] == "_" && text[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
  }
}

/// Names of sheets.
enum SheetName {
  /// Without `[ ] : * ? / \`, not longer than allowed, no two alike, capitals making no difference.
  static func unique(_ names: [String], limit: Int) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { index, name in
      let plain = valid(name, limit: limit)
      let first = plain.isEmpty ? "Sheet\(index + 1)" : plain
      var candidate = first
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        let end = " (\(number))"
        candidate = cut(first, to: limit - end.utf16.count) + end
        number += 1
      }
      return candidate
    }
  }

  private static func valid(_ name: String, limit: Int) -> String {
    let allowed = name.unicodeScalars.filter { $0.value >= 0x20 && !"[]:*?/\\".unicodeScalars.contains($0) }
    var text = String(String.UnicodeScalarView(allowed))
    // Nor may an apostrophe stand at either end.
    while text.first == "'" { text.removeFirst() }
    if text.utf16.count > limit { text = cut(text, to: limit - 1) + "…" }
    while text.last == "'" { text.removeLast() }
    return text
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var kept = text
    while kept.utf16.count > limit { kept.removeLast() }
    return kept
  }
}
