import Audit

/// Touchpoint by dimension: what customers say of each cell, gaps on a ground the deeper the wider they are.
///
/// Where they were asked what they expect, only what is held against that has a number, so that all numbers say the same.
struct HeatMapView: View {
  var caption: String
  var columns: [ColumnView]
  var rows: [RowView]

  static let fields: [Field<HeatMapView>] = [
    .text("caption", \.caption), .list("columns", \.columns), .list("rows", \.rows),
  ]

  /// Nil with fewer than two touchpoints or dimensions that have a cell.
  init?(on page: Page, _ context: SiteContext) {
    let touchpoints = context.phases.flatMap(\.touchpoints)
    var readings = touchpoints.flatMap { touchpoint in
      context.dimensions.compactMap { dimension in
        context.reading(.cell, "\(touchpoint.id)/\(dimension.id)").map { (touchpoint.id, dimension.id, reading: $0) }
      }
    }
    readings.removeAll { context.respondents(of: $0.reading) != .customers }
    let isGap = readings.contains { $0.reading.target == .expectation }
    if isGap { readings.removeAll { $0.reading.target != .expectation } }
    var cells: [String: [String: GapReading]] = [:]
    for (touchpoint, dimension, reading) in readings { cells[touchpoint, default: [:]][dimension] = reading }
    let dimensions = context.dimensions.filter { dimension in cells.values.contains { $0[dimension.id] != nil } }
    let rows = touchpoints.filter { cells[$0.id] != nil }
    guard dimensions.count > 1, rows.count > 1 else { return nil }
    caption =
      isGap
      ? say("Received less expected, touchpoint by dimension") : say("What customers say, touchpoint by dimension")
    columns = dimensions.map {
      ColumnView(text: $0.name, href: context.sitemap.link(from: page, to: .dimension($0.id)))
    }
    self.rows = rows.map { touchpoint in
      RowView(
        head: touchpoint.name, href: context.sitemap.link(from: page, to: .touchpoint(touchpoint.id)),
        cells: dimensions.map { dimension in
          CellView(
            cells[touchpoint.id]?[dimension.id], touchpoint: touchpoint.id, dimension: dimension.id, on: page, context)
        })
    }
  }

  struct ColumnView: View {
    var text: String
    var href: String?

    static let fields: [Field<ColumnView>] = [.text("text", \.text), .text("href", \.href)]
  }

  struct RowView: View {
    var head: String
    var href: String?
    var cells: [CellView]

    static let fields: [Field<RowView>] = [.text("head", \.head), .text("href", \.href), .list("cells", \.cells)]
  }

  struct CellView: View {
    var text: String
    var cssClass: String
    /// To the gravest deficiency of the cell.
    var href: String?
    var mark: HTML?
    var word: String

    static let fields: [Field<CellView>] = [
      .text("text", \.text), .text("cssClass", \.cssClass), .text("href", \.href), .html("mark", \.mark),
      .text("word", \.word),
    ]

    /// Upper edges of the steps, as parts of the scale's range.
    private static let steps = [0.025, 0.075, 0.15, 0.25]

    fileprivate init(
      _ reading: GapReading?, touchpoint: String, dimension: String, on page: Page, _ context: SiteContext
    ) {
      if let gap = reading?.gap, let range = reading?.scale.range, range > 0 {
        let part = gap.magnitude / Double(range)
        let step = Self.steps.count { part >= $0 }
        cssClass = step == 0 ? "" : "heat-\(gap < 0 ? "short" : "over")-\(step)"
      } else {
        cssClass = ""
      }
      let gravest = context.deficiencies.filter { $0.touchpoint == touchpoint && $0.dimension == dimension }
        .min { $0.findingClass < $1.findingClass }
      text =
        reading.map { $0.received == nil ? say("too few") : $0.short } ?? (gravest == nil ? "" : say("not asked"))
      href = gravest.flatMap { context.sitemap.link(from: page, to: .deficiency($0.id)) }
      mark = gravest.map { ClassView($0.findingClass).mark }
      word = gravest.map { FindingWords.name($0.findingClass) } ?? ""
    }
  }
}
