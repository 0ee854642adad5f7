/// How a language writes numbers and days.
package struct LanguageFormats: Hashable, Sendable {
  /// Between a number's whole and its fraction.
  package var decimal: String
  /// Between groups of three digits.
  package var group: String
  /// Whether a name begins small in the middle of a sentence: "Reliability", but "the reliability".
  package var lowersNames: Bool
  package var days: DayFormats

  package init(decimal: String, group: String, lowersNames: Bool, days: DayFormats) {
    self.decimal = decimal
    self.group = group
    self.lowersNames = lowersNames
    self.days = days
  }

  package static let english = LanguageFormats(decimal: ".", group: ",", lowersNames: true, days: .english)

  /// Without words.
  static let numeric = LanguageFormats(decimal: ".", group: ",", lowersNames: false, days: .numeric)
}

/// How a language writes days: patterns with `{day}`, `{month}`, `{mon}` for a short month, and `{year}`.
package struct DayFormats: Hashable, Sendable {
  /// Twelve, as they stand within a day.
  package var months: [String]
  /// Twelve, short.
  package var shortMonths: [String]
  /// `30 June 2026`.
  package var long: String
  /// `30 June`, where the year follows with another day.
  package var withinYear: String
  /// `30`, where the month follows with another day.
  package var withinMonth: String
  /// `30 Jun 2026`.
  package var short: String
  /// `30 Jun`, in the year that the reader is in.
  package var shortWithinYear: String
  /// `Jun 2026`, for an axis.
  package var shortMonth: String

  package init(
    months: [String], shortMonths: [String], long: String, withinYear: String, withinMonth: String, short: String,
    shortWithinYear: String, shortMonth: String
  ) {
    self.months = months
    self.shortMonths = shortMonths
    self.long = long
    self.withinYear = withinYear
    self.withinMonth = withinMonth
    self.short = short
    self.shortWithinYear = shortWithinYear
    self.shortMonth = shortMonth
  }

  package static let english = DayFormats(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    long: "{day} {month} {year}", withinYear: "{day} {month}", withinMonth: "{day}", short: "{day} {mon} {year}",
    shortWithinYear: "{day} {mon}", shortMonth: "{mon} {year}")

  fileprivate static let numeric = DayFormats(
    months: (1...12).map(String.init), shortMonths: (1...12).map(String.init), long: "{year}/{month}/{day}",
    withinYear: "{month}/{day}", withinMonth: "{day}", short: "{year}/{mon}/{day}", shortWithinYear: "{mon}/{day}",
    shortMonth: "{year}/{mon}")

  /// The day as a pattern says.
  package func text(_ day: Day, _ pattern: String) -> String {
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "day": text += String(day.day)
      case "month": text += months[day.month - 1]
      case "mon": text += shortMonths[day.month - 1]
      case "year": text += String(day.year)
      default: text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
