import Audit
import CSV

/// Who gave the rows of one wave: 64 bits for each row that says so, and its answers where people are to be found again in
/// other waves. The only thing whose memory grows with the rows.
///
/// Two of ten million respondents have the same bits with a chance of 3 in a million.
struct RespondentRows: Sendable {
  private var hashes: [UInt64] = []
  /// Parallel to the hashes, ``LinkedAnswers/width`` levels each; nil where they are not kept.
  private var answers: [Int16]?
  private(set) var unnamed = 0

  init(areLinked: Bool) { answers = areLinked ? [] : nil }

  /// The bits of a trimmed text, the same everywhere and on every run (FNV-1a, then a mixing of all bits).
  static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }

  /// Adds some rows; those that name nobody have a code below 0.
  mutating func add(_ values: [Int], codes: [Int16], of cells: CodeColumns, plan: SurveyPlan) {
    for (value, code) in zip(values, codes) {
      if code < 0 {
        unnamed += 1
      } else {
        hashes.append(UInt64(bitPattern: Int64(value)))
      }
    }
    guard answers != nil else { return }
    let columns = Self.answers(of: plan, in: cells, rows: values.count)
    let named = codes.indices.filter { codes[$0] >= 0 }
    answers?.add(columns, rows: named)
  }

  /// The levels of all rows, column by column, as ``LinkedAnswers`` has them.
  private static func answers(of plan: SurveyPlan, in cells: CodeColumns, rows: Int) -> [[Int16]] {
    func levels(_ column: Int?) -> [Int16] {
      column.map { cells.codes($0, rows: rows) } ?? Array(repeating: -1, count: rows)
    }
    let items = zip(plan.definition.items, plan.items).flatMap { item, columns -> [[Int16]] in
      var (perception, expectation) = (levels(columns.perception), levels(columns.expectation))
      switch item.comparison {
      case .expectation:
        for row in 0..<rows where perception[row] < 0 || expectation[row] < 0 {
          (perception[row], expectation[row]) = (-1, -1)
        }
      case .zone:
        let (minimum, desired) = (levels(columns.minimum), levels(columns.desired))
        for row in 0..<rows where perception[row] < 0 || minimum[row] < 0 || desired[row] < minimum[row] {
          perception[row] = -1
        }
      case .standard, .none:
        for row in 0..<rows where perception[row] < 0 { perception[row] = -1 }
      }
      return [perception, expectation]
    }
    return items + plan.outcomes.map { levels($0).map { max(-1, $0) } }
  }

  mutating func add(_ other: RespondentRows) {
    hashes += other.hashes
    unnamed += other.unnamed
    if let more = other.answers { answers?.append(contentsOf: more) }
  }

  /// Different respondents, and rows beyond each one's first.
  var counts: (respondents: Int, repeated: Int) {
    let sorted = hashes.sorted()
    var different = sorted.isEmpty ? 0 : 1
    for (one, next) in zip(sorted, sorted.dropFirst()) where one != next { different += 1 }
    return (different, hashes.count - different)
  }

  /// What each respondent answered; nil where that is not kept.
  func linked(_ definition: SurveyDefinition) -> LinkedAnswers? {
    answers.map {
      LinkedAnswers(
        respondents: hashes, levels: $0, items: definition.items.count, outcomes: definition.outcomes.count)
    }
  }
}

extension [Int16] {
  /// Appends some rows, whose cells stand column by column.
  fileprivate mutating func add(_ columns: [[Int16]], rows: [Int]) {
    let (first, width) = (count, columns.count)
    append(contentsOf: repeatElement(-1, count: rows.count * width))
    for (index, column) in columns.enumerated() {
      var place = first + index
      for row in rows {
        self[place] = column[row]
        place += width
      }
    }
  }
}
