import Audit

/// Who would recommend, one bar a row: detractors left of the middle line, promoters right of it, passives across it.
///
/// So the bar's own middle lies right of the line where the NPS is above zero, by half of it.
struct PromoterBars: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var name: String
    /// Of the answers 0, 1, …, 10; empty where they are withheld.
    var counts: [Int]
    /// Under weights, of detractors, passives and promoters; nil where answers count alike.
    var shares: [RecommendationBand: Double]?
    /// Rows that the score rests on; nil for all that are counted.
    var answers: Int?
    /// −100 to 100, and its interval; nil where it is withheld.
    var score: Double?
    var low: Double?
    var high: Double?
    /// Stands in the bar's place where there is nothing to draw.
    var missing: String

    var isShown: Bool { counts.count == 11 && counts.contains { $0 > 0 } && score != nil }

    /// `+21`, or why there is none.
    fileprivate var text: String { score.map { FigureText.signed($0, decimals: 0) } ?? missing }

    fileprivate var interval: String {
      low.flatMap { low in high.map { FigureText.range(low, $0, decimals: 0) } } ?? ""
    }

    fileprivate func share(_ band: RecommendationBand) -> Double { shares?[band] ?? band.share(counts) }

    /// Half of the passives count on each side, so that the bar stands across the line.
    fileprivate var sides: (low: Double, high: Double) {
      let middle = share(.passives) / 2
      return (share(.detractors) + middle, share(.promoters) + middle)
    }
  }

  /// All customers together, drawn first where there is such a row.
  var everyone: Row?
  var rows: [Row]

  private var all: [Row] { (everyone.map { [$0] } ?? []) + rows }

  /// Nil unless a row of `rows` can be shown. The title begins with `name`.
  static func chart(id: String, name: String, bars: PromoterBars) -> Chart? {
    guard bars.rows.contains(where: \.isShown) else { return nil }
    return Chart(
      id: id, title: bars.title(name), summary: bars.summary, wide: bars.drawing(width: Chart.column),
      narrow: bars.drawing(width: Chart.narrow), table: bars.table)
  }

  /// Which row is lowest and which highest. Whether that is chance, others say: the intervals stand beside the bars.
  private func title(_ name: String) -> String {
    let shown = rows.filter(\.isShown)
    guard let lowest = shown.min(by: { ($0.score ?? 0) < ($1.score ?? 0) }),
      let highest = shown.max(by: { ($0.score ?? 0) < ($1.score ?? 0) })
    else { return name }
    if shown.count == 1 { return "\(name): \(lowest.text) (\(lowest.name))" }
    if lowest.text == highest.text { return say("\(name): \(lowest.text) throughout") }
    return say("\(name): lowest \(lowest.text) (\(lowest.name)), highest \(highest.text) (\(highest.name))")
  }

  private var summary: String {
    let texts = all.map { row in
      guard row.isShown else { return "\(row.name): \(row.missing)" }
      let shares = RecommendationBand.allCases.map { FigureText.percent(row.share($0)) }.joined(separator: ", ")
      return "\(row.name): \(shares), \(say("NPS \(row.text)")) (\(row.interval))"
    }
    return say("Shares of detractors (0 to 6), passives (7 and 8) and promoters (9 and 10), and the NPS.") + " "
      + texts.joined(separator: "; ") + "."
  }

  func drawing(width: Double) -> Drawing {
    var layout = PromoterBarsLayout(rows: all, width: width)
    return layout.draw()
  }

  private var table: ChartTable {
    let columns =
      [ChartTable.Column(title: "", isNumber: false), ChartTable.Column(title: say("Answers"))]
      + RecommendationBand.allCases.map { ChartTable.Column(title: $0.name) }
      + [ChartTable.Column(title: say("NPS")), ChartTable.Column(title: say("Between", as: "interval"))]
    return ChartTable(
      columns: columns,
      rows: all.map { row in
        guard row.isShown else { return [row.name, "", "", "", "", row.missing, ""] }
        return [row.name, FigureText.count(row.answers ?? row.counts.reduce(0, +))]
          + RecommendationBand.allCases.map { FigureText.percent(row.share($0), decimals: 1) }
          + [row.text, row.interval]
      })
  }
}

/// Places the rows of `PromoterBars` on a sheet of a given width.
private struct PromoterBarsLayout {
  let rows: [PromoterBars.Row]
  let width: Double
  /// Names stand left of the bars and scores right of them; else both stand over the bars.
  let isWide: Bool
  let nameWidth: Double
  let scoreLeft: Double
  /// The line between those who would recommend and those who would not.
  let middle: Double
  /// Width of all answers.
  let unit: Double
  var drawing: Drawing
  var y = 0.0

  static let barHeight = 18.0
  /// The shares stand beside the bars.
  static let room = 42.0
  /// From bar to bar, where the names take one line.
  static let spacing = 10.0

