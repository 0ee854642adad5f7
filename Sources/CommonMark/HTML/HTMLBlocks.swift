extension HTMLRenderer {
  mutating func enterHeading(_ node: Node) {
    out.freshLine()
    out.raw("<h\(level(of: node))")
    if let id = plan.ids[node] { out.attribute("id", id) }
    out.raw(">")
  }

  func level(of heading: Node) -> Int {
    min(max(heading.headingLevel + options.headingOffset, 1), 6)
  }

  mutating func enterQuote(_ node: Node) {
    guard let alert = plan.alerts[node] else {
      block("<blockquote>")
      return
    }
    let word = alert.word.lowercased()
    out.freshLine()
    out.raw("<div")
    out.attribute("class", "alert alert-\(word)")
    out.raw(" role=\"note\">\n<p class=\"alert-title\"><span class=\"alert-kind\">")
    out.text(options.alertNames[word] ?? alert.word.prefix(1).uppercased() + word.dropFirst())
    out.raw("</span>")
    if !alert.title.isEmpty { out.raw(" ") }
    out.text(alert.title)
    out.raw("</p>\n")
    guard !alert.fields.isEmpty else { return }
    out.raw("<dl class=\"alert-fields\">\n")
    for field in alert.fields {
      out.raw("<div><dt>")
      out.text(field.key)
      out.raw("</dt> <dd>")
      out.text(field.value)
      out.raw("</dd></div>\n")
    }
    out.raw("</dl>\n")
  }

  mutating func enterList(_ node: Node) {
    out.freshLine()
    out.raw(node.isOrderedList ? "<ol" : "<ul")
    if node.children.contains(where: { $0.taskMark != nil }) { out.attribute("class", "tasks") }
    if node.isOrderedList, node.listStart != 1 { out.attribute("start", String(node.listStart)) }
    out.raw(">\n")
  }

  mutating func enterItem(_ node: Node) {
    out.freshLine()
    switch node.taskMark {
    case nil: out.raw("<li>")
    case .open: out.raw("<li class=\"task\">")
    case .done: out.raw("<li class=\"task done\">")
    }
  }

  mutating func enterParagraph(_ node: Node) {
    if plan.figures.contains(node) { return }
    if !node.isInTightList {
      out.freshLine()
      out.raw("<p>")
    }
    // The task's own words label its box.
    switch node.boxed?.mark {
    case nil: break
    case .open: out.raw("<label><input type=\"checkbox\" disabled> ")
    case .done: out.raw("<label><input type=\"checkbox\" disabled checked> ")
    }
  }

  mutating func leaveParagraph(_ node: Node) {
    if plan.figures.contains(node) { return }
    if node.boxed != nil { out.raw("</label>") }
    if let note = node.parent, note.kind == .footnoteDefinition, node.next == nil { backReferences(of: note) }
    if !node.isInTightList { out.raw("</p>\n") }
  }

  mutating func codeBlock(_ node: Node) {
    out.freshLine()
    // What may be wider than the page scrolls, and what scrolls must be within reach of the keyboard.
    out.raw("<pre tabindex=\"0\"><code")
    let language = node.fenceInfo.prefix { $0 != " " && $0 != "\t" }
    if !language.isEmpty { out.attribute("class", "language-\(language)") }
    out.raw(">")
    out.text(node.literal)
    out.raw("</code></pre>\n")
  }

  mutating func rawBlock(_ node: Node) {
    switch RawHTML(node.literal) {
    case .comment: break
    case .lineBreak: block("<p><br></p>")
    case .shown(let text):
      out.freshLine()
      out.raw("<pre class=\"raw-html\" tabindex=\"0\"><code>")
      out.text(text)
      out.raw("</code></pre>\n")
    }
  }
}

extension HTMLRenderer {
  mutating func enterFootnote(_ node: Node) {
    if node == plan.footnotes.first { block("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>") }
    out.freshLine()
    out.raw("<li")
    if let id = plan.ids[node] { out.attribute("id", id) }
    out.raw(">\n")
  }

  mutating func leaveFootnote(_ node: Node) {
    if node.lastChild?.kind != .paragraph {
      out.raw("<p>")
      backReferences(of: node)
      out.raw("</p>\n")
    }
    out.raw("</li>\n")
  }

  private mutating func backReferences(of note: Node) {
    guard let index = plan.positions[note] else { return }
    for (count, id) in plan.references[index].enumerated() {
      out.raw(" <a")
      out.attribute("href", "#" + id)
      out.raw(" class=\"footnote-back\" role=\"doc-backlink\"")
      out.attribute("aria-label", count == 0 ? options.backToText : "\(options.backToText) (\(count + 1))")
      out.raw(">↩</a>")
    }
  }
}

extension Node {
  /// Whether a paragraph stands in a list whose items are not set apart, so that it needs no tag.
  fileprivate var isInTightList: Bool {
    guard let item = parent, item.kind == .item, let list = item.parent else { return false }
    return list.isTightList
  }

  fileprivate var lastChild: Node? {
    var last: Node?
    for child in children { last = child }
    return last
  }
}
