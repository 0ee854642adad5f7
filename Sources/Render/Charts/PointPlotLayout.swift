/// Places the dots, lines and names of a `PointPlot` on a sheet of a given width.
struct PointPlotLayout {
  private let plot: PointPlot
  private let width: Double
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double
  private var drawing: Drawing
  /// What names may not stand on.
  private var taken: [Box] = []
  /// The lowest baseline of what is written under the plot.
  private var ticksEnd = 0.0

  private static let radius = 5.0
  private static let markSize = 12.0
  private static let lineHeight = 15.0

  init(plot: PointPlot, width: Double) {
    self.plot = plot
    self.width = width
    let gutter = plot.up.ticks.map { TextWidth.of($0.text, size: Label.Style.quiet.size) }.max() ?? 0
    left = gutter + 12
    right = width - 14
    top = plot.up.title.isEmpty ? 10 : 28
    bottom = top + plot.height
    drawing = Drawing(width: width, height: 0)
  }

  mutating func draw() -> Drawing {
    drawAxes()
    for line in plot.lines { draw(line) }
    for dot in plot.dots { drawInterval(dot) }
    for dot in plot.dots { draw(dot) }
    drawCorners()
    for line in plot.lines { drawName(of: line) }
    drawNames()
    drawing.height = ticksEnd + 6
    return drawing
  }

  private func place(_ x: Double, _ y: Double) -> Point {
    Point(
      x: plot.across.position(of: x, from: left, to: right), y: plot.up.position(of: y, from: bottom, to: top))
  }

  // MARK: Axes

  private mutating func drawAxes() {
    for tick in plot.up.ticks {
      let y = place(plot.across.low, tick.value).y
      if plot.up.hasGrid {
        drawing.add(.line(from: Point(x: left, y: y), to: Point(x: right, y: y), cssClass: "grid"))
      }
      add(Label(text: tick.text, x: left - 8, baseline: y + 4, anchor: .right, style: .quiet))
    }
    drawTicksAcross()
    if !plot.up.title.isEmpty {
      let line = TextWrap.lines(plot.up.title, width: width, size: Label.Style.quiet.size, limit: 1).first ?? ""
      add(Label(text: line, x: 0, baseline: 12, style: .quiet))
    }
    if !plot.across.title.isEmpty {
      ticksEnd += 3
      for line in TextWrap.lines(plot.across.title, width: right, size: Label.Style.quiet.size, limit: 2) {
        ticksEnd += Self.lineHeight
        add(Label(text: line, x: right, baseline: ticksEnd, anchor: .right, style: .quiet))
      }
    }
  }

