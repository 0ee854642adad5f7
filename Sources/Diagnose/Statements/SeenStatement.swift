import Audit

/// What auditors saw, in a sentence or two.
enum SeenStatement {
  /// `Auditors saw it in 3 notes, between 3 August 2026 and 14 August 2026; standard S1 “…” met in 2 of 7 visits.`
  static func text(_ groups: [ObservationGroup], _ standards: [StandardRecord]) -> String {
    var notes: [Note] = []
    for note in groups.flatMap(\.notes) where !notes.contains(where: { $0.file == note.file }) { notes.append(note) }
    let seen = notes.count == 1 ? sight(in: notes[0]) : sight(in: notes)
    return ([seen] + standards.map(\.text)).joined(separator: "; ") + "."
  }

  private static func sight(in note: Note) -> String {
    guard let day = note.date else { return say("Auditors saw it in “\(note.title)”") }
    return say("Auditors saw it in “\(note.title)”, on \(DayText.long(day))")
  }

  private static func sight(in notes: [Note]) -> String {
    let count = CountWords.of(notes.count, .note)
    let days = notes.compactMap(\.date)
    guard let first = days.min(), let last = days.max() else { return say("Auditors saw it in \(count)") }
    guard first != last else { return say("Auditors saw it in \(count), on \(DayText.long(first))") }
    return say("Auditors saw it in \(count), between \(DayText.long(first)) and \(DayText.long(last))")
  }

  /// What a survey says of a cell in which it raises nothing.
  static func silence(of cell: SurveyCell) -> String {
    guard let share = cell[.failedShare], let n = cell.n else { return "" }
    let customers = GroupText.part(FigureText.percent(share), of: n)
    return say("Customers' answers do not show it: \(customers) \(cell.target.failedCustomers).")
  }
}
