import Audit

/// Looks at whole rows: repeated ones, straight lines through a block, and how each question goes with the rest of its block.
struct RowCensus {
  /// Rows whose fingerprint is kept.
  private static let comparedRows = 1_000_000
  /// Questions that a block has at least, for one answer to all of them to look odd.
  private static let longBlock = 5

  private let blocks: [BlockWatch]
  private let asked: [Int]
  private var seen: Set<UInt64> = []
  private(set) var repeats = SurveyProfile.RepeatedRows()
  private(set) var emptyRows = 0
  /// By block: rows with one answer to all of it, and rows that answered enough to tell.
  private var straight: [(count: Int, rows: Int)]
  private var moments: [[RestMoments]]

  /// A block of questions, with the numbers that its texts stand for.
  private struct BlockWatch {
    var columns: [Int]
    var values: [[[UInt8]: Int]]
    var range: ClosedRange<Int>
  }

  /// Sums of a question and of the mean of the others in its block.
  struct RestMoments: Hashable {
    var n = 0.0
    var x = 0.0
    var r = 0.0
    var xx = 0.0
    var rr = 0.0
    var xr = 0.0

    mutating func add(_ value: Double, rest: Double) {
      n += 1
      x += value
      r += rest
      xx += value * value
      rr += rest * rest
      xr += value * rest
    }

    /// Pearson's r; nil with fewer than 20 answers or no spread.
    var correlation: Double? {
      let (a, b) = (n * xx - x * x, n * rr - r * r)
      guard n >= 20, a > 0, b > 0 else { return nil }
      return (n * xr - x * r) / (a * b).squareRoot()
    }
  }

  /// `questions` are blocks and kinds as the first records of the file show them.
  init(_ questions: QuestionBlocks) {
    let columns = questions.columns
    blocks = questions.blocks.filter { $0.columns.count >= 3 }.compactMap { block in
      guard let scale = columns[block.columns[0]].scale?.scale else { return nil }
      return BlockWatch(
        columns: block.columns, values: block.columns.map { Self.values(of: columns[$0]) },
        range: scale.minimum...scale.maximum)
    }
    asked = columns.filter { column in
      switch column.kind {
      case .rating, .yesNo, .multiple, .freeText: true
      case .category, .number, .empty: false
      case .constant, .date, .identifier, .weight: false
      }
    }.map(\.index)
    straight = blocks.map { _ in (0, 0) }
    moments = blocks.map { [RestMoments](repeating: RestMoments(), count: $0.columns.count) }
  }

  private static func values(of column: SurveyColumn) -> [[UInt8]: Int] {
    var values: [[UInt8]: Int] = [:]
    let labels = column.scale?.labels ?? []
    for level in column.facts.levels {
      if let label = labels.first(where: { $0.text == level.text }) {
        values[Array(level.text.utf8)] = label.value
      } else if case .integer(let value) = CellNumber(level.text, decimalComma: column.facts.decimalComma) {
        values[Array(level.text.utf8)] = value
      }
    }
    return values
  }

  mutating func add(_ fields: [[UInt8]], line: Int) {
    compare(fields, line: line)
    if !asked.isEmpty, asked.allSatisfy({ ColumnCensus.trim(fields[$0]).isEmpty }) { emptyRows += 1 }
    for block in blocks.indices {
      let watch = blocks[block]
      var answers: [(place: Int, value: Int)] = []
      for (place, column) in watch.columns.enumerated() {
        guard
          let value = watch.values[place][fields[column]]
            ?? watch.values[place][Array(ColumnCensus.trim(fields[column]))],
          watch.range.contains(value)
        else { continue }
        answers.append((place, value))
      }
      addMoments(answers, to: block)
      guard watch.columns.count >= Self.longBlock, answers.count * 5 >= watch.columns.count * 4 else { continue }
      straight[block].rows += 1
      if answers.allSatisfy({ $0.value == answers[0].value }) { straight[block].count += 1 }
    }
  }

  private mutating func addMoments(_ answers: [(place: Int, value: Int)], to block: Int) {
    guard answers.count >= 3 else { return }
    let total = answers.reduce(0) { $0 + $1.value }
    for answer in answers {
      let rest = Double(total - answer.value) / Double(answers.count - 1)
      moments[block][answer.place].add(Double(answer.value), rest: rest)
    }
  }

  /// By a fingerprint of all cells (FNV-1a, 64 bits): a chance in millions that two different rows have one.
  private mutating func compare(_ fields: [[UInt8]], line: Int) {
    guard repeats.compared < Self.comparedRows else { return }
    repeats.compared += 1
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for field in fields {
      for byte in field { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1f) &* 0x100_0000_01b3
    }
    guard !seen.insert(hash).inserted else { return }
    repeats.count += 1
    if repeats.firstLine == nil { repeats.firstLine = line }
  }

  /// How each question goes with the rest of its block; by 0-based column.
  var correlations: [Int: Double] {
    var found: [Int: Double] = [:]
    for (block, watch) in blocks.enumerated() {
      for (place, column) in watch.columns.enumerated() { found[column] = moments[block][place].correlation }
    }
    return found
  }

  /// Of the longest block, and among those as long the one with the most; nil where none is long enough.
  var straightLines: SurveyProfile.StraightLines? {
    let long = blocks.indices.filter { blocks[$0].columns.count >= Self.longBlock && straight[$0].rows > 0 }
    let found = long.max { left, right in
      let (a, b) = (blocks[left].columns.count, blocks[right].columns.count)
      return (a, straight[left].count, -left) < (b, straight[right].count, -right)
    }
    guard let found, let first = blocks[found].columns.first, let last = blocks[found].columns.last else { return nil }
    return SurveyProfile.StraightLines(
      count: straight[found].count, rows: straight[found].rows, first: first + 1, last: last + 1,
      columns: blocks[found].columns.count)
  }
}
