import Audit
import Testing

@testable import Diagnose

/// The gate of the gap rule, around each of its thresholds.
struct GateTests {
  /// What fires neither by the mean nor by reach; cases change one thing.
  static let quiet = CellFigures().changed {
    $0.mean = -0.1
    $0.q = 0.5
    $0.effect = -0.05
    $0.failed = 0.08
    $0.failedLow = 0.05
    $0.signQ = 0.5
  }
  /// Fires by the mean alone.
  static let net = quiet.changed {
    $0.mean = -0.5
    $0.q = 0.05
    $0.effect = -0.2
    $0.failed = 0.1
  }
  /// Fires by reach alone: the mean looks fine.
  static let reach = quiet.changed {
    $0.mean = 0.1
    $0.failed = 0.2
    $0.failedLow = 0.101
    $0.shortfalls = 40
    $0.surpluses = 10
    $0.signQ = 0.05
  }

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var figures: CellFigures
    var outcome: Gate.Outcome

    init(_ name: String, _ figures: CellFigures, _ outcome: Gate.Outcome) {
      testDescription = name
      self.figures = figures
      self.outcome = outcome
    }
  }

  static let byMean = [
    Case("all on their limits", net, .deficiency(.observation)),
    Case("q above its limit", net.changed { $0.q = 0.0501 }, .nothing),
    Case("no q", net.changed { $0.q = nil }, .nothing),
    Case("effect under its limit", net.changed { $0.effect = -0.199 }, .nothing),
    Case("no effect", net.changed { $0.effect = nil }, .nothing),
    Case("too few seriously failed", net.changed { $0.failed = 0.099 }, .nothing),
    Case("mean at the target", net.changed { $0.mean = 0 }, .nothing),
    Case("mean above the target", net.changed { ($0.mean, $0.effect) = (0.5, 0.2) }, .nothing),
    Case("no mean", net.changed { $0.mean = nil }, .nothing),
    Case("nothing withheld", net.changed { $0.n = nil }, .nothing),
    Case("no share", net.changed { $0.failed = nil }, .nothing),
  ]

  static let byReach = [
    Case("bound above its limit", reach, .deficiency(.minor)),
    Case("bound on its limit", reach.changed { $0.failedLow = 0.1 }, .nothing),
    Case("as many surpassed as failed", reach.changed { $0.surpluses = 40 }, .nothing),
    Case("sign test above its limit", reach.changed { $0.signQ = 0.051 }, .nothing),
    Case("no sign test", reach.changed { $0.signQ = nil }, .nothing),
    Case("a standard needs no sign test", reach.changed { $0.comparison = .standard(6) }, .deficiency(.minor)),
    Case("satisfaction needs no sign test", reach.changed { $0.comparison = .none }, .deficiency(.minor)),
  ]

  static let classes = [
    Case("critical", CellFigures().changed { $0.failed = 0.5 }, .deficiency(.critical)),
    Case("under critical", CellFigures().changed { $0.failed = 0.499 }, .deficiency(.major)),
    Case("major", CellFigures().changed { $0.failed = 0.33 }, .deficiency(.major)),
    Case("under major", CellFigures().changed { $0.failed = 0.329 }, .deficiency(.minor)),
    Case("minor", CellFigures().changed { $0.failed = 0.15 }, .deficiency(.minor)),
    Case("under minor", CellFigures().changed { $0.failed = 0.149 }, .deficiency(.observation)),
  ]

  static let fewAnswers = [
    Case("enough answers", CellFigures().changed { $0.n = 30 }, .deficiency(.major)),
    Case("one answer too few", CellFigures().changed { $0.n = 29 }, .watch(ifItHolds: .major)),
    Case(
      "too few, and not by chance alone",
      CellFigures().changed { ($0.n, $0.q, $0.failedLow) = (29, 0.9, 0.01) }, .watch(ifItHolds: .major)),
    Case("too few and small", CellFigures().changed { ($0.n, $0.failed) = (29, 0.149) }, .nothing),
    Case("too few and no shortfall", CellFigures().changed { ($0.n, $0.mean) = (29, 0.1) }, .nothing),
  ]

  /// All fall short by the same amount: no variance, so neither t nor d_z.
  static let same = CellFigures().changed {
    ($0.mean, $0.effect, $0.effectReason, $0.q) = (-1, nil, .zeroVariance, nil)
    ($0.failed, $0.failedLow, $0.signQ) = (0.4, 0.05, 0.9)
  }

  static let noVariance = [
    Case("an exact test that holds", same.changed { ($0.n, $0.q) = (80, 0.0001) }, .deficiency(.major)),
    Case("an exact test that does not", same.changed { ($0.n, $0.q) = (40, 0.2) }, .nothing),
    Case("no exact test", same, .nothing),
    Case("all surpassed by the same amount", same.changed { ($0.q, $0.mean) = (0.0001, 1) }, .nothing),
    Case("all at their expectation", same.changed { ($0.q, $0.mean) = (0.0001, 0) }, .nothing),
  ]

  static let ceiling = CellFigures().changed { ($0.expected, $0.satisfied) = (6.51, 0.85) }

  static let ceilings = [
    Case("top expectations and satisfied", ceiling, .deficiency(.observation)),
    Case("expectation on the limit", ceiling.changed { $0.expected = 6.5 }, .deficiency(.major)),
    Case("too few satisfied", ceiling.changed { $0.satisfied = 0.849 }, .deficiency(.major)),
    Case("few answers", ceiling.changed { $0.n = 20 }, .nothing),
    Case("a standard is no expectation", ceiling.changed { $0.comparison = .standard(7) }, .deficiency(.major)),
  ]

  @Test(
    "the gate opens at its thresholds and not before",
    arguments: byMean + byReach + classes + fewAnswers + noVariance + ceilings)
  func gate(_ test: Case) throws {
    let measured = audit([TestCell("branch", "empathy", test.figures)])
    let cell = try #require(MeasuredCell.gather(measured).first)
    #expect(Gate(cell.lead, .bank).outcome == test.outcome)
  }

  @Test("a small population needs ten answers instead of thirty", arguments: [(200, 10), (201, 30)])
  func lowBase(population: Int, needed: Int) throws {
    var configuration = Configuration.bank
    configuration.engagement.population = population
    for n in [needed - 1, needed] {
      let measured = audit([TestCell("branch", "empathy", CellFigures().changed { $0.n = n })])
      let cell = try #require(MeasuredCell.gather(measured).first)
      let expected: Gate.Outcome = n < needed ? .watch(ifItHolds: .major) : .deficiency(.major)
      #expect(Gate(cell.lead, configuration).outcome == expected)
    }
  }

  @Test("the two routes are told apart")
  func routes() throws {
    let measured = audit([TestCell("branch", "empathy", Self.net), TestCell("phone", "empathy", Self.reach)])
    let gates = MeasuredCell.gather(measured).map { Gate($0.lead, .bank) }
    #expect(gates.map(\.isNet) == [true, false])
    #expect(gates.map(\.isByReach) == [false, true])
  }

  @Test("more seriously failed customers never make a milder class")
  func monotone() {
    let thresholds = Thresholds()
    let classes = (0...1000).map { FindingClass(seriouslyFailed: Double($0) / 1000, thresholds) }
    #expect(zip(classes, classes.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(Set(classes) == [.critical, .major, .minor, .observation])
  }
}
