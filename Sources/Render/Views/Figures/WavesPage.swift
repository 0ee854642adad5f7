import Audit

/// Wave by wave: the outcomes, the gaps, what changed, and what became of corrections.
enum WavesPage {
  static func view(_ context: SiteContext) -> SectionsView {
    var sections: [SectionView] = []
    let outcomes = context.outcomes.enumerated().flatMap { index, outcome in
      [
        WaveLines(outcome, context)?.chart(id: "outcome-chart-\(index + 1)"),
        PromoterRows(outcome)?.waves(context, id: "nps-chart-\(index + 1)"),
      ].compactMap(\.self)
    }
    sections.append(
      SectionView(
        id: "outcomes", heading: say("Outcomes"), note: say("Pale bars are 95 % intervals."), charts: outcomes))
    let gaps = WaveLines.gaps(context).enumerated().map { $1.chart(id: "gap-chart-\($0 + 1)") }
    sections.append(SectionView(id: "gaps", heading: say("Gaps, place by place"), charts: gaps))
    sections.append(contentsOf: ChangeTable.sections(context))
    sections.append(verdicts(context))
    return SectionsView(
      frame: context.frame(.waves, title: say("Waves")), kicker: say("Wave by wave"), headline: headline(context),
      lede: say(
        """
        A change counts where it is more than chance explains; where a finding could follow from it, after all the \
        tests of the wave. Everything else is left open.
        """),
      sections: sections.filter { !$0.isEmpty })
  }

  private static func headline(_ context: SiteContext) -> String {
    let changes = context.measured.surveys.flatMap { ChangeReading.latest($0, context) }
    func list(_ direction: Change.Direction) -> String {
      CountWords.list(
        changes.filter { $0.isHeadline && $0.direction == direction }.map { LetterCase.inSentence($0.name) })
    }
    let (better, worse) = (list(.better), list(.worse))
    let first = LetterCase.capitalised(better)
    switch (better.isEmpty, worse.isEmpty) {
    case (false, true): return say("\(first) got better")
    case (true, false): return say("\(LetterCase.capitalised(worse)) got worse")
    case (false, false): return say("\(first) got better, \(worse) worse")
    case (true, true): return say("No clear change since the wave before")
    }
  }

  private static func verdicts(_ context: SiteContext) -> SectionView {
    SectionView(
      id: "verdicts", heading: say("Did corrections work?"),
      lines: context.report.verdicts.map { verdict in
        let plan = context.correction(verdict.correction)
        let word = FindingWords.name(verdict.word, needed: verdict.needed)
        return LineView(
          name: plan?.title ?? verdict.correction,
          href: context.sitemap.link(from: .waves, to: .corrections, fragment: "plan-\(verdict.correction)"),
          text: "\(word). \(verdict.statement)")
      })
  }
}

/// Values of one or more subjects over the waves.
struct WaveLines: Sendable {
  private struct Value: Sendable {
    var wave: Int
    var value: Double
    var low: Double?
    var high: Double?
    var text: String
    var answers: String
  }

  private struct Series: Sendable {
    var name: String
    var values: [Value]
    var mark: Mark
  }

  private var title: String
  private var axisTitle: String
  private var waves: [String]
  private var series: [Series]
  private var range: ClosedRange<Double>
  private var step: Double
  private var isPercent = false
  private var control: WaveControl?

  /// Nil for an outcome of one wave.
  init?(_ outcome: OutcomeReading, _ context: SiteContext) {
    guard let survey = context.measured.surveys.first(where: { $0.id == outcome.survey }), survey.waves.count > 1 else {
      return nil
    }
    waves = survey.waves.map(\.wave.label)
    let values = survey.waves.enumerated().compactMap { index, wave -> Value? in
      guard let all = wave.all, let own = wave.definition.outcomes.first(where: { $0.id == outcome.outcome.id }),
        let reading = OutcomeReading(own, survey: survey.id, wave: wave, slice: all), let value = reading.value
      else { return nil }
      return Value(
        wave: index, value: value, low: reading.low, high: reading.high, text: reading.text(value),
        answers: reading.n.map { CountWords.of($0, .answer) } ?? "")
    }
    guard values.count > 1 else { return nil }
    series = [Series(name: outcome.name, values: values, mark: .plain)]
    let change = context.change(of: outcome)
    title = "\(outcome.name): \(values.last?.text ?? "")" + (change.map { ", \($0.text)" } ?? "")
    axisTitle = ""
    range = outcome.scaleRange
    step = outcome.axisStep
    isPercent = outcome.isShare
    control = WaveControl(
      survey.waves.enumerated().compactMap { index, wave in
        wave.all?.measurement(.outcome, outcome.outcome.id).map { (index, $0) }
      })
    if let control { title += "; " + control.finding(waves) }
  }

