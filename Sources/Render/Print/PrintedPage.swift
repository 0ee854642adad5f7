/// A page's content as a chapter of the print edition: its ids made unique, its links led to the other chapters, its
/// headings a level lower.
///
/// Works on our own HTML, whose attributes all stand in double quotes.
struct PrintedPage {
  /// The page's file relative to the site, and its chapter's id.
  let path: String
  let id: String
  /// Files with their chapters' ids.
  let chapters: [String: String]

  /// What stands inside `<main>`; the whole text where there is none.
  func rewritten(_ html: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(html.utf8)
    let range = Self.content(of: bytes)
    result.reserveCapacity(range.count + range.count / 8)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "<"), let end = Self.tagEnd(bytes, from: index, limit: range.upperBound) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      rewrite(bytes[index..<end], to: &result)
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func content(of bytes: [UInt8]) -> Range<Int> {
    guard let start = find("<main", in: bytes, from: 0), let open = tagEnd(bytes, from: start, limit: bytes.count),
      let close = find("</main>", in: bytes, from: open)
    else { return 0..<bytes.count }
    return open..<close
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let pattern = Array(text.description.utf8)
    guard bytes.count >= pattern.count else { return nil }
    for index in start...(bytes.count - pattern.count) where bytes[index] == pattern[0] {
      if bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
    }
    return nil
  }

  /// After the tag's `>`, which does not count inside quotes.
  private static func tagEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    var isQuoted = false
    for index in start..<limit {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ">") where !isQuoted: return index + 1
      default: break
      }
    }
    return nil
  }

  // MARK: Tags

  private func rewrite(_ tag: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let text = String(decoding: tag, as: UTF8.self)
    var rest = text[...]
    var output = ""
    // The name; `<h2` and `</h2` become a level lower.
    let name = rest.prefix { $0 != " " && $0 != ">" && $0 != "\n" }
    output += lowered(name)
    rest = rest[name.endIndex...]
    while let equals = rest.firstRange(of: "=\"") {
      let key = rest[..<equals.lowerBound]
      let value = rest[equals.upperBound...]
      guard let close = value.firstIndex(of: "\"") else { break }
      let attribute = key.split(whereSeparator: { $0 == " " || $0 == "\n" }).last.map(String.init) ?? ""
      output += key + "=\"" + rewritten(String(value[..<close]), of: attribute) + "\""
      rest = value[value.index(after: close)...]
    }
    output += rest
    result.append(contentsOf: output.utf8)
  }

  private func lowered(_ name: Substring) -> String {
    let isClosing = name.hasPrefix("</")
    let element = name.dropFirst(isClosing ? 2 : 1)
    guard element.count == 2, element.first == "h", let level = element.last?.wholeNumberValue, (1...5).contains(level)
    else { return String(name) }
    return (isClosing ? "</h" : "<h") + String(level + 1)
  }

  private func rewritten(_ value: String, of attribute: String) -> String {
    switch attribute {
    case "id", "for", "name": return "\(id)-\(value)"
    case "aria-labelledby", "aria-describedby", "aria-controls":
      return value.split(separator: " ").map { "\(id)-\($0)" }.joined(separator: " ")
    // A sheet of paper is never scrolled to.
    case "loading": return "eager"
    case "href": return link(value)
    case "src": return isElsewhere(value) ? value : resolved(value)
    default: return value
    }
  }

  // MARK: Links

  private func isElsewhere(_ link: String) -> Bool {
    let head = link.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
    return head.contains(":") || link.hasPrefix("/")
  }

  /// To the chapter, or to a place in it; a page that is no chapter keeps its file.
  private func link(_ value: String) -> String {
    guard !isElsewhere(value) else { return value }
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : nil
    let target = parts[0].isEmpty ? path : resolved(String(parts[0]))
    guard let chapter = chapters[target] else { return fragment.map { "\(target)#\($0)" } ?? target }
    // A view of the register is no place in it.
    guard let fragment, !fragment.isEmpty, !fragment.contains("=") else { return "#\(chapter)" }
    return "#\(chapter)-\(fragment)"
  }

  /// Relative to the site, where the print edition lies.
  private func resolved(_ relative: String) -> String {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else if part != "." { folders.append(String(part)) }
    }
    return folders.joined(separator: "/")
  }
}
