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
      in: [
        "content", "cxaudit.yml", "templates/playbook", "Sources/Audit/Methods/PublishedSource.swift",
        "Sources/Audit/Measured/Statistic.swift",
      ])
    #expect(pages.count > 50)
    var unsaid: Set<String> = []
    for (path, page) in pages where path != "print.html" {
      unsaid.formUnion(PageWords(page).unsaid)
    }
    #expect(unsaid.filter { !content.contains($0) }.sorted() == [])
  }

  @Test("pages in another language say nothing in English and write numbers their way", arguments: ["de", "es"])
  func translated(language: String) throws {
    let words = try Self.messages(language)
    let sentences = Set(
      words.filter { key, text in
        text != key && !key.contains("{") && !key.contains("[") && key.split(separator: " ").count > 1
      }.keys)
    #expect(sentences.count > 300)
    let (pages, _) = try Self.pages(in: language)
    for (path, page) in pages where path != "print.html" {
      #expect(page.contains("<html lang=\"\(language)\""))
      #expect(PageWords(page).texts.intersection(sentences).sorted() == [], "\(path)")
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
  // Looked through as bytes: as a text it takes half a minute.
  private let text: Data

  init(in paths: [String]) throws {
    // Pages name the files that they offer.
    var all = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("site/data").path(percentEncoded: false)
    ).joined(separator: "\n")
    for path in paths {
      let url = Repository.url(path)
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
      all += names.joined(separator: "\n") + "\n"
      for file in names.isEmpty ? [url] : names.map({ url.appending(path: $0) }) {
        guard let data = try? Data(contentsOf: file) else { continue }
        all += String(decoding: data, as: UTF8.self) + "\n"
      }
    }
    text = Data(Self.plain(all).utf8)
  }

  /// Names of two words may be put together of names that the project has.
  func contains(_ words: String) -> Bool {
    let plain = Self.plain(words)
    let parts = plain.split(separator: " ")
    return has(plain) || (parts.count == 2 && parts.allSatisfy { has(String($0)) })
  }

  private func has(_ words: String) -> Bool { text.range(of: Data(words.utf8)) != nil }

  /// Small letters with single blanks between them: ids and marks of Markdown are words, too; targets of links are none.
  private static func plain(_ text: String) -> String {
    var plain: [UInt8] = []
    var isTarget = false
    var last: UInt8 = 0
    for byte in text.lowercased().replacingOccurrences(of: "’", with: "'").utf8 {
      if byte == UInt8(ascii: "("), last == UInt8(ascii: "]") { isTarget = true }
      if isTarget {
        isTarget = byte != UInt8(ascii: ")")
      } else if byte >= 0x80 || byte == UInt8(ascii: "'") || isLetterOrDigit(byte) {
        plain.append(byte)
      } else if byte != UInt8(ascii: "]"), plain.last != UInt8(ascii: " ") {
        plain.append(UInt8(ascii: " "))
      }
      last = byte
    }
    return String(decoding: plain, as: UTF8.self).trimmingCharacters(in: .whitespaces)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The text of a page, and what in it stands outside of the marks of said phrases.
private struct PageWords {
  /// What stands between two tags that break a text, trimmed.
  private(set) var texts: Set<String> = []
  /// Pieces with letters that no phrase says.
  private(set) var unsaid: Set<String> = []

  /// Tags inside a text.
  private static let inline: Set<Substring> = ["a", "em", "strong", "b", "i", "code", "abbr", "br", "tspan"]
  private static let attributes = ["aria-label", "title", "alt", "placeholder"]

  init(_ page: String) {
    var text = ""
    // Every part begins with the name of a tag; what follows the tag is text.
    var skipped: Substring?
    for part in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace }
      if let open = skipped {
        guard name == "/\(open)" else { continue }
        skipped = nil
      } else if name == "script" || name == "style" {
        skipped = name
        continue
      }
      if tag.contains("=") { for attribute in Self.attributes { take(Self.value(of: attribute, in: tag)) } }
      if !Self.inline.contains(name.first == "/" ? name.dropFirst() : name) {
        take(text)
        text = ""
      }
      text += part.dropFirst(tag.count + 1)
    }
    take(text)
  }

  private static func value(of attribute: String, in tag: Substring) -> String {
    let parts = tag.split(separator: " \(attribute)=\"", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : ""
  }

  private mutating func take(_ html: String) {
    let text = Self.decoded(html).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, texts.insert(text).inserted else { return }
    var isSaid: [Bool] = []
    var outside = ""
    for character in text {
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
      if words.count(where: \.isLetter) > 2, words.contains(where: { !$0.isHexDigit }) { unsaid.insert(words) }
    }
    outside = ""
  }

  private static func decoded(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "&")) else { return html }
    var text = html
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }
}
