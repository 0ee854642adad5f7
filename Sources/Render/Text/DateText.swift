import Audit

/// Days for people, where the long form is too long or there are two of them.
enum DateText {
  /// `30 Sep`, or `30 Sep 2025` where the year is not the one that the reader is in.
  static func short(_ day: Day, readIn today: Day) -> String {
    let text = "\(day.day) \(month(day).prefix(3))"
    return day.year == today.year ? text : "\(text) \(day.year)"
  }

  /// `Jan`, or `Jan 2026`, for an axis.
  static func month(_ day: Day, withYear: Bool) -> String {
    "\(month(day).prefix(3))" + (withYear ? " \(day.year)" : "")
  }

  /// `12 January to 5 February 2026`; the first year only where it differs.
  static func range(_ from: Day, _ to: Day) -> String {
    guard from != to else { return DayText.long(to) }
    guard from.year == to.year else { return "\(DayText.long(from)) to \(DayText.long(to))" }
    let start = from.month == to.month ? "\(from.day)" : "\(from.day) \(month(from))"
    return "\(start) to \(DayText.long(to))"
  }

  private static func month(_ day: Day) -> Substring {
    let parts = DayText.long(day).split(separator: " ")
    return parts.count == 3 ? parts[1] : ""
  }
}
