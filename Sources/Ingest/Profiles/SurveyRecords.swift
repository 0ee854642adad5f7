import Audit
import CSV

/// The records of a survey file in the form in which it was found: the one place where profiles meet the reading of files.
struct SurveyRecords: ~Copyable {
  let reading: FileReading
  /// Trimmed headers, and the question where the file has more than a short header.
  let columns: [(header: String, question: String?)]
  private var reader: RecordReader

  /// Opens a file and reads its header; what stands in the way comes back as a diagnostic.
  ///
  /// `name` is for people; `declared` goes before what is found.
  static func open(
    path: String, name: String, declared: CSVDeclaration = CSVDeclaration()
  ) throws(SurveyHeader.Diagnosed) -> SurveyRecords {
    let delimiter = declared.delimiter ?? DelimiterGuess.delimiter(of: path)
    let source = CSVFile(path: path, dialect: Dialect(delimiter: delimiter))
    let file = SurveyFile(source: source, name: name, codebook: "")
    let header = try SurveyHeader.read(file).get()
    do {
      var reader = try RecordReader(source)
      _ = try reader.next()
      return SurveyRecords(
        reading: FileReading(file: name, delimiter: delimiter == 9 ? "tab" : String(UnicodeScalar(delimiter))),
        columns: header.columns.map { ($0, nil) }, reader: reader)
    } catch {
      throw SurveyHeader.Diagnosed(error.diagnostic(of: name))
    }
  }

  private init(reading: FileReading, columns: [(header: String, question: String?)], reader: consuming RecordReader) {
    self.reading = reading
    self.columns = columns
    self.reader = reader
  }

  /// The next record, or nil at the end; blank lines are stepped over.
  mutating func next() throws(CSVError) -> RecordReader.Record? {
    while let record = try reader.next() {
      if record.fields.count == 1, columns.count > 1, record.fields[0].isEmpty { continue }
      return record
    }
    return nil
  }
}
