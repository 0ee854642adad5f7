import Audit
import Testing
import Theme

@testable import Render

private struct Inner: View {
  var label = "inner"
  var picture = HTML("<i></i>")
  static let fields: [Field<Inner>] = [.text("label", \.label), .html("picture", \.picture)]
}

private struct Page: View {
  var title = "A & B"
  var absent: String?
  var body = HTML("<p>x</p>")
  var isGood = true
  var words = ["one", "two"]
  var rows = [Inner(), Inner(label: "second")]
  var object = Inner(label: "object")
  static let fields: [Field<Page>] = [
    .text("title", \.title), .text("absent", \.absent), .html("body", \.body), .flag("isGood", \.isGood),
    .texts("words", \.words), .list("rows", \.rows), .object("object", \.object),
  ]
}

struct TemplateCheckTests {
  private func load(
    _ page: String, more: [(path: String, text: String)] = [], overrides: [(path: String, text: String)] = []
  ) -> (templates: Templates, problems: [Diagnostic]) {
    Templates.load(
      theme: [Theme.File(path: "page.mustache", text: page)] + more.map { Theme.File(path: $0.path, text: $0.text) },
      overrides: overrides.map { TemplateFile(path: $0.path, bytes: Array($0.text.utf8)) },
      pages: [PageTemplate(name: "page", view: Page.shape)])
  }

