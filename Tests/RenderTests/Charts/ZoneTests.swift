import Audit
import Testing

@testable import Render

/// Zones of tolerance: where charts draw them, and what they fall back to.
struct ZoneTests {
  struct Impossible: Error {}

  private static func row(_ value: Double, _ reference: RowPlot.Reference, name: String = "desk") -> RowPlot.Row {
    RowPlot.Row(name: name, reference: reference, value: value, low: value - 0.2, high: value + 0.2, text: "t")
  }

  private static func plot(_ rows: [RowPlot.Row]) -> RowPlot {
    Dumbbell.plot(groups: [RowPlot.Group(heading: nil, rows: rows)], scale: 1...9, words: RowPlot.Words())
  }

  private func boxes(_ drawing: Drawing, _ cssClass: String) -> [Box] {
    drawing.shapes.compactMap { shape in
      if case .rectangle(let box, cssClass) = shape { box } else { nil }
    }
  }

  private func lines(_ drawing: Drawing, _ prefix: String) -> [(from: Point, to: Point)] {
    drawing.shapes.compactMap { shape in
      guard case .line(let from, let to, let cssClass) = shape, cssClass.hasPrefix(prefix) else { return nil }
      return (from, to)
    }
  }

  @Test("the bar goes from one tick to the other, over the axis as its values", arguments: [680.0, 320.0])
  func bar(width: Double) throws {
    // With the intervals the axis goes from 3 to 9, a grid line a point.
    let drawing = Self.plot([Self.row(4, .zone(minimum: 5, desired: 6)), Self.row(8, .minimum(4))])
      .drawing(width: width)
    let grid = Set(lines(drawing, "grid").map(\.from.x)).sorted()
    try #require(grid.count == 7)
    let bars = boxes(drawing, "zone")
    try #require(bars.count == 1)
    #expect(abs(bars[0].x - grid[2]) < 1e-9 && abs(bars[0].right - grid[3]) < 1e-9)
    let ticks = lines(drawing, "target").map(\.from.x)
    #expect(ticks.count == 3)
    #expect(zip(ticks, [grid[2], grid[3], grid[1]]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test(
    "a line leads to what was received only where it falls short of the least acceptable",
    arguments: [(4, 1), (5, 0), (5.5, 0), (7, 0)] as [(Double, Int)])
  func shortfall(value: Double, count: Int) {
    let zone = RowPlot.Reference.zone(minimum: 5, desired: 6)
    #expect(lines(Self.plot([Self.row(value, zone)]).drawing(width: 680), "gap").count == count)
    let strip = JourneyStrip.chart(
      id: "x", title: "", summary: "",
      phases: [JourneyStrip.Phase(name: "", touchpoints: [Self.row(value, zone)])], scale: 1...9)
    #expect(lines(strip.wide, "gap").count == count)
    #expect(boxes(strip.wide, "zone").count == 1)
  }

  @Test(
    "the words over the first row stand in the order of its signs",
    arguments: [
      (3.0, ["received", "least acceptable", "wished for"]), (5.5, ["least acceptable", "received", "wished for"]),
      (8, ["least acceptable", "wished for", "received"]),
    ] as [(Double, [String])])
  func words(value: Double, expected: [String]) {
    let drawing = Self.plot([Self.row(value, .zone(minimum: 4, desired: 7))]).drawing(width: 680)
    let labels = drawing.labels.filter { expected.contains($0.text) }
    #expect(labels.sorted { $0.box.x < $1.box.x }.map(\.text) == expected)
  }

