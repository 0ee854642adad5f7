import Audit

/// How survey files were read, one line a file.
enum FileReadingLine {
  /// Those of all waves, in the order of surveys and waves; of a file with several waves once.
  static func lines(of surveys: [Survey], in prefix: ProjectPrefix) -> [String] {
    var files: Set<String> = []
    return surveys.flatMap(\.waves).flatMap(\.readings).filter { files.insert($0.file).inserted }
      .map { line(of: $0, in: prefix) }
  }

  /// `content/surveys/a.csv: Qualtrics, UTF-8 with a byte order mark, comma, CRLF, 3 header rows; declared: encoding`.
  static func line(of reading: FileReading, in prefix: ProjectPrefix) -> String {
    let delimiter =
      switch reading.delimiter {
      case ",": "comma"
      case ";": "semicolon"
      case "|": "bar"
      default: reading.delimiter
      }
    let bytes: [String?] = [
      reading.encoding + (reading.hasByteOrderMark ? " with a byte order mark" : ""), delimiter,
      reading.quote == "'" ? "single quotes" : nil,
      reading.lineEnds == "mixed" ? "mixed line ends" : reading.lineEnds,
    ]
    var parts: [String?] = [reading.form]
    parts += reading.sheet.map { ["sheet '\(TextDiagnostics.printable($0))'"] } ?? bytes
    parts += [Counted.text(reading.headerRows, "header row"), reading.decimalComma ? "decimal comma" : nil]
    let declared = reading.declared.isEmpty ? "" : "; declared: " + reading.declared.joined(separator: ", ")
    let path = TextDiagnostics.printable(prefix.path(of: reading.file))
    return "\(path): \(parts.compactMap(\.self).joined(separator: ", "))\(declared)"
  }
}
