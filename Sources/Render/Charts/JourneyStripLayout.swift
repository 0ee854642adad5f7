import Audit

/// Places the touchpoints of a `JourneyStrip` on a sheet of a given width.
struct JourneyStripLayout {
  private struct Stop {
    var row: RowPlot.Row
    var phase: Int
  }

  private let strip: JourneyStrip
  private let width: Double
  private let column: Double
  private let bands: [[Stop]]
  private var drawing: Drawing

  private static let gutter = 36.0
  private static let plotHeight = 170.0
  private static let dotRadius = 6.0
  private static let ringRadius = 5.5
  private static let markSize = 10.0
  /// From a dot's middle to the mark or the text beside it.
  private static let textOffset = 11.0
  private static let nameLines = 4

  init(strip: JourneyStrip, width: Double) {
    self.strip = strip
    self.width = width
    let stops = strip.phases.indices.flatMap { phase in
      strip.phases[phase].touchpoints.map { Stop(row: $0, phase: phase) }
    }
    let texts = stops.filter { $0.row.value != nil }.map { stop in
      let label = Label(text: stop.row.text, x: 0, baseline: 0, style: .value)
      return label.width + (stop.row.mark.outline == nil ? 0 : Self.markSize + 3)
    }
    // A value's text stands right of its dot and may not reach the next column's dot, nor the sheet's edge.
    let needed = max(84, 2 * (Self.textOffset + (texts.max() ?? 0)) + 4)
    let room = width - Self.gutter
    let perBand = max(1, min(stops.count, Int(room / needed)))
    let bandCount = max(1, (stops.count + perBand - 1) / perBand)
    let balanced = max(1, (stops.count + bandCount - 1) / bandCount)
    bands = stride(from: 0, to: stops.count, by: balanced).map { Array(stops[$0..<min($0 + balanced, stops.count)]) }
    column = min(room / Double(max(balanced, 1)), 240)
    drawing = Drawing(width: width, height: 0)
  }

  mutating func draw() -> Drawing {
    var y = 0.0
    for band in bands {
      y = draw(band, from: y) + 18
    }
    drawing.height = max(y - 18, 1)
    return drawing
  }

  private func center(_ index: Int) -> Double { Self.gutter + column * (Double(index) + 0.5) }

  /// Draws one strip and returns its lower edge.
  private mutating func draw(_ band: [Stop], from top: Double) -> Double {
    let plotTop = drawPhases(band, from: top) + 22
    let plotBottom = plotTop + Self.plotHeight
    let axis = strip.axis
    let y = { (value: Double) in axis.position(of: value, from: plotBottom, to: plotTop) }
    drawGrid(y: y, right: center(band.count - 1) + column / 2)
    drawPath(band, y: y)
    for (index, stop) in band.enumerated() { drawStop(stop.row, at: center(index), y: y, plot: (plotTop, plotBottom)) }
    return drawNames(band, from: plotBottom + 26)
  }

  /// Phase names over lines as long as their phases; returns the lines' height.
  private mutating func drawPhases(_ band: [Stop], from top: Double) -> Double {
    let style = Label.Style.heading
    var runs: [(phase: Int, first: Int, last: Int)] = []
    for (index, stop) in band.enumerated() {
      if let last = runs.last, last.phase == stop.phase {
        runs[runs.count - 1].last = index
      } else {
        runs.append((stop.phase, index, index))
      }
    }
    let names = runs.map { run in
      TextWrap.lines(
        strip.phases[run.phase].name, width: column * Double(run.last - run.first + 1) - 12, size: style.size,
        isBold: true, limit: Self.nameLines)
    }
    let height = Double(names.map(\.count).max() ?? 0) * style.leading
    let lineY = top + height + 6
    for (run, lines) in zip(runs, names) {
      let left = center(run.first) - column / 2 + 6
      let right = center(run.last) + column / 2 - 6
      var baseline = lineY - 8 - Double(lines.count - 1) * style.leading
      for line in lines {
        drawing.add(.label(Label(text: line, x: left, baseline: baseline, style: style)))
        baseline += style.leading
      }
      drawing.add(.line(from: Point(x: left, y: lineY), to: Point(x: right, y: lineY), cssClass: "phase"))
    }
    return lineY
  }

