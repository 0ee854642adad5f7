import Foundation
import Testing

@testable import Render

/// Charts as files, so that a change of the drawing is seen in review.
struct GoldenTests {
  private static let rows = [
    RowPlot.Row(
      name: "Someone acknowledges me within a minute", detail: "611 answers", reference: .expected(6.5), value: 4.1,
      low: 3.95, high: 4.25, text: "−2.4", mark: .critical),
    RowPlot.Row(
      name: "Service is prompt", detail: "598 answers", reference: .expected(6.4), value: 5, low: 4.9, high: 5.1,
      text: "−1.4", mark: .major),
    RowPlot.Row(name: "Mobile app", text: "no answers"),
  ]

  /// Below the zone, inside it, above it, and without a desired level.
  private static let zones = [
    RowPlot.Row(
      name: "Loan desk", detail: "420 answers", reference: .zone(minimum: 5.6, desired: 7.2), value: 4.4, low: 4.2,
      high: 4.6, text: "−1.2", mark: .major),
    RowPlot.Row(
      name: "Telephone enquiry", detail: "388 answers", reference: .zone(minimum: 4.9, desired: 6.8), value: 6.1,
      low: 5.9, high: 6.3, text: "+1.2"),
    RowPlot.Row(
      name: "Research help", detail: "97 answers", reference: .zone(minimum: 4.2, desired: 6), value: 6.6, low: 6.3,
      high: 6.9, text: "+2.4", mark: .good),
    RowPlot.Row(
      name: "Reminders", detail: "201 answers", reference: .minimum(5), value: 5.8, low: 5.6, high: 6, text: "+0.8"),
  ]

  private static let promoters = PromoterBars(rows: [
    PromoterBars.Row(
      name: "2025-Q3", counts: [5, 1, 2, 3, 3, 6, 9, 15, 22, 24, 30], score: 20.8, low: 6.1, high: 34.5, missing: ""),
    PromoterBars.Row(name: "2025-Q4", counts: [], missing: "too few answers to show"),
    PromoterBars.Row(
      name: "2026-Q1", counts: [2, 1, 0, 2, 2, 4, 6, 14, 20, 28, 41], score: 43.3, low: 29.4, high: 55.2, missing: ""),
  ])

  private static func chart(_ file: String) -> Chart? {
    switch file {
    case "journey.svg":
      JourneyStrip.chart(
        id: "x", title: "T", summary: "S",
        phases: [
          JourneyStrip.Phase(name: "Before buying", touchpoints: [rows[0]]),
          JourneyStrip.Phase(name: "Buying", touchpoints: [rows[1], rows[2]]),
        ], scale: 1...7)
    case "zone-journey.svg":
      JourneyStrip.chart(
        id: "x", title: "T", summary: "S", phases: [JourneyStrip.Phase(name: "At the desk", touchpoints: zones)],
        scale: 1...9)
    case "zone.svg": dumbbell(zones, scale: 1...9)
    case "promoters.svg": PromoterBars.chart(id: "x", name: "NPS", bars: promoters)
    default: dumbbell(rows, scale: 1...7)
    }
  }

  private static func dumbbell(_ rows: [RowPlot.Row], scale: ClosedRange<Double>) -> Chart {
    Dumbbell.chart(
      id: "x", title: "T", summary: "S", groups: [RowPlot.Group(heading: nil, rows: rows)], scale: scale)
  }

  @Test(
    "the charts are drawn as recorded",
    arguments: ["dumbbell.svg", "journey.svg", "zone.svg", "zone-journey.svg", "promoters.svg"])
  func charts(file: String) throws {
    let drawing = try #require(Self.chart(file)).wide
    let svg =
      SVGText.svg(drawing, id: "x", cssClass: "drawing-wide", title: "A finding", summary: "What is drawn") + "\n"
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(file)")
    guard let recorded = try? String(contentsOf: path, encoding: .utf8) else {
      try Data(svg.utf8).write(to: path)
      Issue.record("recorded \(file); look at it and run again")
      return
    }
    #expect(svg == recorded)
  }
}
