import Audit

/// Days for people.
enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `30 September 2026`.
  static func long(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

  /// `30 Sep`, or `30 Sep 2025` where the year is not the one that the reader is in.
  static func short(_ day: Day, readIn today: Day) -> String {
    let text = "\(day.day) \(months[day.month - 1].prefix(3))"
    return day.year == today.year ? text : "\(text) \(day.year)"
  }

  /// `12 January to 5 February 2026`; the first year only where it differs.
  static func range(_ from: Day, _ to: Day) -> String {
    guard from != to else { return long(to) }
    guard from.year == to.year else { return "\(long(from)) to \(long(to))" }
    let start = from.month == to.month ? "\(from.day)" : "\(from.day) \(months[from.month - 1])"
    return "\(start) to \(long(to))"
  }
}
