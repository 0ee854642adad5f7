import Audit
import CSV

/// Gathers what is wrong with a survey file: the first few places of each kind, then a count.
struct ScanProblems {
  private let file: SurveyFile
  private let header: SurveyHeader
  private let plan: SurveyPlan
  private var cells: [CellProblem] = []
  private var records: [RecordProblem] = []
  private var ragged = 0
  private var strayQuotes = 0
  private var strayQuoteLines = 0
  private var leftOut: LeftOutRows?
  private var oddities = FileOddities()

  /// Places shown for each kind.
  private static let shown = 3
  /// Share of a column's answers, or of the records, from which unusable ones are an error; and their least number.
  private static let tolerated = 20
  private static let least = 5

  init(file: SurveyFile, header: SurveyHeader, plan: SurveyPlan) {
    self.file = file
    self.header = header
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
    strayQuoteLines += summary.strayQuoteLines
    oddities.add(summary, linesBefore: linesBefore)
  }

  /// Looks for the lines of rows that are left out for what they say of themselves, if there are any.
  mutating func find(_ readout: TallyReadout) throws(CSVError) {
    let unfinished = plan.rows.excludesUnfinished ? readout.scan.waves.reduce(0) { $0 + $1.unfinished } : 0
    guard readout.withoutWave > 0 || unfinished > 0 else { return }
    leftOut = try LeftOutRows.find(
      in: file, header, plan, withoutWave: readout.withoutWave, unfinished: unfinished, shown: ScanProblems.shown)
  }

  var unusable: [UnusableRows] {
    func rows(
      _ reason: UnusableRows.Reason, _ count: Int, lines: Int? = nil, _ isIt: (RecordProblem) -> Bool
    ) -> UnusableRows? {
      guard count > 0, let first = records.first(where: isIt) else { return nil }
      return UnusableRows(reason: reason, count: count, firstLine: first.line, lines: lines)
    }
    return [
      rows(.ragged, ragged) { if case .fieldCount = $0.reason { true } else { false } },
      rows(.strayQuote, strayQuotes, lines: strayQuoteLines) {
        if case .strayQuote = $0.reason { true } else { false }
      },
      leftOut.flatMap { rows in
        rows.unfinished.first.map { .init(reason: .unfinished, count: rows.unfinishedCount, firstLine: $0) }
      },
      leftOut.flatMap { rows in
        rows.withoutWave.first.map { .init(reason: .noWave, count: rows.withoutWaveCount, firstLine: $0) }
      },
    ].compactMap { $0 }
  }

  /// Everything, in the order records, columns, segments.
  func diagnostics(of readout: TallyReadout) -> [Diagnostic] {
    let tally = readout.scan
    let count = tally.records
    var result: [Diagnostic] = []
    if count > Int(Int32.max) { result.append(.surveyTooManyRows(file.name, limit: Int(Int32.max))) }
    if count == 0 { result.append(.surveyNoRows(file.name)) }
    if let finished = plan.rows.finished, plan.rows.excludesUnfinished, let left = leftOut?.unfinishedCount, left > 0,
      !tally.waves.contains(where: { $0.finished > 0 })
    {
      result.append(.surveyNoneFinished(left, column: plan.columns[finished].header, file: file.name))
    }
    result += recordDiagnostics(count) + oddities.diagnostics(of: file)
    for (position, column) in plan.columns.enumerated() where position != plan.rows.wave {
      result += cellDiagnostics(column, tally.waves.map { $0.columns[position] })
    }
    for position in plan.segments where readout.hasTooManyValues(position) {
      result.append(tooMany(plan.columns[position], limit: ScanTally.valueLimit))
    }
    for case let position? in [plan.unit, plan.rows.wave, plan.rows.language] where tally.isBeyond(position) {
      result.append(tooMany(plan.columns[position], limit: ColumnReading.textLimit))
    }
    if let unit = plan.unit, tally.hasTooManyUnits {
      result.append(tooMany(plan.columns[unit], limit: tally.unitLimit))
    }
    if let wave = plan.rows.wave, tally.hasTooManyWaves {
      result.append(tooMany(plan.columns[wave], limit: ScanTally.waveLimit))
    }
    return result
  }

