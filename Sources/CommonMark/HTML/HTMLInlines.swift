extension HTMLRenderer {
  mutating func code(_ node: Node) {
    out.raw("<code>")
    out.text(node.literal)
    out.raw("</code>")
  }

  mutating func rawInline(_ node: Node) {
    switch RawHTML(node.literal) {
    case .comment: break
    case .lineBreak: out.raw("<br>")
    case .shown(let text): out.text(text)
    }
  }

  mutating func text(_ node: Node) {
    let isBox = node.parent?.boxed?.text == node
    out.text(isBox ? String(node.literal.dropFirst(4)) : node.literal)
  }

  mutating func enterLink(_ node: Node) {
    guard let address = plan.addresses[node] else {
      out.raw("<span class=\"missing-link\">")
      linkEnd = "</span>"
      return
    }
    out.raw("<a")
    out.attribute("href", address)
    if !node.title.isEmpty { out.attribute("title", node.title) }
    if Destination(address) == .external { out.raw(" rel=\"noopener\"") }
    out.raw(">")
    linkEnd = "</a>"
  }

  mutating func leaveLink() {
    out.raw(linkEnd ?? "")
    linkEnd = nil
  }

  mutating func image(_ node: Node) {
    if let picture = plan.pictures[node] {
      show(picture, of: node)
      return
    }
    let address = plan.addresses[node]
    let isOwn = address.map { Destination($0).isWithinSite } ?? false
    guard let address, isOwn || linkEnd == nil else {
      out.raw("<span class=\"missing-image\">")
      out.text(node.plainText)
      out.raw("</span>")
      return
    }
    guard isOwn else {
      out.raw("<a class=\"external-image\"")
      out.attribute("href", address)
      out.raw(" rel=\"noopener\">")
      out.text(node.plainText)
      out.raw("</a>")
      return
    }
    out.raw("<img")
    out.attribute("src", address)
    out.attribute("alt", node.plainText)
    if !node.title.isEmpty { out.attribute("title", node.title) }
    out.raw(" loading=\"lazy\">")
  }

  /// A figure where the paragraph holds nothing else, else the same in elements that may stand in a sentence.
  private mutating func show(_ picture: Picture, of node: Node) {
    let isFigure = node.parent.map(plan.figures.contains) ?? false
    let caption = String(node.plainText.map { $0 == "\n" ? " " : $0 })
    if isFigure { out.freshLine() }
    out.raw(isFigure ? "<figure class=\"photo\">\n" : "<span class=\"photo\">")
    out.raw("<img")
    out.attribute("src", Percent.encoded(picture.address))
    out.attribute("width", String(picture.width))
    out.attribute("height", String(picture.height))
    out.attribute("alt", caption)
    if !picture.title.isEmpty { out.attribute("title", picture.title) }
    out.raw(" loading=\"lazy\">")
    out.raw(isFigure ? "\n<figcaption>" : " <span class=\"photo-caption\">")
    out.text(caption)
    if !picture.remark.isEmpty {
      out.raw(" <span class=\"photo-people\">")
      out.text(picture.remark)
      out.raw("</span>")
    }
    out.raw(isFigure ? "</figcaption>\n</figure>\n" : "</span></span>")
  }

  mutating func footnoteReference(_ node: Node) {
    let number = node.literal
    out.raw("<sup class=\"footnote-ref\"")
    // A link cannot hold another: inside one only the number is shown, with the id that the footnote leads back to.
    let note = Int(number).flatMap { plan.footnotes.indices.contains($0 - 1) ? plan.footnotes[$0 - 1] : nil }
    let address = linkEnd == "</a>" ? nil : note.flatMap { plan.ids[$0] }
    if let id = plan.ids[node] { out.attribute("id", id) }
    out.raw(">")
    if let address {
      out.raw("<a")
      out.attribute("href", "#" + address)
      out.raw(" role=\"doc-noteref\">")
    }
    out.text(number)
    out.raw(address == nil ? "</sup>" : "</a></sup>")
  }
}
