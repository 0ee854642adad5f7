import Audit

/// What notes add to a finding about a cell.
struct NoteEvidence {
  var project: Project

  func sightings(_ groups: [ObservationGroup]) -> [Evidence] { groups.flatMap(\.sightings).map(seen) }

  /// What notes say of the cell beside sightings: how standards were met, then customers' words.
  func context(_ cell: Cell) -> [Evidence] { standards(cell).map(checked) + quotes(cell) }

  /// Standards are held against cells only: a finding that names neither touchpoint nor dimension has none.
  func standards(_ cell: Cell) -> [StandardRecord] {
    cell == Cell() ? [] : StandardRecord.gather(cell, project)
  }

  private func seen(_ sighting: ObservationGroup.Sighting) -> Evidence {
    Evidence(
      kind: .note, source: sighting.note.file, line: sighting.observation.line, text: sighting.observation.text.text)
  }

  private func checked(_ record: StandardRecord) -> Evidence {
    Evidence(
      kind: .note, source: record.source.file, line: record.source.line, value: record.share, n: record.checks,
      text: record.text)
  }

  private func quotes(_ cell: Cell) -> [Evidence] {
    guard cell != Cell() else { return [] }
    return project.notes.flatMap { note in
      note.quotes.filter { quote in
        Cell(touchpoint: quote.touchpoint ?? note.touchpoint, dimension: quote.dimension ?? note.dimension) == cell
      }.map { Evidence(kind: .verbatim, source: note.file, line: $0.line, text: $0.text) }
    }
  }
}
