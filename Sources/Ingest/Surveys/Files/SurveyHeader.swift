import Audit
import CSV

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
      var reader = try RecordReader(file.source)
      guard let record = try reader.header() else { return .failure(Diagnosed(.surveyEmpty(file.name))) }
      var columns: [String] = []
      for (index, field) in record.fields.enumerated() {
        // Some tools put NUL bytes, concatenated files marks into headers; neither is part of a name.
        guard let text = String(validating: field.filter { $0 != 0 }, as: UTF8.self) else {
          return .failure(
            Diagnosed(
              .surveyHeaderUndecodable(
                column: index + 1, encoding: file.source.encoding.name,
                at: SourceLocation(file.name, line: record.line))))
        }
        columns.append(text.filter { $0 != "\u{FEFF}" }.trimmingBlanks)
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
    case .headerTooLong(let line, let limit):
      .surveyHeaderTooLong(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .tooManyColumns(let line, let limit):
      .surveyTooManyColumns(limit: limit, at: SourceLocation(file, line: line + linesBefore))
    case .noConversion(let name, let isKnown): .surveyNoConversion(file, encoding: name, isKnown: isKnown)
    }
  }
}
