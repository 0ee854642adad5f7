import Audit
import Foundation
import TestSupport
import Testing

@testable import Render

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ChartTests {
  private static let names = [
    "Web site", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente", "خدمة العملاء في الفرع سريعة",
    "窓口での待ち時間についての説明",
    "Someone acknowledges me within a minute, even in the busiest hours of the day, and tells me how long it will take",
    "x", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "<script>alert('&')</script>", "",
  ]
  private static let scales = [1.0...7.0, 1.0...5.0, 0.0...10.0, 1.0...100.0]

  private static func row(_ random: inout SeededGenerator, scale: ClosedRange<Double>) -> RowPlot.Row {
    // Values at the very ends of the scale are as likely as not.
    func value(_ random: inout SeededGenerator) -> Double {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scale.lowerBound
      case 1: scale.upperBound
      default: Double.random(in: scale, using: &random)
      }
    }
    let received = value(&random)
    let name = names.randomElement(using: &random) ?? ""
    guard Int.random(in: 0..<6, using: &random) > 0 else {
      return RowPlot.Row(name: name, text: "too few answers to show")
    }
    let reference = value(&random)
    return RowPlot.Row(
      name: name, detail: Bool.random(using: &random) ? "1,842 answers" : nil,
      reference: self.reference(reference, value(&random), &random), value: received,
      low: received - Double.random(in: 0...2, using: &random),
      high: received + Double.random(in: 0...2, using: &random),
      text: FigureText.signed(received - reference, decimals: 1),
      mark: Mark.allCases.randomElement(using: &random) ?? .plain)
  }

  private static func reference(
    _ one: Double, _ other: Double, _ random: inout SeededGenerator
  ) -> RowPlot.Reference {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .expected(one)
    case 1: .target(one)
    case 2: .minimum(one)
    default: .zone(minimum: min(one, other), desired: max(one, other))
    }
  }

  private static func promoters(_ random: inout SeededGenerator) -> PromoterBars {
    PromoterBars(
      rows: (0..<Int.random(in: 1...6, using: &random)).map { _ in
        PromoterBars.Row(
          name: names.randomElement(using: &random) ?? "",
          counts: Int.random(in: 0..<4, using: &random) == 0
            ? []
            : (0...10).map { _ in Int.random(in: 0...1, using: &random) * Int.random(in: 1...90, using: &random) },
          score: Double.random(in: -100...100, using: &random), low: -100, high: 100, missing: "too few answers to show"
        )
      })
  }

  private static func phases(_ random: inout SeededGenerator, scale: ClosedRange<Double>) -> [JourneyStrip.Phase] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      JourneyStrip.Phase(
        name: names.randomElement(using: &random) ?? "",
        touchpoints: (0..<Int.random(in: 1...7, using: &random)).map { _ in row(&random, scale: scale) })
    }
  }

  private static func plot(_ random: inout SeededGenerator, scale: ClosedRange<Double>) -> PointPlot {
    func value(_ random: inout SeededGenerator) -> Double { Double.random(in: scale, using: &random) }
    let isNamed = Bool.random(using: &random)
    let count = Int.random(in: 1...30, using: &random)
    let across =
      isNamed
      ? PointPlot.Scale(names: (0..<count).map { _ in names.randomElement(using: &random) ?? "" })
      : PointPlot.Scale(
        names.randomElement(using: &random) ?? "", covering: [value(&random), value(&random)], within: scale, step: 0.5)
    let dots = (0..<count).map { index in
      let (low, high) = (value(&random), value(&random))
      return PointPlot.Dot(
        name: "d", x: isNamed ? Double(index) : value(&random), y: value(&random),
        across: isNamed ? nil : min(low, high)...max(low, high),
        up: min(low, high)...max(low, high), mark: Mark.allCases.randomElement(using: &random) ?? .plain,
        label: names.randomElement(using: &random))
    }
    return PointPlot(
      dots: dots,
      lines: [
        PointPlot.Line(
          points: dots.map { Point(x: $0.x, y: $0.y) }, style: .limit, name: names.randomElement(using: &random))
      ],
      across: across, up: PointPlot.Scale("y", covering: dots.map(\.y), within: scale, step: 0.5),
      corners: Bool.random(using: &random) ? ["concentrate here", "keep up", "low priority", "possible overkill"] : [])
  }

  private static func strip(_ random: inout SeededGenerator) throws -> PlanStrip {
    func day() throws -> Day { try #require(Day(ordinal: 20_400 + Int.random(in: 0...700, using: &random))) }
    let rows = try (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let (one, other) = (try day(), try day())
      return PlanStrip.Row(
        name: names.randomElement(using: &random) ?? "", detail: "3 of 6 steps · overdue", start: min(one, other),
        due: max(one, other), progress: Double.random(in: 0...1, using: &random), isLate: Bool.random(using: &random))
    }
    return PlanStrip(rows: rows, today: try day())
  }

  @Test(
    "a plan of any length has some lines of months or years, and labels that tell which",
    arguments: [
      ("2027-01-31", ["Feb 2026", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2027"]),
      ("2028-12-31", ["Apr 2026", "Jul", "Oct", "Jan 2027", "Apr", "Jul", "Oct", "Jan 2028", "Apr", "Jul", "Oct"]),
      ("2030-12-31", ["2027", "2028", "2029", "2030"]),
      ("2046-06-30", ["2028", "2030", "2032", "2034", "2036", "2038", "2040", "2042", "2044", "2046"]),
      ("9999-12-31", (5...19).map { String($0 * 500) }),
    ] as [(String, [String])])
  func months(due: String, expected: [String]) throws {
    let (start, due) = (try #require(Day(iso: "2026-01-15")), try #require(Day(iso: due)))
    let row = PlanStrip.Row(name: "A", detail: "d", start: start, due: due, progress: 0.5, isLate: false)
    let drawing = PlanStrip(rows: [row], today: start).drawing(width: 680)
    let grid = drawing.shapes.count { shape in
      if case .line(_, _, "grid") = shape { true } else { false }
    }
    #expect((4...19).contains(grid))
    let months = drawing.labels.map(\.text).filter { !["today", "A", "d"].contains($0) }
    #expect(months == expected)
  }

  private static func charts(seed: UInt64) throws -> [Chart] {
    var random = SeededGenerator(seed: seed)
    let scale = scales[Int(seed) % scales.count]
    let phases = phases(&random, scale: scale)
    let groups = phases.map { RowPlot.Group(heading: $0.name, rows: $0.touchpoints) }
    let segments = groups.flatMap(\.rows).map {
      SegmentDots.Row(
        name: $0.name, answers: $0.detail ?? "", value: $0.value, low: $0.low, high: $0.high, text: $0.text,
        mark: $0.mark)
    }
    let levels = Int.random(in: 2...11, using: &random)
    let counts = (0...10).map { _ in Int.random(in: 0...1000, using: &random) }
    return [
      JourneyStrip.chart(id: "j", title: "T & t", summary: "<s>", phases: phases, scale: scale),
      Dumbbell.chart(id: "d", title: "T", summary: "s", groups: groups, scale: scale),
      SegmentDots.chart(
        id: "s", title: "T", summary: "s", rows: segments, everyone: Double.random(in: scale, using: &random),
        everyoneName: "all customers", scale: scale),
      plot(&random, scale: scale).chart(
        id: "p", title: "T", summary: "s", table: ChartTable(columns: [ChartTable.Column(title: "x")], rows: [["1"]])),
      LikertBars.chart(
        id: "l", title: "T", summary: "s",
        bars: LikertBars(
          rows: (0..<Int.random(in: 1...9, using: &random)).map { _ in
            LikertBars.Row(
              name: names.randomElement(using: &random) ?? "",
              counts: Int.random(in: 0..<6, using: &random) == 0
                ? []
                : (0..<levels).map { _ in
                  Int.random(in: 0...2, using: &random) * Int.random(in: 0...400, using: &random)
                },
              notApplicable: Bool.random(using: &random) ? 3 : nil)
          }, minimum: 1, levels: levels)),
      PlanStrip.chart(id: "g", title: "T", summary: "s", strip: try strip(&random)),
      Histogram.chart(id: "h", title: "T", summary: "s", counts: counts),
      PromoterBars.chart(id: "n", name: "NPS", bars: promoters(&random)),
    ].compactMap(\.self)
  }

  @Test("the gravest dot has its name on a narrow sheet, broken where one line has no room", arguments: [0.0, 15, 30])
  func namesOfDots(x: Double) {
    let name = "Callers are passed on and have to begin again, every time"
    let scale = PointPlot.Scale("days", covering: [0, 30], within: 0...30, step: 5)
    let plot = PointPlot(
      dots: [PointPlot.Dot(name: name, x: x, y: 15, mark: .critical, label: name)], across: scale, up: scale)
    let labels = plot.drawing(width: Chart.narrow).shapes.compactMap { shape -> Label? in
      if case .label(let label) = shape, label.mark == .critical { label } else { nil }
    }
    #expect(labels.count > 1 && labels.map(\.text).joined(separator: " ") == name)
    // Nothing stands on the figures of the axis.
    #expect(labels.allSatisfy { $0.box.x >= 24 && $0.box.right <= Chart.narrow })
  }

  @Test(
    "labels touch neither each other nor the edge of the sheet, whatever the data",
    arguments: 1...60 as ClosedRange<UInt64>)
  func labels(seed: UInt64) throws {
    for chart in try Self.charts(seed: seed) {
      for drawing in [chart.wide, chart.medium, chart.narrow].compactMap(\.self) {
        let labels = drawing.labels
        for (index, label) in labels.enumerated() {
          let box = label.box
          #expect(
            box.x >= -0.01 && box.right <= drawing.width + 0.01 && box.y >= 0 && box.bottom <= drawing.height,
            "\(chart.id): '\(label.text)' leaves the sheet: \(box) of \(drawing.width) × \(drawing.height)")
          for other in labels[(index + 1)...] {
            #expect(!box.overlaps(other.box), "\(chart.id): '\(label.text)' lies over '\(other.text)'")
          }
        }
      }
    }
  }

  @Test("dots, rings and bars lie on the sheet", arguments: 1...60 as ClosedRange<UInt64>)
  func shapes(seed: UInt64) throws {
    for chart in try Self.charts(seed: seed) {
      for drawing in [chart.wide, chart.medium, chart.narrow].compactMap(\.self) {
        for shape in drawing.shapes {
          let box: Box
          switch shape {
          case .circle(let center, let radius, _):
            box = Box(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
          case .rectangle(let rectangle, _), .mark(_, let rectangle): box = rectangle
          case .line(let from, let to, _):
            box = Box(
              x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x), height: abs(from.y - to.y))
          case .polyline(let points, _):
            let xs = points.map(\.x)
            let ys = points.map(\.y)
            box = Box(
              x: xs.min() ?? 0, y: ys.min() ?? 0, width: (xs.max() ?? 0) - (xs.min() ?? 0),
              height: (ys.max() ?? 0) - (ys.min() ?? 0))
          case .label: continue
          }
          #expect(
            box.x >= 0 && box.right <= drawing.width && box.y >= 0 && box.bottom <= drawing.height,
            "\(chart.id): \(shape)")
        }
      }
    }
  }

  @Test("the SVG is well-formed, has no style attribute and no id twice", arguments: 1...20 as ClosedRange<UInt64>)
  func wellFormed(seed: UInt64) throws {
    final class Reader: NSObject, XMLParserDelegate {
      var ids: [String] = []
      var styled = 0
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
      ) {
        if let id = attributes["id"] { ids.append(id) }
        if attributes.keys.contains(where: { ["style", "fill", "stroke", "onload"].contains($0) }) { styled += 1 }
      }
    }
    let html = try Self.charts(seed: seed).map(\.html.text).joined()
    let reader = Reader()
    let parser = XMLParser(data: Data("<x>\(html)</x>".utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(Set(reader.ids).count == reader.ids.count)
    #expect(reader.styled == 0)
  }

  @Test("a chart's table names every row and has a cell a column", arguments: 1...20 as ClosedRange<UInt64>)
  func tables(seed: UInt64) throws {
    for chart in try Self.charts(seed: seed) {
      #expect(!chart.table.rows.isEmpty)
      #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count }, "\(chart.id)")
    }
  }

  @Test("no histogram is drawn without eleven counts or without an answer")
  func emptyHistogram() {
    #expect(Histogram.chart(id: "h", title: "", summary: "", counts: []) == nil)
    #expect(Histogram.chart(id: "h", title: "", summary: "", counts: Array(repeating: 0, count: 11)) == nil)
  }

  @Test(
    "an axis covers its values with round ticks and stays on the scale",
    arguments: [
      ([4.1, 6.5], 1.0...7.0, [4, 5, 6, 7]), ([5.9, 6.1], 1.0...7.0, [5, 6, 7]), ([7, 7], 1.0...7.0, [6, 7]),
      ([1, 1], 1.0...7.0, [1, 2]), ([34, 71], 1.0...100.0, [30, 40, 50, 60, 70, 80]),
      ([], 1.0...5.0, [1, 2, 3, 4, 5]),
    ] as [([Double], ClosedRange<Double>, [Double])])
  func axes(values: [Double], scale: ClosedRange<Double>, ticks: [Double]) {
    let axis = Axis(covering: values, within: scale)
    #expect(axis.ticks == ticks)
    #expect(values.allSatisfy { $0 >= axis.low && $0 <= axis.high })
  }

  @Test("a label is broken so that every line fits")
  func wrapping() {
    for name in Self.names {
      let lines = TextWrap.lines(name, width: 90, size: 13, limit: 40)
      #expect(lines.allSatisfy { TextWidth.of($0, size: 13) <= 90 })
      let letters = { (text: String) in text.filter { !$0.isWhitespace && $0 != "-" } }
      #expect(letters(lines.joined()) == letters(name))
    }
    #expect(TextWrap.lines("one two three four five six", width: 60, size: 13, limit: 2).last?.last == "…")
  }
}