  private func tooMany(_ column: ColumnPlan, limit: Int) -> Diagnostic {
    .surveyTooManyValues(segment: column.subject, column: column.header, limit: limit, file: file.name)
  }

  private func recordDiagnostics(_ count: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for unusable in unusable where unusable.reason != .unfinished {
      if unusable.reason == .noWave, let wave = plan.rows.wave {
        result += (leftOut?.withoutWave ?? []).map {
          .surveyNoWave(
            column: plan.columns[wave].header, isDay: plan.columns[wave].isDay, at: SourceLocation(file.name, line: $0))
        }
      }
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
      if isTooMuch(unusable.lines, of: count + unusable.lines - unusable.count) {
        result.append(.surveyTooManyRecords(unusable, of: count, file: file.name))
      }
    }
    return result
  }

  private func diagnostic(_ problem: RecordProblem) -> Diagnostic {
    let place = place(line: problem.line, column: problem.position, problem.lineBytes)
    switch problem.reason {
    case .fieldCount(let fields, let lines):
      return .surveyRaggedRow(fields: fields, expected: plan.fieldCount, lines: lines, at: place)
    case .strayQuote(_, let lines): return .surveyStrayQuote(lines: lines, at: place)
    }
  }

  private func cellDiagnostics(_ column: ColumnPlan, _ waves: [WaveCounts.ColumnCounts]) -> [Diagnostic] {
    let named = Diagnostic.CellColumn(
      header: column.header, subject: column.subject, scale: ScanProblems.scale(of: column), codebook: file.codebook)
    func count(_ code: Int16) -> Int { waves.reduce(0) { $0 + $1.others[-1 - Int(code)] } }
    var result: [Diagnostic] = []
    var invalid = 0
    for (code, trouble) in CellReading.troubles {
      let count = count(code)
      guard count > 0 else { continue }
      invalid += count
      for problem in cells.filter({ $0.column == column.index && $0.code == code }).prefix(ScanProblems.shown) {
        let text = column.decoding == .text ? "a comment" : String(decoding: problem.cell, as: UTF8.self).trimmingBlanks
        let place = place(
          line: problem.line, column: problem.position, problem.lineBytes, length: text.unicodeScalars.count,
          cell: column.decoding == .text ? nil : text)
        result.append(.surveyCell(trouble, text, in: named, at: place))
      }
      if count > ScanProblems.shown {
        result.append(.surveyMoreCells(trouble, count - ScanProblems.shown, in: named, file: file.name))
      }
    }
    let answers = waves.reduce(0) { $0 + $1.valid } + invalid + count(CellCode.notApplicable)
    if isTooMuch(invalid, of: answers) {
      result.append(.surveyTooManyInvalid(invalid, of: answers, in: named, file: file.name))
    }
    return result
  }

  private static func scale(of column: ColumnPlan) -> String {
    switch column.decoding {
    case .rating(let decoding):
      "\(decoding.scale.minimum - decoding.offset)…\(decoding.scale.maximum - decoding.offset)"
    case .weight: "0…1000000"
    case .category, .bands, .period, .identifier, .text: ""
    }
  }

  /// The line is shown; of one that holds comments, which nothing has redacted, only the `cell` at fault.
  private func place(line: Int, column: Int, _ bytes: [UInt8], length: Int = 1, cell: String? = nil) -> Place {
    guard plan.verbatims.isEmpty else {
      let shown = cell.map { Excerpt(line: "…,\($0),…", column: 3, length: max(1, length)) }
      return Place(SourceLocation(file.name, line: line, column: column), excerpt: shown)
    }
    return Place(
      SourceLocation(file.name, line: line, column: column),
      excerpt: Excerpt(line: String(decoding: bytes, as: UTF8.self), column: column, length: max(1, length)))
  }

  private func isTooMuch(_ count: Int, of all: Int) -> Bool {
    count >= ScanProblems.least && count * ScanProblems.tolerated > all
  }
}
