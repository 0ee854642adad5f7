import Audit
import TestSupport

@testable import Diagnose

/// An audit of figures that could be: shares and means inside their intervals, words that follow from them.
struct RandomAudit {
  private static let touchpoints = ["branch", "phone", "website", "support"]
  private static let dimensions = ["reliability", "empathy", "assurance"]
  private static let labels = ["2026-Q1", "2026-Q2", "2026-Q3"]

  private(set) var configuration = Configuration()
  /// Of each wave, the same cells in the same order.
  private var waves: [[TestCell]] = []
  private var outcomes: [Outcome] = []
  private var overall: [[Measurement]] = []
  private var changes: [Measurement] = []
  private var parity: [(cell: Cell, own: CellFigures, difference: [Statistic: Double], rest: Int)] = []
  private var notes: [Note] = []
  private var plans: [Correction] = []
  private var verdicts: [MeasuredCorrection] = []
  private var staff: [TestCell] = []
  private var familySize = 1
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    addConfiguration()
    addCells()
    addOutcomes()
    addChanges()
    addParity()
    addNotes()
    addPlans()
  }

  /// With everything whose order says nothing in another order.
  func shuffled(seed: UInt64) -> RandomAudit {
    var (copy, other) = (self, SeededGenerator(seed: seed))
    let order = copy.waves[0].indices.shuffled(using: &other)
    copy.waves = copy.waves.map { wave in order.map { wave[$0] } }
    copy.notes.shuffle(using: &other)
    copy.plans.shuffle(using: &other)
    copy.verdicts.shuffle(using: &other)
    copy.parity.shuffle(using: &other)
    copy.changes.shuffle(using: &other)
    return copy
  }

  var project: Project {
    var project = Project(configuration: configuration)
    project.notes = notes
    project.corrections = plans
    project.remedies = [PlaybookTests.remedy("any")]
    project.remedies[0].effort = .medium
    return project
  }

  var measured: MeasuredAudit {
    var measured = zip(Self.labels, zip(waves, overall)).map { label, wave in
      var test = TestWave(label, wave.0)
      test.isOrderFree = true
      return test.measured(survey: "customers").asking(outcomes).adding(wave.1).changed { $0.familySize = familySize }
    }
    let segment = Segment(id: "tier", name: "Tier", order: [])
    if !parity.isEmpty, let latest = measured.indices.last { addParity(to: &measured[latest], segment) }
    let customers = MeasuredSurvey(id: "customers", respondents: .customers, waves: measured, changes: changes)
    let others = staff.isEmpty ? [] : [survey("staff", .staff, waves: [TestWave(Self.labels[waves.count - 1], staff)])]
    return MeasuredAudit(surveys: [customers] + others, corrections: verdicts)
  }
}

// MARK: - Chance

extension RandomAudit {
  private mutating func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }

  private mutating func chance(_ share: Double) -> Bool { number(0...1) < share }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func count() -> Int { pick([8, 20, 29, 30, 31, 60, 200, 611, 2412]) }
}

// MARK: - Customers

extension RandomAudit {
  private mutating func addConfiguration() {
    configuration.journey = Journey(phases: [
      Phase(
        name: "All the way",
        touchpoints: Self.touchpoints.map { id in
          Touchpoint(id: id, volume: chance(0.6) ? number(0.05...1) : nil)
        })
    ])
    familySize = pick([1, 7, 96])
    guard chance(0.5) else { return }
    configuration.economics.currency = "EUR"
    for parameter in Economics.Parameter.allCases where chance(0.85) {
      let top = min(parameter.range.upperBound, 1000)
      let values = [number(0...top), number(0...top), number(0...top)].sorted()
      configuration.economics[parameter] = Spread(low: values[0], mid: values[1], high: values[2])
    }
  }

  private mutating func addCells() {
    let shape = pick([0, 1, 2])
    var cells = Self.touchpoints.flatMap { touchpoint in
      Self.dimensions.map { (touchpoint as String?, $0 as String?) }
    }
    if shape == 1 { cells = Self.touchpoints.map { ($0, nil) } }
    if shape == 2 { cells = Self.dimensions.map { (nil, $0) } }
    cells = Array(cells.shuffled(using: &random).prefix(pick([1, 2, 3, 5])))
    let kinds = cells.map { _ in
      (pick([Item.Comparison.expectation, .expectation, .zone, .standard(5), .none]), pick([(1, 5), (1, 7), (0, 10)]))
    }
    for _ in 0..<pick([1, 2, 3]) {
      waves.append(
        zip(cells, kinds).map { cell, kind in
          TestCell(cell.0, cell.1, cellFigures(kind.0, kind.1))
        })
    }
    if chance(0.3) { staff = [TestCell("branch", "pride", cellFigures(.expectation, (1, 5)))] }
  }

