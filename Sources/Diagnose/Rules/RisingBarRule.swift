import Audit

/// Customers expect more than before, and what they get did not keep up.
enum RisingBarRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "The bar rises",
    whenItHolds: """
      The gap is wider than in the wave before, by more than chance explains, though customers get no less: they expect \
      more. Yesterday's good is not enough, and nobody here has grown worse.
      """,
    whenItFails: "No gap is shown to have widened because customers expect more.",
    needs: "a survey of customers with expectations and two waves that asked the same",
    source: """
      Δgap = ΔP − ΔE, each by Welch 1947, Biometrika 34, 28–35; Benjamini & Hochberg 1995, JRSS B 57, 289–300 (many \
      tests), in the family of the later wave
      """)

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if let missing = WaveChange.missing(material) { return missing }
    let hasGap = WaveChange.all(material).contains { waves in
      waves.latest.definition.findingSets.contains { waves.change(of: MeasureID.gap(of: $0.measure)) != nil }
    }
    return hasGap ? nil : "no two waves asked for the same expectations"
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
      let perceived = change[.deltaPerception], perceived >= 0, let expected = change[.deltaExpectation],
      let low = change[.deltaExpectationLow], low > 0, let high = change[.deltaExpectationHigh],
      let wider = change[.difference], min(now.measurement.n ?? 0, before.measurement.n ?? 0) >= configuration.lowBase
    else { return nil }
    let decimals = scale.decimals
    let kept =
      FigureText.fixed(perceived, decimals: decimals) == FigureText.fixed(0, decimals: decimals)
      ? "what they get stayed about the same"
      : "what they get rose by \(FigureText.fixed(perceived, decimals: decimals))"
    var finding = waves.finding("rising-bar.\(now.cell.id)", .risingBar, about: now, change, material)
    finding.title = "\(Headline.name(now.cell, configuration) ?? "Service"): customers expect more than before"
    finding.statement =
      "Customers expect \(TestedText.points(expected, decimals: decimals)) more than in \(waves.earlier.wave.label), on a "
      + "scale of \(scale.text) (\(TestedText.size(low, high, decimals: decimals)) more), while \(kept); so the gap is "
      + "\(TestedText.points(wider, decimals: decimals)) wider (\(waves.answers(now.measurement.n, before.measurement.n)))."
      + TestedText.beyondChance(tests: waves.latest.familySize)
    return finding
  }
}
