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
    var rows = TestRows()
    if let figures = unit?.measurement {
      rows.add(say("Answers"), count: figures.n)
      rows.add(say("Mean"), figures[.mean])
      rows.add(say("Limits of chance"), from: figures[.funnelLow], to: figures[.funnelHigh])
      rows.add("p", probability: figures[.funnelP])
      rows.add(say("q, after all units"), probability: figures[.funnelQ])
      rows.add(say("Drawn to the mean of all"), figures[.shrunkenMean])
    } else {
      let figures = reading.together
      rows.add(say("Answers"), count: figures.n)
      rows.add(say("Intraclass correlation, ICC(1)"), figures[.icc1])
      rows.add(say("F, between units"), figures[.f])
      rows.add("p", probability: figures[.p])
      rows.add(say("q, after all tests of the wave"), probability: figures[.q])
      rows.add(say("Reliability of the units’ means"), figures[.reliability])
    }
    return rows.table
  }
}
