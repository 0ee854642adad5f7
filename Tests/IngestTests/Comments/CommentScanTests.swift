import Audit
import Testing

@testable import Ingest

/// Comments of a project's surveys, as counts and candidates.
@Suite struct CommentScanTests {
  static let lexicon = "themes: [{id: waiting, dimension: responsiveness, bad: [slow]}, {id: manners, good: [kind]}]"

  private func read(
    _ csv: String, verbatims: String = "[{column: c, consent: ok}]", more: String = "", files: [String: String] = [:],
    privacy: String = "", jobs: Int = 1
  ) async throws -> (survey: Survey, diagnostics: [Diagnostic]) {
    var all = [
      "cxaudit.yml": privacy, "content/lexicon/l.yml": Self.lexicon, "content/surveys/s.csv": csv,
      "content/surveys/s.yml": "scale: {min: 1, max: 7}\nitems: [{perception: P, dimension: empathy}]\n"
        + "outcomes: [{id: nps, kind: nps, column: nps}]\nverbatims: \(verbatims)\n" + more,
    ]
    all.merge(files) { $1 }
    let (project, diagnostics) = try await TemporaryProject(all).read(jobs: jobs)
    return (try #require(project?.surveys.first, "\(diagnostics)"), diagnostics)
  }

  private func count(_ tally: CommentTally?, _ theme: String) -> CommentTally.Count? {
    tally?.counts[CommentTally.Key(touchpoint: nil, subject: .theme(theme))]
  }

  @Test("themes, tones, ratings and consent are counted; texts are kept of those who agreed") func counts() async throws
  {
    let (survey, diagnostics) = try await read(
      "P,nps,c,ok\n1,0,too slow,yes\n2,10,not slow,no\n3,8,kind but slow,TRUE\n4,,kind,\n5,5,  ,yes\n")
    #expect(lines(diagnostics) == [])
    let tally = try #require(survey.waves[0].comments)
    #expect(tally.comments == 4)
    #expect(tally.consenting == 2)
    let waiting = try #require(count(tally, "waiting"))
    #expect([waiting.comments, waiting.bad, waiting.good] == [3, 2, 1])
    #expect(waiting.bands == [1, 1, 1, 0])
    #expect([waiting.ratingSum, waiting.ratingSquares] == [18, 164])
    #expect(count(tally, "manners")?.bands == [0, 1, 0, 1])
    #expect(Set(tally.candidates.values.joined().map(\.text)) == ["too slow", "kind but slow"])
  }

  @Test("codes of a person take the place of the lexicon, and check it") func codes() async throws {
    let (survey, diagnostics) = try await read(
      "P,nps,c,t\n1,0,too slow,Waiting; Parking\n2,1,hello,waiting\n3,2,kind,\n",
      verbatims: "[{column: c, codes: t}]")
    #expect(lines(diagnostics) == [])
    let tally = try #require(survey.waves[0].comments)
    #expect(count(tally, "waiting")?.comments == 2)
    #expect(count(tally, "parking")?.comments == 1)
    #expect(count(tally, "manners")?.comments == 1)
    #expect(tally.coded.keys.sorted() == ["parking"])
    #expect(tally.checks["waiting"]?.both == 1 && tally.checks["waiting"]?.personOnly == 1)
    #expect(tally.consenting == 0 && tally.candidates.isEmpty)
  }

  @Test("what agrees can be named; where nobody agrees it is said") func consent() async throws {
    let csv = "P,nps,c,ok\n1,0,slow,You may quote me\n2,1,slow too,Please do not\n"
    let named = try await read(csv, verbatims: "[{column: c, consent: {column: ok, values: [you may quote me]}}]")
    #expect(named.survey.waves[0].comments?.consenting == 1)
    #expect(lines(named.diagnostics) == [])
    let (survey, diagnostics) = try await read(csv)
    #expect(survey.waves[0].comments?.consenting == 0)
    #expect(
      lines(diagnostics) == [
        "content/surveys/s.csv: warning: column 'ok' agrees to be quoted in no row; it holds 'You may quote me', 'Please do not' "
          + "[survey/no-consent] help: if one of them agrees, name it: 'consent: {column: …, values: […]}'"
      ])
  }

  @Test("no comment is read where the project says so, or of staff") func none() async throws {
    let csv = "P,nps,c,ok\n1,0,slow,yes\n"
    let off = try await read(csv, privacy: "privacy: {verbatims: none}")
    #expect(off.survey.waves[0].comments == nil)
    #expect(lines(off.diagnostics) == [])
    let staff = try await read(csv, more: "respondents: staff\n")
    #expect(staff.survey.waves[0].comments == nil)
    #expect(staff.diagnostics.map(\.id) == ["lexicon/not-used"])
  }

  @Test("memory does not grow with the comments, and what is kept depends on neither order nor parts") func bounded()
    async throws
  {
    let rows = (0..<500).map { "1,0,slow \($0),yes" }
    let forward = try await read("P,nps,c,ok\n" + rows.joined(separator: "\n") + "\n")
    let backward = try await read("P,nps,c,ok\n" + rows.reversed().joined(separator: "\n") + "\n", jobs: 4)
    let tally = try #require(forward.survey.waves[0].comments)
    #expect(tally == backward.survey.waves[0].comments)
    #expect(tally.candidates.values.map(\.count) == [CommentTally.candidateLimit])
    var merged = CommentTally()
    for part in [rows[..<200], rows[200...]] {
      let survey = try await read("P,nps,c,ok\n" + part.joined(separator: "\n") + "\n").survey
      merged.merge(try #require(survey.waves[0].comments))
    }
    #expect(merged == tally)
  }

  @Test("entries on comments that are gone, or whose writers do not agree, are said") func decided() async throws {
    let (slow, gone) = (Comment.key(of: "slow"), Comment.key(of: "gone"))
    let (survey, diagnostics) = try await read(
      "P,nps,c,ok\n1,0,slow,no\n2,1,kind,yes\n",
      files: ["content/quotes.yml": "\(slow): {ok: true}\n\(gone): {ok: true}\n"])
    #expect(survey.waves[0].comments?.decided == [slow: false])
    #expect(diagnostics.map(\.id).sorted() == ["quotes/no-consent", "quotes/stale"])
    #expect(diagnostics.allSatisfy { $0.location?.file == "content/quotes.yml" && $0.hint != nil })
  }

  @Test("a row that is excluded gives no comment, and each wave has its own") func rows() async throws {
    let (survey, _) = try await read(
      "P,nps,c,ok,done,w\n1,0,slow,yes,yes,2026-01-05\n2,1,slow too,yes,no,2026-01-06\n3,1,kind,yes,yes,2026-05-06\n4,1\n",
      more: "finished: {column: done, values: [yes]}\nunfinished: exclude\nwave: {column: w, period: quarter}\n")
    #expect(survey.waves.map { $0.comments?.comments } == [1, 1])
  }

  @Test("a long comment is cut behind a word") func long() {
    let text = CommentRules.shortened(String(repeating: "slow, ", count: 60))
    #expect(text.count <= 240)
    #expect(text.hasSuffix("slow …"))
    #expect(CommentRules.shortened(String(repeating: "a", count: 300)).count == 240)
    #expect(CommentRules.shortened("slow") == "slow")
  }

  @Test("a header that stands there once more is no comment") func repeatedHeader() async throws {
    let csv = "P,nps,c,ok\n1,0,slow,yes\n2,10,kind,no\n"
    let (survey, _) = try await read(csv + "\u{FEFF}" + csv)
    #expect(survey.waves[0].comments?.comments == 4)
  }
}
