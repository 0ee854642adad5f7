import Audit
import CSV

/// The records of a survey file in the form in which it was found: the one place where profiles meet the reading of files.
struct SurveyRecords: ~Copyable {
  let reading: FileReading
  let form: SurveyForm
  private var reader: RecordReader

  /// Opens a file and reads its header; what stands in the way comes back as a diagnostic.
  ///
  /// `name` is for people; `declared` goes before what is found.
  static func open(
    path: String, name: String, declared: CSVDeclaration = CSVDeclaration()
  ) throws(SurveyHeader.Diagnosed) -> SurveyRecords {
    let file = try SurveySource.open(name, path: path, codebook: "", declared: declared).get()
    let header = try SurveyHeader.read(file, declared: declared).get()
    do throws(CSVError) {
      var reader = try RecordReader(file.source)
      for _ in 0..<header.form.recordsBefore { _ = try reader.next() }
      return SurveyRecords(reading: file.reading(in: header, declared: declared), form: header.form, reader: reader)
    } catch {
      throw SurveyHeader.Diagnosed(error.diagnostic(of: name))
    }
  }

  private init(reading: FileReading, form: SurveyForm, reader: consuming RecordReader) {
    self.reading = reading
    self.form = form
    self.reader = reader
  }

  /// The next record, or nil at the end; blank lines are stepped over.
  mutating func next() throws(CSVError) -> RecordReader.Record? {
    while let record = try reader.next() {
      if record.fields.count == 1, form.columns.count > 1, record.fields[0].isEmpty { continue }
      return record
    }
    return nil
  }
}
