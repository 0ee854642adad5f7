/// What one row scored on a set of items, in levels above the scale's minimum.
struct RowScores {
  /// One answer and what it is held against.
  struct Answer {
    enum Kind {
      case gap, none
      case zone(desired: Int)
    }

    var perception: Int
    var target: Int
    var kind: Kind
  }

  struct Sum {
    var answered = 0
    var perception = 0
    var target = 0
    var shortfall = 0

    mutating func add(_ answer: Answer) {
      answered += 1
      perception += answer.perception
      target += answer.target
      shortfall += max(0, answer.target - answer.perception)
    }
  }

  let range: Int
  private(set) var all = Sum()
  private(set) var gap = Sum()
  private(set) var zone = Sum()
  /// Σ desired on the zone's items.
  private(set) var desired = 0

  init(range: Int) {
    self.range = range
  }

  mutating func add(_ answer: Answer?) {
    guard let answer else { return }
    all.add(answer)
    switch answer.kind {
    case .gap: gap.add(answer)
    case .none: break
    case .zone(let desired):
      zone.add(answer)
      self.desired += desired
    }
  }

  /// 1 where the mean shortfall is above a quarter of the range and the mean surplus is not, 2 the other way round.
  var serious: Int? {
    let isShort = 4 * all.shortfall > all.answered * range
    let isOver = 4 * (all.perception - all.target + all.shortfall) > all.answered * range
    if isShort == isOver { return nil }
    return isShort ? 1 : 2
  }
}
