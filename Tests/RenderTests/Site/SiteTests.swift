import Audit
import Foundation
import Testing
import Theme

@testable import Render

struct SiteTests {
  private static func pages(_ rendered: RenderedSite) -> [(path: String, html: String)] {
    rendered.site.files.filter { $0.path.hasSuffix(".html") }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test("every page is well-formed, under the policy, and says each id once")
  func wellFormed() throws {
    let pages = Self.pages(render(try SampleReport.make()))
    #expect(pages.count > 15)
    for (path, html) in pages {
      let page = PageReader(html)
      #expect(page.problem == nil, "\(path)")
      #expect(Set(page.ids).count == page.ids.count, "\(path): \(page.ids.sorted())")
      #expect(page.labels.allSatisfy(page.ids.contains), "\(path): \(page.labels.filter { !page.ids.contains($0) })")
      #expect(page.elements["h1"] == 1, "\(path)")
      #expect(page.elements["script"] == 1 && page.sources.count == 1 && page.elements["style"] == nil, "\(path)")
      #expect(page.attributes.isDisjoint(with: ["style", "onclick", "onload", "fill", "stroke"]), "\(path)")
      #expect(html.contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'"), "\(path)")
    }
  }

  @Test("a page says the language that it is written in, also where there are no words for the one asked for")
  func language() throws {
    var report = try SampleReport.make()
    report.project.configuration.language = "sv"
    #expect(Self.pages(render(report)).allSatisfy { $0.html.contains("<html lang=\"en\"") })
    report.project.language = Language(code: "sv", formats: .english, messages: ["Overview": "Översikt"])
    #expect(Self.pages(render(report)).allSatisfy { $0.html.contains("<html lang=\"sv\"") })
  }

  @Test("every link leads to a file of the site, every fragment to its id")
  func links() throws {
    let rendered = render(try SampleReport.make())
    let files = Set(rendered.site.files.map(\.path))
    var ids: [String: Set<String>] = [:]
    for (path, html) in Self.pages(rendered) { ids[path] = Set(PageReader(html).ids) }
    for (path, html) in Self.pages(rendered) {
      for link in PageReader(html).links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var target = path.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
          if part == ".." { target.removeLast() } else { target.append(String(part)) }
        }
        let file = parts[0].isEmpty ? path : target.joined(separator: "/")
        #expect(files.contains(file), "\(path) links to \(link)")
        if parts.count > 1 { #expect(ids[file]?.contains(parts[1]) == true, "\(path) links to \(link)") }
      }
    }
  }

  @Test("names of files are portable")
  func names() throws {
    for file in render(try SampleReport.make()).site.files {
      for name in file.path.split(separator: "/") {
        #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789.-".utf8.contains($0) })
      }
    }
  }

  @Test("the same report gives the same bytes")
  func repeatable() throws {
    #expect(render(try SampleReport.make()).site.files == render(try SampleReport.make()).site.files)
  }

  @Test("a link that leads nowhere is named with its place, and loses its address")
  func deadLink() throws {
    let rendered = render(try SampleReport.make())
    let problem = try #require(rendered.diagnostics.first)
    #expect(rendered.diagnostics.count == 1)
    #expect(problem.id == "site/dead-link")
    #expect(problem.location == SourceLocation("content/notes/main-street.md", line: 5, column: 59))
    let note = Self.pages(rendered).first { $0.path == "notes/main-street.html" }
    #expect(note?.html.contains("nowhere.md") == false)
    #expect(note?.html.contains("href=\"../corrections/index.html#plan-host\"") == true)
  }

  @Test("a dead link in what a finding quotes of a note is told once, where it stands in the note")
  func deadLinkOfAnExcerpt() throws {
    var report = try SampleReport.make()
    report.project.notes[0].body.text.replace("Nine people in line.", with: "Nine people in [line](gone.md).")
    let index = try #require(report.findings[0].evidence.firstIndex { $0.kind == .note && $0.text != nil })
    report.findings[0].evidence[index].text = "Nine people in [line](gone.md)."
    let rendered = render(report)
    let told = rendered.diagnostics.filter { $0.summary.contains("gone.md") }
    #expect(told.map(\.location?.line) == [11])
    let page = try #require(Self.pages(rendered).first { $0.path == "deficiencies/gap.branch.responsiveness.html" })
    #expect(page.html.contains("Nine people in") && !page.html.contains("gone.md"))
  }