  @Test("what the view declares is rendered, absent fields as nothing")
  func renders() {
    let text =
      "{{title}}|{{{body}}}|{{#isGood}}yes{{/isGood}}|{{#words}}{{.}}{{^last()}},{{/last()}}{{/words}}|"
      + "{{#rows}}{{label}}/{{title}};{{/rows}}|{{object.label}}|{{absent}}{{^absent}}none{{/absent}}"
    let (templates, problems) = load(text)
    #expect(problems.isEmpty)
    #expect(
      templates.render(Page(), with: "page")
        == "A &amp; B|<p>x</p>|yes|one,two|inner/A &amp; B;second/A &amp; B;|object|none")
  }

  @Test(
    "a tag that its view does not know is an error at its place, with what was probably meant",
    arguments: [
      ("{{titel}}", "template/unknown-tag", 1, 1, "did you mean 'title'?"),
      ("a\n  é {{#rows}}{{lable}}{{/rows}}", "template/unknown-tag", 2, 14, "did you mean 'label'?"),
      ("{{#isGod}}x{{/isGod}}", "template/unknown-tag", 1, 1, "did you mean 'isGood'?"),
      ("{{^rowz}}x{{/rowz}}", "template/unknown-tag", 1, 1, "did you mean 'rows'?"),
      ("{{object.lable}}", "template/unknown-tag", 1, 1, nil),
      ("{{> partials/nne}}", "template/unknown-partial", 1, 1, "did you mean 'partials/one'?"),
      ("{{< base}}{{$contnt}}x{{/contnt}}{{/base}}", "template/unknown-block", 1, 11, "did you mean 'content'?"),
      ("{{< base}}{{title}}{{/base}}", "template/outside-block", 1, 11, nil),
      ("{{body}}", "template/escaped-html", 1, 1, "write {{{body}}}"),
      ("{{{title}}}", "template/not-escaped", 1, 1, "write {{title}}"),
      ("{{&title}}", "template/not-escaped", 1, 1, "write {{title}}"),
      ("{{rows}}", "template/not-text", 1, 1, nil),
      ("{{.}}", "template/not-text", 1, 1, nil),
      ("{{#rows}}x", "template/section-not-closed", 1, 1, nil),
      ("{{#rows}}x{{/row}}", "template/section-mismatch", 1, 11, nil),
      ("x{{/rows}}", "template/section-mismatch", 1, 2, nil),
      ("\n {{title", "template/tag-not-closed", 2, 2, nil),
      ("{{=<% %>=}}", "template/unsupported", 1, 1, nil),
      ("{{% CONTENT_TYPE: TEXT}}", "template/unsupported", 1, 1, nil),
      ("{{> *title}}", "template/unsupported", 1, 1, nil),
      ("{{shouted(title)}}", "template/unsupported", 1, 1, nil),
    ] as [(String, String, Int, Int, String?)])
  func misses(text: String, id: String, line: Int, column: Int, hint: String?) throws {
    let (_, problems) = load(
      text, more: [("base.mustache", "{{$content}}{{/content}}"), ("partials/one.mustache", "{{title}}")])
    let problem = try #require(problems.first { $0.id == id })
    #expect(problem.severity == .error)
    #expect(problem.location == SourceLocation("templates/page.mustache", line: line, column: column))
    if let hint { #expect(problem.hint == hint) }
  }

  @Test("a partial's tags are checked where it is included")
  func partials() throws {
    let (_, fine) = load(
      "{{#rows}}{{> partials/row}}{{/rows}}", more: [("partials/row.mustache", "{{label}} {{title}}")])
    #expect(fine.isEmpty)
    let (_, problems) = load("{{> partials/row}}", more: [("partials/row.mustache", "\n{{label}}")])
    #expect(problems.map(\.location) == [SourceLocation("templates/partials/row.mustache", line: 2, column: 1)])
  }

  @Test("a block's tags are checked where the parent puts it")
  func blocks() {
    let parent = ("base.mustache", "{{#rows}}{{$content}}{{nonsense}}{{/content}}{{/rows}}")
    let (templates, problems) = load("{{< base}}{{$content}}{{label}} {{/content}}{{/base}}", more: [parent])
    #expect(problems.isEmpty)
    #expect(templates.render(Page(), with: "page") == "inner second ")
    let (_, missing) = load("{{< base}}{{/base}}", more: [parent])
    #expect(missing.map(\.id) == ["template/unknown-tag"])
  }

  @Test("templates that include each other are walked once")
  func recursion() {
    let (_, problems) = load("{{#rows}}{{> a}}{{/rows}}", more: [("a.mustache", "{{#rows}}{{> a}}{{oops}}{{/rows}}")])
    #expect(problems.count == 1)
  }

  @Test("a project's file takes the place of the built-in one")
  func overrides() {
    let (templates, problems) = load(
      "{{> partials/one}}", more: [("partials/one.mustache", "built-in"), ("assets/site.css", "a")],
      overrides: [("partials/one.mustache", "{{title}}"), ("assets/site.css", "b"), ("assets/logo.svg", "<svg/>")])
    #expect(problems.isEmpty)
    #expect(templates.render(Page(), with: "page") == "A &amp; B")
    #expect(templates.assets.map(\.path) == ["assets/logo.svg", "assets/site.css"])
    #expect(templates.assets.last?.bytes == Array("b".utf8))
  }

  @Test(
    "only partials and assets may be added",
    arguments: [
      ("pag.mustache", "did you mean 'page.mustache'?"), ("news/x.mustache", nil), ("assets/Logo 1.svg", nil),
      ("partials/x.txt", nil), ("assets/.hidden", nil), ("playbook/a.md", "house remedies go to content/playbook"),
    ] as [(String, String?)])
  func unknownFiles(path: String, hint: String?) throws {
    let (_, problems) = load("", overrides: [(path, "")])
    let problem = try #require(problems.first)
    #expect(problem.id == "template/unknown-file")
    #expect(problem.location == SourceLocation("templates/\(path)"))
    if let hint { #expect(problem.hint == hint) }
  }

  @Test(
    "what other stages read is their affair", arguments: ["playbook/belief.md", "messages/de.yml", "messages/sv.yml"])
  func others(path: String) {
    let (templates, problems) = load("", overrides: [(path, "")])
    #expect(problems.isEmpty)
    #expect(templates.assets.isEmpty)
  }

  @Test("a new partial that no page includes is named")
  func unused() {
    let (_, problems) = load("", overrides: [("partials/x.mustache", "{{whatever}}")])
    #expect(problems.map(\.id) == ["template/unused-partial"])
  }

  @Test("a template that is not UTF-8 is an error")
  func encoding() {
    let (_, problems) = Templates.load(
      theme: [], overrides: [TemplateFile(path: "partials/x.mustache", bytes: [0xFF])], pages: [])
    #expect(problems.map(\.id) == ["template/not-utf8"])
  }
}
