/// Days for people.
package enum DayText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `30 June 2026`.
  package static func long(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }
}
