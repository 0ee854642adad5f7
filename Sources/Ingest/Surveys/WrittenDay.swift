import Audit

/// A day as a cell writes it: three numbers with one mark between them, with or without a time behind.
///
/// `2026-03-31`, `31.03.2026`, `3/31/2026 10:01`. Which number is the month is left open; ``DayOrder`` tells.
struct WrittenDay: Hashable, Sendable {
  /// In the order written.
  let numbers: [Int]
  let mark: Character
  /// The year stands in front, not behind.
  let isYearFirst: Bool
  /// Hours and minutes follow.
  let hasTime: Bool

  /// Longest text behind the day that may still be a time of day.
  private static let longestTime = 32

  /// Nil for any other text.
  init?(_ text: String) {
    let day = text.prefix { !$0.isWhitespace && $0 != "T" && $0 != "," }
    guard let mark = day.first(where: { !("0"..."9").contains($0) }), "-/.".contains(mark) else { return nil }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { DecimalText.integer(String($0)) }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 1 }) else { return nil }
    let lengths = parts.map(\.utf8.count)
    guard lengths[0] == 4 || lengths[2] == 4, lengths.count(where: { (1...2).contains($0) }) == 2 else { return nil }
    let tail = text.dropFirst(day.count)
    let time = tail.drop { $0.isWhitespace || $0 == "T" || $0 == "," }
    guard tail.utf8.count <= Self.longestTime, time.first.map({ ("0"..."9").contains($0) }) ?? true else { return nil }
    self.numbers = numbers
    self.mark = mark
    isYearFirst = lengths[0] == 4
    hasTime = tail.contains(":")
  }

  /// The day, where day and month stand in this order; nil where there is no such day.
  func day(isDayFirst: Bool) -> Day? {
    if isYearFirst { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    return Day(
      year: numbers[2], month: numbers[isDayFirst ? 1 : 0], day: numbers[isDayFirst ? 0 : 1])
  }
}

/// How a column writes days.
struct DayOrder: Hashable, Sendable {
  let isYearFirst: Bool
  private(set) var isDayFirst: Bool
  let mark: Character
  /// All days read either way, and their mark decided.
  private(set) var isGuessed = false

  /// The order that all of a column's days fit; nil where none does, and for no day at all.
  init?(_ days: [WrittenDay]) {
    guard let first = days.first,
      days.allSatisfy({ $0.isYearFirst == first.isYearFirst && $0.mark == first.mark })
    else { return nil }
    isYearFirst = first.isYearFirst
    mark = first.mark
    if first.isYearFirst {
      isDayFirst = false
      return
    }
    let readsDayFirst = days.allSatisfy { $0.day(isDayFirst: true) != nil }
    let readsMonthFirst = days.allSatisfy { $0.day(isDayFirst: false) != nil }
    guard readsDayFirst || readsMonthFirst else { return nil }
    // Where both read, slashes are American and everything else is not.
    isDayFirst = readsDayFirst && !(readsMonthFirst && first.mark == "/")
    isGuessed = readsDayFirst && readsMonthFirst
  }

  /// A guess is settled by a day that reads one way alone.
  mutating func settle(by day: WrittenDay) {
    guard isGuessed, day.mark == mark, !day.isYearFirst else { return }
    let readsDayFirst = day.day(isDayFirst: true) != nil
    guard readsDayFirst != (day.day(isDayFirst: false) != nil) else { return }
    (isDayFirst, isGuessed) = (readsDayFirst, false)
  }

  /// As a codebook declares it: `DD.MM.YYYY`.
  var text: String {
    let parts = isYearFirst ? ["YYYY", "MM", "DD"] : isDayFirst ? ["DD", "MM", "YYYY"] : ["MM", "DD", "YYYY"]
    return parts.joined(separator: String(mark))
  }

  /// The same; nil for `YYYY-MM-DD`, which is read without being declared.
  var pattern: String? { text == "YYYY-MM-DD" ? nil : text }
}
