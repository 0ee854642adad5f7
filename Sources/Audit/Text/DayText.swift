/// Days for people.
package enum DayText {
  private static var formats: DayFormats { Language.current.formats.days }

  /// `30 June 2026`.
  package static func long(_ day: Day) -> String { formats.text(day, formats.long) }

  /// `30 Sep`, or `30 Sep 2025` where the year is not the one that the reader is in.
  package static func short(_ day: Day, readIn today: Day) -> String {
    formats.text(day, day.year == today.year ? formats.shortWithinYear : formats.short)
  }

  /// `Jan`, or `Jan 2026`, for an axis.
  package static func month(_ day: Day, withYear: Bool) -> String {
    formats.text(day, withYear ? formats.shortMonth : "{mon}")
  }

  /// `12 January to 5 February 2026`; the first year only where it differs.
  package static func range(_ from: Day, _ to: Day) -> String {
    guard from != to else { return long(to) }
    let start =
      if from.year != to.year { formats.long } else if from.month != to.month { formats.withinYear } else {
        formats.withinMonth
      }
    return say("\(formats.text(from, start)) to \(long(to))", as: "days")
  }
}
