import Audit
import Testing

@testable import Render

struct PromoterBarsTests {
  /// 20 detractors, 30 passives, 50 promoters.
  private static let counts = [4, 0, 0, 6, 0, 0, 10, 10, 20, 20, 30]

  private static func row(_ name: String, _ score: Double, counts: [Int] = counts) -> PromoterBars.Row {
    PromoterBars.Row(
      name: name, counts: counts, score: score, low: score - 10, high: score + 10, missing: "too few answers to show")
  }

  private static let withheld = PromoterBars.Row(name: "premier", counts: [], missing: "too few answers to show")

  private func bars(_ drawing: Drawing) -> [Box] {
    drawing.shapes.compactMap { shape in
      if case .rectangle(let box, _) = shape { box } else { nil }
    }
  }

  @Test("the parts are as long as their shares, and the passives stand across the line", arguments: [680.0, 320.0])
  func geometry(width: Double) throws {
    let drawing = PromoterBars(rows: [Self.row("2026-Q1", 30)]).drawing(width: width)
    let parts = bars(drawing)
    try #require(parts.count == 3)
    let whole = parts[2].right - parts[0].x
    for (part, share) in zip(parts, [0.2, 0.3, 0.5]) { #expect(abs(part.width - whole * share) < 1e-9) }
    #expect(abs(parts[0].right - parts[1].x) < 1e-9 && abs(parts[1].right - parts[2].x) < 1e-9)
    let line = try #require(
      drawing.shapes.compactMap { shape -> Double? in
        if case .line(let from, _, _) = shape { from.x } else { nil }
      }.first)
    #expect(abs(parts[1].x + parts[1].width / 2 - line) < 1e-9)
    // The NPS is 30: the bar's middle lies 15 % of its length right of the line.
    #expect(abs((parts[0].x + parts[2].right) / 2 - line - 0.15 * whole) < 1e-9)
  }

  @Test("a withheld row says why and has neither bar nor score", arguments: [680.0, 320.0])
  func withheldRow(width: Double) throws {
    let chart = try #require(
      PromoterBars.chart(id: "n", name: "NPS", bars: PromoterBars(rows: [Self.row("basic", 30), Self.withheld])))
    let drawing = PromoterBars(rows: [Self.row("basic", 30), Self.withheld]).drawing(width: width)
    #expect(bars(drawing).count == 3)
    #expect(drawing.labels.filter { $0.text == "too few answers to show" }.count == 1)
    #expect(
      chart.table.rows == [
        ["basic", "100", "20.0\u{202F}%", "30.0\u{202F}%", "50.0\u{202F}%", "+30", "20 to 40"],
        ["premier", "", "", "", "", "too few answers to show", ""],
      ])
    let shares = "20\u{202F}%, 30\u{202F}%, 50\u{202F}%"
    #expect(
      chart.summary.hasSuffix("basic: \(shares), NPS +30 (20 to 40); premier: too few answers to show."))
  }

  @Test("nothing is drawn where every row is withheld, whatever all customers say")
  func allWithheld() {
    let bars = PromoterBars(everyone: Self.row("All customers", 30), rows: [Self.withheld])
    #expect(PromoterBars.chart(id: "n", name: "NPS", bars: bars) == nil)
  }

  @Test("the title names the lowest row and the highest, and not all customers")
  func titles() {
    func title(_ rows: [PromoterBars.Row]) -> String? {
      PromoterBars.chart(
        id: "n", name: "NPS", bars: PromoterBars(everyone: Self.row("All customers", -80), rows: rows))?.title
    }
    #expect(
      title([Self.row("plus", 12), Self.row("basic", -8), Self.row("old", 26), Self.withheld])
        == "NPS: lowest −8 (basic), highest +26 (old)")
    #expect(title([Self.row("plus", 12.2), Self.row("basic", 11.8)]) == "NPS: +12 throughout")
    #expect(title([Self.row("plus", 12), Self.withheld]) == "NPS: +12 (plus)")
  }

  @Test("waves and groups of customers have their bars, a withheld group its reason")
  func pages() throws {
    let files = render(try SampleReport.make()).site.files
    func page(_ path: String) throws -> String {
      String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }
    let waves = try page("waves.html")
    #expect(waves.contains("Would recommend (NPS): lowest +13 (2026-Q1), highest +21 (2026-Q3)"))
    let segment = try page("segments/tier.html")
    #expect(segment.contains("NPS: lowest +15 (basic), highest +23 (plus)"))
    #expect(segment.contains("premier: too few answers to show"))
    #expect(segment.contains("All customers: "))
  }
}
