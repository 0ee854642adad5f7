import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What stands in a page, read strictly: every tag closed, every attribute quoted.
final class PageReader: NSObject, XMLParserDelegate {
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var sources: [String] = []
  private(set) var elements: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var labels: [String] = []
  private(set) var text = ""
  private(set) var problem: String?

  init(_ html: String) {
    super.init()
    // HTML's void elements and bare attributes, as XML has them.
    var xml = html.replacing("<!doctype html>\n", with: "", maxReplacements: 1)
    for void in ["meta", "link", "br", "img", "input", "hr"] { xml = Self.closing(void, in: xml) }
    xml = xml.replacing(" disabled", with: " disabled=\"\"").replacing(" checked>", with: " checked=\"\">")
      .replacing(" checked/>", with: " checked=\"\"/>").replacing(" hidden>", with: " hidden=\"\">")
      .replacing(" defer>", with: " defer=\"\">")
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber), column \(parser.columnNumber): \(String(describing: parser.parserError))"
    }
  }

  private static func closing(_ element: String, in html: String) -> String {
    var result = ""
    var rest = html[...]
    while let start = rest.range(of: "<\(element)") {
      guard let end = rest[start.upperBound...].firstIndex(of: ">") else { break }
      let next = rest[start.upperBound]
      result += rest[..<end]
      if next == " " || next == ">" { result += "/" }
      result += ">"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    if let href = attributes["href"] { links.append(href) }
    if let source = attributes["src"] { sources.append(source) }
    for key in ["aria-labelledby", "aria-describedby"] {
      labels += (attributes[key] ?? "").split(separator: " ").map(String.init)
    }
    self.attributes.formUnion(attributes.keys)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
