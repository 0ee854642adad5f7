import Audit
import TestSupport
import Testing

@testable import Diagnose

/// Two registers held against each other.
struct RegisterComparisonTests {
  static func record(
    _ id: String = "gap.a", _ findingClass: FindingClass = .major, _ status: Finding.Status = .open,
    _ interval: (Double, Double)? = nil, figure: String? = nil, better: Outcome.Direction? = .low
  ) -> FindingRecord {
    FindingRecord(
      id: id, kind: .gap, title: "Title of \(id)", findingClass: findingClass, status: status,
      measure: interval.map {
        FindingMeasure(figure: figure, value: ($0.0 + $0.1) / 2, low: $0.0, high: $0.1, n: 100, better: better)
      })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var old: FindingRecord
    var new: FindingRecord
    var kind: FindingChange.Kind?
    var ground: FindingChange.Ground?

    init(
      _ name: String, _ old: FindingRecord, _ new: FindingRecord, _ kind: FindingChange.Kind?,
      _ ground: FindingChange.Ground? = nil
    ) {
      (testDescription, self.old, self.new, self.kind, self.ground) = (name, old, new, kind, ground)
    }
  }

  static let cases = [
    Case("the same", record(), record(), nil),
    Case(
      "a better point with intervals that meet", record("a", .major, .open, (0.30, 0.40)),
      record("a", .major, .open, (0.21, 0.30)), nil),
    Case(
      "intervals that lie apart", record("a", .major, .open, (0.30, 0.40)),
      record("a", .major, .open, (0.20, 0.299)), .better, .interval),
    Case(
      "of a figure that should be high", record("a", .major, .open, (0.30, 0.40), better: .high),
      record("a", .major, .open, (0.20, 0.299), better: .high), .worse, .interval),
    Case(
      "of a figure without a good end", record("a", .major, .open, (0.30, 0.40), better: nil),
      record("a", .major, .open, (0.20, 0.299), better: nil), nil),
    Case(
      "of two different figures", record("a", .major, .open, (0.30, 0.40), figure: "x/y/share"),
      record("a", .major, .open, (0.20, 0.299)), nil),
    Case("a graver class", record("a", .minor), record("a", .critical), .worse, .findingClass),
    Case("a lighter class", record("a", .minor), record("a", .observation), .better, .findingClass),
    Case("fewer answers make a watch point, not a mend", record("a", .critical), record("a", .watch), .changed),
    Case("a watch point that holds", record("a", .watch), record("a", .major), .changed),
    Case("another status", record("a", .major, .done), record("a", .major, .closed), .changed),
    Case(
      "a lighter class of the same figure, which people gave", record("a", .critical, .open, (0.30, 0.40)),
      record("a", .minor, .open, (0.30, 0.40)), .changed),
    Case(
      "a lighter class of another figure with intervals that meet", record("a", .critical, .open, (0.30, 0.40)),
      record("a", .minor, .open, (0.29, 0.39)), .better, .findingClass),
    Case(
      "intervals go before a class that somebody gave", record("a", .major, .open, (0.30, 0.40)),
      record("a", .minor, .open, (0.41, 0.50)), .worse, .interval),
  ]

  @Test("what counts as a change", arguments: cases)
  func change(test: Case) {
    let change = RegisterComparison.change(from: test.old, to: test.new)
    #expect(change?.kind == test.kind)
    #expect(change?.ground == test.ground)
  }

  @Test("worse comes first, then new, better, gone and the rest; then class, then id")
  func order() {
    let old = [
      Self.record("gone"), Self.record("b", .minor), Self.record("a", .minor), Self.record("better", .critical),
      Self.record("status"),
    ]
    let new = [
      Self.record("b", .major), Self.record("a", .major), Self.record("c", .critical), Self.record("d", .minor),
      Self.record("better", .minor), Self.record("status", .major, .planned), Self.record("z", .critical, .open),
    ]
    let changes = RegisterComparison.changes(from: old, to: new).map { "\($0.kind.rawValue) \($0.id)" }
    #expect(
      changes == ["worse a", "worse b", "new c", "new z", "new d", "better better", "gone gone", "changed status"])
  }

  static func random(_ generator: inout SeededGenerator) -> [FindingRecord] {
    let ids = (0..<8).map { "f\($0)" }.filter { _ in Bool.random(using: &generator) }
    return ids.map { id in
      let low = Double.random(in: 0...0.9, using: &generator)
      let interval = Bool.random(using: &generator) ? (low, low + Double.random(in: 0...0.1, using: &generator)) : nil
      return Self.record(
        id, FindingClass.allCases.randomElement(using: &generator) ?? .minor,
        Finding.Status.allCases.randomElement(using: &generator) ?? .open, interval,
        better: [.low, .high, nil].randomElement(using: &generator) ?? nil)
    }
  }

  @Test("a register is no different from itself, and sides exchanged tell the opposite")
  func properties() {
    var generator = SeededGenerator(seed: 20_260_930)
    for _ in 0..<500 {
      let (a, b) = (Self.random(&generator), Self.random(&generator))
      #expect(RegisterComparison.changes(from: a, to: a).isEmpty)
      let there = RegisterComparison.changes(from: a, to: b)
      let back = RegisterComparison.changes(from: b, to: a)
      #expect(Set(there) == Set(back.map(Self.opposite)))
      #expect(there == RegisterComparison.changes(from: a.shuffled(using: &generator), to: b.reversed()))
    }
  }

  static func opposite(_ change: FindingChange) -> FindingChange {
    let kind: FindingChange.Kind =
      switch change.kind {
      case .worse: .better
      case .better: .worse
      case .new: .gone
      case .gone: .new
      case .changed: .changed
      }
    return FindingChange(kind, before: change.now, now: change.before, ground: change.ground)
  }

  static func nps(_ value: Double, _ low: Double, _ high: Double, wave: String = "2026-Q1") -> OutcomeRecord {
    OutcomeRecord(
      survey: "customers", outcome: "nps", wave: wave, statistic: .nps, value: value, low: low, high: high, n: 200)
  }

  @Test("headline figures are higher or lower where intervals lie apart, and told wherever they differ")
  func outcomes() {
    func direction(_ old: OutcomeRecord, _ new: OutcomeRecord) -> [OutcomeChange.Direction] {
      RegisterComparison.changes(from: [old], to: [new]).map(\.direction)
    }
    let now = Self.nps(10, 5, 15)
    #expect(direction(now, now) == [])
    #expect(direction(now, Self.nps(20, 15, 25)) == [.unclear])
    #expect(direction(now, Self.nps(20, 15.1, 25)) == [.higher])
    #expect(direction(Self.nps(20, 15.1, 25), now) == [.lower])
    #expect(direction(now, Self.nps(10, 5, 15, wave: "2026-Q2")) == [.unclear])
    var other = Self.nps(20, 15.1, 25)
    other.statistic = .mean
    #expect(direction(now, other) == [])
  }
}