  @Test("the table has a column for each level that is drawn, and a row says only what it has")
  func table() {
    let rows = [
      Self.row(5.5, .zone(minimum: 4.25, desired: 7)), Self.row(5.5, .minimum(4)), Self.row(5.5, .expected(6)),
      RowPlot.Row(name: "app", text: "no answers"),
    ]
    let table = Dumbbell.table(groups: [RowPlot.Group(heading: nil, rows: rows)], words: RowPlot.Words())
    #expect(
      table.columns.map(\.title) == [
        "", "Expected", "Least acceptable", "Wished for", "Received", "Between", "Difference", "Class",
      ])
    #expect(
      table.rows.map { Array($0[1...4]) } == [
        ["", "4.25", "7.00", "5.50"], ["", "4.00", "", "5.50"], ["6.00", "", "", "5.50"], ["", "", "", ""],
      ])
    #expect(table.rows[3][6] == "no answers")
  }

  @Test("the key explains the bar where there is one")
  func key() {
    let zone = KeyView([Self.row(5, .zone(minimum: 4, desired: 7))], confidence: 0.95)
    #expect(zone.hasZone && !zone.hasMinimum && !zone.hasExpected)
    let fallback = KeyView([Self.row(5, .minimum(4))], confidence: 0.95)
    #expect(!fallback.hasZone && fallback.hasMinimum)
  }

  @Test("the title says who gets less than the least acceptable")
  func titles() {
    func title(_ values: [Double], _ reference: RowPlot.Reference = .zone(minimum: 5, desired: 7)) -> String? {
      let rows = zip(["desk", "phone"], values).map { Self.row($1, reference, name: $0) }
      return ZoneTitle.text(rows, name: \.self)
    }
    #expect(title([4, 6]) == "Below the least acceptable: desk")
    #expect(title([4.5, 4]) == "Furthest below the least acceptable: phone")
    #expect(title([4.96, 6]) == "On average nothing falls below the least that customers find acceptable")
    #expect(title([7, 7.5]) == "Everything is as good as customers wish for")
    #expect(title([7, 7.5], .minimum(5)) == "On average nothing falls below the least that customers find acceptable")
    #expect(title([4], .expected(5)) == nil)
    #expect(title([]) == nil)
  }

  // MARK: From figures

  /// A wave of two questions about the desk: the first with a zone, the second with `comparison`.
  private static func reading(
    _ kind: SubjectKind, _ subject: String, second: Item.Comparison, desired: Figure
  ) throws -> GapReading? {
    guard let scale = Scale(minimum: 1, maximum: 9) else { throw Impossible() }
    let items = [("a", Item.Comparison.zone), ("b", second)].map {
      Item(id: $0, text: nil, dimension: "empathy", touchpoint: "desk", scale: scale, comparison: $1)
    }
    let key = MeasurementKey(survey: "readers", wave: "w", kind: kind, subject: subject)
    var measurement = Measurement(key: key, n: 40)
    for (statistic, value) in [(Statistic.perceptionMean, 6.0), (.msaMean, 1.5), (.msaLow, 1), (.msaHigh, 2)] {
      measurement.set(statistic, Figure(value, n: 40))
    }
    measurement.set(.mssMean, desired)
    let slice = MeasuredSlice(slice: .all, rows: 40, measurements: [measurement], distributions: [])
    let wave = MeasuredWave(
      wave: Wave(label: "w"), definition: SurveyDefinition(items: items, outcomes: [], segments: []), files: [],
      fieldwork: nil, rows: 40, unusable: [], units: 0, slices: [slice], familySize: 1, columns: [])
    return GapReading(kind, subject, survey: "readers", wave: wave, slice: slice)
  }

  @Test(
    "questions, cells, dimensions and touchpoints that asked for both levels have the zone",
    arguments: [
      (.item, "a"), (.cell, "desk/empathy"), (.dimension, "empathy"), (.touchpoint, "desk"),
    ] as [(SubjectKind, String)])
  func zone(kind: SubjectKind, subject: String) throws {
    let reading = try #require(try Self.reading(kind, subject, second: .zone, desired: Figure(-1.25, n: 40)))
    #expect(reading.reference == .zone(minimum: 4.5, desired: 7.25))
    #expect(reading.row(name: "desk", mark: .plain).text == "+1.5")
  }

  @Test("where the desired level is withheld, the least acceptable is left")
  func fallback() throws {
    let withheld = try #require(try Self.reading(.item, "a", second: .zone, desired: .suppressed))
    #expect(withheld.reference == .minimum(4.5))
  }

  @Test("what some questions alone asked for is no mark for the mean of all, and the sentence says so")
  func mixed() throws {
    let mixed = try #require(try Self.reading(.touchpoint, "desk", second: .none, desired: Figure(-1.25, n: 40)))
    #expect(mixed.reference == nil)
    #expect(
      mixed.sentence == "1.5 points above the least that customers find acceptable (1.0 to 2.0), at 1 of 2 questions")
  }
}
