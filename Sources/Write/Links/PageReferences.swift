/// What the link check needs of a page: where it leads and what can be led to.
struct PageReferences {
  /// Values of `href` and `src`, entities decoded, in the order of the page.
  private(set) var links: [[UInt8]] = []
  /// Values of `id`, and of `name` on anchors.
  private(set) var targets: Set<[UInt8]> = []

  /// Reads the tags of an HTML page; comments and the text of scripts and styles hold none.
  init(html: [UInt8]) {
    var scanner = TagScanner(bytes: html)
    while let tag = scanner.next() {
      for attribute in tag.attributes {
        switch attribute.name {
        case "href", "src": links.append(attribute.value)
        case "id": targets.insert(attribute.value)
        case "name" where tag.name == "a": targets.insert(attribute.value)
        case _: break
        }
      }
    }
  }
}
