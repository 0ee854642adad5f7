import Audit

/// One segment: who is served worse, figure by figure.
struct SegmentView: View {
  var frame: FrameView
  var headline: String
  var lede: String
  /// Differences that turn around at the same touchpoints.
  var mix: [String]
  var charts: [ChartSectionView]
  var table: TableView?
  /// Who is shown to be served worse.
  var findings: [FindingView]
  var siblings: [NavigationView]

  static let fields: [Field<SegmentView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .text("lede", \.lede), .texts("mix", \.mix),
    .list("charts", \.charts),
    .object("table", \.table), .list("findings", \.findings), .list("siblings", \.siblings),
  ]

  init(_ segment: Segment, _ context: SiteContext) {
    let page = Page.segment(segment.id)
    frame = context.frame(page, title: segment.name, crumbs: [context.crumb(say("Segments"), to: nil, from: page)])
    let figures = SegmentFigures(segment: segment, context: context)
    let unequal = context.report.findings.filter { $0.kind == .parity && $0.segment?.segment == segment.id }
    findings = unequal.map { FindingView($0, on: page, context) }
    // The title of such a finding names the segment itself, unless the consultant wrote another.
    headline =
      unequal.first.map { finding in
        finding.title.contains(segment.name) ? finding.title : say("\(segment.name): \(finding.title)", as: "headline")
      } ?? figures.headline
    lede = say("Each dot is one group of customers; the dashed line is everyone.")
    mix = figures.mix
    charts = figures.charts
    table = figures.table
    siblings =
      context.segments.count < 2
      ? []
      : context.segments.compactMap { other in
        context.sitemap.link(from: page, to: .segment(other.id)).map {
          NavigationView(label: other.name, href: $0, count: nil, isCurrent: other.id == segment.id)
        }
      }
  }
}

/// A chart under a heading of its own.
struct ChartSectionView: View {
  var heading: String
  var chart: ChartView

  static let fields: [Field<ChartSectionView>] = [.text("heading", \.heading), .object("chart", \.chart)]
}
