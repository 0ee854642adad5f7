import Audit
import CSV

/// The records of a survey file in the form in which it was found: the one place where profiles meet the reading of files.
struct SurveyRecords: ~Copyable {
  let reading: FileReading
  let form: SurveyForm
  /// What a reader should know about the file itself.
  let remarks: [Diagnostic]
  /// Records that are the header once more, which are stepped over.
  private(set) var repeatedHeaders = OddBytes()
  private var reader: RecordReader
  /// The only row of the header; nil where there are several.
  private let header: [[UInt8]]?

  /// Opens a file and reads its header; what stands in the way comes back as a diagnostic.
  ///
  /// `name` is for people; `declared` goes before what is found.
  static func open(
    path: String, name: String, declared: CSVDeclaration = CSVDeclaration()
  ) throws(DiagnosedError) -> SurveyRecords {
    let file = try SurveySource.open(name, path: path, codebook: "the codebook", declared: declared).get()
    let header = try SurveyHeader.read(file, declared: declared).get()
    do throws(CSVError) {
      var reader = try RecordReader(file.source)
      var last: RecordReader.Record?
      for _ in 0..<header.form.recordsBefore { last = try reader.next() }
      return SurveyRecords(
        reading: file.reading(in: header, declared: declared), form: header.form, remarks: file.remarks(),
        reader: reader, header: header.form.headerRows == 1 ? last?.fields : nil)
    } catch {
      throw DiagnosedError(error.diagnostic(of: name))
    }
  }

  private init(
    reading: FileReading, form: SurveyForm, remarks: [Diagnostic], reader: consuming RecordReader, header: [[UInt8]]?
  ) {
    self.reading = reading
    self.form = form
    self.remarks = remarks
    self.reader = reader
    self.header = header
  }

  /// The next record, or nil at the end; blank lines are stepped over.
  mutating func next() throws(CSVError) -> RecordReader.Record? {
    while let record = try reader.next() {
      if record.fields.count == 1, form.columns.count > 1, record.fields[0].isEmpty { continue }
      if let header, record.fields == header {
        repeatedHeaders.add(1, line: record.line)
        continue
      }
      return record
    }
    return nil
  }
}
