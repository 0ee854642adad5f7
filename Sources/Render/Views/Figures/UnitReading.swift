import Audit

/// One measure of the latest wave, unit by unit.
struct UnitReading: Sendable {
  var survey: String
  /// As `data/statistics.csv` names it: `branch/responsiveness:gap`.
  var measure: String
  var name: String
  /// What the survey calls a unit.
  var noun: String
  var wave: String
  var together: Measurement
  /// In the order of the file; those about too few answers are left out.
  var units: [MeasuredUnit]
  var withheld: Int
  /// Behind the note: units leave weights out.
  var remark: String
  private var isGap: Bool
  private var range: ClosedRange<Double>
  private var isPoints: Bool
  /// A share of 0…1, of those who say yes.
  private var isPercent: Bool

  /// Nil where units were not compared on it.
  init?(_ measure: String, survey: String, wave: MeasuredWave, _ context: SiteContext) {
    guard let all = wave.all, let together = all.measurement(.unit, measure), let noun = wave.definition.unitColumn
    else { return nil }
    self.survey = survey
    self.measure = measure
    self.noun = noun
    remark = WeightWords.sentence(wave.definition)
    self.wave = wave.wave.label
    self.together = together
    let (id, definition) = (MeasureID(measure), wave.definition)
    isGap = id.isGap
    if let outcome = definition.outcomes.first(where: { $0.id == id.base }) {
      guard let reading = OutcomeReading(outcome, survey: survey, wave: wave, slice: all) else { return nil }
      isPoints = outcome.kind != .nps
      isPercent = outcome.kind == .yes
      range = outcome.kind == .nps ? -100...100 : Double(outcome.scale.minimum)...Double(outcome.scale.maximum)
      name = outcome.kind == .nps || isPercent ? reading.name : say("\(reading.name): mean rating")
    } else {
      guard let set = definition.set(of: id), let scale = set.items.first.map({ definition.items[$0].scale }) else {
        return nil
      }
      (isPoints, isPercent) = (true, false)
      let place = [set.touchpoint.map(context.name(ofTouchpoint:)), set.dimension.map(context.name(ofDimension:))]
      let subject =
        set.kind == .overall ? say("The service as a whole") : place.compactMap(\.self).joined(separator: " · ")
      name = isGap ? say("\(subject): gap") : subject
      range = isGap ? -Double(scale.range)...Double(scale.range) : Double(scale.minimum)...Double(scale.maximum)
    }
    let found = wave.units(on: measure)
    units = found.filter { $0.measurement.n != nil && $0.measurement[.mean] != nil }
    withheld = found.count - units.count
  }

  private var decimals: Int { isPoints && range.upperBound - range.lowerBound <= 200 ? 2 : 0 }

  func text(_ value: Double) -> String {
    if isPercent { return FigureText.percent(value) }
    return isGap || !isPoints
      ? FigureText.signed(value, decimals: decimals) : FigureText.fixed(value, decimals: decimals)
  }

  // MARK: Where units stand

  enum Standing: Hashable, Sendable {
    case below, inside, above, unknown

    var words: String {
      switch self {
      case .below: say("lower than chance explains")
      case .inside: say("within what chance explains")
      case .above: say("higher than chance explains")
      case .unknown: say("not tested: fewer than ten units, or none to compare")
      }
    }
  }

  func standing(_ unit: MeasuredUnit, _ context: SiteContext) -> Standing {
    let figures = unit.measurement
    guard let mean = figures[.mean], let low = figures[.funnelLow], let high = figures[.funnelHigh],
      let q = figures[.funnelQ]
    else { return .unknown }
    guard q <= context.configuration.thresholds.falseDiscovery else { return .inside }
    return mean < low ? .below : mean > high ? .above : .inside
  }

  /// There are units enough to tell which stand apart.
  var hasLimits: Bool { units.contains { $0.measurement[.funnelLow] != nil } }

  /// All units together differ by more than chance and by enough to matter.
  func isUneven(_ context: SiteContext) -> Bool {
    let thresholds = context.configuration.thresholds
    guard let q = together[.q], let icc = together[.icc1] else { return false }
    return q <= thresholds.falseDiscovery && icc >= thresholds.icc
  }

  // MARK: The funnel

