import Audit
import Foundation
import TestSupport

@testable import Ingest

/// A survey whose rows are known, as a file and as values.
struct ScanFixture {
  struct Row {
    /// Expectation and perception of four items on 1…5; nil is an empty cell.
    var pairs: [(e: Int?, p: Int?)]
    /// On 1…5, against the satisfied-from answer.
    var ease: Int?
    var recommend: Int?
    var tier: String
    var points: [Int]
  }

  static let tiers = ["basic", "plus", "premier", ""]
  var rows: [Row] = []

  init(rows count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func answer(_ range: ClosedRange<Int>) -> Int? {
      Int.random(in: 0..<10, using: &random) == 0 ? nil : Int.random(in: range, using: &random)
    }
    for _ in 0..<count {
      var points = [40, 60]
      if Int.random(in: 0..<5, using: &random) == 0 { points = [Int.random(in: 30...60, using: &random), 50] }
      rows.append(
        Row(
          pairs: (0..<4).map { _ in (answer(1...5), answer(1...5)) }, ease: answer(1...5), recommend: answer(0...10),
          tier: ScanFixture.tiers.randomElement(using: &random) ?? "", points: points))
    }
  }

  /// The file; comments hold quoted delimiters and line breaks.
  var text: String {
    var text = "id,comment,tier,E1,E2,E3,E4,P1,P2,P3,P4,ease,rec,W1,W2\n"
    for (index, row) in rows.enumerated() {
      let comment = ["plain", "\"a, b\"", "\"line\nbreak \"\"x\"\"\"", "", "\"1,2\n3,4,5,6,7,8,9,0,1,2,3,4,5,6,7\""][
        index % 5]
      var cells = ["\(index)", comment, row.tier]
      cells += row.pairs.map { $0.e.map(String.init) ?? "" } + row.pairs.map { $0.p.map(String.init) ?? "" }
      cells += [row.ease.map(String.init) ?? "n/a", row.recommend.map { String($0 + 1) } ?? ""]
      cells += row.points.map(String.init)
      text += cells.joined(separator: ",") + (index % 7 == 0 ? "\r\n" : "\n")
    }
    return text
  }

  static let plan: SurveyPlan = {
    guard let scale = Scale(minimum: 1, maximum: 5), let zeroToTen = Scale(minimum: 0, maximum: 10),
      let percent = Scale(minimum: 0, maximum: 100)
    else { fatalError("scales of the fixture") }
    var items = (1...4).map {
      Item(id: "P\($0)", dimension: $0 < 3 ? "d1" : "d2", touchpoint: "t", scale: scale, comparison: .expectation)
    }
    items.append(Item(id: "ease", dimension: "d2", touchpoint: "t", scale: scale, comparison: .none))
    let definition = SurveyDefinition(
      items: items, outcomes: [Outcome(id: "rec", kind: .nps, scale: zeroToTen)],
      segments: [Segment(id: "tier", order: ["plus"])], pointDimensions: ["d1", "d2"])
    func rating(_ index: Int, _ header: String, _ scale: Scale, offset: Int = 0, na: [String] = []) -> ColumnPlan {
      var decoding = RatingDecoding(scale: scale)
      decoding.offset = offset
      decoding.notApplicable = na
      return ColumnPlan(index: index, header: header, subject: "item \(header)", decoding: .rating(decoding))
    }
    var columns = [ColumnPlan(index: 2, header: "tier", subject: "tier", decoding: .category(CategoryDecoding()))]
    columns += (0..<4).map { rating(3 + $0, "E\($0 + 1)", scale) } + (0..<4).map { rating(7 + $0, "P\($0 + 1)", scale) }
    columns += [
      rating(11, "ease", scale, na: ["N/A"]), rating(12, "rec", zeroToTen, offset: -1), rating(13, "W1", percent),
      rating(14, "W2", percent),
    ]
    return SurveyPlan(
      definition: definition, columns: columns, fieldCount: 15,
      items: (0..<4).map { .init(perception: 5 + $0, expectation: 1 + $0) } + [.init(perception: 9)], outcomes: [10],
      segments: [0], points: [11, 12])
  }()

  /// Scans the file in up to `jobs` stretches.
  func scan(jobs: Int, smallestStretch: Int = 64) async throws -> (WaveTally?, [Diagnostic]) {
    let path = NSTemporaryDirectory() + "/cxaudit-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await ScanFixture.scan(path: path, plan: ScanFixture.plan, jobs: jobs, smallestStretch: smallestStretch)
  }

  static func scan(
    path: String, plan: SurveyPlan, jobs: Int, smallestStretch: Int
  ) async throws -> (WaveTally?, [Diagnostic]) {
    let file = SurveyFile(path: path, name: "content/surveys/a.csv", codebook: "content/surveys/a.yml")
    let header = try SurveyHeader.read(file).get()
    let (result, diagnostics) = await SurveyScan(
      file: file, header: header, plan: plan, jobs: jobs, smallestStretch: smallestStretch
    ).run()
    return (result?.waves.first?.tally, diagnostics)
  }
}
