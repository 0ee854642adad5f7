import Audit

/// The journey: the strip, then each phase's touchpoints in words.
struct JourneyView: View {
  var frame: FrameView
  var headline: String
  var chartNote: String?
  var chart: ChartView?
  var heat: HeatMapView?
  var phases: [PhaseView]

  static let fields: [Field<JourneyView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .text("chartNote", \.chartNote),
    .object("chart", \.chart), .object("heat", \.heat), .list("phases", \.phases),
  ]

  init(_ context: SiteContext) {
    let picture = StoryChart.journey(context)
    chart = picture?.chart
    chartNote = picture?.note
    headline = picture == nil ? say("The journey, touchpoint by touchpoint") : Story(context).headline
    frame = context.frame(.journey, title: say("Journey"))
    heat = HeatMapView(on: .journey, context)
    phases = context.phases.map { PhaseView($0, context) }
  }

  struct PhaseView: View {
    var name: String
    var touchpoints: [StopView]

    static let fields: [Field<PhaseView>] = [.text("name", \.name), .list("touchpoints", \.touchpoints)]

    init(_ phase: Phase, _ context: SiteContext) {
      name = phase.name
      touchpoints = phase.touchpoints.map { StopView($0, context) }
    }
  }

  /// One touchpoint's row.
  struct StopView: View {
    var name: String
    var href: String?
    var gap: String
    var answers: String
    var classification: ClassView?
    var deficiencies: String
    var owner: String?

    static let fields: [Field<StopView>] = [
      .text("name", \.name), .text("href", \.href), .text("gap", \.gap), .text("answers", \.answers),
      .object("class", \.classification), .text("deficiencies", \.deficiencies), .text("owner", \.owner),
    ]

    init(_ touchpoint: Touchpoint, _ context: SiteContext) {
      let reading = context.reading(.touchpoint, touchpoint.id)
      let findings = context.deficiencies.filter { $0.touchpoint == touchpoint.id }
      name = touchpoint.name
      href = context.sitemap.link(from: .journey, to: .touchpoint(touchpoint.id))
      gap = reading.map { LetterCase.capitalised($0.sentence ?? $0.missing) } ?? say("Not asked")
      answers = reading?.n.map { CountWords.of($0, .answer) } ?? ""
      classification = findings.map(\.findingClass).min().map(ClassView.init)
      deficiencies = findings.isEmpty ? "" : CountWords.of(findings.count, .deficiency)
      owner = touchpoint.owner
    }
  }
}
