import Audit
import CSV

/// A survey file on disk: where it is, how messages name it, and how its fields are told apart.
struct SurveyFile: Hashable, Sendable {
  /// For the system.
  var path: String
  /// Relative to the project, for people.
  var name: String
  /// The codebook, as messages name it.
  var codebook: String
  var dialect = Dialect()
}

/// The first record of a survey file, and where the answers begin.
struct SurveyHeader: Hashable, Sendable {
  /// Trimmed column headers.
  var columns: [String]
  /// Offset in bytes of the first record behind the header.
  var dataOffset: Int
  /// Lines before the first record behind the header.
  var linesBefore: Int

  /// Reads the header; what stands in its way comes back as a diagnostic.
  static func read(_ file: SurveyFile) -> Result<SurveyHeader, Diagnosed> {
    do {
      var reader = try RecordReader(path: file.path, dialect: file.dialect)
      guard let record = try reader.next() else { return .failure(Diagnosed(.surveyEmpty(file.name))) }
      if record.fields.first?.starts(with: [0xFF, 0xFE]) == true
        || record.fields.first?.starts(with: [0xFE, 0xFF]) == true
      {
        return .failure(Diagnosed(.surveyEncoding(file.name, "UTF-16")))
      }
      var columns: [String] = []
      for (index, field) in record.fields.enumerated() {
        guard let text = String(validating: field, as: UTF8.self) else {
          return .failure(
            Diagnosed(.surveyHeaderUndecodable(column: index + 1, at: SourceLocation(file.name, line: record.line))))
        }
        columns.append(text.trimmingBlanks)
      }
      return .success(
        SurveyHeader(columns: columns, dataOffset: record.endOffset, linesBefore: reader.line - 1))
    } catch {
      return .failure(Diagnosed(error.diagnostic(of: file.name)))
    }
  }

  /// A diagnostic as an error, for `Result`.
  struct Diagnosed: Error, Hashable {
    var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
      self.diagnostic = diagnostic
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
    }
  }
}
