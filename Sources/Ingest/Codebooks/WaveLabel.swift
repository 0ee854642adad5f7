import Audit

/// The dates that a wave's label carries: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-31`.
enum WaveLabel {
  /// First and last day; nil for any other label.
  static func dates(of label: String) -> (start: Day, end: Day)? {
    if let day = Day(iso: label) { return (day, day) }
    let bytes = Array(label.utf8)
    guard bytes.count >= 4, let year = number(bytes[..<4]) else { return nil }
    if bytes.count == 4 { return months(1...12, of: year) }
    guard bytes[4] == UInt8(ascii: "-"), let last = bytes.last else { return nil }
    let rest = bytes[5...]
    switch (rest.first, rest.count) {
    case (UInt8(ascii: "H"), 2) where (UInt8(ascii: "1")...UInt8(ascii: "2")).contains(last):
      let first = Int(last - UInt8(ascii: "1")) * 6 + 1
      return months(first...(first + 5), of: year)
    case (UInt8(ascii: "Q"), 2) where (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(last):
      let first = Int(last - UInt8(ascii: "1")) * 3 + 1
      return months(first...(first + 2), of: year)
    case (UInt8(ascii: "W"), 3): return number(rest.dropFirst()).flatMap { week($0, of: year) }
    case (_, 2):
      guard let month = number(rest), (1...12).contains(month) else { return nil }
      return months(month...month, of: year)
    default: return nil
    }
  }

  private static func months(_ months: ClosedRange<Int>, of year: Int) -> (start: Day, end: Day)? {
    let length = Day.length(ofMonth: months.upperBound, year: year)
    guard let start = Day(year: year, month: months.lowerBound, day: 1),
      let end = Day(year: year, month: months.upperBound, day: length)
    else { return nil }
    return (start, end)
  }

  /// Weeks begin on Monday and belong to the year of their Thursday (ISO 8601).
  private static func week(_ week: Int, of year: Int) -> (start: Day, end: Day)? {
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    // 1970-01-01 was a Thursday.
    let weekday = ((fourth.ordinal + 3) % 7 + 7) % 7
    let monday = fourth.ordinal - weekday + 7 * (week - 1)
    guard let start = Day(ordinal: monday), let thursday = Day(ordinal: monday + 3), thursday.year == year,
      let end = Day(ordinal: monday + 6)
    else { return nil }
    return (start, end)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
