import Statistics
import Testing

/// Example X13 of the methodology: an outcome by the ratings of two attributes, low, middle or high.
private let x13: IntegerMoments = {
  let cells: [(a: Int, b: Int, outcomes: [Int])] = [
    (-1, -1, [2, 3, 1, 2]), (-1, 0, [3, 4, 3]), (-1, 1, [5, 4, 4]), (0, -1, [3, 4, 4]), (0, 0, [5, 5, 4, 6, 5]),
    (0, 1, [5, 6, 6, 5]), (1, -1, [4, 5]), (1, 0, [5, 6, 5, 5]), (1, 1, [6, 7, 6, 7, 6]),
  ]
  let rows = cells.flatMap { cell in
    cell.outcomes.map { [$0, cell.a < 0 ? 1 : 0, cell.a > 0 ? 1 : 0, cell.b < 0 ? 1 : 0, cell.b > 0 ? 1 : 0] }
  }
  return IntegerMoments(rows: rows, columns: 5)
}()

private let two = [PenaltyReward.Attribute(low: 1, high: 2), PenaltyReward.Attribute(low: 3, high: 4)]

@Suite struct PenaltyRewardTests {
  @Test("X13: slopes, errors and asymmetry") func example() {
    let contrast = PenaltyReward(x13, attributes: two, leastCases: 5)
    #expect(contrast.n == 33)
    #expect(printed(contrast.intercept, as: 4.842489))
    let expected = [
      (-1.525948, 0.261023, 0.616995, 0.253291, -0.424161), (-1.190288, 0.269900, 0.865250, 0.247199, -0.158128),
    ]
    for (effect, expected) in zip(contrast.effects, expected) {
      #expect(printed(effect.low, as: expected.0) && printed(effect.lowSE, as: expected.1))
      #expect(printed(effect.high, as: expected.2) && printed(effect.highSE, as: expected.3))
      #expect(printed(effect.asymmetry, as: expected.4))
      #expect(agree(effect.range, (effect.high.value ?? 0) - (effect.low.value ?? 0), within: 1e-15))
    }
    #expect(contrast.effects.map(\.kind) == [.mustBe, .performance])
    #expect(contrast.effects[0].lowCases == 10 && contrast.effects[0].highCases == 11)
  }

  @Test("Statsmodels' least squares on the rows give the same", arguments: Fixtures.rows(Fixtures.penaltyReward))
  func reference(row: [Double]) {
    var reader = FixtureReader(row)
    let moments = reader.moments()
    let attributes = stride(from: 1, to: moments.columns, by: 2).map {
      PenaltyReward.Attribute(low: $0, high: $0 + 1)
    }
    let contrast = PenaltyReward(moments, attributes: attributes)
    #expect(agree(contrast.intercept, reader.number(), within: 1e-9))
    for estimate in contrast.effects.flatMap({ [$0.low, $0.high] }) {
      #expect(agree(estimate, reader.number(), within: 1e-9))
    }
    for estimate in contrast.effects.flatMap({ [$0.lowSE, $0.highSE] }) {
      #expect(agree(estimate, reader.number(), within: 1e-9))
    }
    #expect(reader.isAtEnd)
  }

  @Test("Too few low or high ratings leave an attribute out, not the others' effects")
  func gate() {
    let gated = PenaltyReward(x13, attributes: two)
    #expect(gated.effects.allSatisfy { $0.low == .unavailable(.tooFew) && $0.kind == nil })
    #expect(gated.effects.allSatisfy { $0.asymmetry == .unavailable(.tooFew) && $0.highSE == .unavailable(.tooFew) })
    // Low and high ratings: 10 and 11 of the first, 9 and 12 of the second.
    let one = PenaltyReward(x13, attributes: two, leastCases: 10)
    #expect(printed(one.effects[0].low, as: -1.525948) && one.effects[1].low == .unavailable(.tooFew))
    let byShare = PenaltyReward(x13, attributes: two, leastCases: 1, leastShare: 0.3)
    #expect(byShare.effects[0].kind == .mustBe && byShare.effects[1].kind == nil)
  }

  private static let kinds: [(low: Int, high: Int, kind: PenaltyReward.Kind?)] = [
    (1, 5, .mustBe), (4, 9, .attractive), (3, 7, .performance), (6, 5, nil), (5, 7, .attractive), (3, 4, .mustBe),
  ]

  @Test("An attribute that costs more than it gains is a must-be, one that gains more delights", arguments: kinds)
  func kindOfAttribute(low: Int, high: Int, kind: PenaltyReward.Kind?) {
    let rows = (0..<60).map { row in
      switch row % 3 {
      case 0: [low, 1, 0]
      case 1: [5, 0, 0]
      default: [high, 0, 1]
      }
    }
    let contrast = PenaltyReward(IntegerMoments(rows: rows, columns: 3), attributes: [two[0]])
    #expect(contrast.effects[0].kind == kind)
    if kind == nil { #expect(contrast.effects[0].asymmetry == .unavailable(.allZero)) }
  }

  @Test("Edges: no rows, one row, a constant outcome, flags that others determine, no rows to spare")
  func edges() {
    let cases: [([[Int]], Reason)] = [
      ([], .noData), ([[1, 0, 1]], .nLt2), ([[3, 0, 1], [3, 1, 0], [3, 0, 0]], .zeroVariance),
    ]
    for (rows, reason) in cases {
      let contrast = PenaltyReward(IntegerMoments(rows: rows, columns: 3), attributes: [two[0]], leastCases: 0)
      #expect(contrast.intercept == .unavailable(reason) && contrast.effects[0].low == .unavailable(reason))
    }
    let copied = (0..<60).map { [$0 % 4, $0 % 3 == 0 ? 1 : 0, $0 % 3 == 1 ? 1 : 0] }.map { $0 + $0[1...] }
    let contrast = PenaltyReward(IntegerMoments(rows: copied, columns: 5), attributes: two)
    #expect(contrast.effects[0].low.value != nil && contrast.effects[1].low == .unavailable(.singular))
    let spare = PenaltyReward(
      IntegerMoments(rows: [[1, 1, 0], [4, 0, 0], [6, 0, 1]], columns: 3), attributes: [two[0]], leastCases: 1)
    #expect(spare.effects[0].lowSE == .unavailable(.tooFew) && agree(spare.effects[0].low, -3, within: 1e-12))
  }
}
