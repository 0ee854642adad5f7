import Audit
import CSV

/// What `csv:` declares about a file's form; nil where it leaves it open.
struct CSVDeclaration: Hashable, Sendable {
  var encoding: TextEncoding?
  var delimiter: UInt8?
  var quote: UInt8?
  var decimalComma: Bool?
  /// Bytes of a record.
  var recordLimit: Int?
  /// Fields of the header.
  var columnLimit: Int?
  /// Bytes of the header.
  var headerLimit: Int?
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
      encoding: other.encoding ?? encoding, delimiter: other.delimiter ?? delimiter, quote: other.quote ?? quote,
      decimalComma: other.decimalComma ?? decimalComma, recordLimit: other.recordLimit ?? recordLimit,
      columnLimit: other.columnLimit ?? columnLimit, headerLimit: other.headerLimit ?? headerLimit,
      headerRows: other.headerRows ?? headerRows, form: other.form ?? form, sheet: other.sheet ?? sheet)
  }
}

extension MappingReader {
  /// Of a table that no survey tool wrote, header rows, form and sheet cannot be declared.
  mutating func csvDeclaration(isExport: Bool = true) -> CSVDeclaration {
    mapping("csv") { child in
      var declaration = CSVDeclaration()
      declaration.encoding = child.encoding()
      declaration.delimiter = child.delimiter()
      declaration.quote = child.quote()
      declaration.decimalComma = child.decimalComma()
      child.readLimits(into: &declaration)
      guard isExport else { return declaration }
      declaration.headerRows = child.headerRows()
      declaration.form = child.form()
      declaration.sheet = child.scalar("sheet").map {
        CSVDeclaration.Declared(value: $0.text, place: child.source.place(of: $0.span))
      }
      return declaration
    } ?? CSVDeclaration()
  }

  /// `limits: {record: 64 MiB, columns: 50000, header: 4 MiB}`.
  private mutating func readLimits(into declaration: inout CSVDeclaration) {
    let limits = mapping("limits") { child in
      (child.size("record"), child.integer("columns", in: 1...1_000_000), child.size("header"))
    }
    (declaration.recordLimit, declaration.columnLimit, declaration.headerLimit) = limits ?? (nil, nil, nil)
  }

  private mutating func encoding() -> TextEncoding? {
    guard let scalar = scalar("encoding") else { return nil }
    let place = source.place(of: scalar.span)
    guard let encoding = TextEncoding(name: scalar.text) else {
      report(.codebookEncoding(scalar.text, at: place))
      return nil
    }
    if encoding.isUnknown { report(.surveyUnknownEncoding(encoding.name, at: place)) }
    return encoding
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

  private mutating func quote() -> UInt8? {
    guard let scalar = scalar("quote") else { return nil }
    switch scalar.text {
    case "\"", "double": return UInt8(ascii: "\"")
    case "'", "single": return UInt8(ascii: "'")
    default:
      report(
        .yamlNotOneOf("quote", value: scalar.text, choices: ["double", "single"], at: source.place(of: scalar.span)))
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

  /// Bytes: `65536`, `512 KiB`, `64 MiB`; from 1 KiB to 1 GiB.
  private mutating func size(_ key: String) -> Int? {
    guard let scalar = scalar(key) else { return nil }
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30)]
    let unit = units.first { scalar.text.hasSuffix($0.0) }
    let digits = String(scalar.text.dropLast(unit == nil ? 0 : 3)).trimmingBlanks
    if let number = DecimalText.integer(digits), number >= 1, number <= 1 << 30,
      case let bytes = number << (unit?.1 ?? 0), (1 << 10...1 << 30).contains(bytes)
    {
      return bytes
    }
    report(.codebookSize(key, found: scalar.text, at: source.place(of: scalar.span)))
    return nil
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
