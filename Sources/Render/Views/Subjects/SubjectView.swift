import Audit

/// A touchpoint or a dimension: what customers expect and get there, what auditors saw, what is being done.
struct SubjectView: View {
  var frame: FrameView
  var kicker: String
  var headline: String
  var lede: String
  var chart: ChartView?
  var chartTitle: String
  var items: ChartView?
  var spread: ChartView?
  var waves: ChartView?
  var groups: ChartView?
  var findings: [FindingView]
  /// What comments are about.
  var themes: ThemesView?
  var quotes: [QuoteView]
  var notes: [NoteLinkView]
  var benchmarks: [BenchmarkView]
  /// Touchpoints or dimensions beside this one.
  var siblings: [NavigationView]
  var siblingsTitle: String

  static let fields: [Field<SubjectView>] = [
    .object("frame", \.frame), .text("kicker", \.kicker), .text("headline", \.headline), .text("lede", \.lede),
    .object("chart", \.chart), .text("chartTitle", \.chartTitle), .object("items", \.items),
    .object("spread", \.spread), .object("waves", \.waves), .object("groups", \.groups), .list("findings", \.findings),
    .object("themes", \.themes), .list("quotes", \.quotes), .list("notes", \.notes),
    .list("benchmarks", \.benchmarks), .list("siblings", \.siblings),
    .text("siblingsTitle", \.siblingsTitle),
  ]

  init(touchpoint: Touchpoint, in phase: Phase, _ context: SiteContext, _ prose: inout Prose) {
    let page = Page.touchpoint(touchpoint.id)
    let reading = context.reading(.touchpoint, touchpoint.id)
    let charts = SubjectCharts(context: context, kind: .touchpoint, id: touchpoint.id)
    frame = context.frame(
      page, title: touchpoint.name,
      crumbs: [context.crumb(say("Journey"), to: .journey, from: page), context.crumb(phase.name, to: nil, from: page)])
    var known: [String] = []
    if let owner = touchpoint.owner { known.append(say("Owner: \(owner)")) }
    if let volume = touchpoint.volume { known.append(say("\(FigureText.percent(volume)) of customers pass it")) }
    kicker = known.joined(separator: " · ")
    headline = SubjectWords.headline(touchpoint.name, reading)
    lede = SubjectWords.lede(
      reading,
      reading.flatMap { context.change(of: $0, .touchpoint, touchpoint.id) },
      obstacle: reading.flatMap { context.obstacle(to: $0, .touchpoint, touchpoint.id) })
    chart = charts.cells
    chartTitle = say("By dimension of service")
    items = charts.items
    spread = charts.spread
    waves = charts.waves
    groups = charts.segments
    findings = context.report.findings.filter { $0.isAboutService && $0.touchpoint == touchpoint.id }
      .map { FindingView($0, on: page, context) }
    let spoken = SubjectNotes(context: context, page: page) { $0 == touchpoint.id || $1 == touchpoint.id }
    themes = ThemesView(touchpoint: touchpoint.id, context)
    quotes = spoken.quotes(&prose, touchpoint: touchpoint.id) + context.quotes(touchpoint: touchpoint.id)
    notes = spoken.notes
    benchmarks = context.benchmarks(of: .touchpoint, touchpoint.id)
    siblings = context.phases.flatMap(\.touchpoints).compactMap { other in
      context.sitemap.link(from: page, to: .touchpoint(other.id)).map {
        NavigationView(label: other.name, href: $0, count: nil, isCurrent: other.id == touchpoint.id)
      }
    }
    siblingsTitle = say("Touchpoints")
  }

