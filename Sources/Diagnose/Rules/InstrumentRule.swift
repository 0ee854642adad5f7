import Audit

/// The questions of a dimension do not measure one thing.
enum InstrumentRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("The questions do not hang together"),
    whenItHolds: Phrase(
      """
      The questions of a dimension agree so little with each other that their mean says little, or one of them does \
      not go with the rest. It is said of the questionnaire, never of the service.
      """),
    whenItFails: Phrase("The questions of each dimension hang together well enough to be averaged."),
    needs: Phrase("a survey that asks two questions or more on one dimension"),
    source: Phrase("Cronbach 1951, Psychometrika 16, 297–334; Feldt, Woodruff & Salih 1987 (interval)"))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.measured.surveys.isEmpty { return say("there is no survey") }
    let isMeasured = material.measured.surveys.contains { survey in
      survey.latest?.all?.measurements(of: .dimension).contains { $0[.alpha] != nil } ?? false
    }
    return isMeasured ? nil : say("no survey asks two questions on one dimension with answers enough")
  }

  static func findings(_ material: Material) -> [Finding] {
    material.measured.surveys.flatMap { survey -> [Finding] in
      guard let latest = survey.latest else { return [] }
      return latest.definition.sets.filter { $0.kind == .dimension && $0.items.count > 1 }
        .compactMap { finding(about: $0, survey, latest, material) }
    }
  }

  private static func finding(
    about set: ItemSet, _ survey: MeasuredSurvey, _ wave: MeasuredWave, _ material: Material
  ) -> Finding? {
    let thresholds = material.configuration.thresholds
    guard let figures = wave.all?.measurement(.dimension, set.subject), let alpha = figures[.alpha],
      let n = figures.figure(.alpha)?.n, n >= material.configuration.lowBase
    else { return nil }
    let strangers = set.items.map { wave.definition.items[$0] }.compactMap { item -> (item: Item, r: Double)? in
      guard let r = wave.all?.measurement(.item, item.id)?[.itemRestR], r < thresholds.itemRest else { return nil }
      return (item, r)
    }
    guard alpha < thresholds.alpha || !strangers.isEmpty else { return nil }
    let name = material.configuration.dimension(set.subject)?.name ?? set.subject
    var finding = Finding(
      id: "instrument.\(survey.id).\(set.subject)", kind: .instrument,
      title: title(name, hangsTogether: alpha >= thresholds.alpha, strangers: strangers.count),
      findingClass: .observation,
      statement: statement(figures, alpha, n, set, strangers, thresholds, LetterCase.inSentence(name)))
    finding.dimension = set.subject
    finding.measurement = figures.key
    finding.statistic = .alpha
    finding.evidence = [figures.evidence(.alpha, source: wave.files.first ?? survey.id, in: material.measured)]
    let label = wave.wave.label.isEmpty ? nil : wave.wave.label
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }

  private static func title(_ name: String, hangsTogether: Bool, strangers: Int) -> String {
    guard hangsTogether else { return say("\(name): the questions do not hang together") }
    return strangers == 1
      ? say("\(name): one question does not go with the others")
      : say("\(name): some questions do not go with the others")
  }

  /// `The 4 questions on empathy agree to 0.61 (0.55 to 0.66; alpha, 611 answers), where 0.70 is asked. “…” goes with
  /// the others to 0.21, where 0.30 is asked.`
  private static func statement(
    _ figures: Measurement, _ alpha: Double, _ n: Int, _ set: ItemSet, _ strangers: [(item: Item, r: Double)],
    _ thresholds: Thresholds, _ name: String
  ) -> String {
    let interval = figures[.alphaLow].flatMap { low in
      figures[.alphaHigh].map { FigureText.range(low, $0, decimals: 2) + "; " }
    }
    let basis = (interval ?? "") + say("alpha, \(CountWords.of(n, .answer))")
    let (questions, agreed) = (CountWords.of(set.items.count, .question), FigureText.fixed(alpha, decimals: 2))
    let asked = FigureText.fixed(thresholds.alpha, decimals: 2)
    var text =
      alpha < thresholds.alpha
      ? say("The \(questions) on \(name) agree to \(agreed) (\(basis)), where \(asked) is asked.")
      : say("The \(questions) on \(name) agree to \(agreed) (\(basis)).")
    if let least = strangers.min(by: { $0.r < $1.r }) {
      let (question, r) = (least.item.text ?? least.item.id, FigureText.fixed(least.r, decimals: 2))
      let asked = FigureText.fixed(thresholds.itemRest, decimals: 2)
      text += " " + say("“\(question)” goes with the others to \(r), where \(asked) is asked.")
    }
    return alpha < 0 ? text + " " + say("Check which answers are coded the other way round.") : text
  }
}