  /// Names wrap to the room between two; figures that would touch the one before are left out.
  private mutating func drawTicksAcross() {
    ticksEnd = bottom + 20
    var last = -Double.infinity
    for tick in plot.across.ticks {
      let x = place(tick.value, plot.up.low).x
      if plot.across.hasGrid {
        drawing.add(.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom), cssClass: "grid"))
      }
      let room = (right - left) / Double(max(plot.across.ticks.count, 1)) - 8
      let size = Label.Style.quiet.size
      let lines =
        plot.across.hasGrid
        ? [tick.text]
        : TextWrap.lines(tick.text, width: max(room, TextWrap.leastWidth(tick.text, size: size)), size: size, limit: 3)
      let labels = lines.enumerated().map { index, line in
        Label(text: line, x: x, baseline: bottom + 20 + Double(index) * 15, anchor: .middle, style: .quiet)
          .kept(between: 0, and: width)
      }
      guard let start = labels.map(\.box.x).min(), start >= last + 6 else { continue }
      last = labels.map(\.box.right).max() ?? last
      for label in labels { add(label) }
      ticksEnd = max(ticksEnd, labels.last?.baseline ?? 0)
    }
  }

  private mutating func add(_ label: Label) {
    drawing.add(.label(label))
    taken.append(label.box)
  }

  // MARK: Lines and dots

  private mutating func draw(_ line: PointPlot.Line) {
    let points = line.points.map { place($0.x, $0.y) }
    if points.count > 1 { drawing.add(.polyline(points, cssClass: line.style.rawValue)) }
  }

  /// Over or under the line's right end, clear of the line itself.
  private mutating func drawName(of line: PointPlot.Line) {
    let points = line.points.map { place($0.x, $0.y) }
    guard let name = line.name, let end = points.last else { return }
    let probe = Label(text: name, x: end.x, baseline: 0, anchor: .right, style: .quiet).kept(between: left, and: right)
    let under = points.filter { $0.x >= probe.box.x - 20 }.map(\.y)
    let (highest, lowest) = (under.min() ?? end.y, under.max() ?? end.y)
    for baseline in [highest - 5, lowest + 14, highest - 21, lowest + 30] {
      var label = probe
      label.baseline = baseline
      guard isFree(label.box) else { continue }
      add(label)
      return
    }
  }

  private mutating func drawInterval(_ dot: PointPlot.Dot) {
    let color = dot.mark.cssClass
    if let range = dot.up {
      let (high, low) = (place(dot.x, range.upperBound), place(dot.x, range.lowerBound))
      drawing.add(
        .rectangle(
          Box(x: high.x - 4, y: high.y, width: 8, height: max(low.y - high.y, 1)), cssClass: "interval \(color)"))
    }
    if let range = dot.across {
      let (low, high) = (place(range.lowerBound, dot.y), place(range.upperBound, dot.y))
      drawing.add(
        .rectangle(
          Box(x: low.x, y: low.y - 4, width: max(high.x - low.x, 1), height: 8), cssClass: "interval \(color)"))
    }
  }

  private mutating func draw(_ dot: PointPlot.Dot) {
    let point = place(dot.x, dot.y)
    // Its shape tells a class, so that it can be read without colour.
    if dot.mark.outline != nil {
      let size = Self.markSize
      drawing.add(.mark(dot.mark, Box(x: point.x - size / 2, y: point.y - size / 2, width: size, height: size)))
    } else {
      drawing.add(.circle(center: point, radius: Self.radius, cssClass: "dot \(dot.mark.cssClass)"))
    }
    taken.append(Box(x: point.x - 7, y: point.y - 7, width: 14, height: 14))
  }

  // MARK: Names

  /// A little farther from the edge where a dot stands in the corner.
  private mutating func drawCorners() {
    guard plot.corners.count == 4 else { return }
    for (index, text) in plot.corners.enumerated() {
      let (isRight, isUpper) = (index % 2 == 1, index < 2)
      let room = (right - left) / 2 - 8
      let lines = TextWrap.lines(text, width: room, size: Label.Style.quiet.size, limit: 2)
      func labels(_ shift: Double) -> [Label] {
        lines.enumerated().map { number, line in
          let ahead = Double(isUpper ? number : lines.count - 1 - number) * Self.lineHeight + shift
          return Label(
            text: line, x: isRight ? right - 4 : left + 4, baseline: isUpper ? top + 14 + ahead : bottom - 8 - ahead,
            anchor: isRight ? .right : .left, style: .quiet)
        }
      }
      let places = [0, 1, 2].map { labels(Double($0) * Self.lineHeight) }
      let free = places.first { $0.allSatisfy { label in !taken.contains { $0.overlaps(label.box) } } }
      for label in free ?? places[0] { add(label) }
    }
  }

  private func isFree(_ box: Box) -> Bool {
    box.x >= left && box.right <= width && box.y >= top - 14 && box.bottom <= bottom + 2
      && !taken.contains { $0.overlaps(box) }
  }

  /// The gravest dots choose first; a name that finds no room, in up to three lines, is left to the table.
  private mutating func drawNames() {
    let order = plot.dots.indices.sorted { left, right in
      let (a, b) = (rank(plot.dots[left].mark), rank(plot.dots[right].mark))
      return a != b ? a < b : left < right
    }
    for index in order {
      let dot = plot.dots[index]
      guard let text = dot.label, !text.isEmpty else { continue }
      let point = place(dot.x, dot.y)
      let candidates = Self.broken(text).lazy.flatMap { Self.candidates($0, around: point, mark: dot.mark) }
      guard let labels = candidates.first(where: { $0.allSatisfy { isFree($0.box) } }) else { continue }
      for label in labels { add(label) }
    }
  }

  /// In one line, in two and in three.
  private static func broken(_ text: String) -> [[String]] {
    let size = Label.Style.name.size
    let (whole, least) = (TextWidth.of(text, size: size), TextWrap.leastWidth(text, size: size))
    var found = [[text]]
    for (limit, part) in [(2, 0.6), (3, 0.42)] {
      let lines = TextWrap.lines(text, width: max(whole * part, least), size: size, limit: limit)
      if lines.count > found[found.count - 1].count { found.append(lines) }
    }
    return found
  }

  private func rank(_ mark: Mark) -> Int {
    switch mark {
    case .critical: 0
    case .major: 1
    case .minor: 2
    case .observation: 3
    case .watch: 4
    case .good: 5
    case .plain: 6
    }
  }

  /// Beside, over and under the dot, then at its corners, then a little farther away.
  private static func candidates(_ lines: [String], around point: Point, mark: Mark) -> [[Label]] {
    let height = Double(lines.count - 1) * lineHeight
    /// `up`: how much of the further lines stands above the place of a single one.
    func labels(_ x: Double, _ baseline: Double, _ anchor: Label.Anchor, up: Double) -> [Label] {
      lines.enumerated().map { number, line in
        Label(
          text: line, x: point.x + x, baseline: point.y + baseline - up * height + Double(number) * lineHeight,
          anchor: anchor, style: .name, mark: mark)
      }
    }
    return [
      labels(11, 4.5, .left, up: 0.5), labels(-11, 4.5, .right, up: 0.5), labels(0, -11, .middle, up: 1),
      labels(0, 20, .middle, up: 0), labels(8, -9, .left, up: 1), labels(-8, -9, .right, up: 1),
      labels(8, 17, .left, up: 0), labels(-8, 17, .right, up: 0), labels(14, -20, .left, up: 1),
      labels(-14, -20, .right, up: 1), labels(14, 28, .left, up: 0), labels(-14, 28, .right, up: 0),
      labels(0, -26, .middle, up: 1), labels(0, 34, .middle, up: 0),
    ]
  }
}
