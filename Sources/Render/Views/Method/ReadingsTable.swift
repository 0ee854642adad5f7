import Audit

/// How the files of a wave were read: what was found in them, and what their codebook declares.
enum ReadingsTable {
  /// Nil without a file.
  static func table(of readings: [FileReading]) -> TableView? {
    guard !readings.isEmpty else { return nil }
    return TableView(
      ChartTable(
        columns: titles.map { ChartTable.Column(title: $0, isNumber: false) }, rows: readings.map(row)),
      caption: say("How the files were read"))
  }

  private static var titles: [String] {
    [
      say("File"), say("Form"), say("Encoding"), say("Delimiter"), say("Line ends"), say("Header rows"),
      say("Decimals"),
    ]
  }

  private static func row(_ reading: FileReading) -> [String] {
    func cell(_ text: String, _ key: String) -> String {
      reading.declared.contains(key) ? say("\(text) (declared)") : text
    }
    if let sheet = reading.sheet {
      return [
        reading.file, cell(reading.form, "form"), say("sheet '\(sheet)'"), "", "",
        cell(FigureText.count(reading.headerRows), "header-rows"), cell(decimals(reading), "decimal"),
      ]
    }
    return [
      reading.file, cell(reading.form, "form"),
      cell(reading.encoding, "encoding") + (reading.hasByteOrderMark ? ", " + say("byte order mark") : ""),
      cell(delimiter(reading.delimiter), "delimiter"), lineEnds(reading.lineEnds),
      cell(FigureText.count(reading.headerRows), "header-rows"),
      cell(decimals(reading), "decimal"),
    ]
  }

  private static func decimals(_ reading: FileReading) -> String {
    reading.decimalComma ? say("comma") : say("point", as: "decimal")
  }

  private static func delimiter(_ character: String) -> String {
    switch character {
    case ",": say("comma")
    case ";": say("semicolon")
    case "|": say("bar", as: "delimiter")
    case "tab": say("tab")
    case _: character
    }
  }

  private static func lineEnds(_ ends: String) -> String { ends == "mixed" ? say("mixed") : ends }
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
