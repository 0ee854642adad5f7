/// What the answers of a row to several items add up to.
package struct RowSums: Sendable {
  /// One item, by columns of codes, or sums that are there already.
  package enum Term: Sendable {
    /// Answered when both are.
    case pair(perception: Int, expectation: Int)
    case fixed(perception: Int, target: Int)
    /// Answered when all three are and the minimum is not above the desired level.
    case zone(perception: Int, minimum: Int, desired: Int)
    case sums(Targets)
  }

  /// Columns for the sums of a row, in levels above the scale's minimum.
  package struct Targets: Hashable, Sendable {
    package var answered: Int
    package var perception: Int
    /// Expectations, standards, satisfied-from answers or minimums.
    package var target: Int
    /// Σ max(0, target − perception).
    package var shortfall: Int

    /// Four columns from `first` on.
    package init(first: Int) {
      (answered, perception, target, shortfall) = (first, first + 1, first + 2, first + 3)
    }
  }

  package var terms: [Term]
  package var targets: Targets

  package init(terms: [Term], targets: Targets) {
    self.terms = terms
    self.targets = targets
  }
}

extension CodeColumns {
  private struct Sums {
    var answered = CodeVector()
    var perception = CodeVector()
    var target = CodeVector()
    var shortfall = CodeVector()

    @inline(__always)
    mutating func add(_ received: CodeVector, target wanted: CodeVector, isLeft: CodeVector) {
      let isKept = ~isLeft
      let short = wanted &- received
      answered &-= isKept
      perception &+= received & isKept
      target &+= wanted & isKept
      shortfall &+= short & ~short.isNegative & isKept
    }
  }

  /// Adds up the answers in `codes`.
  package func sum(_ sums: RowSums, of codes: CodeColumns, rows: Int) {
    let targets = sums.targets
    for row in Swift.stride(from: 0, to: rows, by: 8) {
      var total = Sums()
      for term in sums.terms {
        switch term {
        case .pair(let perception, let expectation):
          let received = unsafe CodeVector.load(codes[perception], row)
          let expected = unsafe CodeVector.load(codes[expectation], row)
          total.add(received, target: expected, isLeft: (received | expected).isNegative)
        case .fixed(let perception, let target):
          let received = unsafe CodeVector.load(codes[perception], row)
          total.add(received, target: CodeVector(repeating: Int16(target)), isLeft: received.isNegative)
        case .zone(let perception, let minimum, let desired):
          let received = unsafe CodeVector.load(codes[perception], row)
          let least = unsafe CodeVector.load(codes[minimum], row)
          let most = unsafe CodeVector.load(codes[desired], row)
          total.add(received, target: least, isLeft: (received | least | most | (most &- least)).isNegative)
        case .sums(let part):
          unsafe total.answered &+= CodeVector.load(self[part.answered], row)
          unsafe total.perception &+= CodeVector.load(self[part.perception], row)
          unsafe total.target &+= CodeVector.load(self[part.target], row)
          unsafe total.shortfall &+= CodeVector.load(self[part.shortfall], row)
        }
      }
      unsafe total.answered.store(self[targets.answered], row)
      unsafe total.perception.store(self[targets.perception], row)
      unsafe total.target.store(self[targets.target], row)
      unsafe total.shortfall.store(self[targets.shortfall], row)
    }
  }

  /// Σ desired of the rows' whole zones, beside `sum`, which adds up their minimums.
  package func sumDesired(
    _ zones: [(perception: Int, minimum: Int, desired: Int)], of codes: CodeColumns, into target: Int, rows: Int
  ) {
    for row in Swift.stride(from: 0, to: rows, by: 8) {
      var total = CodeVector()
      for zone in zones {
        let received = unsafe CodeVector.load(codes[zone.perception], row)
        let least = unsafe CodeVector.load(codes[zone.minimum], row)
        let most = unsafe CodeVector.load(codes[zone.desired], row)
        total &+= most & ~(received | least | most | (most &- least)).isNegative
      }
      unsafe total.store(self[target], row)
    }
  }

  /// 1 where all answered of at least six items, by perception columns of `codes`, are alike, 2 where they differ, 0 for
  /// fewer answers.
  package func markStraightLines(_ codes: CodeColumns, perceptions: [Int], into target: Int, rows: Int) {
    for row in Swift.stride(from: 0, to: rows, by: 8) {
      var answered = CodeVector()
      var highest = CodeVector(repeating: -1)
      var lowest = CodeVector(repeating: .max)
      for column in perceptions {
        let level = unsafe CodeVector.load(codes[column], row)
        let isLeft = level.isNegative
        answered &-= ~isLeft
        highest = highest.maximum(level)
        lowest = lowest.minimum((level & ~isLeft) | (CodeVector(repeating: .max) & isLeft))
      }
      let isCounted = ~(answered &- 6).isNegative
      let differ = (lowest &- highest).isNegative & 1
      unsafe ((differ &+ 1) & isCounted).store(self[target], row)
    }
  }
}
