import Audit

/// A small bank's report, made by hand: two waves, three phases, a segment with a withheld value, every kind of finding.
enum SampleReport {
  struct Stop {
    var id: String
    var dimension: String
    var expected: Double
    var received: Double
  }

  static let stops = [
    Stop(id: "website", dimension: "tangibles", expected: 6, received: 5.7),
    Stop(id: "phone", dimension: "responsiveness", expected: 6.1, received: 5.1),
    Stop(id: "branch", dimension: "responsiveness", expected: 6.3, received: 4.6),
    Stop(id: "branch", dimension: "empathy", expected: 6.0, received: 5.6),
    Stop(id: "cards", dimension: "reliability", expected: 5.8, received: 6.1),
  ]

  static func make() throws -> Report {
    let project = try project()
    return Report(
      project: project, measured: try measured(), findings: findings(), rules: [],
      asOf: try day("2026-09-30"),
      remarks: [
        Diagnostic(
          .warning, "survey/out-of-scale", at: SourceLocation("content/surveys/q3.csv", line: 12, column: 3),
          "'11' is outside the scale 1…7 of item P3, not counted", hint: "add 11 to `missing:`")
      ])
  }

  struct Impossible: Error {}

  static func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw Impossible() }
    return day
  }

  private static func scale(_ low: Int, _ high: Int) throws -> Scale {
    guard let scale = Scale(minimum: low, maximum: high) else { throw Impossible() }
    return scale
  }

  // MARK: Project

  private static func project() throws -> Project {
    var configuration = Configuration()
    configuration.client = "Harbour <Savings> & Bank"
    configuration.brand.accent = "#0b6e6e"
    configuration.standards = [
      Standard(
        id: "S1", text: "Greeted within 30 seconds", touchpoint: "branch", dimension: "responsiveness", target: 0.9)
    ]
    configuration.journey = Journey(phases: [
      Phase(
        name: "Before buying",
        touchpoints: [
          Touchpoint(id: "website", name: "Web site", owner: "Digital", volume: 0.8),
          Touchpoint(id: "phone", name: "Phone enquiry", owner: "Contact centre"),
        ]),
      Phase(
        name: "Buying",
        touchpoints: [Touchpoint(id: "branch", name: "Branch visit", owner: "Head of branches", volume: 0.55)]),
      Phase(
        name: "After buying",
        touchpoints: [Touchpoint(id: "cards", name: "Card delivery"), Touchpoint(id: "app", name: "Mobile app")]),
    ])
    var project = Project(configuration: configuration)
    project.notes = [try note()]
    project.corrections = [try correction()]
    project.summary = MarkdownText(
      text: "**The branch comes first.** See [the visit](notes/main-street.md).\n", file: "content/index.md",
      firstLine: 1)
    project.inputs = [InputFile(path: "content/index.md", sha256: String(repeating: "ab", count: 32))]
    return project
  }

  private static func note() throws -> Note {
    let body = """
      Tuesday, [the plan](../corrections/host.md) and [nothing](nowhere.md).

      > [!DEFICIENCY] Nobody takes notice of a waiting customer
      > severity: major
      > dimension: responsiveness
      >
      > Nine people in line.

      - [ ] S1 eleven minutes
      - [x] S1 at once

      | a | b |
      |---|--:|
      | 1 | 2 |
      """
    var note = Note(
      slug: "main-street", file: "content/notes/main-street.md", title: "Main Street at lunch",
      body: MarkdownText(text: body, file: "content/notes/main-street.md", firstLine: 5))
    note.date = try day("2026-08-14")
    note.touchpoint = "branch"
    note.auditor = "R. Castellan"
    note.observations = [
      Observation(
        kind: .deficiency, title: "Nobody takes notice of a waiting customer", severity: .major,
        dimension: "responsiveness", text: MarkdownText(text: "Nine people in line.", file: note.file, firstLine: 11),
        line: 7)
    ]
    note.checks = [
      StandardCheck(standard: "S1", met: false, text: "eleven minutes", line: 13),
      StandardCheck(standard: "S1", met: true, text: "at once", line: 14),
    ]
    note.quotes = [
      Quote(text: "I stood there like *furniture*.", source: "a customer", dimension: "responsiveness", line: 20)
    ]
    return note
  }

  private static func correction() throws -> Correction {
    let file = "content/corrections/host.md"
    var plan = Correction(
      slug: "host", file: file, title: "A host at the door", status: .inProgress,
      body: MarkdownText(
        text: "Trial in four branches.\n\n1. [x] Map arrivals.\n2. [ ] Put a host at the door.\n", file: file,
        firstLine: 8)
    )
    plan.corrects = [Correction.Reference(id: "gap.branch.responsiveness", location: SourceLocation(file, line: 3))]
    plan.owner = "Head of branches"
    plan.due = try day("2026-08-31")
    plan.effort = .days(25)
    plan.target = -0.5
    plan.steps = [
      Step(text: "Map arrivals.", done: true, source: .plan, line: 10),
      Step(text: "Put a host at the door.", source: .plan, line: 11),
    ]
    return plan
  }

  // MARK: Findings

  private static func findings() -> [Finding] {
    var branch = Finding(
      id: "gap.branch.responsiveness", kind: .gap, title: "Nobody takes notice of a waiting customer",
      findingClass: .critical,
      statement: "62 % of 611 customers say they got far less than they expect (58 to 66 %).")
    (branch.touchpoint, branch.dimension) = ("branch", "responsiveness")
    (branch.severity, branch.burden, branch.priority) = (41.2, 22.66, 0.27)
    branch.worth = Worth(unit: .burden, reduction: Worth.Reduction(share: Spread(0.3), source: .assumed))
    branch.support = .confirmed
    branch.cause = .delivery
    branch.reach = Finding.Reach(share: 0.62, n: 611, low: 0.58, high: 0.66)
    branch.evidence = [
      Evidence(
        kind: .survey, source: "content/surveys/q3.csv", figure: "cell/branch/responsiveness/failed.share", value: 0.62,
        n: 611),
      Evidence(kind: .note, source: "content/notes/main-street.md", line: 7, text: "Nine people in *line*."),
      Evidence(
        kind: .note, source: "content/notes/main-street.md", line: 13, value: 0.5, n: 2,
        text: "standard S1 “Greeted within 30 seconds” met in 1 of 2 visits"),
      Evidence(
        kind: .verbatim, source: "content/notes/main-street.md", line: 20, text: "I stood there like *furniture*."),
    ]
    branch.steps = [
      Step(text: "Map arrivals.", done: true, source: .plan, line: 10),
      Step(text: "Put a host at the door.", source: .plan, line: 11),
    ]
    branch.plan = Finding.Plan(
      correction: "host", owner: "Head of branches", due: Day(iso: "2026-08-31"), status: .inProgress, stepsDone: 1,
      steps: 2)
    branch.plans = ["host"]
    branch.status = .overdue
    branch.remarks = ["raised because auditors saw “Nobody takes notice”"]
    branch.measurement = MeasurementKey(
      survey: "customers", wave: "2026-Q3", kind: .cell, subject: "branch/responsiveness")
    (branch.firstSeen, branch.lastSeen) = ("2026-Q1", "2026-Q3")

    var phone = Finding(
      id: "gap.phone.responsiveness", kind: .gap, title: "Phone enquiry: responsiveness falls short",
      findingClass: .major, statement: "36 % of 466 customers say they got far less than they expect (32 to 41 %).")
    (phone.touchpoint, phone.dimension) = ("phone", "responsiveness")
    phone.support = .surveyOnly
    phone.reach = Finding.Reach(share: 0.36, n: 466, low: 0.32, high: 0.41)
    phone.steps = [Step(text: "Listen to *forty* calls.", source: .playbook)]
    phone.remedy = "Find the cause of slow answers"
    phone.measurement = MeasurementKey(
      survey: "customers", wave: "2026-Q3", kind: .cell, subject: "phone/responsiveness")

    var unplanned = Finding(
      id: "no-plan.gap.phone.responsiveness", kind: .noPlan, title: "No plan yet for “Phone enquiry”",
      findingClass: .observation, statement: "Nobody has planned how to correct this major deficiency.")
    unplanned.touchpoint = "phone"

    var watch = Finding(
      id: "gap.app.empathy", kind: .gap, title: "Mobile app: empathy may fall short", findingClass: .watch,
      statement: "Too few answers to call it a deficiency: 30 are needed.")
    watch.touchpoint = "app"
    let strength = Finding(
      id: "note.main-street.host", kind: .observed, title: "The host settles matters at the door",
      findingClass: .strength, statement: "Auditors saw it.")
    return [branch, phone, unplanned, watch, strength]
  }

  // MARK: Figures

  private static func measured() throws -> MeasuredAudit {
    MeasuredAudit(surveys: [
      MeasuredSurvey(
        id: "customers", respondents: .customers,
        waves: [try wave("2026-Q1", shift: -0.4), try wave("2026-Q3", shift: 0)])
    ])
  }

  private static func wave(_ label: String, shift: Double) throws -> MeasuredWave {
    let seven = try scale(1, 7)
    let items = stops.enumerated().map { index, stop in
      Item(
        id: "P\(index + 1)", text: "Question \(index + 1): is it as it should be at the \(stop.id)?",
        dimension: stop.dimension, touchpoint: stop.id, scale: seven, comparison: .expectation)
    }
    let definition = SurveyDefinition(
      items: items,
      outcomes: [
        Outcome(id: "nps", kind: .nps, scale: try scale(0, 10)),
        Outcome(id: "csat", kind: .csat, scale: try scale(1, 5)),
      ],
      segments: [Segment(id: "tier", name: "Customer tier", order: ["basic", "plus", "premier"])])
    let parts: [(Slice, Int?, Double)] = [
      (.all, 1842, 0), (tier("basic"), 900, -0.3), (tier("plus"), 400, 0.1), (tier("premier"), nil, 0),
    ]
    return MeasuredWave(
      wave: Wave(label: label), definition: definition, files: ["content/surveys/\(label.suffix(2).lowercased()).csv"],
      fieldwork: Fieldwork(
        mode: "email", from: try day("2026-07-01"), to: try day("2026-08-12"), frame: "all customers", invited: 16_745),
      rows: 1842, unusable: [UnusableRows(reason: .ragged, count: 3, firstLine: 17)], units: 20,
      slices: parts.map { slice($0, wave: label, n: $1, shift: shift + $2, definition: definition) },
      familySize: 12,
      columns: [ColumnTally(header: "P1", rows: 1842, valid: 1800, missing: 30, notApplicable: 2, invalid: 10)])
  }

  private static func tier(_ value: String) -> Slice { Slice(parts: [Slice.Part(segment: "tier", value: value)]) }

  private static func slice(
    _ slice: Slice, wave: String, n: Int?, shift: Double, definition: SurveyDefinition
  ) -> MeasuredSlice {
    func key(_ kind: SubjectKind, _ subject: String) -> MeasurementKey {
      MeasurementKey(survey: "customers", wave: wave, slice: slice, kind: kind, subject: subject)
    }
    var measurements: [Measurement] = []
    func add(_ kind: SubjectKind, _ subject: String, _ stops: [Stop]) {
      let expected = stops.reduce(0) { $0 + $1.expected } / Double(stops.count)
      let received = stops.reduce(0) { $0 + $1.received } / Double(stops.count) + shift
      measurements.append(gap(key(kind, subject), expected, min(received, 7), n))
    }
    for (index, stop) in stops.enumerated() { add(.item, "P\(index + 1)", [stop]) }
    for set in definition.sets { add(set.kind, set.subject, set.items.map { stops[$0] }) }
    measurements.append(outcome(key(.outcome, "nps"), [.nps: 21, .npsLow: 15, .npsHigh: 27], n, shift * 20))
    measurements.append(
      outcome(key(.outcome, "csat"), [.top2Share: 0.71, .top2Low: 0.68, .top2High: 0.74], n, shift / 20))
    let counts = [31, 4, 6, 10, 12, 60, 70, 160, 320, 301, 402]
    return MeasuredSlice(
      slice: slice, rows: n, measurements: measurements,
      distributions: [Distribution(kind: .outcome, subject: "nps", minimum: 0, counts: n == nil ? [] : counts)])
  }

  private static func gap(_ key: MeasurementKey, _ expected: Double, _ received: Double, _ n: Int?) -> Measurement {
    var measurement = Measurement(key: key, n: n)
    let gap = received - expected
    let failed = min(max(-gap * 0.36, 0.02), 0.9)
    let values: [(Statistic, Double)] = [
      (.expectationMean, expected), (.perceptionMean, received), (.perceptionLow, received - 0.15),
      (.perceptionHigh, received + 0.15), (.gapMean, gap), (.gapLow, gap - 0.18), (.gapHigh, gap + 0.18),
      (.gapT, gap * 20), (.gapDF, 1841), (.gapP, 0.0001), (.gapQ, 0.013), (.gapDz, gap / 1.4),
      (.failedShare, failed), (.failedLow, max(failed - 0.04, 0)), (.failedHigh, failed + 0.04), (.importance, 1.1),
    ]
    for (statistic, value) in values {
      measurement.set(statistic, n.map { Figure(value, n: $0) } ?? .suppressed)
    }
    measurement.set(.gapPExact, n.map { Figure(unavailable: .tooManyPairs, n: $0) } ?? .suppressed)
    return measurement
  }

  private static func outcome(
    _ key: MeasurementKey, _ values: KeyValuePairs<Statistic, Double>, _ n: Int?, _ shift: Double
  ) -> Measurement {
    var measurement = Measurement(key: key, n: n)
    for (statistic, value) in values {
      measurement.set(statistic, n.map { Figure(value + shift, n: $0) } ?? .suppressed)
    }
    return measurement
  }
}
