import Foundation
import TestSupport
import Testing
import Yams

/// The example in other languages than its own.
@Suite struct LanguageTests {
  /// Pages of the example in a language, by their paths.
  private static func pages(in language: String) throws -> (pages: [String: String], folder: TemporaryFolder) {
    let folder = try Project.example()
    let configuration = try folder.read("cxaudit.yml")
    try #require(configuration.contains("\nlanguage: en "))
    try folder.write(
      configuration.replacingOccurrences(of: "\nlanguage: en ", with: "\nlanguage: \(language) "), to: "cxaudit.yml")
    let run = try Command.run(["build"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("site")).filter {
      $0.hasSuffix(".html")
    }
    return (Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.read("site/\($0)")) }), folder)
  }

  /// English phrases with their words, by language.
  private static func messages(_ language: String) throws -> [String: String] {
    let file = try Yams.load(yaml: Repository.read("templates/messages/\(language).yml")) as? [String: Any]
    return try #require(file?["messages"] as? [String: String])
  }

  @Test("every phrase has words in every language, with the same arguments", arguments: ["de", "es"])
  func complete(language: String) throws {
    let (english, words) = (try Self.messages("en"), try Self.messages(language))
    #expect(english.count > 500)
    #expect(Set(english.keys).subtracting(words.keys).sorted() == [])
    #expect(Set(words.keys).subtracting(english.keys).sorted() == [])
    for (key, text) in words { #expect(Self.arguments(of: text) == Self.arguments(of: key), "\(key)") }
  }

  @Test("every word of the pages is a phrase that message files can change, or comes from the project")
  func marked() throws {
    let (pages, _) = try Self.pages(in: "qps-ploc")
    let content = try ContentWords(
      in: ["content", "cxaudit.yml", "templates/playbook", "Sources/Audit/Methods/PublishedSource.swift"])
    #expect(pages.count > 50)
    var unsaid: Set<String> = []
    for (_, page) in pages { unsaid.formUnion(PageWords(page).unsaid.filter { !content.contains($0) }) }
    #expect(unsaid.sorted() == [])
  }

  @Test("pages in another language say nothing in English and write numbers their way", arguments: ["de", "es"])
  func translated(language: String) throws {
    let words = try Self.messages(language)
    let sentences = words.filter { key, text in
      text != key && !key.contains("{") && !key.contains("[") && key.split(separator: " ").count > 3
    }.keys
    #expect(sentences.count > 100)
    let (pages, _) = try Self.pages(in: language)
    for (path, page) in pages {
      #expect(page.contains("<html lang=\"\(language)\""))
      let text = PageWords(page).text
      for sentence in sentences where text.contains(sentence) { Issue.record("\(path) says \(sentence)") }
    }
    #expect(try #require(pages["index.html"]).contains("1.235"))
  }

  @Test("the language changes words alone: findings, figures and files are the same") func figures() throws {
    let (pages, folder) = try Self.pages(in: "de")
    let english = try FileManager.default.subpathsOfDirectory(
      atPath: Repository.url("site").path(percentEncoded: false)
    )
    .filter { $0.hasSuffix(".html") }
    #expect(pages.keys.sorted() == english.sorted())
    #expect(try folder.read("site/data/statistics.csv") == Repository.read("site/data/statistics.csv"))
    #expect(
      try Self.findings(folder.read("site/data/findings.json"))
        == Self.findings(Repository.read("site/data/findings.json")))
  }

  /// Ids with their classes, in the register's order.
  private static func findings(_ json: String) throws -> [[String]] {
    struct Register: Decodable {
      struct Entry: Decodable {
        var id: String
        var `class`: String
      }
      var findings: [Entry]
    }
    return try JSONDecoder().decode(Register.self, from: Data(json.utf8)).findings.map { [$0.id, $0.class] }
  }

  private static func arguments(of text: String) -> [String] {
    text.matches(of: /\{\{.*?\}\}|\{[0-9]+\}/).map { String($0.output) }.sorted()
  }
}

/// The words that a project brings along: every text of its files.
private struct ContentWords {
  private let text: String

  init(in paths: [String]) throws {
    var all = ""
    for path in paths {
      let url = Repository.url(path)
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
      for file in names.isEmpty ? [url] : names.map({ url.appending(path: $0) }) {
        guard let data = try? Data(contentsOf: file) else { continue }
        all += String(decoding: data, as: UTF8.self) + "\n"
      }
    }
    // Sources of rules are citations, too.
    for path in try Repository.swiftFiles(below: "Sources/Diagnose/Rules") {
      for source in try Repository.read(path).matches(of: /source:\s+"+([^"]+)"/) { all += source.output.1 + "\n" }
    }
    text = Self.plain(all)
  }

  func contains(_ words: String) -> Bool { text.contains(Self.plain(words)) }

  /// Without letter case, marks of Markdown, hyphens of ids and forms of quotes.
  private static func plain(_ text: String) -> String {
    let replaced = text.lowercased().map { character -> Character in
      switch character {
      case "-", "_", "\n", "\t", "\u{A0}", "\u{202F}": " "
      case "“", "”", "„": "\""
      case "’", "‘": "'"
      default: character
      }
    }
    return String(replaced.filter { !"*`\"#>[]".contains($0) }).split(separator: " ").joined(separator: " ")
  }
}

/// The text of a page, and what in it stands outside of the marks of said phrases.
private struct PageWords {
  /// Without tags, scripts and styles.
  private(set) var text = ""
  /// Pieces with letters that no phrase says.
  private(set) var unsaid: [String] = []

  init(_ page: String) {
    var rest = page[...]
    var piece = ""
    while let open = rest.firstIndex(of: "<") {
      piece += rest[..<open]
      rest = rest[open...]
      let end = rest.firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let tag = rest[...end]
      rest = rest[rest.index(after: end)...]
      for name in ["script", "style"] where tag.hasPrefix("<\(name)") {
        if let close = rest.firstRange(of: "</\(name)>") { rest = rest[close.upperBound...] }
      }
      for attribute in tag.matches(of: /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/) {
        take(String(attribute.output.1))
      }
      if tag.wholeMatch(of: /<\/?(?:a|em|strong|b|i|code|abbr|br|tspan)(?:\s[^>]*)?>/) == nil {
        take(piece)
        piece = ""
      }
    }
    take(piece + rest)
  }

  private mutating func take(_ html: String) {
    let found = Self.decoded(html)
    guard found.contains(where: { !$0.isWhitespace }) else { return }
    text += found + "\n"
    var isSaid: [Bool] = []
    var outside = ""
    for character in found {
      switch character {
      case "⟦", "⟨":
        isSaid.append(character == "⟦")
        note(&outside)
      case "⟧", "⟩":
        note(&outside)
        _ = isSaid.popLast()
      default: if isSaid.last != true { outside.append(character) }
      }
    }
    note(&outside)
  }

  private mutating func note(_ outside: inout String) {
    // Names and figures are joined by signs; hashes and single letters are no words.
    for piece in outside.split(whereSeparator: { !$0.isLetter && !" '’-".contains($0) }) {
      let words = piece.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
      if words.count(where: \.isLetter) > 2, words.contains(where: { !$0.isHexDigit }) { unsaid.append(words) }
    }
    outside = ""
  }

  private static func decoded(_ html: String) -> String {
    var text = html
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }
}