  private mutating func cellFigures(_ comparison: Item.Comparison, _ scale: (Int, Int)) -> CellFigures {
    let isFine = chance(0.4)
    var figures = CellFigures()
    figures.n = chance(0.05) ? nil : count()
    (figures.comparison, figures.scale) = (comparison, (minimum: scale.0, maximum: scale.1))
    figures.mean = number(isFine ? -0.1...1 : -2.5...0.2)
    figures.q = pick([0.0004, 0.03, 0.05, 0.2])
    figures.effect = number(-1.5...0.5)
    let failed = number(0...(isFine ? 0.12 : 0.8))
    (figures.failed, figures.failedLow) = (failed, max(0, failed - number(0.001...0.08)))
    figures.failedHigh = min(1, failed + number(0.001...0.08))
    (figures.shortfalls, figures.surpluses) = (number(0...90).rounded(), number(0...60).rounded())
    figures.signQ = pick([0.001, 0.04, 0.3])
    figures.expected = number(Double(scale.0)...Double(scale.1))
    figures.satisfied = number(0...1)
    figures.below = number(0...0.6)
    figures.desired = (figures.mean ?? 0) - number(0...2)
    figures.severity = number(0...60)
    figures.burden = figures.severity * number(0.1...1)
    figures.error = number(0...10) / 100
    return figures
  }

  private mutating func addOutcomes() {
    if let scale = Scale(minimum: 0, maximum: 10), chance(0.6) {
      outcomes.append(Outcome(id: "nps", kind: .nps, scale: scale))
    }
    if let scale = Scale(minimum: 0, maximum: 1), chance(0.6) {
      outcomes.append(Outcome(id: "kept", name: "Ready on the day", kind: .yes, scale: scale, about: .promise))
    }
    for label in Self.labels.prefix(waves.count) {
      overall.append(outcomes.map { outcome in measurement(of: outcome, in: label) })
    }
  }

  private mutating func measurement(of outcome: Outcome, in label: String) -> Measurement {
    let n = count()
    guard outcome.kind == .nps else {
      let share = number(0.3...1)
      return figures(
        .outcome, outcome.id, n: n,
        [.share: share, .shareLow: max(0, share - 0.041), .shareHigh: min(1, share + 0.037)], wave: label)
    }
    let detractors = Int.random(in: 0...n, using: &random)
    let promoters = Int.random(in: 0...(n - detractors), using: &random)
    let score = 100 * Double(promoters - detractors) / Double(n)
    return figures(
      .outcome, outcome.id, n: n,
      [
        .nps: score, .npsLow: max(-100, score - 7.3), .npsHigh: min(100, score + 7.1),
        .promoters: Double(promoters), .detractors: Double(detractors),
      ], wave: label)
  }

  private mutating func addChanges() {
    for (earlier, later) in zip(Self.labels, Self.labels.dropFirst()).prefix(waves.count - 1) {
      let cells = waves[0].map { [$0.touchpoint, $0.dimension].compactMap(\.self).joined(separator: "/") }
      for subject in cells + cells.map({ $0 + ":gap" }) + outcomes.map(\.id) where chance(0.8) {
        // A share cannot change by more than all of it.
        let most = subject == "kept" ? 0.5 : 1
        let (difference, width) = (number(-most...most), number(0.1...0.9) * most)
        let expected = number(-0.5...1)
        changes.append(
          figures(
            .change, subject, n: count(),
            [
              .difference: difference, .differenceLow: difference - width, .differenceHigh: difference + width,
              .differenceQ: pick([0.001, 0.04, 0.2]), .deltaPerception: number(-0.3...0.6), .deltaExpectation: expected,
              .deltaExpectationLow: expected - width / 2, .deltaExpectationHigh: expected + width / 2,
            ], wave: "\(earlier)>\(later)"))
      }
    }
  }

