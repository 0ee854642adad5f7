import Foundation
import TestSupport
import Testing

/// From a comment to a cleared quote on a page; what identifies people never leaves the survey file.
@Suite struct CommentsOfSurveys {
  /// What must be found nowhere.
  private static let secrets = [
    "7946 0958", "secret-mail", "4111 1111", "WEST 1234", "secret.example", "9988776", "Schmidt", "Baker Street",
  ]

  private static func csv() -> String {
    let secret = [
      "call +44 20 7946 0958", "mail jane@secret-mail.example.com", "card 4111 1111 1111 1111",
      "IBAN GB82 WEST 1234 5698 7654 32", "https://secret.example/p", "order CUS-9988776", "Anna Schmidt did it",
      "I live at 12 Baker Street", "<script>alert('x')</script> & *bold*",
    ]
    var text = "id,E,P,nps,comment,quote\n"
    for row in 0..<120 {
      let bad = row % 3 != 0
      let comment =
        bad ? "Slow service \(row), \(secret[row % secret.count])" : "Friendly \(row), \(secret[row % secret.count])"
      // A few rows have something wrong, so that its line could be shown.
      let answer = row % 40 == 39 ? "77" : bad ? "2" : "6"
      text += "R\(row),7,\(answer),\(bad ? 1 : 10),\"\(comment)\",\(row % 4 == 0 ? "no" : "yes")\n"
    }
    return text
  }

  static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "journey: [{phase: P, touchpoints: [{id: branch, name: Branch}]}]\nas-of: 2026-09-30\n"
        + "privacy: {names: [Anna Schmidt], patterns: [\"CUS-##+\"]}\n", to: "cxaudit.yml")
    try folder.write(csv(), to: "content/surveys/s.csv")
    try folder.write(
      "wave: 2026-Q3\nscale: {min: 1, max: 7}\nitems: [{expectation: E, perception: P, dimension: responsiveness, "
        + "touchpoint: branch}]\noutcomes: [{id: nps, kind: nps, column: nps}]\nrespondent: id\n"
        + "verbatims: [{column: comment, consent: quote}]\n", to: "content/surveys/s.yml")
    try folder.write(
      "version: v1\nthemes: [{id: waiting, name: Waiting, dimension: responsiveness, bad: [slow], good: [quick]}]\n",
      to: "content/lexicon/l.yml")
    return folder
  }

  private func text(of folder: TemporaryFolder, below: String) throws -> String {
    try folder.names(below: below).filter { !$0.hasSuffix("/") }.map { name in
      // What is packed would hide its words.
      let unpacked = name.hasSuffix(".xlsx") ? try Spreadsheet.text(folder.path("\(below)/\(name)")) : ""
      return try folder.read("\(below)/\(name)") + unpacked
    }
    .joined(separator: "\n")
  }

  @Test("a quote is offered, cleared by a person, and shown redacted and escaped; secrets are nowhere") func whole()
    throws
  {
    let folder = try Self.project()
    let closed = try Command.run(["build"], in: folder)
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(!(try text(of: folder, below: "site")).contains("Slow service"))

    let offer = try Command.run(["survey", "content/surveys/s.csv", "--quotes"], in: folder)
    #expect(offer.status == 0, "\(offer.errors)")
    #expect(offer.output.contains("Added 12 comments to content/quotes.yml"), "\(offer.output)")
    let offered = try folder.read("content/quotes.yml")
    #expect(offered.contains("{ok: false") && !offered.contains("{ok: true"))

    // A person clears all but the first, and leaves a word.
    var cleared = offered.replacing("{ok: false", with: "{ok: true") + "# mine\n"
    if let first = cleared.firstRange(of: "{ok: true") { cleared.replaceSubrange(first, with: "{ok: false") }
    try folder.write(cleared, to: "content/quotes.yml")
    let again = try Command.run(["survey", "content/surveys/s.csv", "--quotes"], in: folder)
    #expect(again.output.contains("Nothing new to offer") && again.output.contains("12 entries, 11 of them cleared"))
    #expect(try folder.read("content/quotes.yml") == cleared)

    let build = try Command.run(["build"], in: folder)
    #expect(build.status == 0, "\(build.errors)")
    let page = try folder.read("site/deficiencies/gap.branch.responsiveness.html")
    #expect(page.contains("What customers write"))
    #expect(page.contains("comments on Branch speak of responsiveness (Waiting)"))
    #expect(page.components(separatedBy: "A customer · survey of 2026-Q3").count == 4)
    let refused = offered.split(separator: "\n").first { $0.contains("{ok: false") }?.split(separator: "\"")[1]
    #expect(!page.contains(try #require(refused)))
    #expect(
      try folder.read("site/data/findings.json").contains("\"says\": \"complaints\"")
        || page.contains("comments say so too"))

    let everything =
      try text(of: folder, below: "site") + text(of: folder, below: ".cxaudit") + cleared
      + closed.errors + offer.errors + build.errors + build.output
    for secret in Self.secrets { #expect(!everything.contains(secret), "\(secret)") }
    #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"))
  }

  @Test("threads and runs change no byte") func stable() throws {
    let folder = try Self.project()
    _ = try Command.run(["survey", "content/surveys/s.csv", "--quotes"], in: folder)
    try folder.write(
      folder.read("content/quotes.yml").replacing("{ok: false", with: "{ok: true"), to: "content/quotes.yml")
    var sites: [String] = []
    for jobs in ["1", "4", "4"] {
      let run = try Command.run(["build", "--jobs", jobs, "--output", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      sites.append(try text(of: folder, below: "out"))
    }
    #expect(sites[0] == sites[1] && sites[1] == sites[2])
    #expect(sites[0].contains("What customers write"))
  }

  @Test("a stale entry is kept and said") func stale() throws {
    let folder = try Self.project()
    try folder.write("0123456789abcdef: {ok: true}\n", to: "content/quotes.yml")
    let offer = try Command.run(["survey", "content/surveys/s.csv", "--quotes"], in: folder)
    #expect(offer.output.contains("In no survey any more, kept: 0123456789abcdef."), "\(offer.output)")
    #expect(try folder.read("content/quotes.yml").hasPrefix("0123456789abcdef: {ok: true}\n# "))
    let build = try Command.run(["build"], in: folder)
    #expect(
      build.errors.contains("content/quotes.yml:1:1: warning: the comment 0123456789abcdef is in no survey any more"))
  }

  static let refused: [(String, String, String)] = [
    ("verbatims: [{column: comment}]", "", "no column says who agreed to be quoted"),
    ("", "", "names no column of comments"),
    ("verbatims: [{column: comment, consent: quote}]", "privacy: {verbatims: none}", "comments are not read"),
    ("verbatims: [{column: comment, consent: quote}]\nrespondents: staff", "", "it is a survey of staff"),
  ]

  @Test("where nobody can be quoted nothing is written", arguments: refused)
  func refuses(verbatims: String, privacy: String, words: String) throws {
    let folder = try Self.project()
    try folder.write("as-of: 2026-09-30\n" + privacy + "\n", to: "cxaudit.yml")
    let codebook = try folder.read("content/surveys/s.yml")
    try folder.write(
      codebook.replacing("verbatims: [{column: comment, consent: quote}]", with: verbatims), to: "content/surveys/s.yml"
    )
    let run = try Command.run(["survey", "content/surveys/s.csv", "--quotes"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!folder.exists("content/quotes.yml"))
  }
}
