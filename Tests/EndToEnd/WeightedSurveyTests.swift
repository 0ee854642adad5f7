import TestSupport
import Testing

/// The pages and explanations of a survey with weights show what was judged.
@Suite struct WeightedSurveys {
  private func project(_ csv: String, _ codebook: String, settings: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(settings + "as-of: 2026-09-30\n", to: "cxaudit.yml")
    try folder.write(csv, to: "content/surveys/s.csv")
    try folder.write("scale: {min: 1, max: 7}\n" + codebook, to: "content/surveys/s.yml")
    return folder
  }

  /// Half fall four points short and would not recommend, half get all; of tier a the first weigh 1.5 to 0.5.
  private func project() throws -> TemporaryFolder {
    let rows = (0..<120).map { row in
      let (tier, isShort) = (row % 3 == 0 ? "a" : "b", row % 2 == 0)
      return "7,\(isShort ? 3 : 7),\(isShort ? 3 : 10),\(tier),\(isShort ? "1.5" : "0.5")\n"
    }
    return try project(
      "E,P,nps,tier,w\n" + rows.joined(),
      "wave: 2026-Q3\nitems: [{expectation: E, perception: P, dimension: responsiveness, "
        + "touchpoint: branch}]\noutcomes: [{id: nps, kind: nps, column: nps}]\nsegments: [{column: tier}]\n"
        + "weight: {column: w}\n",
      settings: "journey: [{phase: P, touchpoints: [{id: branch, name: Branch}]}]\n")
  }

  @Test("Statements, tables and bars are of weighted answers") func pages() throws {
    let folder = try project()
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try folder.read("site/deficiencies/gap.branch.responsiveness.html")
    // 90 of 120 by weight; (Σw)²/Σw² = 14 400/150.
    for text in [
      "of 120 customers say they got far less than they expect (65 to 83", "answers count by their weights",
      "Seriously failed without weights, share", "0.500",
      "As many unweighted answers", ">96<", "Signed-rank test without weights, p",
    ] {
      #expect(sheet.contains(text), "\(text)")
    }
    let group = try folder.read("site/segments/tier.html")
    #expect(group.contains(">75.0") && group.contains(">25.0") && !group.contains(">50.0"))
    let front = try folder.read("site/index.html")
    #expect(front.contains("More would warn others off than recommend (answers as they were given, without weights)"))
    #expect(front.contains("−50"))
    let statistics = try folder.read("site/data/statistics.csv")
    #expect(statistics.contains("cell,branch/responsiveness,failed.share,0.5,120\n"))
    #expect(statistics.contains("cell,branch/responsiveness,failed.share.weighted,0.75,120\n"))
  }

  @Test("A finding is explained by the figures that it was judged by") func explained() throws {
    let folder = try project()
    let run = try Command.run(["explain", "gap.branch.responsiveness"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    for text in [
      "cell/branch/responsiveness/failed.share.weighted@2026-Q3\n  = 0.75, n 120", "gap.q.weighted", "gap.dz.weighted",
      "failed.sign.q.weighted", "Each row counts by its weight.", "Formula: Σw·[it holds]/Σw",
    ] {
      #expect(run.output.contains(text), "\(text)\n\(run.output)")
    }
    let parity = try Command.run(["explain", "parity/tier/overall/difference.df.weighted[tier=a]"], in: folder)
    #expect(parity.status == 0, "\(parity.errors)")
    #expect(parity.output.contains("df = n_eff − 1"))
  }

  @Test("Answers without a weight make no base for what weighted ones say") func fewWeights() throws {
    let rows = (0..<100).map { row in "7,\(row < 12 ? 1 : 7),\(row < 12 ? 1 : 10),\(row < 12 ? "1" : "")\n" }
    let folder = try project(
      "E,P,rec,w\n" + rows.joined(),
      "items: [{expectation: E, perception: P, touchpoint: branch, dimension: empathy}]\n"
        + "outcomes: [{id: nps, kind: nps, column: rec}]\nweight: {column: w}\n")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let findings = try folder.read("site/data/findings.json")
    #expect(!findings.contains("\"class\": \"critical\"") && findings.contains("\"class\": \"watch\""))
    #expect(findings.contains("of 12 customers"), "\(findings)")
    #expect(try folder.read("site/index.html").contains("12 answers"))
  }

  @Test("A group of few weighted answers is not held against the others by weights") func fewInGroup() throws {
    let group = (0..<40).map { row in "a,7,\(row < 4 ? 2 : 6),\(row < 4 ? "1" : "")\n" }
    let others = (0..<123).map { row in "b,7,\(row % 2 == 0 ? 6 : 7),1\n" }
    let folder = try project(
      "tier,E,P,w\n" + (group + others).joined(),
      "items: [{expectation: E, perception: P, dimension: empathy}]\nsegments: [{column: tier}]\nweight: {column: w}\n")
    let run = try Command.run(["statistics", "--publishable", "content/surveys/s.csv"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let compared = run.output.split(separator: "\n").filter { $0.contains(",parity,") && $0.contains(".weighted,") }
    #expect(!compared.isEmpty)
    #expect(compared.allSatisfy { $0.hasSuffix(".weighted,,") }, "\(compared)")
  }

  @Test("A raked value with a single answer does not take the errors of all others away") func singleAnswer() throws {
    let rows = (0..<201).map { row in
      "\(row == 200 ? "c" : row % 2 == 0 ? "a" : "b"),7,\(row % 4 == 0 ? 3 : 7 - row % 2)\n"
    }
    let folder = try project(
      "tier,E,P\n" + rows.joined(),
      "items: [{expectation: E, perception: P, touchpoint: t, dimension: empathy}]\nsegments: [{column: tier}]\n"
        + "weight: {rake: {tier: {a: 50%, b: 49%, c: 1%}}}\n", settings: "engagement: {named: true}\n")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let statistics = try folder.read("site/data/statistics.csv")
    for figure in ["gap.se.weighted", "gap.q.weighted", "gap.ci.low.weighted"] {
      let row = statistics.split(separator: "\n").first { $0.contains(",all,cell,t/empathy,\(figure),") }
      #expect(row.map { !$0.hasSuffix(",,201") && !$0.contains("n_lt_2") } == true, "\(row ?? "none")")
    }
    #expect(try folder.read("site/data/findings.json").contains("\"id\": \"gap.t.empathy\""))
  }
}
