import Audit

/// How the files of a wave were read: what was found in them, and what their codebook declares.
enum ReadingsTable {
  /// Nil without a file.
  static func table(of readings: [FileReading]) -> TableView? {
    guard !readings.isEmpty else { return nil }
    return TableView(
      ChartTable(
        columns: ["File", "Form", "Encoding", "Delimiter", "Line ends", "Header rows", "Decimals"].map {
          ChartTable.Column(title: $0, isNumber: false)
        },
        rows: readings.map(row)), caption: "How the files were read")
  }

  private static func row(_ reading: FileReading) -> [String] {
    func cell(_ text: String, _ key: String) -> String { reading.declared.contains(key) ? "\(text) (declared)" : text }
    return [
      reading.file, cell(reading.form, "form"),
      cell(reading.encoding, "encoding") + (reading.hasByteOrderMark ? ", byte order mark" : ""),
      cell(delimiter(reading.delimiter), "delimiter"), reading.lineEnds,
      cell(FigureText.count(reading.headerRows), "header-rows"),
      cell(reading.decimalComma ? "comma" : "point", "decimal"),
    ]
  }

  private static func delimiter(_ character: String) -> String {
    switch character {
    case ",": "comma"
    case ";": "semicolon"
    case "|": "bar"
    case _: character
    }
  }
}

/// What was guessed about the questions of a file without a codebook.
struct GuessesView: View {
  var file: String
  var texts: [String]

  static let fields: [Field<GuessesView>] = [.text("file", \.file), .texts("texts", \.texts)]

  init(_ reading: FileReading) {
    file = reading.file
    texts = reading.guesses
  }
}
