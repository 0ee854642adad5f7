import Audit
import TestSupport
import Testing

@testable import Render

struct ExportTests {
  private func audit(_ figures: [(survey: String, wave: String, slice: Slice, subject: String, Statistic, Figure)])
    -> MeasuredAudit
  {
    let surveys = figures.map { survey, wave, slice, subject, statistic, figure in
      let key = MeasurementKey(survey: survey, wave: wave, slice: slice, kind: .item, subject: subject)
      let measurement = Measurement(key: key, n: figure.n, figures: [statistic: figure])
      let measured = MeasuredWave(
        wave: Wave(label: wave), definition: SurveyDefinition(items: [], outcomes: [], segments: []), files: [],
        fieldwork: nil, rows: 0, unusable: [], units: 0,
        slices: [MeasuredSlice(slice: slice, rows: 0, measurements: [measurement], distributions: [])], familySize: 0,
        columns: [])
      return MeasuredSurvey(id: survey, respondents: .customers, waves: [measured])
    }
    return MeasuredAudit(surveys: surveys)
  }

  @Test("rows are sorted by the bytes of their address, fields quoted where they must be")
  func statistics() {
    let tier = Slice(parts: [Slice.Part(segment: "tier", value: "a;b=%")])
    let table = StatisticsTable.csv(
      audit([
        ("b", "2026", .all, "x", .gapMean, Figure(-1.0 / 3, n: 7)), ("a", "2026", tier, "x", .n, Figure(12, n: 12)),
        ("a", "2026", .all, "p \"1\", q", .gapMean, Figure(0.1 + 0.2, n: 3)),
        ("a", "2025", .all, "z", .gapP, Figure(1.5e-7, n: 9)), ("a", "2026", .all, "é", .gapT, .suppressed),
      ]))
    #expect(
      String(decoding: table, as: UTF8.self) == """
        survey,wave,slice,kind,subject,statistic,value,n
        a,2025,all,item,z,gap.p,1.5e-7,9
        a,2026,all,item,"p ""1"", q",gap.mean,0.3,3
        a,2026,all,item,é,gap.t,,
        a,2026,tier=a%3Bb%3D%25,item,x,n,12,12
        b,2026,all,item,x,gap.mean,-0.333333333333,7

        """)
  }

  /// Texts of one to ten bytes of few kinds: many begin alike, and some end where a comparison of eight bytes at a time
  /// begins anew.
  @Test("the order of rows is that of fields, byte by byte") func order() {
    var generator = SeededGenerator(seed: 8)
    let texts = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 1...10, using: &generator)).map { _ in "aé !~".randomElement(using: &generator) ?? "a" })
    }
    let table = StatisticsTable.csv(
      audit(texts.indices.map { (texts[$0], texts[($0 + 1) % 400], .all, texts[($0 + 2) % 400], .n, Figure(1, n: 1)) }))
    let rows = String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map { Array($0.utf8) } }
    #expect(rows.count == 400)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { !precedes($1, $0) })
  }

  private func precedes(_ first: [[UInt8]], _ second: [[UInt8]]) -> Bool {
    first.lexicographicallyPrecedes(second) { $0.lexicographicallyPrecedes($1) }
  }

  @Test("every empty value has its reason")
  func notes() {
    let measured = audit([("a", "", .all, "x", .gapT, Figure(unavailable: .zeroVariance, n: 4))])
    #expect(
      StatisticsTable.notes(measured).line
        == #"{"schema": "cxaudit/notes/1", "notes": [{"survey": "a", "wave": "", "slice": "all", "kind": "item", "#
        + #""subject": "x", "statistic": "gap.t", "reason": "zero_variance"}]}"#)
  }

  @Test("a finding has all its keys, absent ones null")
  func findings() throws {
    var report = try SampleReport.make()
    report.findings = [
      Finding(id: "x", kind: .gap, title: "T", findingClass: .minor, statement: "S")
    ]
    let metadata = RuleMetadata(
      name: Phrase("Zone"), whenItHolds: Phrase(""), whenItFails: Phrase(""), needs: Phrase(""), source: Phrase(""))
    report.rules = [RuleOutcome(id: .zone, metadata: metadata, findings: 0, notRun: "no survey")]
    let json = FindingsDocument.json(report).line
    #expect(
      json
        == #"{"schema": "cxaudit/findings/1", "project": "Customer experience audit", "#
        + #""client": "Harbour <Savings> & Bank", "asOf": "2026-09-30", "history": null, "findings": ["#
        + #"{"id": "x", "kind": "gap", "title": "T", "class": "minor", "severity": null, "burden": null, "priority": null, "#
        + #""touchpoint": null, "dimension": null, "segment": null, "cause": null, "statement": "S", "evidence": [], "#
        + #""support": null, "words": null, "reach": null, "impact": null, "value": null, "rank": null, "quickWin": false, "#
        + #""steps": [], "plan": null, "verdict": null, "status": "open", "#
        + #""firstSeen": null, "lastSeen": null, "computed": null, "measure": null, "history": null}], "#
        + #""hidden": [], "rules": [{"id": "zone", "name": "Zone", "findings": 0, "notRun": "no survey"}]}"#)
  }

  @Test("intervals that lie apart are a change, those that meet are none")
  func changes() {
    func change(_ low: Double, _ high: Double, isHigherBetter: Bool = true) -> Change.Direction {
      Change(now: (low, high), before: (1, 2), isHigherBetter: isHigherBetter, earlier: "", wave: "").direction
    }
    #expect(change(2.1, 3) == .better)
    #expect(change(2, 3) == .unclear)
    #expect(change(-1, 0.9) == .worse)
    #expect(change(2.1, 3, isHigherBetter: false) == .worse)
  }
}
