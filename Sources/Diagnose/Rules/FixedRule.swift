import Audit

/// What was a deficiency in the wave before is none any more, and the answers prove that it got better.
enum FixedRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Mended"),
    whenItHolds: Phrase(
      """
      The wave before showed a deficiency, the latest shows none, and what customers say they get is higher by more \
      than chance explains.
      """),
    whenItFails: Phrase(
      """
      Nothing is shown to be mended. A deficiency that the latest wave no longer shows, without a change that chance \
      does not explain, is not called mended.
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
    }
  }

  private static func finding(
    about now: SurveyCell, _ before: SurveyCell, _ waves: WaveChange, _ material: Material
  ) -> Finding? {
    let configuration = material.configuration
    guard Gate(before, configuration).isDeficiency, Gate(now, configuration).outcome == .nothing,
      (now.measurement.n ?? 0) >= configuration.lowBase, let change = waves.change(of: now.set.subject),
      change.isShown(.plus, configuration.thresholds.falseDiscovery), let scale = now.scale,
      let difference = change.judged(.difference), let low = change.judged(.differenceLow),
      let high = change.judged(.differenceHigh),
      let share = now[.failedShare], let was = before[.failedShare]
    else { return nil }
    var finding = waves.finding("fixed.\(now.cell.id)", .fixed, about: now, change, material)
    finding.findingClass = .strength
    let (name, wave) = (Headline.name(now.cell, configuration) ?? say("Service"), waves.earlier.wave.label)
    let points = TestedText.points(difference, decimals: scale.decimals)
    let interval = TestedText.size(low, high, decimals: scale.decimals)
    let answers = waves.answers(now.rowsOfPerception, before.rowsOfPerception)
    finding.title = say("\(name), mended since \(wave)")
    finding.statement = say(
      """
      Customers say they get \(points) more than in \(wave), on a scale of \(scale.text) (\(interval) more; \
      \(answers)), and \(FigureText.percent(share)) \(now.target.failed), where \(FigureText.percent(was)) did.
      """)
    finding.statement += TestedText.beyondChance(tests: waves.latest.familySize)
    let plans = material.project.corrections.filter { plan in
      plan.corrects.contains { ["gap.\(now.cell.id)", "zone.\(now.cell.id)"].contains($0.id) } && plan.hasBegun
        && (waves.latest.lastDay.flatMap { asked in plan.start.map { $0 <= asked } } ?? true)
    }
    if let plan = plans.first { finding.statement += " " + say("The plan “\(plan.title)” was aimed at it.") }
    return finding
  }
}

extension Gate {
  var isDeficiency: Bool {
    switch outcome {
    case .deficiency: true
    case .watch, .nothing: false
    }
  }
}
