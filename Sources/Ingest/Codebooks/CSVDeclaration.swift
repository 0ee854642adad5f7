import Audit

/// What `csv:` declares about a file's form; nil where it leaves it open.
struct CSVDeclaration: Hashable, Sendable {
  var delimiter: UInt8?
  var decimalComma: Bool?

  func overridden(by other: CSVDeclaration) -> CSVDeclaration {
    CSVDeclaration(
      delimiter: other.delimiter ?? delimiter, decimalComma: other.decimalComma ?? decimalComma)
  }
}

extension MappingReader {
  mutating func csvDeclaration() -> CSVDeclaration {
    mapping("csv") { child in
      var declaration = CSVDeclaration()
      declaration.delimiter = child.delimiter()
      declaration.decimalComma = child.decimalComma()
      if let encoding = child.scalar("encoding"), !["utf-8", "utf8"].contains(encoding.text.lowercased()) {
        child.report(.codebookEncoding(encoding.text, at: child.source.place(of: encoding.span)))
      }
      if let rows = child.placedInteger("header-rows"), rows.value != 1 {
        child.report(.codebookHeaderRows(rows.value, at: child.source.place(of: rows.span)))
      }
      return declaration
    } ?? CSVDeclaration()
  }

  private mutating func delimiter() -> UInt8? {
    guard let scalar = scalar("delimiter") else { return nil }
    switch scalar.text {
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    case "tab": return UInt8(ascii: "\t")
    case "bar": return UInt8(ascii: "|")
    default:
      if let byte = scalar.text.utf8.first, scalar.text.utf8.count == 1, ",;\t|".utf8.contains(byte) { return byte }
      report(.codebookDelimiter(scalar.text, at: source.place(of: scalar.span)))
      return nil
    }
  }

  private mutating func decimalComma() -> Bool? {
    guard let scalar = scalar("decimal") else { return nil }
    switch scalar.text {
    case ".": return false
    case ",": return true
    default:
      report(.yamlNotOneOf("decimal", value: scalar.text, choices: [".", ","], at: source.place(of: scalar.span)))
      return nil
    }
  }
}
