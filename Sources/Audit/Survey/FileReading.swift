/// How one survey file was read: what was found in it or declared about it.
package struct FileReading: Hashable, Sendable {
  /// Relative to the project.
  package var file: String
  /// The survey tool whose form the file has, `Qualtrics`, `CSV` or `Workbook`.
  package var form: String
  /// Of a workbook the sheet; how that is handed on as CSV is nobody's concern.
  package var sheet: String?
  /// IANA name, `UTF-8`.
  package var encoding: String
  package var hasByteOrderMark: Bool
  /// The character itself; tab as `tab`.
  package var delimiter: String
  /// Around cells that hold delimiters or line breaks: `"` or `'`.
  package var quote: String
  /// `LF`, `CRLF`, `CR` or `mixed`.
  package var lineEnds: String
  package var headerRows: Int
  package var decimalComma: Bool
  /// What of this the codebook declares; the rest was found: `encoding`, `delimiter`, `quote`,
  /// `header-rows`, `decimal`.
  package var declared: [String]
  /// In plain words, what was guessed about the questions of a survey without a codebook.
  package var guesses: [String]

  package init(
    file: String, form: String = "CSV", encoding: String = "UTF-8", hasByteOrderMark: Bool = false,
    delimiter: String = ",", quote: String = "\"", lineEnds: String = "LF", headerRows: Int = 1,
    decimalComma: Bool = false,
    declared: [String] = [], guesses: [String] = []
  ) {
    self.file = file
    self.form = form
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.quote = quote
    self.lineEnds = lineEnds
    self.headerRows = headerRows
    self.decimalComma = decimalComma
    self.declared = declared
    self.guesses = guesses
  }
}
