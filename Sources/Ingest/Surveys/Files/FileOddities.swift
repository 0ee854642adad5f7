import Audit
import CSV

/// What a scan left out of a file, or could not read, without losing a record by it.
struct FileOddities {
  private var nulBytes = OddBytes()
  private var byteOrderMarks = OddBytes()
  private var repeatedHeaders = OddBytes()
  private var invalidBytes = OddBytes()

  /// Takes over what the next stretch met, whose first line is `linesBefore` + 1.
  mutating func add(_ summary: CodeScanner.Summary, linesBefore: Int) {
    nulBytes.add(summary.nulBytes, linesBefore: linesBefore)
    byteOrderMarks.add(summary.byteOrderMarks, linesBefore: linesBefore)
    repeatedHeaders.add(summary.repeatedHeaders, linesBefore: linesBefore)
    invalidBytes.add(summary.invalidBytes, linesBefore: linesBefore)
  }

  func diagnostics(of file: SurveyFile) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if nulBytes.count > 0 {
      result.append(.surveyNULBytes(nulBytes.count, lines: nulBytes.lines, file: file.name))
    }
    if byteOrderMarks.count > 0 {
      result.append(.surveyMarksInside(byteOrderMarks.count, lines: byteOrderMarks.lines, file: file.name))
    }
    if repeatedHeaders.count > 0 {
      result.append(.surveyRepeatedHeader(repeatedHeaders.count, lines: repeatedHeaders.lines, file: file.name))
    }
    if invalidBytes.count > 0 {
      result.append(
        .surveyInvalidBytes(
          invalidBytes.count, encoding: file.source.encoding.name, lines: invalidBytes.lines, file: file.name))
    }
    return result
  }
}