  private init(
    title: String, axisTitle: String, waves: [String], series: [Series], range: ClosedRange<Double>, step: Double
  ) {
    self.title = title
    self.axisTitle = axisTitle
    self.waves = waves
    self.series = series
    self.range = range
    self.step = step
  }

  /// The gaps of touchpoints, else of dimensions, of each survey of customers with two waves or more.
  static func gaps(_ context: SiteContext) -> [WaveLines] {
    context.measured.surveys.compactMap { survey in
      guard survey.waves.count > 1, survey.respondents == .customers else { return nil }
      let touchpoints = context.phases.flatMap(\.touchpoints).map { (SubjectKind.touchpoint, $0.id, $0.name) }
      let dimensions = context.dimensions.map { (SubjectKind.dimension, $0.id, $0.name) }
      for subjects in [touchpoints, dimensions] {
        var range = 0.0
        var (isZoned, isExpected) = (true, true)
        let series = subjects.compactMap { kind, id, name -> Series? in
          let values = survey.waves.enumerated().compactMap { index, wave -> Value? in
            guard let all = wave.all,
              let reading = GapReading(kind, id, survey: survey.id, wave: wave, slice: all), reading.isOfAll,
              let gap = reading.gap
            else { return nil }
            range = max(range, Double(reading.scale.range))
            isZoned = isZoned && reading.target == .minimum
            isExpected = isExpected && reading.target == .expectation
            return Value(
              wave: index, value: gap, low: reading.gapLow, high: reading.gapHigh, text: reading.short,
              answers: reading.answers)
          }
          guard values.count > 1 else { return nil }
          let mark = kind == .touchpoint ? context.mark(ofTouchpoint: id, context.reading(kind, id)) : .plain
          return Series(name: name, values: values, mark: mark)
        }
        guard !series.isEmpty else { continue }
        return WaveLines(
          title: isZoned
            ? say("Received less the least acceptable: below zero it is not acceptable")
            : isExpected
              ? say("Received less expected: zero is what customers expect")
              : say("Received less what it is held against: below zero it falls short"), axisTitle: say("points"),
          waves: survey.waves.map(\.wave.label), series: series, range: -range...range, step: range <= 12 ? 0.5 : 1)
      }
      return nil
    }
  }

  /// Of many waves the first, the last and those that fall out of the others have their figure at the dot.
  private func isNamed(_ value: Value, in series: Series) -> Bool {
    waves.count <= Self.allNamed || value.wave == series.values.first?.wave || value.wave == series.values.last?.wave
      || control?.isSignal(value.wave) == true
  }

  private static let allNamed = 6

  func chart(id: String) -> ChartView {
    let values = series.flatMap(\.values)
    let isAlone = series.count == 1
    let ends =
      (isAlone ? values.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) } : values.map(\.value))
      + (control?.ends ?? [])
    var plot = PointPlot(
      dots: series.flatMap { series in
        series.values.map { value in
          let isLast = value.wave == series.values.last?.wave
          let text = isNamed(value, in: series) ? value.text : nil
          return PointPlot.Dot(
            name: series.name, x: Double(value.wave), y: value.value,
            up: isAlone ? value.low.flatMap { low in value.high.map { min(low, $0)...max(low, $0) } } : nil,
            mark: isLast ? series.mark : .plain,
            label: isAlone || !isLast ? text : "\(series.name) \(value.text)")
        }
      },
      lines: series.map { series in
        PointPlot.Line(points: series.values.map { Point(x: Double($0.wave), y: $0.value) }, style: .path)
      } + (control?.lines ?? []), across: PointPlot.Scale(names: waves),
      up: PointPlot.Scale(axisTitle, covering: ends, within: range, step: step, isPercent: isPercent))
    plot.height = isAlone ? 190 : 320
    let table = ChartTable(
      columns: [
        ChartTable.Column(title: say("What"), isNumber: false), ChartTable.Column(title: say("Wave"), isNumber: false),
        ChartTable.Column(title: say("Value")), ChartTable.Column(title: say("Between", as: "interval")),
        ChartTable.Column(title: say("Based on"), isNumber: false),
      ] + (control == nil ? [] : [ChartTable.Column(title: say("Waves vary between"))]),
      rows: series.flatMap { series in
        series.values.map { value in
          let interval = value.low.flatMap { low in
            value.high.map { isPercent ? FigureText.percentRange(low, $0) : FigureText.range(low, $0, decimals: 1) }
          }
          return [series.name, waves[value.wave], value.text, interval ?? "", value.answers]
            + (control.map { [$0.interval(of: value.wave, isPercent: isPercent)] } ?? [])
        }
      })
    let summary = series.map { series in
      "\(series.name): " + series.values.map { "\(waves[$0.wave]) \($0.text)" }.joined(separator: ", ")
    }
    return ChartView(plot.chart(id: id, title: title, summary: summary.joined(separator: "; ") + ".", table: table))
  }
}
