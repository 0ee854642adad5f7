import Audit

/// `assets/search.js`: what search looks up, as a script, because a page that is opened as a file may load nothing else.
///
/// One call of a function that `assets/site.js` defines, with one object:
/// - `groups`: the headings of the results;
/// - `pages`: `[group, path, title, summary]` each;
/// - `words`: every word of the pages, sorted by its bytes, a space between two;
/// - `found`: for each word the pages that hold it, `;` between words: the numbers rise, each is written as its distance
///   from the one before in base 36, `,` between them; `*` for a word that more than half of the pages hold.
struct SearchIndex {
  private(set) var pages: [SearchEntry]
  /// The numbers of the pages that hold a word, rising.
  private(set) var found: [String: [Int]] = [:]

  /// A word on more pages than this share says nothing about any of them.
  private static let common = 0.5
  /// Below this number of pages every word is listed.
  private static let few = 50
  /// Longer summaries are cut at a word.
  private static let summaryLength = 160

  init(_ entries: [SearchEntry]) {
    pages = entries
    for (number, entry) in entries.enumerated() {
      let text = "\(entry.title) \(entry.summary) \(entry.words)"
      for word in Set(Self.words(text)) { found[word, default: []].append(number) }
    }
  }

  /// Runs of letters, marks and digits in lower case; single letters of the Latin alphabet say nothing.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { return true }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return true
      default: return false
      }
    }
    func close() {
      guard !word.isEmpty else { return }
      let isLetter = word.count == 1 && word.first.map { $0.isASCII && $0.properties.isAlphabetic } == true
      if !isLetter { words.append(String(word).lowercased()) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isPart(scalar) { word.append(scalar) } else { close() }
    }
    close()
    return words
  }

  /// The file's text.
  var script: String {
    let words = found.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let document = JSON.object([
      JSON.Member("groups", .array(SearchEntry.Group.allCases.map { .string($0.name) })),
      JSON.Member(
        "pages",
        .array(
          pages.map { page in
            .array([
              .integer(page.group.rawValue), .string(page.path), .string(page.title), .string(Self.cut(page.summary)),
            ])
          })), JSON.Member("words", .string(words.joined(separator: " "))),
      JSON.Member("found", .string(words.map { places(found[$0] ?? []) }.joined(separator: ";"))),
    ])
    return "cxauditIndex(\(document.line));\n"
  }

  private func places(_ numbers: [Int]) -> String {
    if pages.count >= Self.few, Double(numbers.count) > Self.common * Double(pages.count) { return "*" }
    var last = 0
    return numbers.map { number in
      defer { last = number }
      return String(number - last, radix: 36)
    }.joined(separator: ",")
  }

  private static func cut(_ text: String) -> String {
    guard text.count > summaryLength else { return text }
    let start = text.prefix(summaryLength)
    return (start.lastIndex(of: " ").map { String(start[..<$0]) } ?? String(start)) + "…"
  }
}
