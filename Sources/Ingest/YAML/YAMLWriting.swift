/// Writes values so that our own reader, and any other, reads them back as they were.
package enum YAMLWriting {
  /// Plain where nothing in it means anything to YAML, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } == true
      && text.unicodeScalars.last != " "
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic && scalar.value < 0x2000 || ("0"..."9").contains(scalar)
          || " _./()+-–".unicodeScalars.contains(scalar)
      }
      && !special.contains(text.lowercased())
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{e000}"...,
        "\u{202a}"..."\u{202e}":
        quoted += escaped(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Words that other readers take for something else than text.
  private static let special: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "null", "y", "n", "~", "nan", "inf",
  ]

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let isLong = digits.count > 4
    return (isLong ? "\\U" : "\\u") + String(repeating: "0", count: (isLong ? 8 : 4) - digits.count) + digits
  }

  package static func list(_ texts: [String]) -> String { "[" + texts.map { scalar($0) }.joined(separator: ", ") + "]" }

  static func mapping(_ entries: [(key: String, value: String)]) -> String {
    "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// A list entry: on one line where it fits, else one key a line.
  static func entry(_ fields: [(key: String, value: String)], width: Int = 118) -> [String] {
    let line = "  - " + mapping(fields)
    if line.count <= width { return [line] }
    return fields.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + "\($0.element.key): \($0.element.value)" }
  }

  /// Lines of a comment, wrapped.
  static func comment(_ text: String, indent: String = "", width: Int = 100) -> [String] {
    let printable = String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : Character($0) })
    var lines: [String] = []
    var line = ""
    for word in printable.split(separator: " ") {
      if !line.isEmpty, indent.count + 3 + line.count + word.count > width {
        lines.append("\(indent)# \(line)")
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + ["\(indent)# \(line)"]
  }
}
