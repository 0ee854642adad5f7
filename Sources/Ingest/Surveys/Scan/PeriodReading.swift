import Audit
import CSV

/// The reading of a day: pattern → day → the period it falls into.
struct PeriodReading: Sendable {
  private enum Piece: Hashable, Sendable {
    case year, month, day
    case mark(UInt8)
  }

  private let period: PeriodDecoding.Period
  private let pieces: [Piece]

  init(_ decoding: PeriodDecoding) {
    period = decoding.period
    var pieces: [Piece] = []
    for byte in decoding.pattern.utf8 {
      let piece: Piece =
        switch byte {
        case UInt8(ascii: "Y"): .year
        case UInt8(ascii: "M"): .month
        case UInt8(ascii: "D"): .day
        default: .mark(byte)
        }
      if case .mark = piece {
        pieces.append(piece)
      } else if pieces.last != piece {
        pieces.append(piece)
      }
    }
    self.pieces = pieces
  }

  /// A number for the period, later ones higher, or the code of what the cell is instead.
  func code(of cell: [UInt8]) -> Int16 {
    guard let whole = String(validating: cell, as: UTF8.self) else { return CellReading.undecodable }
    let text = whole.trimmingBlanks
    if text.isEmpty { return CellCode.missing }
    guard let day = day(in: Array(text.utf8)), let number = number(of: day), let code = Int16(exactly: number),
      code >= 0
    else { return CellReading.notADay }
    return code
  }

  /// What follows the day in the cell is left, unless it is one more digit.
  private func day(in text: [UInt8]) -> Day? {
    var rest = text[...]
    var (year, month, day): (Int?, Int?, Int?)
    for piece in pieces {
      switch piece {
      case .year: year = PeriodReading.number(&rest, digits: 4...4)
      case .month: month = PeriodReading.number(&rest, digits: 1...2)
      case .day: day = PeriodReading.number(&rest, digits: 1...2)
      case .mark(let mark):
        guard rest.first == mark else { return nil }
        rest = rest.dropFirst()
      }
    }
    if let next = rest.first, (48...57).contains(next) { return nil }
    guard let year, let month, let day else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix(digits.upperBound).prefix { (48...57).contains($0) }
    guard found.count >= digits.lowerBound else { return nil }
    rest = rest.dropFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Days from 1970 on (to 2059); weeks, months, quarters, halves and years from 1900 on.
  private func number(of day: Day) -> Int? {
    switch period {
    case .day: day.ordinal
    case .week: (day.ordinal - PeriodReading.firstMonday) / 7
    case .month: (day.year - 1900) * 12 + day.month - 1
    case .quarter: (day.year - 1900) * 4 + (day.month - 1) / 3
    case .half: (day.year - 1900) * 2 + (day.month - 1) / 6
    case .year: day.year - 1900
    }
  }

  /// 1900-01-01, in days from 1970-01-01.
  private static let firstMonday = -25_567

  /// The label of a wave: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-31`.
  func label(of code: Int) -> String {
    switch period {
    case .day: return Day(ordinal: code).map(PeriodReading.text) ?? ""
    case .week:
      // The year of a week is that of its Thursday (ISO 8601).
      let thursday = PeriodReading.firstMonday + 7 * code + 3
      guard let day = Day(ordinal: thursday), let first = Day(year: day.year, month: 1, day: 1) else { return "" }
      return "\(PeriodReading.padded(day.year, 4))-W\(PeriodReading.padded((thursday - first.ordinal) / 7 + 1, 2))"
    case .month: return "\(year(code, of: 12))-\(PeriodReading.padded(code % 12 + 1, 2))"
    case .quarter: return "\(year(code, of: 4))-Q\(code % 4 + 1)"
    case .half: return "\(year(code, of: 2))-H\(code % 2 + 1)"
    case .year: return year(code, of: 1)
    }
  }

  private func year(_ code: Int, of parts: Int) -> String { PeriodReading.padded(1900 + code / parts, 4) }

  private static func text(_ day: Day) -> String {
    "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
