import Audit
import Foundation
import Testing

@testable import Ingest

@Suite struct ProjectReaderTests {
  @Test func readsAProject() async throws {
    let project = try TemporaryProject([
      "cxaudit.yml": "title: Audit\njourney: [{phase: P, touchpoints: [branch]}]",
      "content/index.md": "---\n# none\n---\nSummary",
      "content/notes/b.md": "# Visit\n",
      "content/notes/a/visit.md": "---\ndraft: true\n---\nnot yet",
      "content/corrections/plan.md": "---\ncorrects: [gap.empathy]\nowner: Ann\n---\n1. [ ] Do it\n",
      "content/surveys/s.csv": plainSurvey, "content/surveys/s.yml": plainCodebook,
      "content/playbook/any-delivery.md":
        "---\ntitle: Ours\nfor: {cause: delivery}\neffort: M\n---\n1. First\n2. Second\n",
      "content/generate.py": "", "content/README.md": "", "content/.hidden/notes.md": "",
      "templates/layout.mustache": "mine", "templates/Theme.swift": "",
    ])
    let (read, diagnostics) = await project.read(jobs: 4)
    #expect(lines(diagnostics) == [])
    let result = try #require(read)
    #expect(result.configuration.title == "Audit")
    #expect(result.summary == MarkdownText(text: "Summary", file: "content/index.md", firstLine: 4))
    #expect(result.notes.map(\.slug) == ["b"])
    #expect(result.corrections.map(\.slug) == ["plan"])
    #expect(result.surveys.map(\.id) == ["s"])
    #expect(result.surveys.first?.waves.first?.tally.rows == 2)
    #expect(result.surveys.first?.waves.first?.files == ["content/surveys/s.csv"])
    let ours = try #require(result.remedies.first { $0.file == "any-delivery.md" })
    #expect(ours.isProjects)
    #expect(ours.title == "Ours")
    #expect(ours.cause == .delivery)
    #expect(ours.effort == .medium)
    #expect(ours.steps == ["First", "Second"])
    #expect(result.templates == [TemplateFile(path: "layout.mustache", bytes: Array("mine".utf8))])
    #expect(
      result.inputs.map(\.path) == [
        "content/corrections/plan.md", "content/index.md", "content/notes/b.md", "content/playbook/any-delivery.md",
        "content/surveys/s.csv", "content/surveys/s.yml", "cxaudit.yml", "templates/layout.mustache",
      ])
    #expect(
      result.inputs.first { $0.path == "content/surveys/s.csv" }?.sha256
        == SHA256.hexDigest(of: Array(plainSurvey.utf8)))
  }

  /// Every entry of the built-in playbook can be read and has an owner, an effort and steps.
  @Test func readsTheBuiltInPlaybook() async throws {
    let project = try TemporaryProject(["content/notes/a.md": "x"])
    let (read, diagnostics) = await project.read()
    let remedies = try #require(read).remedies
    #expect(lines(diagnostics) == [])
    #expect(remedies.count >= 20)
    for remedy in remedies {
      #expect(!remedy.isProjects)
      #expect(remedy.steps.count >= 3, "\(remedy.file)")
      #expect(remedy.effort != nil && remedy.owner != nil && remedy.measure != nil, "\(remedy.file)")
    }
  }

  /// The repository is itself a project, and a model of one.
  @Test func readsTheExampleWithoutAWordButOnItsCells() async throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let (read, log) = await ProjectReader(root: root.path, jobs: 2).read()
    let cells: Set = ["survey/out-of-scale", "survey/not-a-number"]
    #expect(lines(log.entries.filter { !cells.contains($0.id) || $0.severity == .error }) == [])
    let project = try #require(read)
    #expect(project.surveys.map(\.id).sorted() == ["customers", "management", "resolved-complaints", "staff"])
    #expect(project.surveys.first?.waves.map(\.wave.label) == ["2026-Q1", "2026-Q3"])
    #expect(project.surveys.dropFirst().allSatisfy { $0.waves.map(\.wave.label) == ["2026-Q3"] })
    #expect(project.configuration.journey.phases.map(\.touchpoints.count) == [2, 3, 3])
    #expect(project.notes.count == 14)
    #expect(project.corrections.count == 10)
    #expect(project.templates.isEmpty)
  }

  @Test func adoptsNamesThatOnlyACodebookHas() async throws {
    let project = try TemporaryProject([
      "content/surveys/s.csv": "P1,P2\n1,2\n",
      "content/surveys/s.yml": """
      scale: {min: 1, max: 7}
      items:
        - {perception: P1, touchpoint: branch, dimension: speed}
        - {perception: P2, touchpoint: phone, dimension: empathy}
      """,
    ])
    let configuration = try #require(await project.read().project).configuration
    #expect(configuration.journey.phases.map(\.name) == ["Touchpoints"])
    #expect(configuration.journey.touchpoints.map(\.id) == ["branch", "phone"])
    #expect(configuration.dimensions.last == Dimension(id: "speed"))
    #expect(configuration.dimensions.count == 6)
  }

  @Test func readsTheSameWithAnyNumberOfJobs() async throws {
    var files = ["content/notes/\(0).md": "x"]
    for index in 0..<12 {
      files["content/notes/n\(index).md"] = "# Note \(index)\n- [x] S\(index) y\n"
      files["content/surveys/s\(index).csv"] = plainSurvey + "9,9\n"
      files["content/surveys/s\(index).yml"] = plainCodebook
    }
    let project = try TemporaryProject(files)
    let (one, first) = await project.read(jobs: 1)
    let (many, second) = await project.read(jobs: 8)
    #expect(first == second)
    #expect(one?.inputs == many?.inputs)
    #expect(one?.notes == many?.notes)
    #expect(one?.surveys.map(\.id) == many?.surveys.map(\.id))
    #expect(one?.surveys.map { $0.waves.map(\.tally) } == many?.surveys.map { $0.waves.map(\.tally) })
  }

  @Test(arguments: [
    (
      ["cxaudit.yml": "title: x"],
      [
        "error: there is nothing to audit: no note and no survey [project/no-content] help: put notes into content/notes and "
          + "surveys into content/surveys, or begin with 'cxaudit init'"
      ]
    ),
    (
      ["content/surveys/a.csv": plainSurvey],
      [
        "content/surveys/a.csv: error: this survey has no codebook, and no question in it could be guessed "
          + "[survey/no-codebook] help: write content/surveys/a.yml to say what its columns mean; 'cxaudit survey' shows what "
          + "is in the file"
      ]
    ),
    (
      ["content/surveys/a.yml": plainCodebook],
      [
        "content/surveys/a.yml: error: this codebook explains no survey [survey/codebook-alone] help: put content/surveys/a.csv "
          + "beside it, name files under 'files:', or point to it with 'codebook:' from another"
      ]
    ),
    (
      ["content/notes/a.md": "---\ntitle: x\n"],
      [
        "content/notes/a.md:1:1: error: the front matter that begins here never ends [front-matter/unclosed] help: close it "
          + "with a line '---'"
      ]
    ),
    (
      ["cxaudit.yml": "titel: x", "content/notes/a.md": "x"],
      ["cxaudit.yml:1:1: error: unknown key 'titel' in cxaudit.yml [yaml/unknown-key] help: did you mean 'title'?"]
    ),
    (
      ["content/index.md": "---\ntitle: x\nauthor: y\n---\nz", "content/notes/a.md": "x"],
      [
        "content/index.md:2:1: warning: 'title' has no effect in this version [config/not-used-yet] help: it is read and kept for "
          + "later versions; nothing on the site follows from it",
        "content/index.md:3:1: error: unknown key 'author' in the front matter of index.md [yaml/unknown-key] help: known are "
          + "'title'",
      ]
    ),
    (
      ["cxaudit.yaml": "", "content/notes/a.md": "x"],
      ["cxaudit.yaml: warning: this file is not read [project/not-read] help: name it cxaudit.yml"]
    ),
    (
      ["content/note/a.md": "x", "content/notes/b.txt": "x", "content/notes/c.md": "x"],
      [
        "content/note: warning: 'content/note' is not read [project/unknown-folder] help: did you mean 'content/notes'?",
        "content/notes/b.txt: warning: this file is not read [project/not-read] help: save it as Markdown, with a name that ends "
          + "in .md",
      ]
    ),
    (
      [
        "content/notes/a.md": "x", "content/findings/gap.md": "x",
        "content/findings/old/gap.md": "x", "content/lexicon/v.yml": "themes: [{id: a, bad: [b]}]",
        "content/lexicon/old/w.yml": "x", "content/lexicon/w.yaml": "x", "content/quotes.yaml": "x",
      ],
      [
        "content/findings/old/gap.md: warning: this file is not read [project/not-read] help: move it up into "
          + "content/findings",
        "content/lexicon/old/w.yml: warning: this file is not read [project/not-read] help: move it up into content/lexicon",
        "content/lexicon/w.yaml: warning: this file is not read [project/not-read] help: lexicons have names that end in .yml",
        "content/quotes.yaml: warning: this file is not read [project/not-read] help: name it quotes.yml",
        "content/lexicon/v.yml: warning: no survey has comments that are read, so the lexicon finds nothing [lexicon/not-used] "
          + "help: declare 'verbatims:' in the codebook of a survey of customers",
      ]
    ),
    (
      ["content/notes/a.md": "x", "content/surveys/a.tab": "x", "content/surveys/b.summary.csv": "x"],
      [
        "content/surveys/a.tab: warning: this file is not read [project/not-read] help: save it as CSV, with a name that ends "
          + "in .csv",
        "content/surveys/b.summary.csv: warning: this file is not read [project/not-read] help: summaries are not read in this "
          + "version: use the answers themselves",
      ]
    ),
    (
      [
        "content/notes/a.md": "x",
        "content/playbook/p.md": "---\nfor: {rule: gapp, cause: deliver}\neffort: soon\n---\ntext",
      ],
      [
        "content/playbook/p.md:2:13: error: there is no rule 'gapp' [config/unknown-rule] help: did you mean 'gap'?",
        "content/playbook/p.md:2:26: error: 'cause' cannot be 'deliver' [yaml/not-one-of] help: did you mean 'delivery'? possible "
          + "are 'knowledge', 'standards', 'delivery', 'communication', 'perception'",
      ]
    ),
    (
      ["content/notes/a.md": "x", "content/playbook/p.md": "text"],
      [
        "content/playbook/p.md: error: this playbook entry has no steps [playbook/no-steps] help: add a numbered list of steps"
      ]
    ),
  ])
  func reportsWhatIsWrongWithAFolder(files: [String: String], expected: [String]) async throws {
    let (_, diagnostics) = try await TemporaryProject(files).read()
    let found = lines(diagnostics)
    #expect(Array(found.prefix(expected.count)) == expected)
  }

  @Test func pointsAtInvalidUTF8() async throws {
    let project = try TemporaryProject([:])
    try project.write("content/notes/a.md", Array("# Visit\nCaf".utf8) + [0xE9, 0x0A])
    #expect(
      lines(await project.read().diagnostics) == [
        "content/notes/a.md:2:4: error: this byte is not UTF-8 [text/not-utf-8] help: save the file in the encoding UTF-8"
      ])
  }

  @Test func saysWhenThereIsNoFolder() async {
    let (project, log) = await ProjectReader(root: "/nowhere/at/all", jobs: 1).read()
    #expect(project == nil)
    #expect(log.entries.map(\.id) == ["project/no-folder"])
  }

  @Test func followsLinksInsideTheProjectOnly() async throws {
    let project = try TemporaryProject(["content/notes/a.md": "# A", "shared/b.md": "# B"])
    try project.link("content/notes/b.md", to: "../../shared/b.md")
    try project.link("content/notes/c.md", to: "/etc/hostname")
    try project.link("content/notes/loop", to: "..")
    try project.link("cxaudit.yml", to: "/etc/hostname")
    let (read, diagnostics) = await project.read()
    #expect(read?.notes.map(\.title) == ["A", "B"])
    #expect(diagnostics.map(\.id) == ["project/link", "project/link", "project/link"])
    #expect(diagnostics.compactMap(\.location?.file) == ["content/notes/c.md", "content/notes/loop", "cxaudit.yml"])
  }
}
