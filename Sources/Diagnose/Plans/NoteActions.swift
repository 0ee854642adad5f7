import Audit

/// First steps that auditors wrote into their notes.
///
/// A note's action table belongs to a finding when the note as a whole is about the finding's cell, or when all the
/// deficiencies it tells of are part of that one finding: else nobody can say which row is for which.
struct NoteActions {
  private var notes: [Note]
  private var groups: [String: [ObservationGroup]]
  /// For each note's file, how many findings its deficiencies are part of.
  private var told: [String: Int] = [:]

  /// `groups` are what auditors saw, by finding.
  init(_ notes: [Note], _ groups: [String: [ObservationGroup]]) {
    self.notes = notes
    self.groups = groups.mapValues { $0.filter { $0.kind == .deficiency } }
    for part in self.groups.values {
      for file in Set(part.flatMap(\.sightings).map(\.note.file)) { told[file, default: 0] += 1 }
    }
  }

  /// Recommendations of the alerts themselves, then rows of action tables.
  func steps(of finding: Finding) -> [Step] {
    let sightings = groups[finding.id, default: []].flatMap(\.sightings)
    let recommended = sightings.flatMap { sighting in
      sighting.observation.steps.map { text in
        Step(text: text, source: .note, line: sighting.observation.line).standing(in: sighting.note)
      }
    }
    let files = Set(sightings.map(\.note.file))
    let rows = notes.filter { note in
      let cell = Cell(touchpoint: note.touchpoint, dimension: note.dimension)
      return (files.contains(note.file) && told[note.file] == 1)
        || (finding.isOfCell && cell == finding.cell && cell != Cell())
    }.flatMap { note in note.actions.map { $0.standing(in: note) } }
    return recommended + rows
  }
}

extension Step {
  /// Links of a note's step are relative to the note.
  fileprivate func standing(in note: Note) -> Step {
    var step = self
    step.file = note.file
    return step
  }
}
