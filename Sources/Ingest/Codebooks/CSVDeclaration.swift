import Audit

/// What `csv:` declares about a file's form; nil where it leaves it open.
struct CSVDeclaration: Hashable, Sendable {
  var delimiter: UInt8?
  var decimalComma: Bool?
  /// Records of the header.
  var headerRows: Declared<Int>?
  /// The survey tool that wrote the file.
  var form: Declared<SurveyTool>?
  /// The sheet of a workbook.
  var sheet: Declared<String>?

  /// A value and where it is declared.
  struct Declared<Value: Hashable & Sendable>: Hashable, Sendable {
    var value: Value
    var place: Place
  }

  func overridden(by other: CSVDeclaration) -> CSVDeclaration {
    CSVDeclaration(
      delimiter: other.delimiter ?? delimiter, decimalComma: other.decimalComma ?? decimalComma,
      headerRows: other.headerRows ?? headerRows, form: other.form ?? form, sheet: other.sheet ?? sheet)
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
      declaration.headerRows = child.headerRows()
      declaration.form = child.form()
      declaration.sheet = child.scalar("sheet").map {
        CSVDeclaration.Declared(value: $0.text, place: child.source.place(of: $0.span))
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

  private mutating func headerRows() -> CSVDeclaration.Declared<Int>? {
    guard let rows = placedInteger("header-rows") else { return nil }
    let place = source.place(of: rows.span)
    guard SurveyForm.headerRowsLimit.contains(rows.value) else {
      report(.codebookHeaderRows(rows.value, at: place))
      return nil
    }
    return CSVDeclaration.Declared(value: rows.value, place: place)
  }

  private mutating func form() -> CSVDeclaration.Declared<SurveyTool>? {
    guard let scalar = scalar("form") else { return nil }
    let place = source.place(of: scalar.span)
    // As the key or as the name that is shown: `google-forms`, `Google Forms`.
    let tools = SurveyTool.allCases.filter { [$0.key, $0.rawValue.lowercased()].contains(scalar.text.lowercased()) }
    guard let tool = tools.first else {
      report(.yamlNotOneOf("form", value: scalar.text, choices: SurveyTool.allCases.map(\.key), at: place))
      return nil
    }
    return CSVDeclaration.Declared(value: tool, place: place)
  }
}
