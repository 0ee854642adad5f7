import Audit

/// One thing that was understood in a note.
struct NoteReading {
  enum Kind: CaseIterable {
    case deficiency, strength, quote, standard, mark, score, step, photo

    var noun: String {
      switch self {
      case .deficiency: "deficiency"
      case .strength: "strength"
      case .quote: "quote"
      case .standard: "standard"
      case .mark: "mark"
      case .score: "score"
      case .step: "step"
      case .photo: "photo"
      }
    }

    var plural: String {
      switch self {
      case .deficiency: "deficiencies"
      case .strength, .quote, .standard, .mark, .score, .step, .photo: noun + "s"
      }
    }
  }

  let kind: Kind
  let line: Int
  let text: String

  /// In the order of the note.
  static func readings(of note: Note) -> [NoteReading] {
    var readings = note.observations.map { observation in
      NoteReading(
        kind: observation.kind == .deficiency ? .deficiency : .strength, line: observation.line,
        text: observation.title)
    }
    readings += note.quotes.map { NoteReading(kind: .quote, line: $0.line, text: $0.text) }
    readings += note.checks.map {
      NoteReading(kind: .standard, line: $0.line, text: "\($0.standard) \($0.met ? "met" : "missed")")
    }
    readings += note.marks.map { NoteReading(kind: .mark, line: $0.line, text: "\($0.verdict.rawValue): \($0.text)") }
    readings += note.scores.map { NoteReading(kind: .score, line: $0.line, text: $0.category) }
    readings += note.actions.map { NoteReading(kind: .step, line: $0.line ?? 0, text: $0.text) }
    readings += note.photos.map { NoteReading(kind: .photo, line: $0.line, text: "\($0.path): \($0.caption)") }
    return readings.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// `2 deficiencies, 1 quote`; `nothing but its text` when there is none.
  static func summary(_ readings: [NoteReading]) -> String {
    let counts = Kind.allCases.compactMap { kind in
      let count = readings.count { $0.kind == kind }
      return count == 0 ? nil : Counted.text(count, kind.noun, plural: kind.plural)
    }
    return counts.isEmpty ? "nothing but its text" : counts.joined(separator: ", ")
  }
}
