import Audit

/// What each open deficiency weighs on customers against the effort that its steps take.
enum EffortMap {
  private struct Place {
    var finding: Finding
    var burden: Double
    var days: Double
    var isPlan: Bool
  }

  /// Nil with fewer than two deficiencies whose burden and effort are known.
  static func section(_ context: SiteContext) -> SectionView? {
    let places = context.deficiencies.compactMap { finding -> Place? in
      guard finding.isOpen, let burden = finding.burden, let outlay = finding.worth?.outlay else { return nil }
      return Place(finding: finding, burden: burden, days: outlay.days, isPlan: outlay.source == .plan)
    }
    guard places.count > 1 else { return nil }
    let most = places.map(\.days).max() ?? 1
    let across = PointPlot.Scale(
      say("effort in working days"), covering: [0] + places.map(\.days), within: 0...max(most * 1.25, 10), step: 5)
    let heaviest = places.map(\.burden).max() ?? 1
    let plot = PointPlot(
      dots: places.map { place in
        PointPlot.Dot(
          name: place.finding.title, x: place.days, y: place.burden, mark: Mark(place.finding.findingClass),
          label: place.finding.title)
      }, across: across,
      up: PointPlot.Scale(
        say("burden per 100 customers"), covering: [0] + places.map(\.burden), within: 0...max(heaviest * 1.25, 5),
        step: 1),
      corners: [
        say("much for little effort"), say("much, with much effort"), say("little, quickly done"),
        say("little for much effort"),
      ])
    let quick = places.filter(\.finding.isQuickWin)
    let title =
      quick.isEmpty
      ? say("Nothing grave is mended in ten days or less")
      : say("Quick wins: \(CountWords.list(quick.map { say("“\($0.finding.title)”") }))")
    let table = ChartTable(
      columns: [
        ChartTable.Column(title: say("Deficiency"), isNumber: false),
        ChartTable.Column(title: say("Class"), isNumber: false),
        ChartTable.Column(title: say("Burden")), ChartTable.Column(title: say("Working days")),
        ChartTable.Column(title: say("Effort from"), isNumber: false),
      ],
      rows: places.map { place in
        [
          place.finding.title, FindingWords.name(place.finding.findingClass),
          FigureText.fixed(place.burden, decimals: 1), FigureText.fixed(place.days, decimals: 0),
          place.isPlan ? say("the plan") : say("the playbook"),
        ]
      })
    let chart = plot.chart(
      id: "effort-chart", title: title,
      summary: places.map(summary).joined(separator: "; ") + ".", table: table)
    return SectionView(
      id: "effort", heading: say("Burden and effort"),
      note: say(
        """
        Burden is severity times the share of customers it reaches. Effort is the plan’s, else what the \
        playbook expects.
        """),
      charts: [ChartView(chart)])
  }

  private static func summary(_ place: Place) -> String {
    let (burden, days) = (FigureText.fixed(place.burden, decimals: 1), FigureText.fixed(place.days, decimals: 0))
    return say("\(place.finding.title): burden \(burden), \(days) days")
  }
}
