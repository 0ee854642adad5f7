import Audit

/// What changed from the wave before to the latest, for one survey of customers.
struct WaveChange {
  var survey: MeasuredSurvey
  var earlier: MeasuredWave
  var latest: MeasuredWave

  /// One for each survey of customers whose two latest waves can be compared.
  static func all(_ material: Material) -> [WaveChange] { pairs(material).filter(\.areAlike) }

  /// One for each survey of customers that has two waves.
  static func pairs(_ material: Material) -> [WaveChange] {
    material.customers.compactMap { survey, latest in
      guard survey.waves.count > 1 else { return nil }
      return WaveChange(survey: survey, earlier: survey.waves[survey.waves.count - 2], latest: latest)
    }
  }

  /// Both waves count answers by their weights, or neither does: levels of two kinds differ by more than the service.
  private var areAlike: Bool { earlier.definition.hasWeights == latest.definition.hasWeights }

  static func missing(_ material: Material) -> String? {
    if material.customers.isEmpty { return say("there is no survey of customers") }
    if pairs(material).isEmpty { return say("no survey of customers has two waves") }
    return all(material).isEmpty ? say("only one of the two latest waves counts answers by their weights") : nil
  }

  /// Of a measure, where both waves asked the same.
  func change(of measure: String) -> Measurement? {
    let key = MeasurementKey(
      survey: survey.id, wave: "\(earlier.wave.label)>\(latest.wave.label)", kind: .change, subject: measure)
    return survey.changes.first { $0.key == key }
  }

  /// Cells of the latest wave with what they were in the wave before.
  func cells(_ material: Material) -> [(now: SurveyCell, before: SurveyCell)] {
    latest.definition.findingSets.compactMap { set in
      guard let now = SurveyCell(survey: survey.id, wave: latest, set: set, measured: material.measured),
        let then = earlier.definition.findingSets.first(where: { $0.kind == set.kind && $0.subject == set.subject }),
        let before = SurveyCell(survey: survey.id, wave: earlier, set: then, measured: material.measured)
      else { return nil }
      return (now, before)
    }
  }

  func finding(_ id: String, _ kind: Finding.Kind, about cell: SurveyCell, _ change: Measurement, _ material: Material)
    -> Finding
  {
    var finding = Finding(id: id, kind: kind, title: "", findingClass: .observation, statement: "")
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = change.key
    finding.statistic = .difference
    finding.pictured = cell.measurement.key
    finding.evidence = [
      change.evidence(.difference, source: latest.files.first ?? survey.id, in: material.measured),
      cell.share(in: material.measured),
    ]
    (finding.firstSeen, finding.lastSeen) = (cell.label, cell.label)
    return finding
  }

  /// `611 answers against 480 in 2026-Q1`.
  func answers(_ now: Int?, _ before: Int?) -> String {
    let answers = CountWords.of(now ?? 0, .answer)
    guard let before else { return say("\(answers) in \(earlier.wave.label)", as: "wave") }
    return say("\(answers) against \(FigureText.count(before)) in \(earlier.wave.label)")
  }
}

extension Measurement {
  /// A difference that has passed the test of its family, on one side of 0.
  func isShown(_ sign: FloatingPointSign, _ falseDiscovery: Double) -> Bool {
    guard let q = judged(.differenceQ), q <= falseDiscovery, let low = judged(.differenceLow),
      let high = judged(.differenceHigh)
    else { return false }
    return sign == .plus ? low > 0 : high < 0
  }
}
