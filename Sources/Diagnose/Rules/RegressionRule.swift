import Audit

/// The latest wave is worse than the one before.
enum RegressionRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Worse than before"),
    whenItHolds: Phrase(
      """
      What customers say they get, or an overall judgement of theirs, is lower than in the wave before, by more than \
      chance explains. How it stands now is the trouble of the cell; that it got worse is an observation.
      """),
    whenItFails: Phrase(
      """
      Nothing is shown to have got worse. That is not proof that nothing did: the pages say how small a change such \
      waves would show.
      """),
    needs: Phrase("a survey of customers with two waves that asked the same"),
    source: Phrase(
      """
      Welch 1947, Biometrika 34, 28–35; Benjamini & Hochberg 1995, JRSS B 57, 289–300 (many tests), in the family of \
      the later wave
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? { WaveChange.missing(material) }

  static func findings(_ material: Material) -> [Finding] {
    WaveChange.all(material).flatMap { waves in
      waves.cells(material).compactMap { finding(about: $0.now, $0.before, waves, material) }
        + waves.latest.definition.outcomes.compactMap { finding(about: $0, waves, material) }
    }
  }

  private static func finding(
    about now: SurveyCell, _ before: SurveyCell, _ waves: WaveChange, _ material: Material
  ) -> Finding? {
    let configuration = material.configuration
    guard let change = waves.change(of: now.set.subject),
      change.isShown(.minus, configuration.thresholds.falseDiscovery),
      let scale = now.scale, let difference = change.judged(.difference), let low = change.judged(.differenceLow),
      let high = change.judged(.differenceHigh),
      min(now.rowsOfPerception ?? 0, before.rowsOfPerception ?? 0) >= configuration.lowBase
    else { return nil }
    let (name, wave) = (Headline.name(now.cell, configuration) ?? say("Service"), waves.earlier.wave.label)
    let points = TestedText.points(difference, decimals: scale.decimals)
    let interval = TestedText.size(low, high, decimals: scale.decimals)
    let answers = waves.answers(now.rowsOfPerception, before.rowsOfPerception)
    var finding = waves.finding("regression.\(now.cell.id)", .regression, about: now, change, material)
    finding.title = say("\(name), worse than in \(wave)")
    finding.statement = say(
      """
      Customers say they get \(points) less than in \(wave), on a scale of \(scale.text) (\(interval) less; \(answers)).
      """)
    finding.statement += TestedText.beyondChance(tests: waves.latest.familySize)
    return finding
  }

  private static func finding(about outcome: Outcome, _ waves: WaveChange, _ material: Material) -> Finding? {
    let worse: FloatingPointSign = outcome.better == .high ? .minus : .plus
    guard let change = waves.change(of: outcome.id),
      change.isShown(worse, material.configuration.thresholds.falseDiscovery),
      let difference = change.judged(.difference), let low = change.judged(.differenceLow),
      let high = change.judged(.differenceHigh),
      let now = waves.latest.all?.measurement(.outcome, outcome.id),
      let before = waves.earlier.all?.measurement(.outcome, outcome.id),
      case let (later, first) = (now.rows(behind: outcome.headline), before.rows(behind: outcome.headline)),
      min(later ?? 0, first ?? 0) >= material.configuration.lowBase
    else { return nil }
    let (name, wave) = (OutcomeText.name(outcome), waves.earlier.wave.label)
    let (changed, answers) = (OutcomeText.change(outcome, difference, low, high), waves.answers(later, first))
    var finding = Finding(
      id: "regression.\(outcome.id)", kind: .regression, title: say("\(name), worse than in \(wave)"),
      findingClass: .observation,
      statement: say("\(name) is \(changed) than in \(wave) (\(answers)).")
        + TestedText.beyondChance(tests: waves.latest.familySize))
    finding.support = .surveyOnly
    finding.measurement = change.key
    finding.statistic = .difference
    finding.evidence = [
      change.evidence(.difference, source: waves.latest.files.first ?? waves.survey.id, in: material.measured)
    ]
    let label = waves.latest.wave.label
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }
}
