import Audit
import Testing

@testable import Diagnose

/// Places of deficiencies, how far they can be believed, and what to do first.
struct RankingTests {
  private static func finding(
    _ id: String, _ findingClass: FindingClass, order: Double, size: Finding.Size? = nil, priority: Double? = nil
  ) -> Finding {
    var finding = Finding(id: id, kind: .gap, title: id, findingClass: findingClass, statement: "")
    (finding.order, finding.size, finding.priority) = (order, size, priority)
    return finding
  }

  private static func ranked(
    _ findings: [Finding], plans: [String: [Correction]] = [:]
  ) -> [String: Rank] {
    var project = Project.bank
    project.corrections = plans.sorted { $0.key < $1.key }.flatMap(\.value)
    let material = Material(project: project, measured: noAudit, asOf: reportDay)
    let ranked = Ranking(material, plans: plans).ranked(findings.sorted(by: Priorities.comesBefore))
    return Dictionary(uniqueKeysWithValues: ranked.compactMap { finding in finding.rank.map { (finding.id, $0) } })
  }

  @Test("few answers count more under a small K and less under a large one")
  func credibility() {
    // Z·B under K = 20: 10·20/40 = 5 of 20 answers against 6·200/220 = 5.45 of 200.
    let ranks = Self.ranked([
      Self.finding("few", .minor, order: 5, size: .init(n: 20)),
      Self.finding("many", .minor, order: 6 * 200 / 220, size: .init(n: 200)),
      Self.finding("far", .minor, order: 1, size: .init(n: 200)),
      Self.finding("major", .major, order: 0.1, size: .init(n: 30)),
    ])
    #expect(ranks["major"] == Rank(place: 1, of: 4, best: 1, worst: 1, act: 1))
    #expect(ranks["many"] == Rank(place: 2, of: 4, best: 2, worst: 3, act: 2))
    #expect(ranks["few"] == Rank(place: 3, of: 4, best: 2, worst: 3, act: 3))
    #expect(ranks["far"] == Rank(place: 4, of: 4, best: 4, worst: 4, act: 4))
    #expect(ranks["few"]?.isTied(with: ranks["many"] ?? Rank(place: 0, of: 0, best: 0, worst: 0)) == true)
  }

  @Test("its own error moves a place, and only within its class")
  func error() {
    let ranks = Self.ranked([
      Self.finding("a", .minor, order: 10, size: .init(n: 100, error: 0.2)),
      Self.finding("b", .minor, order: 7, size: .init(n: 100)),
      Self.finding("c", .minor, order: 5, size: .init(n: 100)),
      Self.finding("d", .observation, order: 9, size: .init(n: 100, error: 2)),
    ])
    #expect(ranks["a"]?.worst == 2, "10 less 1.96 · 0.2 · 10 is 6.08")
    #expect(ranks["b"].map { $0.best == 2 && $0.worst == 2 } == true)
    #expect(ranks["d"].map { $0.best == 4 && $0.worst == 4 } == true)
  }

  @Test("importance that is derived instead of stated moves a place")
  func derived() {
    let ranks = Self.ranked([
      Self.finding("a", .minor, order: 10, size: .init(n: 100, derived: 0.5)),
      Self.finding("b", .minor, order: 8, size: .init(n: 100, derived: 1.2)),
    ])
    #expect(ranks["a"].map { ($0.best, $0.worst) == (1, 2) } == true)
    #expect(ranks["b"].map { ($0.best, $0.worst) == (1, 2) } == true)
  }

  @Test("watch points, strengths and findings about plans have no place")
  func unranked() {
    var late = Self.finding("late", .observation, order: 0)
    late.kind = .overdue
    let ranks = Self.ranked([
      late, Self.finding("watch", .watch, order: 5), Self.finding("strength", .strength, order: 5),
      Self.finding("minor", .minor, order: 1),
    ])
    #expect(ranks == ["minor": Rank(place: 1, of: 1, best: 1, worst: 1, act: 1)])
  }

  @Test("to act: classes, then value for effort; what is accepted or done is left out")
  func act() {
    var accepted = Self.finding("accepted", .critical, order: 90)
    accepted.status = .accepted
    let ranks = Self.ranked([
      accepted, Self.finding("a", .major, order: 9, priority: 0.1), Self.finding("b", .major, order: 2, priority: 0.5),
      Self.finding("c", .minor, order: 8, priority: 7), Self.finding("d", .major, order: 1),
    ])
    #expect(ranks.mapValues(\.act) == ["accepted": nil, "b": 1, "a": 2, "d": 3, "c": 4])
    #expect(ranks["accepted"]?.place == 1)
  }

  private static func plan(_ slug: String, _ id: String, after: [String] = []) -> Correction {
    DiagnoseTests.plan(slug, [id]) {
      $0.after = after.map { Correction.Reference(id: $0, location: SourceLocation("f")) }
    }
  }

  @Test("what a correction waits for comes before it, whatever its class, unless it is done")
  func prerequisite() {
    let all = [
      Self.finding("critical", .critical, order: 9, priority: 1), Self.finding("major", .major, order: 5, priority: 2),
      Self.finding("minor", .minor, order: 3, priority: 0.1), Self.finding("ground", .observation, order: 1),
    ]
    var plans = [
      "critical": [Self.plan("c", "critical", after: ["m"])], "minor": [Self.plan("m", "minor", after: ["g"])],
      "ground": [Self.plan("g", "ground")],
    ]
    let ranks = Self.ranked(all, plans: plans)
    #expect(ranks.mapValues(\.act) == ["ground": 1, "minor": 2, "critical": 3, "major": 4])
    #expect(ranks.mapValues(\.place) == ["critical": 1, "major": 2, "minor": 3, "ground": 4])

    plans["minor"]?[0].status = .done
    #expect(Self.ranked(all, plans: plans)["critical"]?.act == 1)
  }

  @Test("where two ways lead to a prerequisite, it comes before both")
  func diamond() {
    let names = ["a", "b", "c", "d"]
    let all = names.map { Self.finding($0, .major, order: 1, priority: $0 == "a" ? 9 : 1) }
    let ranks = Self.ranked(
      all,
      plans: [
        "a": [Self.plan("a", "a", after: ["b", "c"])], "b": [Self.plan("b", "b", after: ["d"])],
        "c": [Self.plan("c", "c")], "d": [Self.plan("d", "d", after: ["c"])],
      ])
    #expect(ranks.mapValues(\.act) == ["c": 1, "d": 2, "b": 3, "a": 4])
  }

  @Test("plans that wait for each other, which is an error, still come out in one order")
  func circle() {
    let ranks = Self.ranked(
      [Self.finding("a", .major, order: 2, priority: 1), Self.finding("b", .major, order: 1, priority: 2)],
      plans: ["a": [Self.plan("a", "a", after: ["b"])], "b": [Self.plan("b", "b", after: ["a"])]])
    #expect(Set(ranks.values.compactMap(\.act)) == [1, 2])
  }
}
