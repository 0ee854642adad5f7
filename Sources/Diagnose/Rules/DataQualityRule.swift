import Audit

/// What makes a survey, or the auditors' words, less sure than their numbers look.
enum DataQualityRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Data quality"),
    whenItHolds: Phrase(
      """
      Something about how the answers came about may bend them: one answer for all questions, several rows by one \
      person, rows that cannot be used, few who answered, weights that stretch the sample, other wording than in the \
      wave before, answers older than half a year, or auditors who do not agree. It is said of the audit, not of the \
      service.
      """),
    whenItFails: Phrase(
      """
      Nothing that is checked is amiss. What nobody measured, such as who did not answer and why, stays unknown.
      """),
    needs: Phrase("a survey"),
    source: Phrase(
      """
      Kish 1965, Survey Sampling (effect of weights, at most 2); Krippendorff 2004, Content Analysis, p. 241 \
      (agreement, at least 0.667); shares of rows from 5 %, response under 10 %, age over 180 days: conventions of \
      this product
      """))

  /// From this share of rows, and this many of them, on it is worth a word.
  private static let (share, rows) = (0.05, 5)
  private static let leastResponse = 0.10
  private static let mostDesignEffect = 2.0
  private static let mostDays = 180
  private static let leastAgreement = 0.667
  /// On fewer troubles that two have rated, agreement is hardly known.
  private static let leastRated = 10

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    material.measured.surveys.isEmpty && agreement(material) == nil ? say("there is no survey") : nil
  }

  static func findings(_ material: Material) -> [Finding] {
    let ofSurveys = material.measured.surveys.flatMap { survey -> [Finding] in
      guard let latest = survey.latest else { return [] }
      let report = Report(survey: survey, wave: latest, asOf: material.asOf)
      return report.findings
    }
    return ofSurveys + [auditors(material)].compactMap(\.self)
  }

  private struct Report {
    var survey: MeasuredSurvey
    var wave: MeasuredWave
    var asOf: Day

    var findings: [Finding] {
      [straightLines, repeats, unusable, response, weights, wording, age].compactMap(\.self)
    }

    private func finding(_ what: String, _ title: String, _ statement: String, _ conditions: [GateStep]) -> Finding {
      let name = wave.wave.label.isEmpty ? survey.id : "\(survey.id), \(wave.wave.label)"
      var finding = Finding(
        id: "data-quality.\(survey.id).\(what)", kind: .dataQuality, title: "\(title) (\(name))",
        findingClass: .observation, statement: statement)
      finding.evidence = wave.files.map { Evidence(kind: .survey, source: $0) }
      finding.conditions = conditions
      let label = wave.wave.label.isEmpty ? nil : wave.wave.label
      (finding.firstSeen, finding.lastSeen) = (label, label)
      return finding
    }

    private func isMuch(_ part: Int, of whole: Int) -> Bool {
      part >= DataQualityRule.rows && Double(part) >= DataQualityRule.share * Double(whole)
    }

    private func much(_ part: Int, of whole: Int) -> [GateStep] {
      let (rows, share) = (DataQualityRule.rows, FigureText.percent(DataQualityRule.share))
      return [
        GateStep("at least \(rows) rows", nil, Double(part), holds: true),
        GateStep("at least \(share) of them", nil, Double(part) / Double(max(1, whole)), holds: true),
      ]
    }

    /// `84 of 1,120 rows (8 %)`.
    private func rows(_ part: Int, of whole: Int) -> String {
      let share = FigureText.percent(Double(part) / Double(max(1, whole)))
      return say("\(FigureText.count(part)) of \(CountWords.of(whole, .row)) (\(share))", as: "rows")
    }

    private var straightLines: Finding? {
      let (part, whole) = (wave.quality.straightLines, wave.quality.straightLineBase)
      guard isMuch(part, of: whole) else { return nil }
      return finding(
        "straight-lines", say("One answer for everything"), sameAnswers(rows(part, of: whole)),
        much(part, of: whole))
    }

    private func sameAnswers(_ rows: String) -> String {
      switch survey.respondents {
      case .customers:
        say(
          """
          \(rows) have one and the same answer to every question that customers rated. They may not have read the \
          questions; they are counted like all others.
          """)
      case .staff:
        say(
          """
          \(rows) have one and the same answer to every question that staff rated. They may not have read the \
          questions; they are counted like all others.
          """)
      case .management:
        say(
          """
          \(rows) have one and the same answer to every question that management rated. They may not have read the \
          questions; they are counted like all others.
          """)
      }
    }

    private var repeats: Finding? {
      guard let all = wave.rows, isMuch(wave.quality.repeatedRows, of: all) else { return nil }
      return finding(
        "repeats", say("Several rows by one person"),
        say(
          """
          \(rows(wave.quality.repeatedRows, of: all)) are further rows of somebody who has answered already. They are \
          not independent, so the intervals are narrower than they should be.
          """), much(wave.quality.repeatedRows, of: all))
    }

    private var unusable: Finding? {
      let lost = wave.unusable.reduce(0) { $0 + $1.lines }
      guard let all = wave.rows, isMuch(lost, of: all + lost) else { return nil }
      return finding(
        "unusable", say("Rows left out"),
        say(
          """
          \(rows(lost, of: all + lost)) could not be used. If they differ from the others, the figures do not show it.
          """), much(lost, of: all + lost))
    }

    private var response: Finding? {
      guard let all = wave.rows, let invited = wave.fieldwork?.invited, invited > 0, all <= invited,
        Double(all) < DataQualityRule.leastResponse * Double(invited)
      else { return nil }
      let (answered, asked) = (FigureText.count(all), FigureText.count(invited))
      let share = FigureText.percent(Double(all) / Double(invited))
      return finding(
        "response", say("Few answered"),
        say(
          """
          \(answered) of \(asked) who were asked answered (\(share)). Whether the others think alike is not known.
          """),
        [
          GateStep(
            "fewer than \(FigureText.percent(DataQualityRule.leastResponse)) of those asked answered", nil,
            Double(all) / Double(invited), holds: true)
        ])
    }

    private var weights: Finding? {
      guard let figures = wave.all?.measurement(.weights, "all"), let effect = figures[.deff],
        effect > DataQualityRule.mostDesignEffect, let n = figures.n, let worth = figures[.effectiveN]
      else { return nil }
      let (answers, others) = (CountWords.of(n, .answer), FigureText.count(Int(worth.rounded())))
      let size = FigureText.fixed(effect, decimals: 1)
      return finding(
        "weights", say("The sample is skewed"),
        say(
          """
          To look like all customers the answers had to be weighted so much that \(answers) are worth \(others) \
          (effect \(size)).
          """),
        [
          GateStep(
            "the effect of weights is above \(FigureText.fixed(DataQualityRule.mostDesignEffect, decimals: 0))", .deff,
            effect, holds: true)
        ])
    }

    private var wording: Finding? {
      guard survey.waves.count > 1 else { return nil }
      let earlier = survey.waves[survey.waves.count - 2]
      let changed = wave.definition.items.filter { item in
        wave.definition.obstacle(.item, item.id, since: earlier.definition) != nil
      }
      guard !changed.isEmpty else { return nil }
      return finding(
        "wording", say("Questions changed"), otherwise(changed, earlier.wave.label),
        [
          GateStep("questions of which waves cannot be compared", nil, Double(changed.count), holds: true)
        ])
    }

    private func otherwise(_ changed: [Item], _ wave: String) -> String {
      let questions = CountWords.of(changed.count, .question)
      var names = changed.prefix(5).map(\.id).joined(separator: ", ")
      if changed.count > 5 { names = say("\(names) and \(FigureText.count(changed.count - 5)) more") }
      return changed.count == 1
        ? say("\(questions) is put otherwise than in \(wave): \(names). What became of them cannot be told.")
        : say("\(questions) are put otherwise than in \(wave): \(names). What became of them cannot be told.")
    }

    private var age: Finding? {
      guard let end = wave.lastDay else { return nil }
      let days = asOf.ordinal - end.ordinal
      guard days > DataQualityRule.mostDays else { return nil }
      let (day, age) = (DayText.long(end), CountWords.of(days, .day))
      return finding(
        "age", say("The answers are old"),
        say(
          """
          The last answers are of \(day), \(age) before this report. What customers expect and get may have changed \
          since.
          """),
        [
          GateStep(
            "the last answers are more than \(DataQualityRule.mostDays) days old", nil, Double(days), holds: true)
        ])
    }
  }

  private static func agreement(_ material: Material) -> Measurement? {
    material.measured.comparisons.first { $0.key.kind == .agreement && $0.key.subject == "severity" }
  }

  /// How far auditors agree on what is grave, where it is too little to build on: their severities are shown then, and
  /// neither lift a class nor order anything (methodology 2.7). Nil where they agree, or where nobody knows.
  static func doubtedSeverities(_ material: Material) -> Double? {
    guard let agreement = agreement(material), let alpha = agreement[.krippendorff], alpha < leastAgreement,
      let n = agreement.n, n >= leastRated
    else { return nil }
    return alpha
  }

  private static func auditors(_ material: Material) -> Finding? {
    guard let agreement = agreement(material), let alpha = doubtedSeverities(material), let n = agreement.n else {
      return nil
    }
    let (agreed, least) = (FigureText.fixed(alpha, decimals: 2), FigureText.fixed(leastAgreement, decimals: 3))
    var finding = Finding(
      id: "data-quality.auditors", kind: .dataQuality, title: say("Auditors do not agree on what is grave"),
      findingClass: .observation,
      statement: say(
        """
        On \(CountWords.of(n, .trouble)) that two auditors or more rated, their words agree to \(agreed) \
        (Krippendorff’s alpha), where \(least) is the least to build on.
        """))
    finding.measurement = agreement.key
    finding.statistic = .krippendorff
    return finding
  }
}
