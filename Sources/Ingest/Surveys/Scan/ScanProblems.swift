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
  private var oddities = FileOddities()

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
    oddities.add(summary, linesBefore: linesBefore)
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
    result += recordDiagnostics(count) + oddities.diagnostics(of: file)
    for (position, column) in plan.columns.enumerated() {
      result += cellDiagnostics(column, tally.columns[position])
    }
    for (index, position) in plan.segments.enumerated() where tally.partitions[index].hasTooMany {
      let column = plan.columns[position]
      result.append(
        .surveyTooManyValues(
          segment: column.subject, column: column.header, limit: ScanTally.valueLimit, file: file.name))
    }
    if let unit = plan.unit, tally.columns[unit].others[ScanTally.ColumnCodes.beyond] > 0 {
      let column = plan.columns[unit]
      result.append(
        .surveyTooManyValues(
          segment: column.subject, column: column.header, limit: ColumnReading.textLimit, file: file.name))
    }
    return result
  }

  private func recordDiagnostics(_ count: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for unusable in unusable {
      let places = records.filter { problem in
        switch (problem.reason, unusable.reason) {
        case (.fieldCount, .ragged), (.strayQuote, .strayQuote): true
        case (.fieldCount, _), (.strayQuote, _): false
        }
      }
      result += places.prefix(ScanProblems.shown).map(diagnostic)
      if unusable.count > ScanProblems.shown {
        result.append(.surveyMoreRecords(unusable.reason, unusable.count - ScanProblems.shown, file: file.name))
      }
      if isTooMuch(unusable.count, of: count) {
        result.append(.surveyTooManyRecords(unusable.reason, unusable.count, of: count, file: file.name))
      }
    }
    return result
  }

  private func diagnostic(_ problem: RecordProblem) -> Diagnostic {
    let place = place(line: problem.line, column: problem.position, problem.lineBytes)
    switch problem.reason {
    case .fieldCount(let fields): return .surveyRaggedRow(fields: fields, expected: plan.fieldCount, at: place)
    case .strayQuote(_, let lines): return .surveyStrayQuote(lines: lines, at: place)
    }
  }

  private func cellDiagnostics(_ column: ColumnPlan, _ codes: ScanTally.ColumnCodes) -> [Diagnostic] {
    guard case .rating(let decoding) = column.decoding else { return undecodable(column, codes) }
    let (low, high) = (decoding.scale.minimum - decoding.offset, decoding.scale.maximum - decoding.offset)
    let named = Diagnostic.CellColumn(
      header: column.header, subject: column.subject, scale: "\(low)…\(high)", codebook: file.codebook)
    var result: [Diagnostic] = []
    for (code, trouble) in CellReading.troubles {
      let count = codes.others[-Int(code)]
      guard count > 0 else { continue }
      for problem in cells.filter({ $0.column == column.index && $0.code == code }).prefix(ScanProblems.shown) {
        let text = String(decoding: problem.cell, as: UTF8.self).trimmingBlanks
        let place = place(
          line: problem.line, column: problem.position, problem.lineBytes, length: text.unicodeScalars.count)
        result.append(.surveyCell(trouble, text, in: named, at: place))
      }
      if count > ScanProblems.shown {
        result.append(.surveyMoreCells(trouble, count - ScanProblems.shown, in: named, file: file.name))
      }
    }
    let invalid = codes.others[3...].reduce(0, +)
    let answers = codes.valid + invalid + codes.others[2]
    if isTooMuch(invalid, of: answers) {
      result.append(.surveyTooManyInvalid(invalid, of: answers, in: named, file: file.name))
    }
    return result
  }

  /// Texts are only refused where they are none.
  private func undecodable(_ column: ColumnPlan, _ codes: ScanTally.ColumnCodes) -> [Diagnostic] {
    let count = codes.others[-Int(CellReading.undecodable)]
    guard count > 0 else { return [] }
    let named = Diagnostic.CellColumn(
      header: column.header, subject: column.subject, scale: "", codebook: file.codebook)
    let shown = cells.filter { $0.column == column.index && $0.code == CellReading.undecodable }.prefix(
      ScanProblems.shown)
    var result = shown.map { problem in
      Diagnostic.surveyCell(
        .undecodable, "", in: named,
        at: place(line: problem.line, column: problem.position, problem.lineBytes))
    }
    if count > ScanProblems.shown {
      result.append(.surveyMoreCells(.undecodable, count - ScanProblems.shown, in: named, file: file.name))
    }
    return result
  }

  private func place(line: Int, column: Int, _ bytes: [UInt8], length: Int = 1) -> Place {
    Place(
      SourceLocation(file.name, line: line, column: column),
      excerpt: Excerpt(line: String(decoding: bytes, as: UTF8.self), column: column, length: max(1, length)))
  }

  private func isTooMuch(_ count: Int, of all: Int) -> Bool {
    count >= ScanProblems.least && count * ScanProblems.tolerated > all
  }
}
