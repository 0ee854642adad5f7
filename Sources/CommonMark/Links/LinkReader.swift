extension Document {
  /// All links and images, in the order of the text.
  package var links: [Link] { linkNodes.map(\.link) }

  /// All links and images with their nodes.
  var linkNodes: [(node: Node, link: Link)] {
    var found: [(node: Node, link: Link)] = []
    var finder = AddressFinder(lines: lines)
    var walk = TreeWalk(root)
    while let visit = walk.next() {
      guard case .enter(let node) = visit else { continue }
      if node.holdsInlines {
        let span = span(of: node)
        finder.enter(span, atByte: byte(of: node, onLineAt: span.lowerBound))
      }
      if node.kind == .softBreak || node.kind == .lineBreak { finder.passLineBreak() }
      if node.kind == .link || node.kind == .image { found.append((node, link(of: node, &finder))) }
    }
    return found
  }

  private func link(of node: Node, _ finder: inout AddressFinder) -> Link {
    let address = node.destination
    let text = node.plainText
    let place = finder.place(of: address, orElse: text)
    return Link(
      kind: node.kind == .image ? .image : .link, address: address, destination: Destination(address),
      text: String(text.map { $0 == "\n" ? " " : $0 }), title: node.title, line: place.line, column: place.column)
  }
}

/// Finds where in a block an address stands: the parser's own positions of inlines cannot be relied on.
private struct AddressFinder {
  let lines: [SourceLine]
  private var span = 0..<1
  /// Where the search for the next address begins.
  private var position = 0
  private var byte = 0
  /// The line that the line breaks so far lead to.
  private var expected = 0

  init(lines: [SourceLine]) { self.lines = lines }

  mutating func enter(_ span: Range<Int>, atByte byte: Int) {
    self.span = span
    position = span.lowerBound
    expected = position
    self.byte = byte
  }

  mutating func passLineBreak() {
    expected = Swift.min(expected + 1, span.upperBound - 1)
    if expected > position {
      position = expected
      byte = 0
    }
  }

  /// The place of the address, else of the words, else the line that the text has reached.
  mutating func place(of address: String, orElse words: String) -> (line: Int, column: Int) {
    for text in [address, words] where !text.isEmpty {
      if let (found, offset) = find(Array(text.utf8)) {
        position = found
        byte = offset + text.utf8.count
        return (lines[found].number, lines[found].column(ofByte: offset))
      }
    }
    let line = lines[expected]
    return (line.number, line.column(ofByte: expected == position ? byte : 0))
  }

  private func find(_ bytes: [UInt8]) -> (position: Int, byte: Int)? {
    var left = Self.reach
    for candidate in position..<Swift.max(span.upperBound, position) where left > 0 {
      let start = candidate == position ? byte : 0
      let text = Array(lines[candidate].text.utf8.dropFirst(start).prefix(left))
      var offset = 0
      while offset + bytes.count <= text.count {
        if text[offset..<(offset + bytes.count)].elementsEqual(bytes) { return (candidate, start + offset) }
        offset += 1
      }
      left -= text.count + 1
    }
    return nil
  }

  /// How many bytes ahead an address is looked for, so that a text full of links takes no longer than its length.
  private static let reach = 4096
}
