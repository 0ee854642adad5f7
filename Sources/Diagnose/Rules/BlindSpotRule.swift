import Audit

/// Parts of the journey of which nothing is known, and important parts without a standard.
enum BlindSpotRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Blind spot",
    whenItHolds: """
      A touchpoint of the journey has no answers of customers, or nothing at all; or parts of the service that matter more \
      than average to customers have no standard. Silence is no proof of good service.
      """,
    whenItFails: "Customers were asked about every touchpoint of the journey, and what matters to them has a standard.",
    needs: "a declared journey, or declared standards and a survey of customers",
    source: """
      Lemon & Verhoef 2016, J. Marketing 80(6), 69–96 (the journey); Parasuraman, Zeithaml & Berry 1985, J. Marketing \
      49(4), 41–50 (gap 2, standards)
      """)

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty && material.project.notes.isEmpty && material.records.isEmpty {
      return "nobody has asked or looked yet"
    }
    let canJudgeStandards = !material.project.standards.isEmpty && !material.cells.isEmpty
    if !material.configuration.journey.touchpoints.isEmpty || canJudgeStandards { return nil }
    return "neither a journey nor standards are declared"
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
      title: isSeen ? "\(touchpoint.name): no customer was asked" : "\(touchpoint.name): nothing is known",
      findingClass: .observation,
      statement: statement(touchpoint, phase, isSeen: isSeen, hasSurvey: !material.customers.isEmpty))
    finding.touchpoint = touchpoint.id
    finding.support = isSeen ? .seenOnly : nil
    finding.evidence = notes.map { Evidence(kind: .note, source: $0.file, text: $0.title) }
    return finding
  }

  private static func statement(_ touchpoint: Touchpoint, _ phase: Phase, isSeen: Bool, hasSurvey: Bool) -> String {
    let passes = touchpoint.volume.map { "\(FigureText.percent($0)) of customers pass it. " } ?? ""
    let lacks =
      hasSurvey
      ? "No question of the latest waves was answered about \(touchpoint.name), in “\(phase.name)”"
      : "No customer was asked about \(touchpoint.name), in “\(phase.name)”"
    return isSeen
      ? "\(lacks); what is known of it comes from auditors alone. \(passes)"
        .trimmingSpaces
      : "\(lacks), and no auditor looked at it. \(passes)".trimmingSpaces
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
    let names = bare.prefix(named).compactMap { Headline.name($0.cell, material.configuration) }
    let more = bare.count > named ? ", and \(FigureText.count(bare.count - named)) more" : ""
    var finding = Finding(
      id: "blind-spot.standards", kind: .blindSpot,
      title: "What matters to customers has no standard", findingClass: .observation,
      statement:
        "Of \(FigureText.counted(important.count, "part")) of the service that matter more than average to customers, "
        + "\(FigureText.count(bare.count)) \(bare.count == 1 ? "has" : "have") no standard: \(names.joined(separator: "; "))"
        + "\(more). Weighted by importance, \(FigureText.percent(all > 0 ? covered / all : 0)) of the service is covered."
    )
    finding.cause = .standards
    finding.evidence = bare.map { cell in
      cell.lead.measurement.evidence(
        .importance, source: cell.lead.wave.files.first ?? cell.lead.survey, in: material.measured)
    }
    return finding
  }

  /// More cells are counted, not named.
  private static let named = 5
}

extension String {
  fileprivate var trimmingSpaces: String { last == " " ? String(dropLast()) : self }
}
