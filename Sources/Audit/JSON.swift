/// A JSON value with its members in order, for files whose bytes must be the same every time.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number in its finished decimal form.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or null for nil.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// An integer, or null for nil.
  package static func optional(_ number: Int?) -> JSON { number.map(JSON.integer) ?? .null }
}

extension JSON {
  /// On one line, with a space after `:` and `,`.
  package var line: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// For people and for version control: what holds only simple values stands on one line, all else one member a line,
  /// two spaces deeper; ends with a line break.
  package var document: String {
    var text = ""
    writeDocument(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let digits): text += digits
    case .string(let value): JSON.quote(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        JSON.quote(member.name, to: &text)
        text += ": "
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private func writeDocument(to text: inout String, indent: String) {
    let deeper = indent + "  "
    switch self {
    case .null, .bool, .integer, .number, .string: write(to: &text)
    case .array(let values):
      guard !values.allSatisfy(\.isSimple) else { return write(to: &text) }
      text += "[\n"
      for (index, value) in values.enumerated() {
        if index > 0 { text += ",\n" }
        text += deeper
        value.writeDocument(to: &text, indent: deeper)
      }
      text += "\n\(indent)]"
    case .object(let members):
      guard !members.allSatisfy(\.value.isSimple) else { return write(to: &text) }
      text += "{\n"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ",\n" }
        text += deeper
        JSON.quote(member.name, to: &text)
        text += ": "
        member.value.writeDocument(to: &text, indent: deeper)
      }
      text += "\n\(indent)}"
    }
  }

  private var isSimple: Bool {
    switch self {
    case .null, .bool, .integer, .number, .string: true
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// RFC 8259, 7: quotes, backslashes and control characters are escaped, all else stands as UTF-8.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7f}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
