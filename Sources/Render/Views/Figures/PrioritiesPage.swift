import Audit

/// What matters to customers against how it is done, and what goes with the outcomes.
enum PrioritiesPage {
  static func view(_ context: SiteContext) -> SectionsView {
    let maps = context.importanceMaps
    let drivers = DriverReading.all(context)
    var sections: [SectionView] = [EffortMap.section(context)].compactMap(\.self)
    for (index, map) in maps.enumerated() {
      sections.append(
        SectionView(
          id: "importance-\(index + 1)", heading: map.heading, note: map.note,
          charts: [map.chart(id: "importance-chart-\(index + 1)")]))
    }
    for (index, reading) in drivers.enumerated() {
      sections.append(
        SectionView(
          id: "drivers-\(index + 1)", heading: say("What goes with “\(reading.name)”"), note: reading.note,
          charts: [reading.chart(id: "driver-chart-\(index + 1)")]))
    }
    let first = maps.lazy.flatMap(\.concentrate)
    let headline =
      first.isEmpty
      ? say("What matters, and how well it is done")
      : say("Concentrate on \(CountWords.list(first.map(LetterCase.inSentence)))")
    return SectionsView(
      frame: context.frame(.priorities, title: say("Priorities")), kicker: say("What matters most"), headline: headline,
      lede: say(
        """
        Where to put effort: what matters much and is done less well comes first. What goes together need not be cause \
        and effect; only a correction that is measured tells that.
        """),
      sections: sections)
  }
}

/// Importance against performance: items by their ratings, dimensions by stated points.
struct ImportanceMap: Sendable {
  private struct Attribute: Sendable {
    var name: String
    var importance: Double
    /// Where the mean perception stands on its scale, 0…1, with its interval.
    var performance: Double
    var low: Double?
    var high: Double?
    var quadrant: Int
    var stability: Double?
    var n: Int
  }

  private let attributes: [Attribute]
  private let kind: SubjectKind
  /// Customers spread 100 points over dimensions; else they rated questions.
  private let isByPoints: Bool
  /// Behind the note: figures here leave weights out.
  private let remark: String

  /// Nil where no quadrant was found.
  init?(_ kind: SubjectKind, _ wave: MeasuredWave, _ context: SiteContext) {
    guard let all = wave.all else { return nil }
    self.kind = kind
    remark = WeightWords.sentence(wave.definition)
    isByPoints = kind == .dimension && !wave.definition.pointDimensions.isEmpty
    attributes = all.measurements(of: kind).compactMap { measurement -> Attribute? in
      guard let quadrant = measurement[.quadrant], let mean = measurement[.perceptionMean],
        let importance = measurement[.importance], let n = measurement.n,
        let reading = GapReading(kind, measurement.key.subject, survey: measurement.key.survey, wave: wave, slice: all)
      else { return nil }
      let scale = reading.scale
      func part(_ value: Double) -> Double { (value - Double(scale.minimum)) / Double(scale.range) }
      return Attribute(
        name: kind == .item ? Self.text(of: measurement, wave) : context.name(ofDimension: measurement.key.subject),
        importance: importance, performance: part(mean), low: measurement[.perceptionLow].map(part),
        high: measurement[.perceptionHigh].map(part), quadrant: Int(quadrant),
        stability: measurement[.quadrantStability],
        n: n)
    }
    if attributes.count < 2 { return nil }
  }

  private static func text(of measurement: Measurement, _ wave: MeasuredWave) -> String {
    let id = measurement.key.subject
    return wave.definition.items.first { $0.id == id }?.text ?? id
  }

  var heading: String {
    kind == .item ? say("Questions: importance and performance") : say("Dimensions: importance and performance")
  }

  var note: String { meaning + remark }

  private var meaning: String {
    !isByPoints
      ? say(
        """
        Importance is the mean rating, 1 being the average; performance is where the mean answer stands on its scale. \
        The cross is at the means.
        """)
      : say(
        """
        Importance is the share of 100 points that customers gave, 1 being the average; performance is where the mean \
        answer stands on its scale. The cross is at the means.
        """)
  }

  var concentrate: [String] { attributes.filter { $0.quadrant == 1 && ($0.stability ?? 1) >= 0.8 }.map(\.name) }

  private static let words = [
    Phrase("concentrate here"), Phrase("keep up"), Phrase("low priority"), Phrase("possible overkill"),
  ]

