import Audit

/// More customers speak against than for.
enum LoyaltyRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Detractors outnumber promoters"),
    whenItHolds: Phrase(
      """
      More customers would advise against than recommend, and surely so: the whole interval of the NPS is below 0. The \
      class is the share who would advise against. What drives it is in the other findings.
      """),
    whenItFails: Phrase("Those who would advise against are not shown to outnumber those who recommend."),
    needs: Phrase("a survey of customers with a recommendation from 0 to 10"),
    source: Phrase(
      """
      Reichheld 2003, Harvard Business Review 81(12); Rocks 2016, The American Statistician 70(4), 365–372 (interval); \
      Keiningham et al. 2007, J. Marketing 71(3), 39–51 (what it does not foretell)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    material.missingOutcome(say("no survey of customers asks for a recommendation from 0 to 10")) { $0.kind == .nps }
  }

  static func findings(_ material: Material) -> [Finding] {
    material.outcomes { $0.kind == .nps }.compactMap { finding(about: $0.outcome, $0.survey, $0.wave, material) }
  }

  private static func finding(
    about outcome: Outcome, _ survey: String, _ wave: MeasuredWave, _ material: Material
  ) -> Finding? {
    let configuration = material.configuration
    guard let figures = wave.all?.measurement(.outcome, outcome.id), let n = figures.rows(behind: .nps), n > 0,
      let nps = figures.judged(.nps),
      let low = figures.judged(.npsLow), let high = figures.judged(.npsHigh), high < 0,
      let against = figures.judged(.detractors),
      let behind = figures.judged(.promoters)
    else { return nil }
    let counted = Double(figures.judgedFigure(.detractors)?.n ?? n)
    let share = against / counted
    let graded = FindingClass(seriouslyFailed: share, configuration.thresholds)
    let isFew = n < configuration.lowBase
    var finding = Finding(
      id: "loyalty.\(outcome.id)", kind: .loyalty, title: say("More customers advise against than recommend"),
      findingClass: isFew ? .watch : graded,
      statement: statement(n, against: share, behind: behind / counted, nps, low, high))
    finding.support = .surveyOnly
    finding.measurement = figures.key
    finding.statistic = .nps
    finding.evidence = [
      figures.evidence(.nps, source: wave.files.first ?? survey, in: material.measured),
      figures.evidence(.detractors, source: wave.files.first ?? survey, in: material.measured),
    ]
    if isFew {
      finding.remarks.append(LowBase.remark(configuration, ifItHolds: graded))
    }
    let label = wave.wave.label.isEmpty ? nil : wave.wave.label
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }

  /// `Of 127 customers 35 % would advise against (0 to 6 of 10) and 20 % would recommend (9 or 10): an NPS of −16 (−28
  /// to −3).`
  private static func statement(
    _ n: Int, against: Double, behind: Double, _ nps: Double, _ low: Double, _ high: Double
  ) -> String {
    let (customers, level) = (CountWords.of(n, .customer), FigureText.fixed(nps, decimals: 0))
    let (against, behind) = (FigureText.percent(against), FigureText.percent(behind))
    let interval = FigureText.range(low, high, decimals: 0)
    return say(
      """
      Of \(customers) \(against) would advise against (0 to 6 of 10) and \(behind) would recommend (9 or 10): an NPS \
      of \(level) (\(interval)).
      """)
  }
}
