import Audit

/// Customers expect more than before, and what they get did not keep up.
enum RisingBarRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("The bar rises"),
    whenItHolds: Phrase(
      """
      The gap is wider than in the wave before, by more than chance explains, though customers get no less: they \
      expect more. Yesterday's good is not enough, and nobody here has grown worse.
      """),
    whenItFails: Phrase("No gap is shown to have widened because customers expect more."),
    needs: Phrase("a survey of customers with expectations and two waves that asked the same"),
    source: Phrase(
      """
      Δgap = ΔP − ΔE, each by Welch 1947, Biometrika 34, 28–35; Benjamini & Hochberg 1995, JRSS B 57, 289–300 (many \
      tests), in the family of the later wave
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if let missing = WaveChange.missing(material) { return missing }
    let hasGap = WaveChange.all(material).contains { waves in
      waves.latest.definition.findingSets.contains { waves.change(of: MeasureID.gap(of: $0.measure)) != nil }
    }
    return hasGap ? nil : say("no two waves asked for the same expectations")
  }

  static func findings(_ material: Material) -> [Finding] {
    WaveChange.all(material).flatMap { waves in
      waves.cells(material).compactMap { finding(about: $0.now, $0.before, waves, material) }
    }
  }

  private static func finding(
    about now: SurveyCell, _ before: SurveyCell, _ waves: WaveChange, _ material: Material
  ) -> Finding? {
    let configuration = material.configuration
    guard let change = waves.change(of: MeasureID.gap(of: now.set.measure)),
      change.isShown(.minus, configuration.thresholds.falseDiscovery), let scale = now.scale,
      let perceived = change.judged(.deltaPerception), perceived >= 0, let expected = change.judged(.deltaExpectation),
      let low = change.judged(.deltaExpectationLow), low > 0, let high = change.judged(.deltaExpectationHigh),
      let wider = change.judged(.difference),
      min(now.rowsOfMean ?? 0, before.rowsOfMean ?? 0) >= configuration.lowBase
    else { return nil }
    let name = Headline.name(now.cell, configuration) ?? say("Service")
    let decimals = scale.decimals
    let rise = Rise(
      wave: waves.earlier.wave.label, scale: scale.text, expected: TestedText.points(expected, decimals: decimals),
      interval: TestedText.size(low, high, decimals: decimals), wider: TestedText.points(wider, decimals: decimals),
      answers: waves.answers(now.rowsOfMean, before.rowsOfMean))
    var finding = waves.finding("rising-bar.\(now.cell.id)", .risingBar, about: now, change, material)
    finding.title = say("\(name): customers expect more than before")
    finding.statement =
      rise.statement(perceived: perceived, decimals: decimals)
      + TestedText.beyondChance(tests: waves.latest.familySize)
    return finding
  }

  /// The figures of a statement, written out.
  private struct Rise {
    var wave: String
    var scale: String
    var expected: String
    var interval: String
    var wider: String
    var answers: String

    /// `Customers expect 0.3 points more than in 2026-Q1, on a scale of 1 to 7 (0.2 to 0.4 more), while what they get
    /// rose by 0.1; so the gap is 0.2 points wider (751 answers against 617 in 2026-Q1).`
    func statement(perceived: Double, decimals: Int) -> String {
      let rose = FigureText.fixed(perceived, decimals: decimals)
      return rose == FigureText.fixed(0, decimals: decimals)
        ? say(
          """
          Customers expect \(expected) more than in \(wave), on a scale of \(scale) (\(interval) more), while what \
          they get stayed about the same; so the gap is \(wider) wider (\(answers)).
          """)
        : say(
          """
          Customers expect \(expected) more than in \(wave), on a scale of \(scale) (\(interval) more), while what \
          they get rose by \(rose); so the gap is \(wider) wider (\(answers)).
          """)
    }
  }
}