  private mutating func addParity() {
    guard chance(0.5) else { return }
    for cell in waves[waves.count - 1] where chance(0.7) {
      var own = cell.figures
      own.n = count()
      own.failed = number(0.1...0.7)
      (own.failedLow, own.failedHigh) = ((own.failed ?? 0) - 0.052, (own.failed ?? 0) + 0.061)
      let (difference, width) = (number(-1.2...0.4), number(0.1...0.7))
      parity.append(
        (
          Cell(touchpoint: cell.touchpoint, dimension: cell.dimension), own,
          [
            .difference: difference, .differenceLow: difference - width, .differenceHigh: difference + width,
            .differenceQ: pick([0.001, 0.04, 0.2]), .tostP: number(0...1),
          ], count()
        ))
    }
  }

  private func addParity(to wave: inout MeasuredWave, _ segment: Segment) {
    let slice = Slice(parts: [Slice.Part(segment: segment.id, value: "basic")])
    let measurements = wave.definition.findingSets.flatMap { set -> [Measurement] in
      let cell = Cell(touchpoint: set.touchpoint, dimension: set.dimension)
      guard let entry = parity.first(where: { $0.cell == cell }), let n = entry.own.n else { return [] }
      let key = MeasurementKey(
        survey: "customers", wave: wave.wave.label, slice: slice, kind: set.kind, subject: set.subject)
      return [
        entry.own.measurement(key),
        figures(
          .parity, "tier/\(set.subject)", n: n, entry.difference, wave: wave.wave.label, slice: slice,
          rows: n + entry.rest),
      ]
    }
    wave = wave.adding(segment, "basic", rows: 120, measurements)
  }
}

// MARK: - Auditors and plans

extension RandomAudit {
  private mutating func addNotes() {
    for index in 0..<pick([0, 1, 3]) {
      let date = Day(year: 2026, month: 8, day: 3 + index)
      let alerts = (0..<pick([1, 2])).map { number in
        alert(
          "Seen \(["once", "twice", "again"][index]) \(["here", "there"][number])",
          pick([nil, .critical, .major, .minor, .observation]),
          touchpoint: pick([nil, "branch", "phone"]), dimension: pick([nil, "empathy", "reliability"]))
      }
      notes.append(note("visit-\(["a", "b", "c"][index])", date: date, alerts))
    }
  }

  private mutating func addPlans() {
    let cells = waves[0].map { "gap.\(Cell(touchpoint: $0.touchpoint, dimension: $0.dimension).id)" }
    for slug in ["a", "b", "c", "d"].prefix(pick([0, 1, 2, 4])) {
      let status = pick([Correction.Status.planned, .inProgress, .done, .accepted])
      let corrected = Array(cells.shuffled(using: &random).prefix(pick([1, 2])))
      let after = slug == "a" ? [] : pick([[], [], ["a"]])
      let (days, cost) = (pick([nil, 2.5, 10, 40]), pick([nil, 1000.0]))
      plans.append(
        plan("plan-\(slug)", corrected, status, due: chance(0.5) ? Day(year: 2026, month: 8, day: 9) : nil) {
          $0.effort = days.map(Effort.days)
          $0.cost = cost
          $0.after = after.map { Correction.Reference(id: "plan-\($0)", location: SourceLocation("f")) }
        })
      guard status == .done || chance(0.3), let effect = effect() else { continue }
      verdicts.append(
        MeasuredCorrection(
          slug: "plan-\(slug)", measure: .init(id: corrected[0], location: SourceLocation("f")),
          deficiencies: [corrected[0]], result: .judged(effect)))
    }
  }

  /// A gap before and after, with the word that follows from the interval.
  private mutating func effect() -> CorrectionEffect? {
    guard let scale = Scale(minimum: 1, maximum: 7) else { return nil }
    let (before, change, width) = (number(-2...(-0.3)), number(-1...1.5), number(0.05...0.8))
    let (low, high, after) = (change - width, change + width, before + change)
    let target = before + number(0.2...1)
    let word: VerdictWord =
      high < 0
      ? .worse
      : low > 0
        ? (after - 0.1 >= target ? .closed : .works)
        : low > before - target && high < target - before ? .noEffect : .cannotTell
    func level(_ value: Double, _ n: Int) -> CorrectionEffect.Level {
      CorrectionEffect.Level(value: value, low: value - 0.1, high: value + 0.1, n: n)
    }
    var effect = CorrectionEffect(
      survey: "customers", respondents: .customers, earlier: "2026-Q1", later: "2026-Q3", kind: .cell, subject: "s",
      statistic: .gapMean, form: .points(scale), better: .high, design: .beforeAfter,
      treated: .init(before: level(before, count()), after: level(after, count())),
      change: .init(value: change, low: low, high: high, p: 0.01, detectable: number(0.1...1)), word: word)
    effect.target = target
    return effect
  }
}
