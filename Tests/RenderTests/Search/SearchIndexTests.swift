import Audit
import Foundation
import Testing

@testable import Render

struct SearchIndexTests {
  private static func entry(_ title: String, _ words: String = "", summary: String = "") -> SearchEntry {
    SearchEntry(group: .pages, path: "\(title).html", title: title, summary: summary, words: words)
  }

  /// What the script hands over, read as the browser reads it.
  private static func document(_ index: SearchIndex) throws -> [String: Any] {
    let text = index.script
    #expect(text.hasPrefix("cxauditIndex({") && text.hasSuffix(");\n"))
    let json = text.dropFirst("cxauditIndex(".count).dropLast(");\n".count)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test(
    "words are runs of letters, marks and digits in lower case",
    arguments: [
      ("Greeted within 30 seconds", ["greeted", "within", "30", "seconds"]),
      ("gap.branch.responsiveness", ["gap", "branch", "responsiveness"]),
      ("Wartezeit über Mittag", ["wartezeit", "über", "mittag"]),
      ("a queue — I left!", ["queue", "left"]), ("待ち時間", ["待ち時間"]), ("cafe\u{301}", ["cafe\u{301}"]), ("", []),
    ])
  func words(text: String, expected: [String]) {
    #expect(SearchIndex.words(text) == expected)
  }

  @Test("each word leads to every page that holds it, and to no other")
  func places() throws {
    let texts = ["queue branch", "letter", "branch letter queue", "branch", "ATM"]
    let index = SearchIndex(texts.enumerated().map { Self.entry("p\($0)", $1) })
    let document = try Self.document(index)
    let words = try #require(document["words"] as? String).split(separator: " ").map(String.init)
    let found = try #require(document["found"] as? String).split(separator: ";").map(String.init)
    #expect(words == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(words.count == found.count)
    func pages(_ word: String) -> [Int] {
      guard let at = words.firstIndex(of: word) else { return [] }
      var page = 0
      return found[at].split(separator: ",").compactMap { Int($0, radix: 36) }.map {
        page += $0; return page
      }
    }
    #expect(pages("branch") == [0, 2, 3])
    #expect(pages("letter") == [1, 2])
    #expect(pages("atm") == [4])
    #expect(pages("p3") == [3])
  }

  @Test("a word of most pages is not listed, where there are many")
  func common() throws {
    let index = SearchIndex((0..<60).map { Self.entry("page\($0)", $0 % 3 == 0 ? "everywhere seldom" : "everywhere") })
    let document = try Self.document(index)
    let words = try #require(document["words"] as? String).split(separator: " ").map(String.init)
    let found = try #require(document["found"] as? String).split(separator: ";").map(String.init)
    let everywhere = try #require(words.firstIndex(of: "everywhere"))
    #expect(found[everywhere] == "*")
    let seldom = try #require(words.firstIndex(of: "seldom"))
    #expect(found[seldom] == (["0"] + Array(repeating: "3", count: 19)).joined(separator: ","))
  }

  @Test("a long summary is cut at a word")
  func summaries() throws {
    let long = Array(repeating: "waiting", count: 40).joined(separator: " ")
    let document = try Self.document(SearchIndex([Self.entry("p", summary: long)]))
    let summary = try #require((document["pages"] as? [[Any]])?.first?[3] as? String)
    #expect(summary.count <= 161 && summary.hasSuffix("waiting…"))
  }

  @Test("every page of the site and every plan can be found, at addresses that exist")
  func complete() throws {
    let report = try SampleReport.make()
    let context = SiteContext(report)
    let files = Set(render(report).site.files.map(\.path))
    let paths = context.searchEntries.map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in paths { #expect(files.contains(String(path.split(separator: "#")[0])), "\(path)") }
    for file in files where file.hasSuffix(".html") && file != "print.html" { #expect(paths.contains(file), "\(file)") }
    #expect(paths.filter { $0.hasPrefix("corrections/index.html#plan-") }.count == report.project.corrections.count)
  }
}
