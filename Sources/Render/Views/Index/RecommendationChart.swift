import Audit

/// How likely customers are to recommend, 0 to 10, from the first survey that asks.
enum RecommendationChart {
  static func view(_ context: SiteContext) -> ChartView? {
    for reading in context.outcomes where reading.outcome.kind == .nps {
      guard let counts = reading.wave.all?.distribution(.outcome, reading.outcome.id)?.counts,
        let chart = chart(reading, counts)
      else { continue }
      return ChartView(chart)
    }
    return nil
  }

  private static func chart(_ reading: OutcomeReading, _ counts: [Int]) -> Chart? {
    guard counts.count == 11 else { return nil }
    let (against, behind) = (counts[0...6].reduce(0, +), counts[9...10].reduce(0, +))
    let detractors = reading.measurement.judged(.detractors) ?? Double(against)
    let promoters = reading.measurement.judged(.promoters) ?? Double(behind)
    let title =
      promoters == detractors
      ? say("As many would warn others off as would recommend")
      : promoters > detractors
        ? say("More would recommend than would warn others off") : say("More would warn others off than recommend")
    let total = counts.reduce(0, +)
    let shares = counts.enumerated().map {
      "\($0): \(FigureText.fixed(Double($1) / Double(max(total, 1)) * 100, decimals: 0))"
    }.joined(separator: ", ")
    let summary = say(
      "Share of \(CountWords.of(total, .answer)) at each answer from 0 to 10, in percent: \(shares).")
    return Histogram.chart(
      id: "recommend-chart",
      title: AnswersAsGiven.title(title, isWeighted: reading.measurement.isJudgedByWeights(.nps)),
      summary: summary, counts: counts)
  }
}

/// Charts of answers one by one count them alike, also where figures are weighted.
enum AnswersAsGiven {
  static func title(_ title: String, isWeighted: Bool) -> String {
    isWeighted ? say("\(title) (answers as they were given, without weights)") : title
  }
}