  func chart(id: String) -> ChartView {
    let count = Double(attributes.count)
    let cross = Point(
      x: attributes.reduce(0) { $0 + $1.performance } / count, y: attributes.reduce(0) { $0 + $1.importance } / count)
    let ends = attributes.flatMap { [$0.performance, $0.low, $0.high].compactMap(\.self) }
    let across = PointPlot.Scale(
      say("performance: where the mean answer stands on its scale"), covering: ends, within: 0...1, step: 0.05,
      isPercent: true)
    let up = PointPlot.Scale(
      say("importance"), covering: attributes.map(\.importance) + [1],
      within: 0...max(2, (attributes.map(\.importance).max() ?? 2) * 1.2),
      step: 0.1)
    let plot = PointPlot(
      dots: attributes.map { attribute in
        PointPlot.Dot(
          name: attribute.name, x: attribute.performance, y: attribute.importance,
          across: attribute.low.flatMap { low in attribute.high.map { min(low, $0)...max(low, $0) } },
          mark: attribute.quadrant == 1 ? .major : .plain, label: attribute.name)
      },
      lines: [
        PointPlot.Line(points: [Point(x: cross.x, y: up.low), Point(x: cross.x, y: up.high)], style: .baseline),
        PointPlot.Line(
          points: [Point(x: across.low, y: cross.y), Point(x: across.high, y: cross.y)], style: .baseline),
      ], across: across, up: up, corners: Self.words.map(\.text))
    let table = ChartTable(
      columns: [
        ChartTable.Column(title: kind == .item ? say("Question") : say("Dimension"), isNumber: false),
        ChartTable.Column(title: say("Importance")),
        ChartTable.Column(title: say("Performance")), ChartTable.Column(title: say("Between", as: "interval")),
        ChartTable.Column(title: say("Answers")),
        ChartTable.Column(title: say("Place", as: "quadrant"), isNumber: false),
      ],
      rows: attributes.sorted { $0.importance > $1.importance }.map { attribute in
        let interval = attribute.low.flatMap { low in attribute.high.map { FigureText.percentRange(low, $0) } }
        return [
          attribute.name, FigureText.fixed(attribute.importance, decimals: 2),
          FigureText.percent(attribute.performance),
          interval ?? "", FigureText.count(attribute.n), Self.place(attribute),
        ]
      })
    let title =
      concentrate.isEmpty
      ? say("Nothing stands clearly among what matters much and is done less well")
      : say("\(CountWords.list(concentrate)): matters more than the average, and is done less well")
    return ChartView(
      plot.chart(
        id: id, title: title, summary: attributes.map { "\($0.name): \(Self.place($0))" }.joined(separator: "; ") + ".",
        table: table))
  }

  private static func place(_ attribute: Attribute) -> String {
    guard (1...4).contains(attribute.quadrant) else { return "" }
    let isBorderline = (attribute.stability ?? 1) < 0.8
    return words[attribute.quadrant - 1].text + (isBorderline ? ", " + say("borderline") : "")
  }
}

/// What goes with one outcome.
struct DriverReading: Sendable {
  private struct Driver: Sendable {
    var name: String
    var share: Double
    var low: Double?
    var high: Double?
    var correlation: Double?
    var isSuppressor: Bool
  }

  let name: String
  private let explained: Double
  private let n: Int
  private let drivers: [Driver]
  /// Behind the note: drivers leave weights out.
  private let remark: String

  /// Under this share the drivers explain too little to rank them.
  static let least = 0.1

  static func all(_ context: SiteContext) -> [DriverReading] {
    context.outcomes.compactMap { outcome in
      outcome.wave.all.flatMap { DriverReading(outcome, $0, context) }
    }
  }

  private init?(_ outcome: OutcomeReading, _ all: MeasuredSlice, _ context: SiteContext) {
    let id = outcome.outcome.id
    guard let whole = all.measurement(.driver, id), let explained = whole[.r2], let n = whole.n, explained >= Self.least
    else { return nil }
    name = outcome.name
    remark = WeightWords.sentence(outcome.wave.definition)
    self.explained = explained
    self.n = n
    let prefix = "\(id)~"
    drivers = all.measurements(of: .driver).compactMap { measurement -> Driver? in
      let subject = measurement.key.subject
      guard subject.hasPrefix(prefix), let share = measurement[.lmgShare] else { return nil }
      let own = String(subject.dropFirst(prefix.count))
      guard outcome.wave.definition.sets.contains(where: { $0.kind == .dimension && $0.subject == own }) else {
        return nil
      }
      let (r, beta) = (measurement[.correlation], measurement[.beta])
      return Driver(
        name: context.name(ofDimension: own), share: share, low: measurement[.lmgShareLow],
        high: measurement[.lmgShareHigh], correlation: r,
        isSuppressor: r.flatMap { r in beta.map { r * $0 < 0 } } ?? false)
    }.sorted { $0.share != $1.share ? $0.share > $1.share : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if drivers.count < 2 { return nil }
  }

  var note: String {
    let (share, customers) = (FigureText.percent(explained), CountWords.of(n, .customer))
    return say(
      """
      The dimensions together go with \(share) of how answers vary, among \(customers) who rated them all. Shares are \
      averaged over all orders of the dimensions (LMG).
      """) + remark
  }

  func chart(id: String) -> ChartView {
    let suppressors = drivers.filter(\.isSuppressor).map(\.name)
    let rows = drivers.map { driver in
      SegmentDots.Row(
        name: driver.name, answers: driver.isSuppressor ? say("direction turns with the others held still") : "",
        value: driver.share, low: driver.low.map { max($0, 0) }, high: driver.high.map { min($0, 1) },
        text: FigureText.percent(driver.share))
    }
    let even = 1 / Double(drivers.count)
    let title = drivers.first.map { say("\($0.name) goes with it most") } ?? ""
    let turned = suppressors.isEmpty ? "" : "; " + say("\(CountWords.list(suppressors)) with a turned sign")
    return ChartView(
      SegmentDots.chart(
        id: id, title: title + turned,
        summary: drivers.map { "\($0.name): \(FigureText.percent($0.share))" }.joined(separator: "; ") + ".",
        rows: rows,
        everyone: even, everyoneName: say("an even share"), scale: 0...1, minimumStep: 0.1, isPercent: true))
  }
}

extension SiteContext {
  /// Items first, then dimensions, of the latest waves of customers.
  var importanceMaps: [ImportanceMap] {
    measured.surveys.filter { $0.respondents == .customers }.compactMap(\.latest).flatMap { wave in
      [SubjectKind.item, .dimension].compactMap { ImportanceMap($0, wave, self) }
    }
  }
}
