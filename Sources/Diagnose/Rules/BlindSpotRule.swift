import Audit

/// Parts of the journey of which nothing is known, and important parts without a standard.
enum BlindSpotRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Blind spot"),
    whenItHolds: Phrase(
      """
      A touchpoint of the journey has no answers of customers, or nothing at all; or parts of the service that matter \
      more than average to customers have no standard. Silence is no proof of good service.
      """),
    whenItFails: Phrase(
      "Customers were asked about every touchpoint of the journey, and what matters to them has a standard."),
    needs: Phrase("a declared journey, or declared standards and a survey of customers"),
    source: Phrase(
      """
      Lemon & Verhoef 2016, J. Marketing 80(6), 69–96 (the journey); Parasuraman, Zeithaml & Berry 1985, J. Marketing \
      49(4), 41–50 (gap 2, standards)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty && material.project.notes.isEmpty && material.records.isEmpty {
      return say("nobody has asked or looked yet")
    }
    let canJudgeStandards = !material.project.standards.isEmpty && !material.cells.isEmpty
    if !material.configuration.journey.touchpoints.isEmpty || canJudgeStandards { return nil }
    return say("neither a journey nor standards are declared")
  }

  static func findings(_ material: Material) -> [Finding] {
    guard missing(material, []) == nil else { return [] }
    let untold = material.configuration.journey.phases.flatMap { phase in
      phase.touchpoints.compactMap { unseen($0, in: phase, material) }
    }
    return untold + [withoutStandard(material)].compactMap(\.self)
  }

  private static func unseen(_ touchpoint: Touchpoint, in phase: Phase, _ material: Material) -> Finding? {
    let answers = material.customers.flatMap { survey, latest in
      latest.definition.findingSets.filter { $0.touchpoint == touchpoint.id }.compactMap { set in
        SurveyCell(survey: survey.id, wave: latest, set: set, measured: material.measured)
      }
    }
    guard answers.allSatisfy({ ($0.measurement.n ?? 1) == 0 }) else { return nil }
    let notes = material.project.notes.filter { note in
      note.touchpoint == touchpoint.id || note.observations.contains { $0.touchpoint == touchpoint.id }
    }
    let records = material.records.filter { $0.standard.touchpoint == touchpoint.id }
    let isSeen = !notes.isEmpty || !records.isEmpty
    // Where customers are asked about no touchpoint at all, that one of them is left out says nothing.
    let areAsked = material.customers.contains { !$0.latest.definition.touchpoints.isEmpty }
    guard areAsked || !isSeen else { return nil }
    var finding = Finding(
      id: "blind-spot.\(touchpoint.id)", kind: .blindSpot,
      title: isSeen
        ? say("\(touchpoint.name): no customer was asked") : say("\(touchpoint.name): nothing is known"),
      findingClass: .observation,
      statement: statement(touchpoint, phase, isSeen: isSeen, hasSurvey: !material.customers.isEmpty))
    finding.touchpoint = touchpoint.id
    finding.support = isSeen ? .seenOnly : nil
    finding.evidence = notes.map { Evidence(kind: .note, source: $0.file, text: $0.title) }
    finding.conditions = [
      GateStep("the journey has this touchpoint", holds: true),
      GateStep("customers were asked about touchpoints, or nobody looked at this one", holds: true),
      GateStep("no answer to a question about it in the latest waves", .n, 0, holds: true),
    ]
    return finding
  }

  private static func statement(_ touchpoint: Touchpoint, _ phase: Phase, isSeen: Bool, hasSurvey: Bool) -> String {
    let passes = touchpoint.volume.map { " " + say("\(FigureText.percent($0)) of customers pass it.") } ?? ""
    return silence(touchpoint.name, phase.name, isSeen: isSeen, hasSurvey: hasSurvey) + passes
  }

  private static func silence(_ touchpoint: String, _ phase: String, isSeen: Bool, hasSurvey: Bool) -> String {
    switch (hasSurvey, isSeen) {
    case (true, true):
      say(
        """
        No question of the latest waves was answered about \(touchpoint), in “\(phase)”; what is known of it comes \
        from auditors alone.
        """)
    case (true, false):
      say(
        """
        No question of the latest waves was answered about \(touchpoint), in “\(phase)”, and no auditor looked at it.
        """)
    case (false, true):
      say(
        """
        No customer was asked about \(touchpoint), in “\(phase)”; what is known of it comes from auditors alone.
        """)
    case (false, false):
      say("No customer was asked about \(touchpoint), in “\(phase)”, and no auditor looked at it.")
    }
  }

  /// One finding for all: cells whose importance is above average and which no standard covers.
  private static func withoutStandard(_ material: Material) -> Finding? {
    let standards = material.project.standards
    let important = material.cells.filter { ($0.lead[.importance] ?? 0) > 1 }
    let bare = important.filter { cell in !standards.contains { $0.covers(cell.cell) } }
    guard !standards.isEmpty, !bare.isEmpty else { return nil }
    let all = material.cells.reduce(0) { $0 + ($1.lead[.importance] ?? 0) }
    let covered = material.cells.filter { cell in standards.contains { $0.covers(cell.cell) } }
      .reduce(0) { $0 + ($1.lead[.importance] ?? 0) }
    var finding = Finding(
      id: "blind-spot.standards", kind: .blindSpot,
      title: say("What matters to customers has no standard"), findingClass: .observation,
      statement: statement(
        of: important.count, without: bare, covered: all > 0 ? covered / all : 0, material.configuration))
    finding.cause = .standards
    finding.conditions = [
      GateStep("standards are declared", nil, Double(standards.count), holds: true),
      GateStep("parts that matter more than average", nil, Double(important.count), holds: true),
      GateStep("some of them have no standard", nil, Double(bare.count), holds: true),
    ]
    finding.evidence = bare.map { cell in
      cell.lead.measurement.evidence(
        .importance, source: cell.lead.wave.files.first ?? cell.lead.survey, in: material.measured)
    }
    return finding
  }

  private static func statement(
    of important: Int, without bare: [MeasuredCell], covered: Double, _ configuration: Configuration
  ) -> String {
    // One more takes no more room than to say so.
    let named = bare.count == named + 1 ? bare.count : named
    var names = bare.prefix(named).compactMap { Headline.name($0.cell, configuration) }.joined(separator: "; ")
    if bare.count > named { names = say("\(names), and \(FigureText.count(bare.count - named)) more") }
    let (parts, without) = (CountWords.of(important, .part), FigureText.count(bare.count))
    let share = FigureText.percent(covered)
    return bare.count == 1
      ? say(
        """
        Of \(parts) of the service that matter more than average to customers, \(without) has no standard: \(names). \
        Weighted by importance, \(share) of the service is covered.
        """)
      : say(
        """
        Of \(parts) of the service that matter more than average to customers, \(without) have no standard: \(names). \
        Weighted by importance, \(share) of the service is covered.
        """)
  }

  /// More cells are counted, not named.
  private static let named = 5
}
