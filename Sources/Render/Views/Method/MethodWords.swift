import Audit

/// Sentences and tables of the method page that depend on the project's limits.
enum MethodWords {
  static func withheld(customers: Int, staff: Int, named: Bool, hidden: Int) -> String {
    if named { return say("The respondents agreed to be named, so nothing is withheld.") }
    let answers = CountWords.of(customers, .answer)
    let limit =
      customers == staff
      ? say("Figures about fewer than \(answers) are withheld on every page and in every file.")
      : say(
        """
        Figures about fewer than \(answers) of customers, or \(FigureText.count(staff)) of staff, are withheld on \
        every page and in every file.
        """)
    return "\(limit) \(affected(hidden))"
  }

  private static func affected(_ places: Int) -> String {
    guard places > 0 else { return say("None had to be.") }
    let number = FigureText.count(places)
    return places == 1 ? say("\(number) place is affected.") : say("\(number) places are affected.")
  }

  /// `0.4 to 2.3; the 611 weighted answers tell as much as 505 without weights`.
  static func weights(_ measurement: Measurement) -> String? {
    guard let n = measurement.n, let least = measurement[.leastWeight], let most = measurement[.mostWeight],
      let effective = measurement[.effectiveN], let deff = measurement[.deff]
    else { return nil }
    let range = FigureText.range(least, most, decimals: 2)
    let (answers, unweighted) = (FigureText.count(n), FigureText.count(Int(effective.rounded())))
    guard deff > 2 else {
      return say("\(range); the \(answers) weighted answers tell as much as \(unweighted) without weights")
    }
    return say(
      """
      \(range); the \(answers) weighted answers tell as much as \(unweighted) without weights: more than half of what \
      they could tell is lost to uneven weights
      """)
  }

  /// Who answered a survey.
  static func name(_ respondents: Respondents) -> String {
    switch respondents {
    case .customers: say("customers")
    case .staff: say("staff")
    case .management: say("management")
    }
  }

  /// Rows that were left out, with the lines that they fill where these are more.
  static func rows(_ count: Int, lines: Int) -> String {
    let rows = CountWords.of(count, .row)
    return lines == count ? rows : say("\(rows) over \(FigureText.count(lines)) lines")
  }

  /// Why rows of a survey were left out.
  static func reason(_ reason: UnusableRows.Reason) -> String {
    switch reason {
    case .ragged: say("more or fewer fields than the header")
    case .strayQuote: say("a quote in the wrong place")
    case .unfinished: say("unfinished")
    case .noWave: say("no day or label of their wave")
    }
  }

  /// A finding that the consultant left out: what was computed, and why it is not shown.
  static func hidden(_ finding: Finding) -> MetaView {
    let findingClass = (finding.computed?.findingClass ?? finding.findingClass).inSentence
    return MetaView(
      name: "\(finding.computed?.title ?? finding.title) (\(finding.id))",
      value: say("computed class: \(findingClass).") + " " + (finding.computed?.because ?? ""))
  }

  /// The agreed limits as they hold for this report.
  static func thresholds(_ configuration: Configuration) -> TableView {
    let limits = configuration.thresholds
    let answers = CountWords.of(configuration.lowBase, .answer)
    let order = [
      [say("Low base"), answers, say("needed to call anything a deficiency")],
      [
        say("Credibility"), FigureText.fixed(limits.credibility, decimals: 0),
        say("answers at which a finding counts half in the order of the register"),
      ],
      [say("Standards"), FigureText.percent(limits.required), say("of occasions, where a standard names no target")],
    ]
    return TableView(
      ChartTable(
        columns: [
          ChartTable.Column(title: say("Limit"), isNumber: false), ChartTable.Column(title: say("Value")),
          ChartTable.Column(title: say("Meaning"), isNumber: false),
        ],
        rows: classes(limits) + tests(limits) + order), caption: say("Limits"))
  }

  private static func classes(_ limits: Thresholds) -> [[String]] {
    [
      [say("Critical from"), FigureText.percent(limits.critical), say("of customers seriously failed")],
      [say("Major from"), FigureText.percent(limits.major), say("of customers seriously failed")],
      [
        say("Minor from"), FigureText.percent(limits.minor),
        say("of customers seriously failed; an observation below"),
      ],
      [
        say("Reach"), FigureText.percent(limits.reach),
        say("a deficiency whatever the mean, where surely more customers are seriously failed"),
      ],
    ]
  }

  private static func tests(_ limits: Thresholds) -> [[String]] {
    [
      [
        say("Effect"), FigureText.fixed(limits.effect, decimals: 2),
        say("smallest mean gap that matters, in standard deviations"),
      ],
      [
        say("False discovery"), FigureText.percent(limits.falseDiscovery),
        say("false alarms accepted among the findings"),
      ],
      [say("Confidence"), FigureText.percent(limits.confidence), say("of every interval")],
    ]
  }
}
