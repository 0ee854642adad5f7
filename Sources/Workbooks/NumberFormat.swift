/// How a cell shows its number.
enum NumberFormat: Hashable, Sendable {
  case number
  /// As a day, with or without a time.
  case day
  /// As a time of the day.
  case time
  /// As hours that may be more than 24.
  case elapsed

  /// Formats that have a number but no code; ECMA-376 part 1, 18.8.30.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// A format code such as `yyyy\-mm\-dd hh:mm`: letters outside quotes and brackets tell.
  init(code: String) {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { isElapsed = true }
        rest = rest.dropFirst(inside.count + 1)
      // What follows is the format of negative numbers.
      case ";": rest = ""
      default: letters.insert(character)
      }
    }
    if isElapsed {
      self = .elapsed
    } else if code.lowercased().hasPrefix("general") || letters.contains("0") && !letters.contains("s")
      || letters.contains("#")
    {
      self = .number
    } else if letters.contains("y") || letters.contains("d")
      || letters.contains("m") && !letters.contains("h") && !letters.contains("s")
    {
      self = .day
    } else {
      self = letters.contains("h") || letters.contains("s") ? .time : .number
    }
  }
}

/// A number of a cell as text.
enum CellNumberText {
  /// `2019-08-06`, `2019-08-06 10:01:25`, `10:01:25`, `49:30:00`, or the number itself without an exponent.
  static func text(of raw: String, as format: NumberFormat, startsIn1904: Bool) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    switch format {
    case .number: return plain(raw, value)
    // Nothing before the first day of the calendar is a day.
    case .day where value >= (startsIn1904 ? 0 : 1) && value < 2_958_466:
      return day(value, startsIn1904: startsIn1904)
    case .time where value >= 0 && value < 1: return clock(seconds: Int((value * 86_400).rounded()))
    case .time where value >= 1 && value < 2_958_466: return day(value, startsIn1904: startsIn1904)
    case .elapsed where value >= 0 && value < 1e6: return clock(seconds: Int((value * 86_400).rounded()))
    case .day, .time, .elapsed: return plain(raw, value)
    }
  }

  /// As it stands, unless it has an exponent.
  private static func plain(_ raw: String, _ value: Double) -> String {
    guard raw.contains(where: { $0 == "e" || $0 == "E" }) else { return raw }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let text = String(value)
    return text.contains("e") ? raw : text
  }

  private static func day(_ value: Double, startsIn1904: Bool) -> String {
    var seconds = Int((value * 86_400).rounded())
    var days = seconds / 86_400
    seconds %= 86_400
    // Days since 1970. The older count has a 29 February 1900 that never was.
    if startsIn1904 { days -= 24_107 } else { days -= days < 60 ? 25_568 : 25_569 }
    let (year, month, day) = civil(days)
    let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    return seconds == 0 ? text : "\(text) \(clock(seconds: seconds))"
  }

  private static func clock(seconds: Int) -> String {
    "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
  }

  /// Year, month and day of a count of days since 1970-01-01, after Hinnant's `civil_from_days`.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
