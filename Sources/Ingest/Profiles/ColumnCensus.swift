import Audit

/// Counts what stands in one column: its different texts as far as memory is set aside, and traits of all cells.
struct ColumnCensus {
  /// Different texts that are remembered.
  private let limit: Int
  private let decimalComma: Bool
  private var index: [[UInt8]: Int] = [:]
  private var texts: [(bytes: [UInt8], count: Int)] = []
  private(set) var blank = 0
  private var answers = 0
  /// Of the cells whose text is not remembered.
  private var beyond = CellTraits()

  /// Longer texts are not remembered.
  private static let longest = 240

  init(limit: Int, decimalComma: Bool) {
    self.limit = limit
    self.decimalComma = decimalComma
  }

  mutating func add(_ cell: [UInt8]) {
    let trimmed = Self.trim(cell)
    guard !trimmed.isEmpty else {
      blank += 1
      return
    }
    answers += 1
    let key = trimmed.count == cell.count ? cell : Array(trimmed)
    if let known = index[key] {
      texts[known].count += 1
    } else if texts.count < limit, key.count <= Self.longest {
      index[key] = texts.count
      texts.append((key, 1))
    } else {
      beyond.add(String(decoding: key, as: UTF8.self), times: 1, decimalComma: decimalComma)
    }
  }

  /// Without blanks, byte order marks and no-break spaces at either end.
  static func trim(_ cell: [UInt8]) -> ArraySlice<UInt8> {
    var slice = cell[...]
    // Most cells have nothing to trim: ASCII at both ends, and no blank.
    if let first = slice.first, let last = slice.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 {
      return slice
    }
    while let first = slice.first {
      if first <= 0x20 {
        slice = slice.dropFirst()
      } else if slice.starts(with: [0xC2, 0xA0]) {
        slice = slice.dropFirst(2)
      } else if slice.starts(with: [0xEF, 0xBB, 0xBF]) {
        slice = slice.dropFirst(3)
      } else {
        break
      }
    }
    while let last = slice.last {
      if last <= 0x20 {
        slice = slice.dropLast()
      } else if last == 0xA0, slice.dropLast().last == 0xC2 {
        slice = slice.dropLast(2)
      } else {
        break
      }
    }
    return slice
  }

  /// What was counted so far.
  var facts: ColumnFacts {
    var traits = beyond
    var levels: [ColumnProfile.Level] = []
    for entry in texts {
      let text = String(decoding: entry.bytes, as: UTF8.self)
      traits.add(text, times: entry.count, decimalComma: decimalComma)
      levels.append(ColumnProfile.Level(text, entry.count))
    }
    levels.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    return ColumnFacts(
      levels: levels, answers: answers, blank: blank, isOpen: beyond.cells > 0, traits: traits,
      decimalComma: decimalComma)
  }
}

/// Traits of a column's cells, added up.
struct CellTraits {
  var cells = 0
  var integers = 0
  var fractions = 0
  var days = 0
  /// Characters in all.
  var characters = 0
  /// Cells of five words or more.
  var sentences = 0
  var lowest: Double?
  var highest: Double?
  var sum = 0.0
  var personal: [ColumnProfile.PersonalData.Kind: Int] = [:]

  mutating func add(_ text: String, times: Int, decimalComma: Bool) {
    cells += times
    characters += times * text.count
    switch CellShape(text, decimalComma: decimalComma) {
    case .integer(let value):
      integers += times
      addNumber(Double(value), times)
    case .fraction(let value):
      fractions += times
      addNumber(value, times)
    case .day: days += times
    case .text:
      if text.split(separator: " ", maxSplits: 5).count >= 5 { sentences += times }
      for kind in PersonalMark.kinds(in: text) { personal[kind, default: 0] += times }
    }
  }

  private mutating func addNumber(_ value: Double, _ times: Int) {
    lowest = min(lowest ?? value, value)
    highest = max(highest ?? value, value)
    sum += value * Double(times)
  }

  var numbers: Int { integers + fractions }
}

/// What a column holds, counted.
struct ColumnFacts {
  /// The different texts, the most frequent first; all of them unless `isOpen`.
  var levels: [ColumnProfile.Level]
  var answers: Int
  var blank: Int
  /// There are texts beyond those in `levels`.
  var isOpen: Bool
  var traits: CellTraits
  var decimalComma: Bool

  /// Whole numbers with their counts, ascending; other spellings of a number add up.
  var integers: [(value: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for level in levels {
      if case .integer(let value) = CellNumber(level.text, decimalComma: decimalComma) {
        counts[value, default: 0] += level.count
      }
    }
    return counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
  }

  /// Texts that are no whole numbers.
  var words: [ColumnProfile.Level] {
    levels.filter { level in
      if case .integer = CellNumber(level.text, decimalComma: decimalComma) { return false }
      return true
    }
  }

  var days: [WrittenDay] { levels.compactMap { WrittenDay($0.text) } }

  /// All answers are different, or nearly.
  var isUnique: Bool { isOpen ? levels.allSatisfy { $0.count <= 2 } : levels.count == answers && answers > 1 }
}
