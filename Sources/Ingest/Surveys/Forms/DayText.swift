/// A day in a cell, in digits: three numbers with one mark between them, with or without a time behind.
struct DayText: Hashable, Sendable {
  /// As they stand.
  let numbers: [Int]
  let mark: Character
  let hasTime: Bool
  private let yearFirst: Bool

  /// Nil for anything else.
  init?(_ text: String) {
    let day = text.prefix { !$0.isWhitespace && $0 != "T" && $0 != "," }
    guard let mark = day.first(where: { !("0"..."9").contains($0) }), "-/.".contains(mark) else { return nil }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && String($0).isWholeNumber }) else {
      return nil
    }
    yearFirst = parts[0].count == 4
    guard yearFirst != (parts[2].count == 4) else { return nil }
    numbers = parts.compactMap { Int($0) }
    self.mark = mark
    hasTime = text.dropFirst(day.count).contains(":")
  }

  /// The middle number is above 12, or the first.
  fileprivate var dayIsSecond: Bool { !yearFirst && numbers[1] > 12 }
  fileprivate var dayIsFirst: Bool { !yearFirst && numbers[0] > 12 }

  fileprivate func pattern(monthFirst: Bool) -> String {
    let parts = yearFirst ? ["YYYY", "M", "D"] : (monthFirst ? ["M", "D"] : ["D", "M"]) + ["YYYY"]
    return parts.joined(separator: String(mark))
  }
}

/// How a column writes its days.
enum DayPattern {
  /// `M/D/YYYY`; nil for `YYYY-MM-DD`, for no day at all, and where days differ in form.
  static func pattern(of days: [DayText]) -> String? {
    guard let first = days.first, days.allSatisfy({ $0.mark == first.mark }) else { return nil }
    let isDayFirst = days.contains(where: \.dayIsFirst)
    if isDayFirst && days.contains(where: \.dayIsSecond) { return nil }
    // With dots it is the day that stands first; with slashes the month, unless a number says otherwise.
    let patterns = Set(days.map { $0.pattern(monthFirst: !isDayFirst && first.mark != ".") })
    guard let pattern = patterns.first, patterns.count == 1 else { return nil }
    return pattern == "YYYY-M-D" ? nil : pattern
  }
}

extension String {
  /// ASCII digits alone.
  var isWholeNumber: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
