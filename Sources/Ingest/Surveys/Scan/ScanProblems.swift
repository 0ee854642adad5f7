import Audit
import CSV

/// Gathers what is wrong with a survey file: the first few places of each kind, then a count.
struct ScanProblems {
  private let file: SurveyFile
  private let plan: SurveyPlan
  private var cells: [CellProblem] = []
  private var records: [RecordProblem] = []
  private var ragged = 0
  private var strayQuotes = 0

  /// Places shown for each kind.
  private static let shown = 3
  /// Share of a column's answers, or of the records, from which unusable ones are an error; and their least number.
  private static let tolerated = 20
  private static let least = 5

  init(file: SurveyFile, plan: SurveyPlan) {
    self.file = file
    self.plan = plan
  }

  /// Takes over the problems of the next stretch, whose first line is `linesBefore` + 1.
  mutating func add(_ summary: CodeScanner.Summary, linesBefore: Int) {
    cells += summary.cellProblems.map { problem in
      var moved = problem
      moved.line += linesBefore
      return moved
    }
    records += summary.recordProblems.map { problem in
      var moved = problem
      moved.line += linesBefore
      return moved
    }
    ragged += summary.ragged
    strayQuotes += summary.strayQuotes
  }

  var unusable: [UnusableRows] {
    func rows(_ reason: UnusableRows.Reason, _ count: Int, _ isIt: (RecordProblem) -> Bool) -> UnusableRows? {
      guard count > 0, let first = records.first(where: isIt) else { return nil }
      return UnusableRows(reason: reason, count: count, firstLine: first.line)
    }
    return [
      rows(.ragged, ragged) { if case .fieldCount = $0.reason { true } else { false } },
      rows(.strayQuote, strayQuotes) { if case .strayQuote = $0.reason { true } else { false } },
    ].compactMap { $0 }
  }

  /// Everything, in the order records, columns, segments.
  func diagnostics(of tally: ScanTally, records count: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if count == 0 { result.append(.surveyNoRows(file.name)) }
    result += recordDiagnostics(count)
    for (position, column) in plan.columns.enumerated() {
      result += cellDiagnostics(column, tally.columns[position])
    }
    for (index, position) in plan.segments.enumerated() where tally.partitions[index].hasTooMany {
      result.append(.surveyTooManyValues(file.name, plan.columns[position], limit: ScanTally.valueLimit))
    }
    return result
  }

  private func recordDiagnostics(_ count: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for unusable in unusable {
      let places = records.filter { problem in
        switch (problem.reason, unusable.reason) {
        case (.fieldCount, .ragged), (.strayQuote, .strayQuote): true
        case (.fieldCount, .strayQuote), (.strayQuote, .ragged): false
        }
      }
      result += places.prefix(ScanProblems.shown).map { .surveyRecord(file.name, $0, fieldCount: plan.fieldCount) }
      if unusable.count > ScanProblems.shown {
        result.append(.surveyMoreRecords(file.name, unusable.reason, unusable.count - ScanProblems.shown))
      }
      if isTooMuch(unusable.count, of: count) {
        result.append(.surveyTooManyRecords(file.name, unusable.reason, unusable.count, of: count))
      }
    }
    return result
  }

  private func cellDiagnostics(_ column: ColumnPlan, _ codes: ScanTally.ColumnCodes) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for code in CellReading.problems {
      let count = codes.others[-Int(code)]
      guard count > 0 else { continue }
      let places = cells.filter { $0.column == column.index && $0.code == code }
      result += places.prefix(ScanProblems.shown).map { .surveyCell(file.name, column, $0) }
      if count > ScanProblems.shown {
        result.append(.surveyMoreCells(file.name, column, code, count - ScanProblems.shown))
      }
    }
    let invalid = codes.others[3...].reduce(0, +)
    let answers = codes.valid + invalid + codes.others[2]
    if isTooMuch(invalid, of: answers) { result.append(.surveyTooManyInvalid(file.name, column, invalid, of: answers)) }
    return result
  }

  private func isTooMuch(_ count: Int, of all: Int) -> Bool {
    count >= ScanProblems.least && count * ScanProblems.tolerated > all
  }
}
