import Audit

/// Places the rows of a `RowPlot` on a sheet of a given width.
struct RowPlotLayout {
  private let plot: RowPlot
  private let width: Double
  /// Names stand left of the plot, not above it.
  private let isWide: Bool
  private let plotLeft: Double
  private let plotRight: Double
  private var drawing: Drawing
  private var y = 0.0
  private var lanes: [(from: Double, to: Double)] = []

  private static let dotRadius = 6.0
  private static let ringRadius = 5.5
  /// From a row's line up to the top of the text over it.
  private static let textRise = 21.0
  private static let nameLines = 4

  init(plot: RowPlot, width: Double) {
    self.plot = plot
    self.width = width
    isWide = width >= 520
    let rows = plot.groups.flatMap(\.rows)
    let nameWidth = rows.map { TextWidth.of($0.name, size: Label.Style.name.size) }.max() ?? 0
    let detailWidth = rows.compactMap(\.detail).map { TextWidth.of($0, size: Label.Style.quiet.size) }.max() ?? 0
    let column = isWide ? min(max(nameWidth, detailWidth) + 2, width * 0.42) : 0
    // Room for a dot and for half a tick's figure at both ends.
    plotLeft = isWide ? column + 28 : 12
    plotRight = width - 16
    drawing = Drawing(width: width, height: 0)
  }

  mutating func draw() -> Drawing {
    drawHeader()
    let top = y
    for (index, group) in plot.groups.enumerated() {
      if let heading = group.heading { drawHeading(heading, isFirst: index == 0) }
      for row in group.rows { drawRow(row) }
    }
    let bottom = y + 2
    drawAxis(bottom: bottom)
    drawing.height = bottom + 20
    // Grid and baseline lie under everything else.
    drawing.shapes = grid(top: top, bottom: bottom) + drawing.shapes
    return drawing
  }

  private func x(_ value: Double) -> Double { plot.axis.position(of: value, from: plotLeft, to: plotRight) }

  // MARK: Over the rows

  /// The words for dot and ring, or for dot and zone, over the first row that has both, or the baseline's name.
  private mutating func drawHeader() {
    var labels: [Label] = []
    if let baseline = plot.baseline {
      labels.append(Label(text: baseline.name, x: x(baseline.value), baseline: 0, anchor: .middle, style: .quiet))
    } else if let row = plot.groups.first?.rows.first(where: { $0.value != nil && $0.reference != nil }),
      let value = row.value, let reference = row.reference
    {
      labels = words(received: value, reference)
    }
    y = 4
    var placed: [Label] = []
    for label in labels {
      var label = label.kept(between: isWide ? plotLeft - 26 : 0, and: width)
      label.baseline = 12
      while let other = placed.first(where: { $0.box.overlaps(label.box, gap: 6) }) {
        label.baseline = other.baseline + Label.Style.quiet.leading
      }
      placed.append(label)
      y = max(y, label.baseline + 6)
    }
    for label in placed { drawing.add(.label(label)) }
  }

  /// The outer words reach outwards from just inside of what they name; one between them stands over it. What was
  /// received comes last where it lies between, so that its word is the one to move down.
  private func words(received: Double, _ reference: RowPlot.Reference) -> [Label] {
    let levels = reference.levels.map { (text: $0.level.word(plot.words), value: $0.value) }
    let dot = (text: plot.words.received, value: received)
    let isShort = received <= reference.value
    let inOrder =
      isShort
      ? [dot] + levels
      : levels.filter { $0.value < received } + [dot]
        + levels.filter { $0.value >= received }
    var labels = inOrder.enumerated().map { index, word in
      let isFirst = index == 0
      let isLast = index == inOrder.count - 1
      let offset = isFirst ? Self.dotRadius : isLast ? -Self.dotRadius : 0
      return Label(
        text: word.text, x: x(word.value) + offset, baseline: 0,
        anchor: isFirst ? .right : isLast ? .left : .middle, style: .quiet)
    }
    if labels.count > 2 { labels.append(labels.remove(at: 1)) }
    return labels
  }

  private mutating func drawHeading(_ heading: String, isFirst: Bool) {
    y += isFirst ? 2 : 12
    let style = Label.Style.heading
    for line in TextWrap.lines(heading, width: width, size: style.size, isBold: true, limit: Self.nameLines) {
      y += style.leading
      drawing.add(.label(Label(text: line, x: 0, baseline: y - 4, style: style)))
    }
    drawing.add(.line(from: Point(x: 0, y: y + 2), to: Point(x: width, y: y + 2), cssClass: "phase"))
    y += 6
  }

  // MARK: Rows

