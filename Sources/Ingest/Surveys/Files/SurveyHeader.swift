import Audit
import CSV

/// The header of a survey file, in the form of the tool that wrote it, and where the answers begin.
struct SurveyHeader: Hashable, Sendable {
  var form: SurveyForm
  /// Offset in bytes of the first record behind the header.
  var dataOffset: Int
  /// Lines before the first record behind the header.
  var linesBefore: Int
  /// State of the file before anything was read of it; nil where there is none.
  var state: FileState?
  /// All that stands before the answers, as bytes of the text; it may stand again where files were put together.
  var bytes: [UInt8] = []

  /// Names of the columns, by which a codebook names them.
  var columns: [String] { form.columns.map(\.name) }

  /// Reads the header; what stands in its way comes back as a diagnostic.
  static func read(_ file: SurveyFile, declared: CSVDeclaration = CSVDeclaration()) -> Result<
    SurveyHeader, DiagnosedError
  > {
    let state = FileState(of: file.source)
    do {
      let start = try FileStart.read(file.source)
      guard !start.records.isEmpty else { return .failure(DiagnosedError(.surveyEmpty(file.name))) }
      let sample = FormSample(
        start.records.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } },
        hasByteOrderMark: file.finding?.hasByteOrderMark ?? false)
      var form: SurveyForm
      switch SurveyForm.form(of: sample, declared: declared, file: file.name) {
      case .success(let found): form = found
      case .failure(let problem): return .failure(problem)
      }
      let rows = min(form.recordsBefore, start.records.count)
      for record in start.records.prefix(rows) {
        guard let column = record.fields.firstIndex(where: { String(validating: $0, as: UTF8.self) == nil }) else {
          continue
        }
        let place = SourceLocation(file.name, line: record.line)
        return .failure(
          DiagnosedError(.surveyHeaderUndecodable(column: column + 1, encoding: file.source.encoding.name, at: place)))
      }
      settleDays(of: &form, file.source)
      let last = start.records[rows - 1]
      return .success(
        SurveyHeader(
          form: form, dataOffset: last.endOffset, linesBefore: start.linesBehind[rows - 1], state: state,
          bytes: try file.source.text(from: file.source.start, to: last.endOffset)))
    } catch {
      return .failure(DiagnosedError(error.diagnostic(of: file.name)))
    }
  }

  /// `03/04/2026` reads either way, and exports begin with the first days: the order is that of the first day in the file that
  /// reads one way alone.
  private static func settleDays(of form: inout SurveyForm, _ source: CSVFile) {
    guard form.columns.contains(where: { $0.days?.isGuessed == true }) else { return }
    do throws(CSVError) {
      var reader = try RecordReader(source)
      for _ in 0..<form.recordsBefore { _ = try reader.next() }
      while let record = try reader.next() {
        var isOpen = false
        for index in form.columns.indices where form.columns[index].days?.isGuessed == true {
          isOpen = true
          guard record.fields.indices.contains(index) else { continue }
          let text = HeaderText(String(decoding: record.fields[index], as: UTF8.self)).plain
          if let day = WrittenDay(text) { form.columns[index].days?.settle(by: day) }
        }
        if !isOpen { return }
      }
    } catch {
      // What is wrong behind the first records is left for the scan to say.
    }
  }

  /// The first records of a file, as many as tell its form.
  private struct FileStart {
    var records: [RecordReader.Record] = []
    /// Lines up to the end of each record.
    var linesBehind: [Int] = []

    /// Nothing but blank cells so far: the header is still to come.
    private var isBlank: Bool {
      records.allSatisfy { record in
        record.fields.allSatisfy { field in field.allSatisfy { [0, 9, 10, 13, 32].contains($0) } }
      }
    }

    /// Bytes of records beyond which no more are read for the sample.
    private static let byteLimit = 1 << 20

    /// What is wrong behind the first records is left for the scan to say.
    static func read(_ source: CSVFile) throws(CSVError) -> FileStart {
      var start = FileStart()
      var reader = try RecordReader(source)
      while start.records.count < FormSample.records, (start.records.last?.endOffset ?? 0) < byteLimit {
        do throws(CSVError) {
          guard let record = start.isBlank ? try reader.header() : try reader.next() else { break }
          start.records.append(record)
          start.linesBehind.append(reader.line - 1)
        } catch {
          if start.isBlank { throw error }
          break
        }
      }
      return start
    }
  }
}

extension CSVError {
  /// The same for people; the lines of the error begin `linesBefore` lines into the file.
  func diagnostic(of file: String, linesBefore: Int = 0) -> Diagnostic {
    switch self {
    case .unreadable(let reason): .surveyUnreadable(file, reason)
    case .damagedGzip(let reason): .surveyDamagedGzip(file, reason)
    case .unclosedQuote(let line): .surveyUnclosedQuote(at: SourceLocation(file, line: line + linesBefore))
    case .recordTooLong(let line, let limit):
      .surveyRecordTooLong(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .quoteTooLong(let line, let limit):
      .surveyQuoteTooLong(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .headerTooLong(let line, let limit):
      .surveyHeaderTooLong(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .tooManyColumns(let line, let limit):
      .surveyTooManyColumns(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .changed: .surveyChanged(file)
    case .notSpooled(let folder, let reason): .surveyNotSpooled(file, folder: folder, reason)
    case .noConversion(let name, isKnown: true): .surveyNoConversion(file, encoding: name)
    case .noConversion(let name, isKnown: false): .surveyUnknownEncoding(name, at: Place(file: file))
    }
  }
}