  private mutating func drawGrid(y: (Double) -> Double, right: Double) {
    for tick in strip.axis.ticks {
      let height = y(tick)
      drawing.add(
        .line(from: Point(x: Self.gutter, y: height), to: Point(x: right, y: height), cssClass: "grid"))
      drawing.add(
        .label(
          Label(
            text: FigureText.fixed(tick, decimals: strip.axis.decimals), x: Self.gutter - 8, baseline: height + 4,
            anchor: .right, style: .quiet)))
    }
  }

  /// The thin line that leads the eye from touchpoint to touchpoint; it breaks where nobody answered.
  private mutating func drawPath(_ band: [Stop], y: (Double) -> Double) {
    var points: [Point] = []
    for (index, stop) in band.enumerated() {
      if let value = stop.row.value { points.append(Point(x: center(index), y: y(value))) }
      if stop.row.value == nil || index == band.count - 1 {
        if points.count > 1 { drawing.add(.polyline(points, cssClass: "path")) }
        points = []
      }
    }
  }

  private mutating func drawStop(
    _ row: RowPlot.Row, at x: Double, y: (Double) -> Double, plot: (top: Double, bottom: Double)
  ) {
    guard let value = row.value else {
      let style = Label.Style.quiet
      var baseline = (plot.top + plot.bottom) / 2
      for line in TextWrap.lines(row.text, width: column - 12, size: style.size, limit: Self.nameLines) {
        drawing.add(.label(Label(text: line, x: x, baseline: baseline, anchor: .middle, style: style)))
        baseline += style.leading
      }
      return
    }
    let color = row.mark.cssClass
    let dot = Point(x: x, y: y(value))
    if case .zone(let minimum, let desired) = row.reference { drawZone(from: y(minimum), to: y(desired), at: x) }
    if let low = row.low, let high = row.high {
      let box = Box(x: x - 4.5, y: y(high), width: 9, height: max(y(low) - y(high), 1))
      drawing.add(.rectangle(box, cssClass: "interval \(color)"))
    }
    switch row.reference {
    case .expected(let expected):
      let ring = Point(x: x, y: y(expected))
      drawing.add(.line(from: dot, to: ring, cssClass: "gap \(color)"))
      drawing.add(.circle(center: ring, radius: Self.ringRadius, cssClass: "ring"))
    case .target(let target), .minimum(let target):
      let tick = y(target)
      drawing.add(.line(from: dot, to: Point(x: x, y: tick), cssClass: "gap thin \(color)"))
      drawTick(at: x, tick, cssClass: "target")
    case .zone(let minimum, _):
      guard value < minimum else { break }
      drawing.add(.line(from: dot, to: Point(x: x, y: y(minimum)), cssClass: "gap thin \(color)"))
    case nil: break
    }
    drawing.add(.circle(center: dot, radius: Self.dotRadius, cssClass: "dot \(color)"))
    var left = x + Self.textOffset
    if row.mark.outline != nil {
      drawing.add(
        .mark(row.mark, Box(x: left, y: dot.y - Self.markSize / 2, width: Self.markSize, height: Self.markSize)))
      left += Self.markSize + 3
    }
    drawing.add(.label(Label(text: row.text, x: left, baseline: dot.y + 4.5, style: .value, mark: row.mark)))
  }

  /// Upright, the lower end is the least acceptable.
  private mutating func drawZone(from minimum: Double, to desired: Double, at x: Double) {
    drawing.add(.rectangle(Box(x: x - 8, y: desired, width: 16, height: max(minimum - desired, 1)), cssClass: "zone"))
    drawTick(at: x, minimum, cssClass: "target")
    drawTick(at: x, desired, cssClass: "target desired")
  }

  private mutating func drawTick(at x: Double, _ y: Double, cssClass: String) {
    drawing.add(.line(from: Point(x: x - 8, y: y), to: Point(x: x + 8, y: y), cssClass: cssClass))
  }

  /// Names under the plot; returns their lower edge.
  private mutating func drawNames(_ band: [Stop], from top: Double) -> Double {
    let style = Label.Style.name
    var bottom = top
    for (index, stop) in band.enumerated() {
      var baseline = top
      for line in TextWrap.lines(stop.row.name, width: column - 10, size: style.size, limit: Self.nameLines) {
        drawing.add(.label(Label(text: line, x: center(index), baseline: baseline, anchor: .middle, style: style)))
        bottom = max(bottom, baseline + 6)
        baseline += style.leading
      }
    }
    return bottom
  }
}
