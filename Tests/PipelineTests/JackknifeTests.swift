import Audit
import Ingest
import Measure
import Statistics
import TestSupport
import Testing

/// Figures by leaving out groups of respondents, from the bytes of a file to the figure.
@Suite struct JackknifeTests {
  private func measure(_ csv: String, _ codebook: String) async throws -> (Survey, MeasuredAudit) {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "s.csv")
    try folder.write(codebook, to: "s.yml")
    let reading = await ProjectReader.survey(
      csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: Configuration(), jobs: 1)
    withExtendedLifetime(folder) {}
    let survey = try #require(reading.survey, "\(reading.log.entries)")
    return (survey, Measure.measure([survey], configuration: Configuration()))
  }

  private func figure(_ measured: MeasuredAudit, _ kind: SubjectKind, _ subject: String, _ statistic: Statistic)
    -> Double?
  {
    measured[MeasurementKey(survey: "s", wave: "", slice: .all, kind: kind, subject: subject)]?[statistic]
  }

  private static let items = "scale: {min: 1, max: 5}\nitems: [{perception: X1..X4, dimension: d}]\n"

  /// Methodology 0.7. By Python's hashlib the ids fall into groups 0, 4, 8, 12 and 16 in turn: the row's index mod 5.
  @Test(
    "the standard error of alpha is that of the worked example",
    arguments: [
      (
        "p5,4,5,4,3\np3,5,5,4,4\np55,3,4,3,2\np11,2,3,3,2\np1,4,4,5,4\np27,5,4,4,5\np14,1,2,2,3\np70,3,3,4,3\np30,4,5,5,\np63,2,2,3,1\np28,5,5,5,4",
        0.019207
      ),
      (
        "p5,4,5,4,3\np3,5,5,4,4\np55,3,4,3,2\np11,2,3,3,2\np1,4,4,5,4\np27,5,4,4,5\np14,1,2,2,3\np70,3,3,4,3\np30,2,2,3,1\np63,5,5,5,4",
        0.040465
      ),
    ])
  func workedExample(_ rows: String, _ error: Double) async throws {
    let (_, measured) = try await measure(
      "id,X1,X2,X3,X4\n" + rows + "\n", JackknifeTests.items + "respondent: id\n")
    let alpha = try #require(figure(measured, .dimension, "d", .alpha))
    #expect(abs(alpha - 0.911807) < 5e-7)
    let found = try #require(figure(measured, .dimension, "d", .alphaSE))
    #expect(abs(found - error) < 5e-7)
  }

  @Test("without respondents there is a standard error where rows are said to be respondents, else none")
  func rows() async throws {
    let rows = (0..<60).map { "\($0),\(1 + $0 % 5),\(1 + $0 / 2 % 5),\(1 + $0 / 3 % 5),\(1 + $0 % 4)\n" }.joined()
    for (key, isThere) in [("", false), ("jackknife: none\n", false), ("jackknife: rows\n", true)] {
      let (_, measured) = try await measure("n,X1,X2,X3,X4\n" + rows, JackknifeTests.items + key)
      #expect(figure(measured, .dimension, "d", .alpha) != nil)
      #expect((figure(measured, .dimension, "d", .alphaSE) != nil) == isThere, "\(key)")
    }
  }

  @Test("shares of drivers have the intervals and ranks of the rows, grouped by respondent", arguments: 1...3)
  func drivers(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var lines = ["id,Y,X1,X2,X3"]
    var rows: [(group: Int, cells: [Int])] = []
    for index in 0..<400 {
      let x = (0..<3).map { _ in Int.random(in: 1...7, using: &random) }
      let y = max(1, min(7, (3 * x[0] + x[1]) / 4 + Int.random(in: -1...1, using: &random)))
      // Everyone answers twice; some rows name nobody and lack the outcome, so that they count nowhere.
      let isWhole = index % 9 != 0
      let id = isWhole ? "p\(index / 2)" : ""
      lines.append(([id, isWhole ? "\(y)" : ""] + x.map(String.init)).joined(separator: ","))
      if isWhole { rows.append((MomentTally.group(of: Array(id.utf8)), [y] + x)) }
    }
    let (_, measured) = try await measure(
      lines.joined(separator: "\n"),
      "scale: {min: 1, max: 7}\nrespondent: id\nitems: [{perception: X1..X3, dimension: d}]\n"
        + "outcomes: [{id: y, kind: csat, column: Y, scale: {min: 1, max: 7}}]\n")
    let buckets = (0..<20).map { group in
      IntegerMoments(rows: rows.filter { $0.group == group }.map(\.cells), columns: 4)
    }
    let ranking = DriverRanking(total: IntegerMoments(rows: rows.map(\.cells), columns: 4), buckets: buckets)
    for (index, item) in ["X1", "X2", "X3"].enumerated() {
      let share = ranking.relativeShares[index]
      let expected: [(Statistic, Double?)] = [
        (.lmgShare, share.estimate.value), (.lmgShareSE, share.se.value), (.lmgShareLow, share.low.value),
        (.lmgShareHigh, share.high.value),
        (.rank, DriverRanking.ranks(ranking.relativeShares)[index].map(Double.init)),
      ]
      for (statistic, value) in expected {
        let value = try #require(value)
        let found = figure(measured, .driver, "y~\(item)", statistic)
        #expect(abs((found ?? .infinity) - value) < 1e-9, "\(item) \(statistic.rawValue)")
      }
    }
    #expect(figure(measured, .driver, "y~X1", .rank) == 1)
  }
}
