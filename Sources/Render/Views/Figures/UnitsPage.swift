import Audit

/// Places or teams that should serve alike: the funnel of each measure on which they differ, and of the main ones.
enum UnitsPage {
  static func view(_ context: SiteContext) -> SectionsView {
    let readings = context.unitReadings
    let uneven = readings.filter { $0.isUneven(context) }
    let noun = readings.first?.noun ?? say("unit")
    let headline =
      uneven.isEmpty
      ? say("Service is not shown to depend on the \(noun)") : dependence(uneven, on: noun)
    var sections = readings.enumerated().compactMap { index, reading -> SectionView? in
      guard reading.isTelling(context), let chart = reading.chart(id: "unit-chart-\(index + 1)", context) else {
        return nil
      }
      return SectionView(
        id: "measure-\(index + 1)", heading: reading.name, note: note(reading), charts: [chart],
        lines: lines(reading, context))
    }
    let quiet = readings.enumerated().compactMap { index, reading in
      reading.isTelling(context) ? nil : reading.chart(id: "unit-chart-\(index + 1)", context)
    }
    sections.append(
      SectionView(
        id: "alike", heading: say("Where no \(noun) is shown to stand apart"),
        note: say("That does not show that they are alike: few answers hide differences."), charts: quiet))
    return SectionsView(
      frame: context.frame(.units, title: say("Units")), kicker: say("From place to place"), headline: headline,
      lede: readings.contains(where: \.hasLimits)
        ? say(
          """
          Each dot is one \(noun). Few answers scatter more, so the limits of chance are wide on the left and narrow on \
          the right: of a thousand that serve alike, two would stand outside.
          """)
        : say("Each dot is one \(noun). Few answers scatter more; ten units are needed to say which stand apart."),
      sections: sections.filter { !$0.isEmpty })
  }

  private static func dependence(_ uneven: [UnitReading], on noun: String) -> String {
    let names = LetterCase.capitalised(CountWords.list(uneven.map { LetterCase.inSentence($0.name) }))
    return uneven.count == 1 ? say("\(names) depends on the \(noun)") : say("\(names) depend on the \(noun)")
  }

  private static func note(_ reading: UnitReading) -> String {
    var parts: [String] = []
    if let icc = reading.together[.icc1] {
      let share = FigureText.percent(max(icc, 0))
      parts.append(say("\(share) of all variation lies between units; the rest is from customer to customer."))
    }
    if let reliability = reading.together[.reliability], reliability < 0.6 {
      let figure = FigureText.fixed(max(reliability, 0), decimals: 2)
      parts.append(say("The order of units is uncertain (reliability \(figure))."))
    }
    if reading.withheld > 0 {
      let count = LetterCase.capitalised(CountWords.spelled(reading.withheld))
      parts.append(
        reading.withheld == 1
          ? say("One with too few answers is not shown.") : say("\(count) with too few answers are not shown."))
    }
    return parts.joined(separator: " ") + reading.remark
  }

  /// The findings that rest on the measure.
  private static func lines(_ reading: UnitReading, _ context: SiteContext) -> [LineView] {
    context.report.findings.filter { finding in
      guard let key = finding.measurement, key.kind == .unit, key.survey == reading.survey else { return false }
      return key.subject == reading.measure || reading.units.contains { "\(reading.measure)/\($0.name)" == key.subject }
    }.map {
      LineView(
        name: $0.title, href: context.sitemap.link(from: .units, to: .deficiency($0.id)),
        text: FindingWords.firstSentence(of: $0))
    }
  }
}

extension SiteContext {
  /// The service as a whole, what findings about units rest on, and the outcomes; each once.
  var unitReadings: [UnitReading] {
    measured.surveys.flatMap { survey -> [UnitReading] in
      guard let wave = survey.latest, wave.definition.unitColumn != nil else { return [] }
      let found = report.findings.compactMap { finding -> String? in
        guard finding.kind == .consistency, let key = finding.measurement, key.kind == .unit, key.survey == survey.id
        else { return nil }
        return key.subject
      }
      let measures = wave.all?.measurements(of: .unit).filter { $0.figure(.icc1) != nil }.map(\.key.subject) ?? []
      let gap = MeasureID.gap(of: MeasureID.overall)
      let whole = measures.contains(gap) ? gap : MeasureID.overall
      let outcomes = Set(wave.definition.outcomes.map(\.id))
      let resting = found.compactMap { UnitSubject($0, measures: Set(measures))?.measure }
      let chosen = measures.filter { $0 == whole || resting.contains($0) || outcomes.contains($0) }
      let readings = chosen.compactMap { UnitReading($0, survey: survey.id, wave: wave, self) }
      return readings.filter { resting.contains($0.measure) && $0.measure != whole }
        + readings.filter { !(resting.contains($0.measure) && $0.measure != whole) }
    }
  }
}