  init(rows: [PromoterBars.Row], width: Double) {
    self.rows = rows
    self.width = width
    isWide = width >= 520
    let names = rows.map { TextWidth.of($0.name, size: Label.Style.name.size) }.max() ?? 0
    nameWidth = isWide ? min(names + 2, width * 0.3) : width
    let shown = rows.filter(\.isShown)
    let scores = shown.map { row in
      TextWidth.of(row.text, size: Label.Style.value.size, isBold: true) + 8
        + TextWidth.of(row.interval, size: Label.Style.quiet.size)
    }
    scoreLeft = isWide ? width - max(scores.max() ?? 0, 30) - 2 : 0
    let left = (isWide ? nameWidth + 16 : 0) + Self.room
    let right = (isWide ? scoreLeft - 12 : width) - Self.room
    let (low, high) = (shown.map(\.sides.low).max() ?? 0.5, shown.map(\.sides.high).max() ?? 0.5)
    unit = (right - left) / max(low + high, 0.01)
    middle = left + low * unit
    drawing = Drawing(width: width, height: 0)
  }

  mutating func draw() -> Drawing {
    drawHeader()
    for row in rows { draw(row) }
    drawing.height = y
    return drawing
  }

  /// What the three parts are called, over the first bar's.
  private mutating func drawHeader() {
    guard let first = rows.first(where: \.isShown) else { return }
    let (low, high) = first.sides
    let places: [(RecommendationBand, Double, Label.Anchor)] = [
      (.detractors, middle - low * unit, .left), (.promoters, middle + high * unit, .right),
      (.passives, middle, .middle),
    ]
    var placed: [Label] = []
    if isWide { placed.append(Label(text: say("NPS"), x: scoreLeft, baseline: 12, style: .quiet)) }
    for (band, x, anchor) in places {
      var label = Label(text: band.name, x: x, baseline: 12, anchor: anchor, style: .quiet).kept(between: 0, and: width)
      while let other = placed.first(where: { $0.box.overlaps(label.box, gap: 6) }) {
        label.baseline = other.baseline + Label.Style.quiet.leading
      }
      placed.append(label)
    }
    for label in placed { drawing.add(.label(label)) }
    y = (placed.map(\.baseline).max() ?? 12) + 6
  }

  private mutating func draw(_ row: PromoterBars.Row) {
    let style = Label.Style.name
    let lines = TextWrap.lines(row.name, width: nameWidth, size: style.size, limit: 4)
    let textHeight = Double(lines.count) * style.leading
    let scoreHeight = !isWide && row.isShown ? style.leading : 0
    let barTop = isWide ? y + max((textHeight - Self.barHeight) / 2, 0) + 4 : y + textHeight + scoreHeight + 6
    var baseline = isWide ? barTop + Self.barHeight / 2 - textHeight / 2 + 12 : y + 14
    for line in lines {
      drawing.add(.label(Label(text: line, x: 0, baseline: baseline)))
      baseline += style.leading
    }
    if row.isShown {
      drawScore(row, baseline: isWide ? barTop + Self.barHeight / 2 + 4.5 : baseline)
      drawBar(row, top: barTop)
    } else {
      drawing.add(
        .label(
          Label(
            text: row.missing, x: isWide ? nameWidth + 16 : 0, baseline: barTop + Self.barHeight / 2 + 4, style: .quiet
          )
          .kept(between: 0, and: width)))
    }
    y = max(barTop + Self.barHeight, y + (isWide ? textHeight : 0)) + Self.spacing + (isWide ? 0 : 6)
  }

  /// `+21  15 to 27`.
  private mutating func drawScore(_ row: PromoterBars.Row, baseline: Double) {
    let score = Label(text: isWide ? row.text : say("NPS \(row.text)"), x: scoreLeft, baseline: baseline, style: .value)
    drawing.add(.label(score))
    drawing.add(.label(Label(text: row.interval, x: score.box.right + 6, baseline: baseline, style: .quiet)))
  }

  private mutating func drawBar(_ row: PromoterBars.Row, top: Double) {
    let (low, high) = row.sides
    var x = middle - low * unit
    let ends = [
      (RecommendationBand.detractors, x - 5, Label.Anchor.right), (.promoters, middle + high * unit + 5, .left),
    ]
    for band in RecommendationBand.allCases {
      let length = row.share(band) * unit
      if length > 0 {
        let box = Box(x: x, y: top, width: max(length, 0.5), height: Self.barHeight)
        drawing.add(.rectangle(box, cssClass: Self.cssClass(band)))
      }
      x += length
    }
    // From halfway to the bar above to halfway to the one below: one line in all, but not through words.
    let reach = Self.spacing / 2
    drawing.add(
      .line(
        from: Point(x: middle, y: top - reach), to: Point(x: middle, y: top + Self.barHeight + reach),
        cssClass: "phase"))
    for (band, x, anchor) in ends {
      let label = Label(
        text: FigureText.percent(row.share(band)), x: x, baseline: top + Self.barHeight / 2 + 4, anchor: anchor,
        style: .quiet)
      drawing.add(.label(label.kept(between: 0, and: width)))
    }
  }

  /// Paler than in the histogram, the passives part the two others in black and white, too.
  private static func cssClass(_ band: RecommendationBand) -> String {
    switch band {
    case .detractors: "bar k-critical"
    case .passives: "likert-high-1"
    case .promoters: "bar k-good"
    }
  }
}