  /// Nil with fewer than two units.
  func chart(id: String, _ context: SiteContext) -> ChartView? {
    guard units.count > 1 else { return nil }
    let bySize = units.sorted { ($0.measurement.n ?? 0, $0.name) < ($1.measurement.n ?? 0, $1.name) }
    func edge(_ statistic: Statistic) -> [Point] {
      bySize.compactMap { unit in
        unit.measurement[statistic].map {
          Point(x: Double(unit.measurement.n ?? 0), y: min(max($0, range.lowerBound), range.upperBound))
        }
      }
    }
    let (low, high) = (edge(.funnelLow), edge(.funnelHigh))
    let sizes = units.compactMap(\.measurement.n).map(Double.init)
    let across = PointPlot.Scale(
      say("answers per \(noun)"), covering: sizes, within: 0...max((sizes.max() ?? 1) * 1.25, 1), step: 1)
    var lines: [PointPlot.Line] = []
    if low.count > 1 {
      lines += [
        PointPlot.Line(points: low, style: .limit),
        PointPlot.Line(points: high, style: .limit, name: say("what chance explains")),
      ]
    }
    if let mean = everyone {
      lines.append(
        PointPlot.Line(
          points: [Point(x: across.low, y: mean), Point(x: across.high, y: mean)], style: .baseline,
          name: say("all together")))
    }
    let plot = PointPlot(
      dots: bySize.map { dot($0, context) }, lines: lines, across: across,
      up: PointPlot.Scale(
        name, covering: bySize.compactMap { $0.measurement[.mean] } + low.map(\.y) + high.map(\.y), within: range,
        step: isPoints ? 0.5 : 10))
    let table = ChartTable(
      columns: [
        ChartTable.Column(title: LetterCase.capitalised(noun), isNumber: false),
        ChartTable.Column(title: say("Answers")),
        ChartTable.Column(title: say("Mean")), ChartTable.Column(title: say("Drawn to the mean of all")),
        ChartTable.Column(title: say("Limits of chance")), ChartTable.Column(title: say("Stands"), isNumber: false),
      ], rows: worstFirst.map { row($0, context) })
    return ChartView(
      plot.chart(
        id: id, title: title(context), summary: say("\(units.count) units by their answers and their mean."),
        table: table))
  }

  private var everyone: Double? {
    let pairs = units.compactMap { unit in
      unit.measurement[.mean].flatMap { mean in unit.measurement.n.map { (mean, Double($0)) } }
    }
    let total = pairs.reduce(0) { $0 + $1.1 }
    return total > 0 ? pairs.reduce(0) { $0 + $1.0 * $1.1 } / total : nil
  }

  /// By the mean drawn towards the mean of all, so that few answers do not make a unit the worst.
  private var worstFirst: [MeasuredUnit] {
    func rank(_ unit: MeasuredUnit) -> Double { unit.measurement[.shrunkenMean] ?? unit.measurement[.mean] ?? 0 }
    return units.sorted { left, right in
      rank(left) != rank(right)
        ? rank(left) < rank(right) : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }

  private func dot(_ unit: MeasuredUnit, _ context: SiteContext) -> PointPlot.Dot {
    let standing = standing(unit, context)
    let mark: Mark =
      switch standing {
      case .below: .observation
      case .above: .good
      case .inside, .unknown: .plain
      }
    return PointPlot.Dot(
      name: unit.name, x: Double(unit.measurement.n ?? 0), y: unit.measurement[.mean] ?? 0, mark: mark,
      label: mark == .plain ? nil : unit.name)
  }

  private func row(_ unit: MeasuredUnit, _ context: SiteContext) -> [String] {
    let figures = unit.measurement
    let limits = figures[.funnelLow].flatMap { low in
      figures[.funnelHigh].map {
        isPercent ? FigureText.percentRange(low, $0) : FigureText.range(low, $0, decimals: decimals)
      }
    }
    return [
      unit.name, FigureText.count(figures.n ?? 0), figures[.mean].map(text) ?? "",
      figures[.shrunkenMean].map(text) ?? "", limits ?? "", standing(unit, context).words,
    ]
  }

  /// Units differ by more than chance, or one stands outside what chance explains.
  func isTelling(_ context: SiteContext) -> Bool {
    isUneven(context) || units.contains { [.below, .above].contains(standing($0, context)) }
  }

  private func title(_ context: SiteContext) -> String {
    let low = worstFirst.filter { standing($0, context) == .below }.map(\.name)
    let high = units.filter { standing($0, context) == .above }.map(\.name)
    switch (low.isEmpty, high.isEmpty) {
    case (false, true): return Self.lower(low)
    case (true, false):
      let names = CountWords.list(high)
      return high.count == 1
        ? say("\(names) stands higher than chance explains") : say("\(names) stand higher than chance explains")
    case (false, false): return say("\(Self.lower(low)), \(CountWords.list(high)) higher")
    case (true, true): break
    }
    guard isTelling(context) else { return say("\(name): none is shown to stand apart") }
    guard isUneven(context) else { return say("No unit is shown to stand apart") }
    return hasLimits
      ? say("Units differ more than chance explains, and none stands apart")
      : say("Units differ more than chance explains; which of them is not told")
  }

  private static func lower(_ low: [String]) -> String {
    let names = CountWords.list(low)
    return low.count == 1
      ? say("\(names) stands lower than chance explains") : say("\(names) stand lower than chance explains")
  }
}
