import Audit

/// When auditors saw something.
enum Sightings {
  /// The first and last date of the notes; the waves that they name where no note has a date.
  static func span(_ groups: [ObservationGroup]) -> (first: String?, last: String?) {
    let notes = groups.flatMap(\.notes)
    let days = notes.compactMap(\.date)
    if let first = days.min(), let last = days.max() { return (first.iso, last.iso) }
    let waves = notes.compactMap(\.wave)
    return (waves.first, waves.last)
  }
}