  @Test("what is withheld stands on no page and in no file")
  func withheld() throws {
    let rendered = render(try SampleReport.make())
    let table = rendered.site.files.first { $0.path == "data/statistics.csv" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let rows = try #require(table).split(separator: "\n").filter { $0.contains("tier=premier") }
    #expect(rows.count > 100)
    #expect(rows.allSatisfy { $0.hasSuffix(",,") })
    let notes = rendered.site.files.first { $0.path == "data/notes.json" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(notes?.contains("\"reason\": \"suppressed\"") == true)
    let segment = try #require(Self.pages(rendered).first { $0.path == "segments/tier.html" })
    #expect(segment.html.contains("too few answers to show"))
  }

  @Test("a group that fares otherwise at the same touchpoints is told of on its segment's page")
  func mix() throws {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    let wave = try #require(surveys[0].waves.indices.last)
    let slice = try #require(surveys[0].waves[wave].slices.firstIndex { $0.slice.key == "tier=basic" })
    func told(p: Double, _ difference: Double) throws -> String {
      var parity = Measurement(
        key: MeasurementKey(
          survey: surveys[0].id, wave: surveys[0].waves[wave].wave.label,
          slice: surveys[0].waves[wave].slices[slice].slice,
          kind: .parity, subject: "tier/overall"), n: 50)
      for (statistic, value) in [(Statistic.cmhReversed, 1), (.cmhP, p), (.cmhDifference, difference)] {
        parity.set(statistic, Figure(value, n: 100))
      }
      surveys[0].waves[wave].slices[slice].measurements.removeAll { $0.key.kind == .parity }
      surveys[0].waves[wave].slices[slice].measurements.append(parity)
      report.measured = MeasuredAudit(surveys: surveys)
      return try #require(Self.pages(render(report)).first { $0.path == "segments/tier.html" }).html
    }
    #expect(
      try told(p: 0.01, 0.1).contains("Basic looks worse than all others, but fares better at the same touchpoints"))
    #expect(try told(p: 0.01, -0.1).contains("Basic looks better than all others, but fares worse"))
    #expect(try !told(p: 0.06, 0.1).contains("same touchpoints"))
  }

  @Test("no page repeats what one respondent wrote into a column of numbers")
  func cells() throws {
    let pages = Self.pages(render(try SampleReport.make()))
    let method = try #require(pages.first { $0.path == "method.html" })
    #expect(!method.html.contains("'11'") && !method.html.contains("&#39;11&#39;"))
    #expect(!method.html.contains("q3.csv, line 12"))
    #expect(method.html.contains("10 answers were not on their scale"))
  }

  @Test("the rows of a wave that are withheld are counted nowhere")
  func withheldRows() throws {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    for index in surveys[0].waves.indices { surveys[0].waves[index].rows = nil }
    report.measured = MeasuredAudit(surveys: surveys)
    for (path, html) in Self.pages(render(report)) {
      let foot = html.components(separatedBy: "<footer").last ?? ""
      #expect(!foot.contains("answer"), "\(path)")
      #expect(!html.contains("customers answered") && !html.contains("of those asked"), "\(path)")
    }
  }

  @Test("two outcomes of one kind are told apart")
  func namesakes() throws {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    surveys[0].waves[surveys[0].waves.count - 1].definition.outcomes.append(
      Outcome(id: "delivery", kind: .csat, scale: try #require(Scale(minimum: 1, maximum: 5))))
    let wave = surveys[0].waves[surveys[0].waves.count - 1]
    let all = try #require(wave.all?.measurement(.outcome, "csat"))
    let key = MeasurementKey(
      survey: all.key.survey, wave: all.key.wave, slice: .all, kind: .outcome, subject: "delivery")
    surveys[0].waves[surveys[0].waves.count - 1].slices[0].measurements.append(
      Measurement(key: key, n: all.n, figures: all.figures))
    report.measured = MeasuredAudit(surveys: surveys)
    let index = try #require(Self.pages(render(report)).first { $0.path == "index.html" })
    #expect(index.html.contains("<dt>Satisfied or very satisfied: csat</dt>"))
    #expect(index.html.contains("<dt>Satisfied or very satisfied: delivery</dt>"))
  }

  @Test("a misspelt tag of the project's template stops the site and is named")
  func misspelt() throws {
    var report = try SampleReport.make()
    let text = "<p>{{foot}}</p>\n<p>{{fooot}}</p>\n"
    report.project.templates = [
      TemplateFile(path: "partials/crumbs.mustache", bytes: Array("\n{{frame.titel}}\n".utf8)),
      TemplateFile(path: "partials/mine.mustache", bytes: Array(text.utf8)),
    ]
    let rendered = render(report)
    #expect(rendered.site.files.isEmpty)
    let problem = try #require(rendered.diagnostics.first { $0.severity == .error })
    #expect(problem.location == SourceLocation("templates/partials/crumbs.mustache", line: 2, column: 1))
  }

  @Test("the built-in templates pass the check")
  func builtIn() {
    #expect(Templates.load(overrides: [], pages: SitePages.templates).problems.isEmpty)
  }

  @Test("every built-in partial is used by a page")
  func unusedPartials() {
    let overrides = Theme.files(in: "partials").map { TemplateFile(path: $0.path, bytes: $0.bytes) }
    #expect(!overrides.isEmpty)
    #expect(Templates.load(overrides: overrides, pages: SitePages.templates).problems.isEmpty)
  }

  @Test("a project of one note has a first page, its note and nothing that it has no use for")
  func oneNote() throws {
    var report = try SampleReport.make()
    report.project.configuration.journey = Journey()
    report.project.corrections = []
    report.project.summary = nil
    report.project.notes[0].touchpoint = nil
    report.project.notes[0].observations = []
    report.project.notes[0].quotes = []
    report.measured = MeasuredAudit(surveys: [])
    report.findings = []
    let rendered = Self.pages(render(report))
    let pages = rendered.map(\.path)
    let index = try #require(rendered.first)
    #expect(index.html.contains("<a href=\"notes/main-street.html\">Main Street at lunch</a>"))
    #expect(index.html.contains("<h1>No deficiency is marked in 1 note</h1>"))
    #expect(!index.html.contains("<dl class=\"figures\">"))
    #expect(pages == ["index.html", "method.html", "notes/index.html", "notes/main-street.html", "print.html"])
  }

  @Test("a survey without touchpoints tells its story by dimension")
  func dimensionsOnly() throws {
    var report = try SampleReport.make()
    report.project.configuration.journey = Journey()
    report.project.notes = []
    report.findings = []
    var surveys = report.measured.surveys
    for index in surveys[0].waves.indices {
      for item in surveys[0].waves[index].definition.items.indices {
        surveys[0].waves[index].definition.items[item].touchpoint = nil
      }
    }
    report.measured = MeasuredAudit(surveys: surveys)
    let pages = Self.pages(render(report))
    #expect(!pages.map(\.path).contains("journey.html"))
    let index = try #require(pages.first { $0.path == "index.html" })
    #expect(PageReader(index.html).ids.contains("dimensions-chart-wide-title"))
  }

  @Test("a link to a heading that a note does not have is named with its place, and leads to the note")
  func deadFragment() throws {
    var report = try SampleReport.make()
    report.project.notes[0].body.text =
      "### Part one\n\n[a](main-street.md#part-one) [b](main-street.md#part-two) [c](main-street.md#main-street-at-lunch)\n"
    let rendered = render(report)
    #expect(rendered.diagnostics.map(\.id) == ["site/unknown-heading"])
    #expect(rendered.diagnostics.first?.location == SourceLocation("content/notes/main-street.md", line: 7, column: 34))
    let note = try #require(Self.pages(rendered).first { $0.path == "notes/main-street.html" })
    #expect(note.html.contains("<h2 id=\"part-one\">"))
    #expect(note.html.contains("#part-one\"") && !note.html.contains("part-two"))
  }

  @Test("no page leaves out a level of headings")
  func headingLevels() throws {
    var report = try SampleReport.make()
    report.project.notes[0].body.text = "# Main Street at lunch\n\n## Outside\n\n### The door\n"
    report.project.corrections[0].body.text = "# A host at the door\n\n## Why\n\n1. [x] Map arrivals.\n"
    for (path, html) in Self.pages(render(report)) {
      let levels = html.components(separatedBy: "<h").compactMap { $0.first?.wholeNumberValue }
      #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path): \(levels)")
    }
  }

  @Test("a gap to a standard is not called what customers expect")
  func standardsOnly() throws {
    var report = try SampleReport.make()
    report.findings = []
    var surveys = report.measured.surveys
    for wave in surveys[0].waves.indices {
      for item in surveys[0].waves[wave].definition.items.indices {
        surveys[0].waves[wave].definition.items[item].comparison = .standard(6)
      }
    }
    report.measured = MeasuredAudit(surveys: surveys)
    let pages = Self.pages(render(report))
    let branch = try #require(pages.first { $0.path == "touchpoints/branch.html" })
    #expect(branch.html.contains("below the standard</h1>"))
    #expect(!branch.html.contains("what customers expect"))
  }

  @Test("a note's title stands on its page once, and the lines below it keep their numbers")
  func titleOnce() throws {
    var report = try SampleReport.make()
    report.project.notes[0].body.text = "\n# Main Street  at lunch\n\n# Another\n\n[gone](gone.md)\n"
    let rendered = render(report)
    let note = try #require(Self.pages(rendered).first { $0.path == "notes/main-street.html" })
    let page = PageReader(note.html)
    #expect(page.elements["h1"] == 1 && page.elements["h2"] != nil)
    #expect(note.html.components(separatedBy: "Main Street at lunch</h").count == 2)
    #expect(rendered.diagnostics.first?.location?.line == 10)
  }
}
