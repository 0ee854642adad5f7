/// What has to be known of a document before its first tag is written: ids, addresses, footnotes and alerts.
struct RenderingPlan {
  private(set) var headings: [(node: Node, heading: Rendering.Heading)] = []
  private(set) var remarks: [Rendering.Remark] = []
  /// The id of each heading, footnote and reference to one.
  private(set) var ids: [Node: String] = [:]
  /// The address of each link and image that keeps one, encoded.
  private(set) var addresses: [Node: String] = [:]
  /// The images that show a picture of the site.
  private(set) var pictures: [Node: Picture] = [:]
  /// Paragraphs that hold nothing else.
  private(set) var figures: Set<Node> = []
  /// The alerts among the block quotes.
  private(set) var alerts: [Node: Alert] = [:]
  /// Nodes that are rendered elsewhere: an alert's title and fields.
  private(set) var omitted: Set<Node> = []
  /// The footnotes in order, each with the ids of the references to it.
  private(set) var references: [[String]] = []
  private(set) var footnotes: [Node] = []
  /// The position of each footnote among them.
  private(set) var positions: [Node: Int] = [:]

  /// The ids of headings by the slug that a writer expects.
  private var fragments: [String: String] = [:]

  init(
    _ document: borrowing Document, _ options: RenderingOptions, _ anchors: inout Anchors,
    _ resolve: (Link) -> LinkTarget
  ) {
    nameHeadings(document.root, options, &anchors)
    for node in document.root.subtree where node.kind == .blockQuote {
      guard let alert = document.alert(of: node) else { continue }
      alerts[node] = alert
      omitHead(of: node, lines: 1 + alert.fields.count)
    }
    nameFootnotes(document.root, &anchors)
    for (node, link) in document.linkNodes { settle(node, link, resolve(link), anchors) }
    if options.hasFigures, !pictures.isEmpty { findFigures(document.root) }
    remarkOnRawHTML(document)
    remarkOnSurplusCells(document)
  }

  private mutating func nameHeadings(_ root: Node, _ options: RenderingOptions, _ anchors: inout Anchors) {
    var expected = Anchors()
    for node in root.subtree where node.kind == .heading {
      let text = node.plainText
      let id = anchors.claim(text)
      fragments[expected.claim(text)] = id
      ids[node] = id
      let level = min(max(node.headingLevel + options.headingOffset, 1), 6)
      headings.append((node, Rendering.Heading(level: level, id: id, text: text)))
    }
  }

  private mutating func nameFootnotes(_ root: Node, _ anchors: inout Anchors) {
    footnotes = root.children.filter { $0.kind == .footnoteDefinition }
    references = Array(repeating: [], count: footnotes.count)
    for (index, node) in footnotes.enumerated() {
      ids[node] = anchors.claim("fn-\(index + 1)")
      positions[node] = index
    }
    var walk = TreeWalk(root)
    while let visit = walk.next() {
      guard case .enter(let node) = visit else { continue }
      // Nothing leads back to a reference that is not shown.
      if omitted.contains(node) { walk.skip(node) }
      guard node.kind == .footnoteReference, !omitted.contains(node) else { continue }
      guard let number = Int(node.literal), references.indices.contains(number - 1) else { continue }
      let id = anchors.claim("fnref-\(number)")
      ids[node] = id
      references[number - 1].append(id)
    }
  }

  private mutating func settle(_ node: Node, _ link: Link, _ target: LinkTarget, _ anchors: Anchors) {
    var address = link.address
    var destination = link.destination
    switch target {
    case .missing:
      return
    case .asWritten:
      break
    case .picture(let picture):
      if link.kind == .image { pictures[node] = picture }
      return
    case .address(let other):
      address = other
      destination = Destination(other)
    }
    switch destination {
    case .refused:
      remarks.append(.refusedLink(link))
    case .empty:
      if link.kind == .link { addresses[node] = "" }
    case .external, .mail:
      if link.kind == .image { remarks.append(.externalImage(link)) }
      addresses[node] = Percent.encoded(address)
    case .relative:
      addresses[node] = Percent.encoded(address)
    case .fragment(let fragment):
      if target == .asWritten, let id = fragments[Anchors.slug(of: fragment)] {
        address = "#" + id
      } else if target == .asWritten, !fragment.isEmpty, !anchors.contains(fragment) {
        remarks.append(.unknownFragment(link))
      }
      if link.kind == .link { addresses[node] = Percent.encoded(address) }
    }
  }

  /// Finds the paragraphs that need no tag of their own since figures take their place.
  private mutating func findFigures(_ root: Node) {
    for node in root.subtree where node.kind == .paragraph {
      // A box and the way back from a footnote need the paragraph.
      guard node.boxed == nil, node.parent?.kind != .footnoteDefinition else { continue }
      let shown = node.children.filter { child in
        !omitted.contains(child) && child.kind != .softBreak && child.kind != .lineBreak
      }
      if !shown.isEmpty, shown.allSatisfy({ pictures[$0] != nil }) { figures.insert(node) }
    }
  }

  /// Leaves out the first lines of the paragraph that an alert begins with.
  private mutating func omitHead(of quote: Node, lines: Int) {
    guard let paragraph = quote.firstChild else { return }
    var left = lines
    for node in paragraph.children {
      omitted.insert(node)
      left -= node.lineBreaks
      if left <= 0 { return }
    }
    omitted.insert(paragraph)
  }

  private mutating func remarkOnRawHTML(_ document: borrowing Document) {
    for node in document.root.subtree where node.kind == .htmlInline || node.kind == .htmlBlock {
      guard case .shown = RawHTML(node.literal) else { continue }
      guard let block = node.kind == .htmlBlock ? node : node.enclosingBlock else { continue }
      let line = document.lines[document.span(of: block).lowerBound]
      remarks.append(.rawHTML(line: line.number, column: line.column))
    }
  }

  private mutating func remarkOnSurplusCells(_ document: borrowing Document) {
    for node in document.root.subtree where node.kind == .tableRow {
      let position = document.span(of: node).lowerBound
      let line = document.lines[position]
      let byte = document.byte(of: node, onLineAt: position)
      let cells = TableRow(line, fromByte: byte).cells
      let shown = node.children.count { _ in true }
      guard cells.count > shown else { continue }
      remarks.append(.surplusCells(line: line.number, column: line.column(ofByte: cells[shown].lowerBound)))
    }
  }
}

extension Node {
  /// The block that holds an inline.
  fileprivate var enclosingBlock: Node? {
    var node = parent
    while let candidate = node, !candidate.holdsInlines { node = candidate.parent }
    return node
  }
}
