import Audit

/// Sentences and tables of the method page that depend on the project's limits.
enum MethodWords {
  static func withheld(customers: Int, staff: Int, named: Bool, hidden: Int) -> String {
    if named { return "The respondents agreed to be named, so nothing is withheld." }
    let limit =
      customers == staff
      ? "Figures about fewer than \(CountWords.of(customers, .answer)) are withheld on every page and in every file."
      : "Figures about fewer than \(CountWords.of(customers, .answer)) of customers, "
        + "or \(FigureText.count(staff)) of staff, are withheld on every page and in every file."
    guard hidden > 0 else { return limit + " None had to be." }
    return limit + " \(FigureText.count(hidden)) \(hidden == 1 ? "place is" : "places are") affected."
  }

  /// `0.4 to 2.3; the 611 weighted answers tell as much as 505 without weights`.
  static func weights(_ measurement: Measurement) -> String? {
    guard let n = measurement.n, let least = measurement[.leastWeight], let most = measurement[.mostWeight],
      let effective = measurement[.effectiveN], let deff = measurement[.deff]
    else { return nil }
    let much = deff > 2 ? ": more than half of what they could tell is lost to uneven weights" : ""
    return "\(FigureText.range(least, most, decimals: 2)); the \(FigureText.count(n)) weighted answers tell as much as "
      + "\(FigureText.count(Int(effective.rounded()))) without weights\(much)"
  }

  /// The agreed limits as they hold for this report.
  static func thresholds(_ configuration: Configuration) -> TableView {
    let limits = configuration.thresholds
    let rows = [
      ["Critical from", FigureText.percent(limits.critical), "of customers seriously failed"],
      ["Major from", FigureText.percent(limits.major), "of customers seriously failed"],
      ["Minor from", FigureText.percent(limits.minor), "of customers seriously failed; an observation below"],
      [
        "Reach", FigureText.percent(limits.reach),
        "a deficiency whatever the mean, where surely more customers are seriously failed",
      ],
      [
        "Effect", FigureText.fixed(limits.effect, decimals: 2),
        "smallest mean gap that matters, in standard deviations",
      ],
      ["False discovery", FigureText.percent(limits.falseDiscovery), "false alarms accepted among the findings"],
      ["Confidence", FigureText.percent(limits.confidence), "of every interval"],
      ["Low base", CountWords.of(configuration.lowBase, .answer), "needed to call anything a deficiency"],
      [
        "Credibility", FigureText.fixed(limits.credibility, decimals: 0),
        "answers at which a finding counts half in the order of the register",
      ],
      ["Standards", FigureText.percent(limits.required), "of occasions, where a standard names no target"],
    ]
    return TableView(
      ChartTable(
        columns: [
          ChartTable.Column(title: "Limit", isNumber: false), ChartTable.Column(title: "Value"),
          ChartTable.Column(title: "Meaning", isNumber: false),
        ],
        rows: rows), caption: "Limits")
  }
}