  private mutating func drawRow(_ row: RowPlot.Row) {
    let nameWidth = isWide ? plotLeft - 28 : width
    let name = TextWrap.lines(row.name, width: nameWidth, size: Label.Style.name.size, limit: Self.nameLines)
    let detail =
      row.detail.map { TextWrap.lines($0, width: nameWidth, size: Label.Style.quiet.size, limit: 2) } ?? []
    let textHeight = Double(name.count) * Label.Style.name.leading + Double(detail.count) * Label.Style.quiet.leading
    let lineY: Double
    var baseline: Double
    if isWide {
      let height = max(Self.textRise + Self.dotRadius + 11, textHeight + 12)
      // The name's middle is at the height of the line, which has the text over it.
      lineY = y + max(Self.textRise + 3, height / 2)
      baseline = lineY - textHeight / 2 + Label.Style.name.size * 0.85
      baseline = max(baseline, y + Label.Style.name.size)
      y = max(lineY + Self.dotRadius + 8, baseline + textHeight - 6)
    } else {
      baseline = y + Label.Style.name.leading
      lineY = y + textHeight + Self.textRise + 8
      y = lineY + Self.dotRadius + 10
    }
    for line in name {
      drawing.add(.label(Label(text: line, x: 0, baseline: baseline, style: .name)))
      baseline += Label.Style.name.leading
    }
    for line in detail {
      drawing.add(.label(Label(text: line, x: 0, baseline: baseline - 1, style: .quiet)))
      baseline += Label.Style.quiet.leading
    }
    lanes.append((from: isWide ? lineY - Self.textRise : lineY - Self.textRise - 2, to: y))
    drawValue(row, at: lineY)
  }

  private mutating func drawValue(_ row: RowPlot.Row, at lineY: Double) {
    guard let value = row.value else {
      let label = Label(text: row.text, x: plotLeft + (isWide ? 8 : 0), baseline: lineY + 4, style: .quiet)
      drawing.add(.label(label.kept(between: 0, and: width)))
      return
    }
    let color = row.mark.cssClass
    let dot = Point(x: x(value), y: lineY)
    if case .zone(let minimum, let desired) = row.reference { drawZone(from: minimum, to: desired, at: lineY) }
    if let low = row.low, let high = row.high {
      let box = Box(x: x(low), y: lineY - 4.5, width: max(x(high) - x(low), 1), height: 9)
      drawing.add(.rectangle(box, cssClass: "interval \(color)"))
    }
    var middle = dot.x
    switch row.reference {
    case .expected(let expected):
      let ring = Point(x: x(expected), y: lineY)
      drawing.add(.line(from: dot, to: ring, cssClass: "gap \(color)"))
      drawing.add(.circle(center: ring, radius: Self.ringRadius, cssClass: "ring"))
      middle = (dot.x + ring.x) / 2
    case .target(let target), .minimum(let target):
      let tick = x(target)
      drawing.add(.line(from: dot, to: Point(x: tick, y: lineY), cssClass: "gap thin \(color)"))
      drawTick(at: tick, lineY, cssClass: "target")
      middle = (dot.x + tick) / 2
    case .zone(let minimum, _):
      // Inside the zone and above it, the dot beside the ticks says all.
      guard value < minimum else { break }
      drawing.add(.line(from: dot, to: Point(x: x(minimum), y: lineY), cssClass: "gap thin \(color)"))
      middle = (dot.x + x(minimum)) / 2
    case nil: break
    }
    drawing.add(.circle(center: dot, radius: Self.dotRadius, cssClass: "dot \(color)"))
    drawText(row, middle: middle, lineY: lineY)
  }

  private mutating func drawZone(from minimum: Double, to desired: Double, at lineY: Double) {
    let (left, right) = (x(minimum), x(desired))
    drawing.add(
      .rectangle(Box(x: left, y: lineY - 8, width: max(right - left, 1), height: 16), cssClass: "zone"))
    drawTick(at: left, lineY, cssClass: "target")
    drawTick(at: right, lineY, cssClass: "target desired")
  }

  private mutating func drawTick(at x: Double, _ lineY: Double, cssClass: String) {
    drawing.add(.line(from: Point(x: x, y: lineY - 8), to: Point(x: x, y: lineY + 8), cssClass: cssClass))
  }

  /// The mark and the text over the line, together in the middle.
  private mutating func drawText(_ row: RowPlot.Row, middle: Double, lineY: Double) {
    let markWidth = row.shownMark.outline == nil ? 0 : 14.0
    var label = Label(text: row.text, x: 0, baseline: lineY - 10, style: .value, mark: row.shownMark)
    let whole = markWidth + label.width
    let left = min(max(middle - whole / 2, isWide ? plotLeft - 26 : 0), width - whole)
    label.x = left + markWidth
    if markWidth > 0 {
      drawing.add(.mark(row.mark, Box(x: left, y: lineY - 19.5, width: 10, height: 10)))
    }
    drawing.add(.label(label))
  }

  // MARK: Axis

  private func grid(top: Double, bottom: Double) -> [Drawing.Shape] {
    let spans = isWide ? [(from: top, to: bottom)] : lanes
    var shapes: [Drawing.Shape] = []
    for tick in plot.axis.ticks {
      for span in spans {
        shapes.append(
          .line(from: Point(x: x(tick), y: span.from), to: Point(x: x(tick), y: span.to), cssClass: "grid"))
      }
    }
    if let baseline = plot.baseline {
      let place = x(baseline.value)
      shapes.append(.line(from: Point(x: place, y: top), to: Point(x: place, y: bottom), cssClass: "baseline"))
    }
    return shapes
  }

  /// Figures under the grid; those that would touch the one before are left out.
  private mutating func drawAxis(bottom: Double) {
    var last: Box?
    for tick in plot.axis.ticks {
      let text =
        plot.isPercent ? FigureText.percent(tick) : FigureText.fixed(tick, decimals: plot.axis.decimals)
      let label = Label(text: text, x: x(tick), baseline: bottom + 14, anchor: .middle, style: .quiet)
        .kept(between: 0, and: width)
      if let last, label.box.x < last.right + 6 { continue }
      last = label.box
      drawing.add(.label(label))
    }
  }
}
