import Audit

/// Customers are promised, or told, what they do not get.
enum InformationRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Promises are not kept"),
    whenItHolds: Phrase(
      """
      Surely fewer customers than required say that what was promised was kept, or that it was as they were told. The \
      class is the share for whom it was not.
      """),
    whenItFails: Phrase(
      "Promises are not shown to be kept less often than required, or nobody counted enough of them."),
    needs: Phrase("a survey of customers with an outcome that is `about: promise`"),
    source: Phrase(
      """
      Parasuraman, Zeithaml & Berry 1985, J. Marketing 49(4), 41–50 (gap 4, communication); Wilson 1927, JASA 22, \
      209–212 (interval)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    material.missingOutcome(say("no outcome is about a promise")) { $0.about == .promise }
  }

  static func findings(_ material: Material) -> [Finding] {
    material.outcomes { $0.about == .promise }.compactMap { finding(about: $0.outcome, $0.survey, $0.wave, material) }
  }

  private static func finding(
    about outcome: Outcome, _ survey: String, _ wave: MeasuredWave, _ material: Material
  ) -> Finding? {
    let configuration = material.configuration
    let required = configuration.thresholds.required
    let (statistic, lower, upper) = figures(outcome)
    guard let figures = wave.all?.measurement(.outcome, outcome.id), let n = figures.rows(behind: statistic),
      let kept = figures.judged(statistic),
      let low = figures.judged(lower), let high = figures.judged(upper), high < required
    else { return nil }
    let graded = FindingClass(seriouslyFailed: 1 - kept, configuration.thresholds)
    let isFew = n < configuration.lowBase
    let name = OutcomeText.name(outcome)
    let (broken, customers) = (FigureText.percent(1 - kept), CountWords.of(n, .customer))
    let (interval, allowed) = (FigureText.percentRange(1 - high, 1 - low), FigureText.percent(1 - required))
    var finding = Finding(
      id: "information.\(outcome.id)", kind: .information, title: say("\(name): not kept often enough"),
      findingClass: isFew ? .watch : graded,
      statement: say(
        "For \(broken) of \(customers) it was not as promised (\(interval)); at most \(allowed) is allowed."))
    finding.cause = .communication
    finding.support = .surveyOnly
    finding.measurement = figures.key
    finding.statistic = statistic
    finding.reach = Finding.Reach(share: 1 - kept, n: n, low: 1 - high, high: 1 - low)
    finding.evidence = [
      figures.evidence(statistic, source: wave.files.first ?? survey, text: name, in: material.measured)
    ]
    if isFew {
      finding.remarks.append(LowBase.remark(configuration, ifItHolds: graded))
    }
    // Who is asked about one touchpoint alone is a customer who passed it.
    finding.touchpoint = wave.definition.onlyTouchpoint
    let volume = finding.touchpoint.flatMap { configuration.touchpoint($0)?.volume }
    // A promise that is broken is failed in full, so that F1 is the share.
    let severity = 100 * (1 - kept)
    let burden = (volume ?? 1) * severity
    (finding.severity, finding.burden) = (severity, burden)
    let answers = figures.answers(behind: statistic) ?? Double(n)
    finding.order = burden * answers / (answers + configuration.thresholds.credibility)
    let error = answers > 1 && kept < 1 ? (kept / ((1 - kept) * (answers - 1))).squareRoot() : nil
    finding.size = Finding.Size(n: answers, error: error)
    let label = wave.wave.label.isEmpty ? nil : wave.wave.label
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }

  /// The share that counts as kept: of a yes, yes; of a rating, the two best levels.
  private static func figures(_ outcome: Outcome) -> (Statistic, Statistic, Statistic) {
    switch outcome.kind {
    case .yes: (.share, .shareLow, .shareHigh)
    case .csat, .ces, .nps: (.top2Share, .top2Low, .top2High)
    }
  }
}
