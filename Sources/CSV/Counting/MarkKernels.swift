/// What cells say, as marks of a table: 0 for a row that is not counted, else 1 + the level.
extension CodeColumns {
  /// A level, from a column of `codes`.
  package func markLevels(_ codes: CodeColumns, _ column: Int, into target: Int, rows: Int) {
    let (levels, marks) = unsafe (codes[column], self[target])
    for row in stride(from: 0, to: rows, by: 8) {
      let level = unsafe CodeVector.load(levels, row)
      unsafe ((level &+ 1) & ~level.isNegative).store(marks, row)
    }
  }

  /// e · `levels` + p, of rows that have both.
  package func markPairs(
    _ codes: CodeColumns, expectation: Int, perception: Int, levels: Int, into target: Int, rows: Int
  ) {
    let (e, p, marks) = unsafe (codes[expectation], codes[perception], self[target])
    let scale = CodeVector(repeating: Int16(levels))
    for row in stride(from: 0, to: rows, by: 8) {
      let (expected, received) = unsafe (CodeVector.load(e, row), CodeVector.load(p, row))
      let isLeft = (expected | received).isNegative
      unsafe ((expected &* scale &+ received &+ 1) & ~isLeft).store(marks, row)
    }
  }

  /// e in one column, p in the next, p − e + `range` in the third, of rows that have both.
  package func markApart(
    _ codes: CodeColumns, expectation: Int, perception: Int, range: Int, into targets: (e: Int, p: Int, d: Int),
    rows: Int
  ) {
    let (e, p) = unsafe (codes[expectation], codes[perception])
    let (marksE, marksP, marksD) = unsafe (self[targets.e], self[targets.p], self[targets.d])
    let shift = CodeVector(repeating: Int16(range + 1))
    for row in stride(from: 0, to: rows, by: 8) {
      let (expected, received) = unsafe (CodeVector.load(e, row), CodeVector.load(p, row))
      let isKept = ~(expected | received).isNegative
      unsafe ((expected &+ 1) & isKept).store(marksE, row)
      unsafe ((received &+ 1) & isKept).store(marksP, row)
      unsafe ((received &- expected &+ shift) & isKept).store(marksD, row)
    }
  }

  /// Where the marks of a zone of tolerance go.
  package struct ZoneTargets {
    var perception: Int
    /// P − minimum + range.
    var adequacy: Int
    /// P − desired + range.
    var superiority: Int
    /// desired − minimum; range + 1 where the minimum is above the desired level, which counts in this table alone.
    var width: Int

    /// Four columns from `first` on.
    package init(first: Int) {
      (perception, adequacy, superiority, width) = (first, first + 1, first + 2, first + 3)
    }
  }

  /// The marks of an item with a zone of tolerance, of rows with all three answers.
  package func markZone(
    _ codes: CodeColumns, perception: Int, minimum: Int, desired: Int, range: Int, into targets: ZoneTargets, rows: Int
  ) {
    let (p, m, d) = unsafe (codes[perception], codes[minimum], codes[desired])
    let shift = CodeVector(repeating: Int16(range + 1))
    for row in stride(from: 0, to: rows, by: 8) {
      let received = unsafe CodeVector.load(p, row)
      let (least, desired) = unsafe (CodeVector.load(m, row), CodeVector.load(d, row))
      let isWhole = ~(received | least | desired).isNegative
      let isCrossed = (desired &- least).isNegative
      let isKept = isWhole & ~isCrossed
      unsafe ((received &+ 1) & isKept).store(self[targets.perception], row)
      unsafe ((received &- least &+ shift) & isKept).store(self[targets.adequacy], row)
      unsafe ((received &- desired &+ shift) & isKept).store(self[targets.superiority], row)
      let width = ((desired &- least &+ 1) & ~isCrossed) | ((shift &+ 1) & isCrossed)
      unsafe (width & isWhole).store(self[targets.width], row)
    }
  }

  /// Where rows with `least` answers or more are counted: by answers beyond that, then by a sum.
  package struct ScoreShape: Sendable {
    /// Answers that a row must have, at least 1.
    package var least: Int
    /// Sums there can be for each number of answers.
    package var width: Int
    /// Added to the sum for each answer, so that it is not below 0.
    package var shift: Int

    package init(least: Int, width: Int, shift: Int) {
      (self.least, self.width, self.shift) = (least, width, shift)
    }
  }

  /// The sum `first` − `second` of a row (columns of this, −1 for none) by the number of its answers.
  package func markScores(
    answered: Int, first: Int, less second: Int?, shape: ScoreShape, into target: Int, rows: Int
  ) {
    let (given, sums, marks) = unsafe (self[answered], self[first], self[target])
    let subtracted = unsafe second.map { unsafe self[$0] } ?? given
    let isDifference = CodeVector(repeating: second == nil ? 0 : -1)
    let (least, width) = (CodeVector(repeating: Int16(shape.least)), CodeVector(repeating: Int16(shape.width)))
    let shift = CodeVector(repeating: Int16(shape.shift))
    for row in stride(from: 0, to: rows, by: 8) {
      let answers = unsafe CodeVector.load(given, row)
      let sum = unsafe CodeVector.load(sums, row) &- (CodeVector.load(subtracted, row) & isDifference)
      let beyond = answers &- least
      unsafe ((beyond &* width &+ sum &+ answers &* shift &+ 1) & ~beyond.isNegative).store(marks, row)
    }
  }

  /// 1 where the mean shortfall of a row is above a quarter of the range and its mean surplus is not, 2 the other way
  /// round, else 0.
  package func markSerious(_ sums: RowSums.Targets, least: Int, range: Int, into target: Int, rows: Int) {
    let marks = unsafe self[target]
    let (least, range) = (CodeVector(repeating: Int16(least)), CodeVector(repeating: Int16(range)))
    for row in stride(from: 0, to: rows, by: 8) {
      let answers = unsafe CodeVector.load(self[sums.answered], row)
      let shortfall = unsafe CodeVector.load(self[sums.shortfall], row)
      let perception = unsafe CodeVector.load(self[sums.perception], row)
      let surplus = unsafe perception &- CodeVector.load(self[sums.target], row) &+ shortfall
      let limit = answers &* range
      let isShort = (limit &- 4 &* shortfall).isNegative
      let isOver = (limit &- 4 &* surplus).isNegative
      let isCounted = ~(answers &- least).isNegative
      unsafe (((isShort & ~isOver & 1) | (isOver & ~isShort & 2)) & isCounted).store(marks, row)
    }
  }
}
