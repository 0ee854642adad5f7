import Audit

/// What auditors saw, in a sentence or two.
enum SeenStatement {
  /// `Auditors saw it in 3 notes, between 3 August 2026 and 14 August 2026; standard S1 “…” met in 2 of 7 visits.`
  static func text(_ groups: [ObservationGroup], _ standards: [StandardRecord]) -> String {
    var notes: [Note] = []
    for note in groups.flatMap(\.notes) where !notes.contains(where: { $0.file == note.file }) { notes.append(note) }
    let place = notes.count == 1 ? "in “\(notes[0].title)”" : "in \(FigureText.counted(notes.count, "note"))"
    var text = "Auditors saw it \(place)"
    let days = notes.compactMap(\.date)
    if let first = days.min(), let last = days.max() {
      text +=
        first == last ? ", on \(DayText.long(first))" : ", between \(DayText.long(first)) and \(DayText.long(last))"
    }
    for standard in standards { text += "; \(standard.text)" }
    return text + "."
  }

  /// What a survey says of a cell in which it raises nothing.
  static func silence(of cell: SurveyCell) -> String {
    guard let share = cell[.failedShare], let n = cell.measurement.n else { return "" }
    let of = "\(FigureText.percent(share)) of \(FigureText.counted(n, "customer"))"
    switch cell.target {
    case .expectation: return "Customers' answers do not show it: \(of) say they got far less than they expect."
    case .minimum:
      return "Customers' answers do not show it: \(of) say they got far less than the least they find acceptable."
    case .standard: return "Customers' answers do not show it: \(of) got far less than the standard asks."
    case .satisfied: return "Customers' answers do not show it: \(of) are far from satisfied."
    }
  }
}
