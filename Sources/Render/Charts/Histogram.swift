import Audit

/// Answers to "would you recommend us", 0 to 10: detractors, passives and promoters as three bands of bars.
struct Histogram: Hashable, Sendable {
  /// Answers 0, 1, …, 10.
  var counts: [Int]

  /// Nil unless there are eleven counts with at least one answer.
  static func chart(id: String, title: String, summary: String, counts: [Int]) -> Chart? {
    guard counts.count == 11, counts.contains(where: { $0 > 0 }) else { return nil }
    let histogram = Histogram(counts: counts)
    return Chart(
      id: id, title: title, summary: summary, wide: histogram.drawing(width: Chart.column),
      narrow: histogram.drawing(width: Chart.narrow), table: histogram.table)
  }

  private var total: Int { counts.reduce(0, +) }

  private static func cssClass(_ band: RecommendationBand) -> String {
    switch band {
    case .detractors: "bar k-critical"
    case .passives: "bar k-plain"
    case .promoters: "bar k-good"
    }
  }

  func drawing(width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: 0)
    let slot = width / 11
    let header = drawBands(in: &drawing, slot: slot)
    let top = header + 24
    let bottom = top + (width < 520 ? 120 : 150)
    let largest = Double(counts.max() ?? 1)
    drawing.add(.line(from: Point(x: 0, y: bottom), to: Point(x: width, y: bottom), cssClass: "phase"))
    for band in RecommendationBand.allCases {
      for answer in band.answers {
        let center = slot * (Double(answer) + 0.5)
        let height = (bottom - top) * Double(counts[answer]) / largest
        if counts[answer] > 0 {
          let box = Box(x: center - slot * 0.38, y: bottom - max(height, 1), width: slot * 0.76, height: max(height, 1))
          drawing.add(.rectangle(box, cssClass: Self.cssClass(band)))
        }
        let percent = FigureText.fixed(Double(counts[answer]) / Double(total) * 100, decimals: 0)
        drawing.add(
          .label(
            Label(text: percent, x: center, baseline: bottom - max(height, 1) - 6, anchor: .middle, style: .value)))
        drawing.add(
          .label(Label(text: "\(answer)", x: center, baseline: bottom + 17, anchor: .middle, style: .quiet)))
      }
    }
    let ends = [(say("not at all likely"), Label.Anchor.left, 0.0), (say("extremely likely"), .right, width)]
    // Side by side where both have room, else one below the other.
    let size = Label.Style.quiet.size
    let isWide = ends.reduce(24) { $0 + TextWidth.of($1.0, size: size) } > width
    for (index, (text, anchor, x)) in ends.enumerated() {
      let baseline = bottom + 34 + (isWide && index == 1 ? Label.Style.quiet.leading : 0)
      drawing.add(.label(Label(text: text, x: x, baseline: baseline, anchor: anchor, style: .quiet)))
    }
    drawing.height = bottom + 40 + (isWide ? Label.Style.quiet.leading : 0)
    return drawing
  }

  /// Names and shares of the bands over lines as long as the bands; returns the lines' height.
  private func drawBands(in drawing: inout Drawing, slot: Double) -> Double {
    let name = Label.Style.quiet
    let value = Label.Style.value
    let lineY = 40.0
    for band in RecommendationBand.allCases {
      let left = slot * Double(band.answers.lowerBound) + slot * 0.12
      let right = slot * Double(band.answers.upperBound + 1) - slot * 0.12
      drawing.add(
        .label(Label(text: band.name, x: left, baseline: 14, style: name).kept(between: 0, and: drawing.width)))
      drawing.add(.label(Label(text: FigureText.percent(band.share(counts)), x: left, baseline: 32, style: value)))
      drawing.add(.line(from: Point(x: left, y: lineY), to: Point(x: right, y: lineY), cssClass: "phase"))
    }
    return lineY
  }

  private var table: ChartTable {
    let rows = RecommendationBand.allCases.flatMap { band in
      band.answers.map { answer in
        [
          "\(answer)", band.name, FigureText.count(counts[answer]),
          FigureText.percent(Double(counts[answer]) / Double(total), decimals: 1),
        ]
      }
    }
    return ChartTable(
      columns: [
        ChartTable.Column(title: say("Answer"), isNumber: false),
        ChartTable.Column(title: say("Group"), isNumber: false),
        ChartTable.Column(title: say("Answers")), ChartTable.Column(title: say("Share")),
      ],
      rows: rows)
  }
}
