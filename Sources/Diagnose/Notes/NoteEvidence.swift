import Audit

/// What notes and scorecards add to a finding about a cell.
struct NoteEvidence {
  var project: Project
  /// The finding is of what auditors alone saw.
  var isSeen = false

  func sightings(_ groups: [ObservationGroup]) -> [Evidence] { groups.flatMap(\.sightings).map(seen) }

  /// What they say of the cell beside sightings: how standards were met, then customers' words.
  func context(_ cell: Cell) -> [Evidence] { standards(cell).flatMap(checked) + quotes(cell) }

  /// Standards are held against cells only: a finding that names neither touchpoint nor dimension has none.
  func standards(_ cell: Cell) -> [StandardRecord] {
    cell == Cell() ? [] : StandardRecord.gather(cell, isSeen: isSeen, project)
  }

  private func seen(_ sighting: ObservationGroup.Sighting) -> Evidence {
    Evidence(
      kind: .note, source: sighting.note.file, line: sighting.observation.line, text: sighting.observation.text.text)
  }

  /// One row for what notes say, one for what scorecards say.
  func checked(_ record: StandardRecord) -> [Evidence] {
    [(StandardRecord.Source.Kind.note, Evidence.Kind.note), (.scorecard, .scorecard)].compactMap { source, kind in
      guard let part = record.only(source), let shown = part.sources.first(where: \.isMissed) ?? part.sources.first
      else { return nil }
      return Evidence(
        kind: kind, source: shown.file, line: shown.line, value: part.share, n: part.checks,
        text: source == .note ? part.text : say("\(part.text) of mystery shoppers"))
    }
  }

  func quotes(_ cell: Cell) -> [Evidence] {
    guard cell != Cell() else { return [] }
    return project.notes.flatMap { note in
      note.quotes.filter { quote in
        Cell(touchpoint: quote.touchpoint ?? note.touchpoint, dimension: quote.dimension ?? note.dimension) == cell
      }.map { Evidence(kind: .verbatim, source: note.file, line: $0.line, text: $0.text) }
    }
  }
}

extension StandardRecord.Source {
  fileprivate var isMissed: Bool { count.met < count.occasions }
}
