import Audit

/// What only the day of the report tells of notes.
func noteDiagnostics(_ notes: [Note], asOf: Day) -> [Diagnostic] {
  notes.compactMap { note in
    guard let date = note.date, asOf < date else { return nil }
    return .noteInFuture(note.file, date: date, asOf: asOf)
  }
}
