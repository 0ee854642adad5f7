import Audit

/// What a finding about units rests on: the funnel of all units, and the test behind it.
struct UnitEvidence {
  private let reading: UnitReading
  /// The unit that stands apart; nil where the finding is that they differ.
  private let unit: MeasuredUnit?

  /// Nil for a finding about anything else.
  init?(_ finding: Finding, _ context: SiteContext) {
    guard let key = finding.measurement, key.kind == .unit,
      let wave = context.measured.surveys.first(where: { $0.id == key.survey })?.latest,
      let subject = UnitSubject(key.subject, measures: wave.definition.measures),
      let reading = UnitReading(subject.measure, survey: key.survey, wave: wave, context)
    else { return nil }
    self.reading = reading
    unit = reading.units.first { $0.name == subject.unit }
  }

  var heading: String { say("What customers say, by \(reading.noun)") }

  func chart(_ context: SiteContext) -> ChartView? { reading.chart(id: "units-chart", context) }

  var numbers: TableView? {
    var rows: [[String]] = []
    func add(_ name: String, _ value: Double?) {
      if let value { rows.append([name, FigureText.fixed(value, decimals: 3)]) }
    }
    func add(_ name: String, probability: Double?) {
      if let probability { rows.append([name, TestTable.probability(probability)]) }
    }
    func add(answers: Int?) {
      if let answers { rows.append([say("Answers"), FigureText.count(answers)]) }
    }
    if let figures = unit?.measurement {
      add(answers: figures.n)
      add(say("Mean"), figures[.mean])
      if let low = figures[.funnelLow], let high = figures[.funnelHigh] {
        rows.append([say("Limits of chance"), FigureText.range(low, high, decimals: 3)])
      }
      add("p", probability: figures[.funnelP])
      add(say("q, after all units"), probability: figures[.funnelQ])
      add(say("Drawn to the mean of all"), figures[.shrunkenMean])
    } else {
      let figures = reading.together
      add(answers: figures.n)
      add(say("Intraclass correlation, ICC(1)"), figures[.icc1])
      add(say("F, between units"), figures[.f])
      add("p", probability: figures[.p])
      add(say("q, after all tests of the wave"), probability: figures[.q])
      add(say("Reliability of the units’ means"), figures[.reliability])
    }
    return rows.count > 1 ? TestTable.table(rows) : nil
  }
}
