import Audit

/// The first page: the story in one screen.
struct IndexView: View {
  var frame: FrameView
  var kicker: String
  var headline: String
  var lede: HTML?
  var figures: [FigureView]
  var chart: ChartView?
  var chartTitle: String
  var chartNote: String
  var act: [FindingView]
  var actNote: String
  var register: String?
  var changes: ChangesView?
  var since: SinceView?
  var histogram: ChartView?
  var sound: [String]
  var method: String?
  var summary: HTML?
  /// The notes, where they are all there is.
  var notes: [NoteLinkView]

  static let fields: [Field<IndexView>] = [
    .object("frame", \.frame), .text("kicker", \.kicker), .text("headline", \.headline), .html("lede", \.lede),
    .list("figures", \.figures), .object("chart", \.chart), .text("chartTitle", \.chartTitle),
    .text("chartNote", \.chartNote), .list("act", \.act), .text("actNote", \.actNote),
    .text("register", \.register), .object("changes", \.changes), .object("since", \.since),
    .object("histogram", \.histogram),
    .texts("sound", \.sound), .text("method", \.method), .html("summary", \.summary), .list("notes", \.notes),
  ]

  init(_ context: SiteContext, _ prose: inout Prose) {
    let story = Story(context)
    frame = context.frame(.index, title: story.headline)
    kicker = story.kicker
    headline = story.headline
    lede = story.lede
    figures = HeadlineFigures(context).figures
    let picture = StoryChart(context)
    chart = picture.chart
    chartTitle = picture.heading
    chartNote = picture.note
    act = context.actFirst.map { FindingView($0, on: .index, context) }
    let count = context.deficiencies.count
    actNote =
      say("Gravest first, then what correcting them brings for the effort.")
      + (count > act.count ? " " + say("All \(FigureText.count(count)) are in the register.") : "")
    register = context.sitemap.link(from: .index, to: .register)
    changes = ChangesView(context)
    since = SinceView(context)
    histogram = RecommendationChart.view(context)
    sound = Soundness(context).sentences
    method = context.sitemap.link(from: .index, to: .method)
    summary = context.report.project.summary.map { prose.html($0, deeper: 2) }
    notes =
      context.measured.surveys.isEmpty ? context.latestNotes.map { NoteLinkView($0, on: .index, context) } : []
  }
}

/// One headline figure.
struct FigureView: View {
  var label: String
  var value: String
  var note: String
  /// What became of it since the wave before.
  var change: String?
  /// `fine`, `bad` or empty: colours the change, which says the same in words.
  var changeClass = ""

  static let fields: [Field<FigureView>] = [
    .text("label", \.label), .text("value", \.value), .text("note", \.note), .text("change", \.change),
    .text("changeClass", \.changeClass),
  ]
}

extension SiteContext {
  /// The five to act on first: graver classes, then value for effort, what others wait for before them; not what is
  /// accepted or done, and not what has its trouble in another finding.
  var actFirst: [Finding] {
    let open = deficiencies.enumerated().filter { $0.element.isOpen && $0.element.kind.asksForSteps }
    return open.sorted { left, right in
      let (a, b) = (left.element.rank?.act ?? .max, right.element.rank?.act ?? .max)
      return a != b ? a < b : left.offset < right.offset
    }.prefix(5).map(\.element)
  }
}
