import Foundation
import Testing

@testable import Render

/// Charts as files, so that a change of the drawing is seen in review.
struct GoldenTests {
  @Test("the charts are drawn as recorded", arguments: ["dumbbell.svg", "journey.svg"])
  func charts(file: String) throws {
    let rows = [
      RowPlot.Row(
        name: "Someone acknowledges me within a minute", detail: "611 answers", reference: .expected(6.5), value: 4.1,
        low: 3.95, high: 4.25, text: "−2.4", mark: .critical),
      RowPlot.Row(
        name: "Service is prompt", detail: "598 answers", reference: .expected(6.4), value: 5, low: 4.9, high: 5.1,
        text: "−1.4", mark: .major),
      RowPlot.Row(name: "Mobile app", text: "no answers"),
    ]
    let drawing: Drawing
    if file == "journey.svg" {
      let phases = [
        JourneyStrip.Phase(name: "Before buying", touchpoints: [rows[0]]),
        JourneyStrip.Phase(name: "Buying", touchpoints: [rows[1], rows[2]]),
      ]
      drawing = JourneyStrip.chart(id: "x", title: "T", summary: "S", phases: phases, scale: 1...7).wide
    } else {
      let groups = [RowPlot.Group(heading: nil, rows: rows)]
      drawing = Dumbbell.chart(id: "x", title: "T", summary: "S", groups: groups, scale: 1...7).wide
    }
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
