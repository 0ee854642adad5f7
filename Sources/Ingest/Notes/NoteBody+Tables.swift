import Audit
import CommonMark

extension NoteBody {
  /// A table is read by its headers: deficiencies, steps or scores, or nothing.
  mutating func read(_ table: NoteTable) {
    if let columns = IssueColumns(table) {
      for row in table.rows where !row.isEmpty { readIssue(row, columns) }
    } else if let columns = ActionColumns(table) {
      for row in table.rows where !row.isEmpty { readAction(row, columns) }
    } else if let columns = ScoreColumns(table) {
      for row in table.rows where !row.isEmpty { readScore(row, columns) }
    }
  }

  private mutating func readIssue(_ row: NoteTable.Row, _ columns: IssueColumns) {
    let named = row.cell(columns.issue) ?? row.cell(columns.finding) ?? row.cell(columns.heuristic)
    guard let named else {
      diagnostics.append(.noteUnnamedRow(columns.header, at: place(line: row.line, column: 1)))
      return
    }
    let (severity, kind) = severity(row.cell(columns.severity))
    let told = [columns.heuristic, columns.finding].compactMap { row.cell($0)?.source.text }
    let details = told.filter { $0 != named.source.text }
    observations.append(
      Observation(
        kind: kind, title: named.plain, severity: severity,
        touchpoint: resolve(row.cell(columns.touchpoint), terms.touchpoint) ?? area.touchpoint,
        dimension: resolve(row.cell(columns.dimension), terms.dimension) ?? area.dimension,
        text: MarkdownText(text: details.joined(separator: "\n\n"), file: source.file, firstLine: row.line),
        steps: row.cell(columns.recommendation).map { [$0.source.text] } ?? [], line: row.line))
  }

  private mutating func readAction(_ row: NoteTable.Row, _ columns: ActionColumns) {
    guard let action = row.cell(columns.action) else {
      diagnostics.append(.noteUnnamedRow(columns.header, at: place(line: row.line, column: 1)))
      return
    }
    var due: Day?
    if let cell = row.cell(columns.due) {
      due = Day(iso: cell.plain)
      if due == nil { diagnostics.append(.noteDue(cell.plain, at: place(of: cell))) }
    }
    actions.append(
      Step(
        text: action.source.text, done: row.cell(columns.status).map { CellWords.saysDone($0.plain) } ?? false,
        owner: row.cell(columns.owner)?.plain, due: due, source: .note, line: row.line))
  }

  private mutating func readScore(_ row: NoteTable.Row, _ columns: ScoreColumns) {
    guard let cell = row.cell(columns.score), !CellWords.saysNothing(cell.plain) else { return }
    guard let category = row.cell(columns.category) else {
      diagnostics.append(.noteUnnamedRow(columns.header, at: place(line: row.line, column: 1)))
      return
    }
    guard let (score, outOf) = CellWords.score(cell.plain) else {
      diagnostics.append(.noteScore(cell.plain, at: place(of: cell)))
      return
    }
    let maximum = row.cell(columns.maximum).flatMap { CellWords.number($0.plain) }
    scores.append(Score(category: category.plain, score: score, maximum: outOf ?? maximum, line: row.line))
  }

  /// What a severity cell says; a strength has no severity.
  private mutating func severity(_ cell: NoteTable.Cell?) -> (FindingClass?, Observation.Kind) {
    guard let cell, !CellWords.saysNothing(cell.plain) else { return (nil, .deficiency) }
    switch CellWords.severity(cell.plain) {
    case .strength: return (nil, .strength)
    case let found?: return (found, .deficiency)
    case nil:
      diagnostics.append(.noteSeverity(cell.plain, at: place(of: cell)))
      return (nil, .deficiency)
    }
  }

  private mutating func resolve(
    _ cell: NoteTable.Cell?, _ resolve: (String, Place) -> Result<String, DiagnosedError>
  ) -> String? {
    guard let cell, !CellWords.saysNothing(cell.plain) else { return nil }
    switch resolve(cell.plain, place(of: cell)) {
    case .success(let id): return id
    case .failure(let error):
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private func place(of cell: NoteTable.Cell) -> Place {
    place(line: cell.source.number, column: cell.source.column, length: cell.source.text.unicodeScalars.count)
  }
}