  init(dimension: Dimension, _ context: SiteContext, _ prose: inout Prose) {
    let page = Page.dimension(dimension.id)
    let reading = context.reading(.dimension, dimension.id)
    let charts = SubjectCharts(context: context, kind: .dimension, id: dimension.id)
    frame = context.frame(page, title: dimension.name, crumbs: [context.crumb(say("Dimensions"), to: nil, from: page)])
    kicker = DimensionWords.meaning(dimension.id) ?? ""
    headline = SubjectWords.headline(dimension.name, reading)
    lede = SubjectWords.lede(
      reading, reading.flatMap { context.change(of: $0, .dimension, dimension.id) },
      obstacle: reading.flatMap { context.obstacle(to: $0, .dimension, dimension.id) })
    chart = charts.cells
    chartTitle = say("By touchpoint")
    items = charts.items
    spread = charts.spread
    waves = charts.waves
    groups = charts.segments
    findings = context.report.findings.filter { $0.isAboutService && $0.dimension == dimension.id }
      .map { FindingView($0, on: page, context) }
    let spoken = SubjectNotes(context: context, page: page) { _, _ in false }
    themes = ThemesView(dimension: dimension.id, context)
    quotes = spoken.quotes(&prose, dimension: dimension.id) + context.quotes(dimension: dimension.id)
    notes = []
    benchmarks = context.benchmarks(of: .dimension, dimension.id)
    siblings = context.dimensions.compactMap { other in
      context.sitemap.link(from: page, to: .dimension(other.id)).map {
        NavigationView(label: other.name, href: $0, count: nil, isCurrent: other.id == dimension.id)
      }
    }
    siblingsTitle = say("Dimensions")
  }
}

/// Sentences about a touchpoint or a dimension.
enum SubjectWords {
  /// `Branch visit: 1.7 points below what customers expect`.
  static func headline(_ name: String, _ reading: GapReading?) -> String {
    guard let reading, reading.received != nil else { return name }
    if let gap = reading.gap {
      let points = FigureText.magnitude(gap, decimals: reading.decimals)
      guard points != FigureText.fixed(0, decimals: reading.decimals) else {
        return reading.aim.headline(name)
      }
      return gap < 0
        ? say("\(name): \(points) points below \(reading.aim.text)")
        : say("\(name): \(points) points above \(reading.aim.text)")
    }
    guard let satisfied = reading[.satisfiedShare] else { return name }
    return say("\(name): \(FigureText.percent(satisfied)) are satisfied")
  }

  static func lede(_ reading: GapReading?, _ change: Change?, obstacle: String?) -> String {
    guard let reading else { return say("Customers were not asked about it; what stands here was seen by auditors.") }
    guard reading.received != nil else { return "\(LetterCase.capitalised(reading.missing))." }
    var sentences: [String] = []
    if let failed = reading[.failedShare] {
      let range = reading[.failedLow].flatMap { low in
        reading[.failedHigh].map { " (\(FigureText.percentRange(low, $0)))" }
      }
      sentences.append(reading.failed(FigureText.percent(failed)) + (range ?? "") + ".")
    }
    if let low = reading.gapLow, let high = reading.gapHigh { sentences.append(distance(reading, low, high)) }
    if reading.gap != nil, !reading.isOfAll {
      let questions = CountWords.of(reading.marked.all, .question)
      sentences.append(say("It is of \(FigureText.count(reading.marked.some)) of \(questions)."))
    }
    if let set = reading.set, reading.wave.definition.asksItemsOfAllTouchpoints(set) {
      sentences.append(
        say("Each answer is about one touchpoint, so single questions are counted over all touchpoints alone."))
    }
    if let change { sentences.append(change.sentence) }
    if let obstacle { sentences.append(say("It is not compared with \(obstacle).")) }
    return sentences.joined(separator: " ")
  }

  private static func distance(_ reading: GapReading, _ low: Double, _ high: Double) -> String {
    let (low, high) = (
      FigureText.fixed(low, decimals: reading.decimals), FigureText.fixed(high, decimals: reading.decimals)
    )
    let interval = say("\(low) to \(high)", as: "range")
    return reading.target == .minimum
      ? say(
        """
        On a scale of \(reading.scaleText) the distance to the least acceptable is \(reading.short) (\(interval)).
        """)
      : say("On a scale of \(reading.scaleText) the gap is \(reading.short) (\(interval)).")
  }
}

/// What the five dimensions of SERVQUAL mean, in a line (Parasuraman, Zeithaml & Berry 1988).
enum DimensionWords {
  static func meaning(_ id: String) -> String? {
    switch id {
    case "tangibles": say("What customers can see: rooms, equipment, people, letters and pages")
    case "reliability": say("Doing what was promised, correctly and on time")
    case "responsiveness": say("Helping customers at once and willingly")
    case "assurance": say("Knowing the work, and giving confidence that it is right")
    case "empathy": say("Caring for each customer as a person")
    default: nil
    }
  }
}
