import Audit

/// Staff are not engaged with what they do.
enum EmployeesRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Staff are not engaged"),
    whenItHolds: Phrase(
      """
      Surely more than a fifth of staff answer at the two lowest levels about their own work. The class is the share \
      who do. It says so where customers are failed at the same place.
      """),
    whenItFails: Phrase("No more than a fifth of staff are shown to be disengaged. Who did not answer may be."),
    needs: Phrase("a survey of staff with items of its own, without expectations"),
    source: Phrase(
      """
      Heskett et al. 1994, Harvard Business Review 72(2) (service–profit chain); Wilson 1927, JASA 22, 209–212 \
      (interval); the limit of a fifth is a convention of this product
      """))

  /// The lower bound of the share at the two lowest levels has to be above this.
  private static let limit = 0.20

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    let staff = material.staff
    if staff.isEmpty { return say("there is no survey of staff") }
    let known = material.measured.surveys.customerItems
    return staff.allSatisfy { $0.latest.definition.engagementSets(customerItems: known).isEmpty }
      ? say("staff were asked about customers and other departments only, not about their own work") : nil
  }

  /// `troubles` are those of customers, to say where the two meet.
  static func findings(_ material: Material, beside troubles: [Finding]) -> [Finding] {
    let known = material.measured.surveys.customerItems
    return material.staff.flatMap { survey, latest in
      latest.definition.engagementSets(customerItems: known)
        .compactMap { SurveyCell(survey: survey.id, wave: latest, set: $0, measured: material.measured) }
        .compactMap { finding(about: $0, material, beside: troubles) }
    }
  }

  private static func finding(about cell: SurveyCell, _ material: Material, beside troubles: [Finding]) -> Finding? {
    let configuration = material.configuration
    guard let n = cell.measurement.rows(behind: .bottom2Share), let share = cell[.bottom2Share],
      let low = cell[.bottom2Low],
      let high = cell[.bottom2High], low > limit
    else { return nil }
    let graded = FindingClass(seriouslyFailed: share, configuration.thresholds)
    let isFew = n < configuration.lowBase
    let name = LetterCase.inSentence(Headline.name(cell.cell, configuration) ?? say("Work", as: "of staff"))
    let (disengaged, staff) = (FigureText.percent(share), FigureText.count(n))
    let interval = FigureText.percentRange(low, high)
    var finding = Finding(
      id: "employees.\(cell.cell.id)", kind: .employees, title: say("Staff are not engaged: \(name)"),
      findingClass: isFew ? .watch : graded,
      statement: say("\(disengaged) of \(staff) staff answer at the two lowest levels on \(name) (\(interval))."))
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = cell.measurement.key
    finding.statistic = .bottom2Share
    finding.evidence = [
      cell.measurement.evidence(
        .bottom2Share, source: cell.wave.files.first ?? cell.survey, in: material.measured)
    ]
    if let gravest = gravest(of: troubles, at: cell) {
      // The consultant may have given it another headline.
      let trouble = material.project.words.first { $0.finding == gravest.id }?.headline ?? gravest.title
      finding.statement +=
        " " + say("Customers are failed there, too: “\(trouble)”. Which leads to which is not known.")
    }
    if isFew {
      finding.remarks.append(LowBase.remark(configuration, ifItHolds: graded))
    }
    finding.severity = 100 * share
    finding.order = (cell[.credibility] ?? 0) * 100 * share
    let answers = cell.measurement.answers(behind: .bottom2Share) ?? Double(n)
    let error = answers > 1 && share > 0 ? ((1 - share) / (share * (answers - 1))).squareRoot() : nil
    finding.size = Finding.Size(n: answers, error: error)
    (finding.firstSeen, finding.lastSeen) = (cell.label, cell.label)
    return finding
  }

  private static func gravest(of troubles: [Finding], at cell: SurveyCell) -> Finding? {
    let met = troubles.filter { trouble in
      trouble.fallsShort && trouble.findingClass.isDeficiency && cell.cell.touchpoint != nil
        && trouble.touchpoint == cell.cell.touchpoint
    }
    return met.min { $0.findingClass < $1.findingClass }
  }
}
