import Audit
import Testing
import Theme

@testable import Ingest

/// The words of a site, from the built-in message files and a project's own.
@Suite struct LanguageReaderTests {
  private func read(_ tag: String, _ files: [String: String] = [:]) -> (language: Language, diagnostics: [Diagnostic]) {
    LanguageReader.read(
      tag, overrides: files.sorted { $0.key < $1.key }.map { TemplateFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  @Test("English is what the sources say") func english() {
    for tag in ["en", "en-GB"] {
      let (language, diagnostics) = read(tag)
      #expect(!language.hasMessages && language.formats == .english && diagnostics.isEmpty)
    }
  }

  @Test("the English message file writes numbers and days as the sources do") func englishFormats() throws {
    let file = try #require(Theme.file(at: "messages/en.yml"))
    let head = try #require(file.text.components(before: "\nmessages:"))
    let (language, diagnostics) = read("xx", ["messages/xx.yml": head])
    #expect(language.formats == .english && diagnostics.isEmpty)
  }

  @Test("built-in languages have words, and those of a region the words of their language", arguments: ["de", "es"])
  func builtIn(tag: String) {
    for tag in [tag, "\(tag)-AT"] {
      let (language, diagnostics) = read(tag)
      #expect(diagnostics.isEmpty)
      #expect(language.code == tag && language.hasMessages && language.formats.decimal == ",")
    }
  }

  @Test("a project's own file goes before the built-in one, message by message") func own() {
    let (language, diagnostics) = read(
      "de", ["messages/de.yml": "numbers: {group: \"'\"}\nmessages:\n  \"Touchpoints\": \"Stationen\""])
    #expect(diagnostics.isEmpty)
    #expect(language.text("Touchpoints") == "Stationen")
    #expect(language.text("Other touchpoints") != nil)
    #expect(language.formats.group == "'" && language.formats.decimal == ",")
  }

  @Test("a project may word English otherwise, and bring a language of its own") func more() {
    #expect(
      read("en", ["messages/en.yml": "messages: {Touchpoints: Stations}"]).language.text("Touchpoints") == "Stations")
    let (language, diagnostics) = read("sv", ["messages/sv.yml": "messages: {Touchpoints: Kontaktpunkter}"])
    #expect(diagnostics.isEmpty && language.text("Touchpoints") == "Kontaktpunkter")
  }

  @Test("a language without words is English, with a warning") func unknown() {
    let (language, diagnostics) = read("sv")
    #expect(language == .english)
    #expect(diagnostics.map(\.id) == ["config/language-without-words"])
    #expect(diagnostics.first?.hint == "built in are de, en, es; your own go into templates/messages/sv.yml")
  }

  @Test(
    "what a message file says wrongly is named with its place",
    arguments: [
      ("messages: {\"{1} answers\": \"{2} Antworten\"}", "language/argument"),
      ("days: {months: [Januar]}", "language/months"),
      ("numbers: {comma: yes}", "yaml/unknown-key"),
      ("messages: [a", "yaml/syntax"),
      ("messages: [a]", "yaml/wrong-type"),
      ("messages: {Touchpoints: [a]}", "yaml/wrong-type"),
      ("messages: {Touchpoinds: Stationen}", "language/unknown-phrase"),
    ])
  func wrong(text: String, id: String) {
    let (_, diagnostics) = read("de", ["messages/de.yml": text])
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.location?.file == "templates/messages/de.yml")
    #expect(diagnostics.first?.location?.line == 1)
  }
}

extension String {
  fileprivate func components(before mark: String) -> String? {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) }
  }
}
