import Audit

/// Compares every tag of the templates with what the views declare.
///
/// Mustache renders an unknown name as nothing, so a misspelt tag would only show as a hole in a page. Each page is walked
/// as it will be rendered: through sections into the views they open, through partials, and through inherited blocks.
struct TemplateCheck {
  /// Templates by name, `partials/head` for `partials/head.mustache`.
  private let templates: [String: [TemplateNode]]
  private let names: [String]
  private var visited: Set<String> = []
  private var found: Set<Diagnostic> = []
  private(set) var problems: [Diagnostic] = []
  /// Names of the templates that some page uses.
  private(set) var used: Set<String> = []

  init(templates: [String: [TemplateNode]]) {
    self.templates = templates
    names = templates.keys.sorted()
  }

  /// What stands on Mustache's stack.
  private enum Frame {
    case view(ViewShape)
    case scalar(FieldKind)

    var name: String {
      switch self {
      case .view(let shape): shape.name
      case .scalar: "."
      }
    }
  }

  private struct Context {
    var page: String
    var frames: [Frame]
    var blocks: [String: [TemplateNode]] = [:]
    var isInList = false

    func inside(_ frame: Frame, isInList: Bool) -> Context {
      var inner = self
      inner.frames.append(frame)
      inner.isInList = isInList
      return inner
    }

    /// All names that a tag may use here, innermost first.
    var keys: [String] {
      frames.reversed().flatMap { frame in
        switch frame {
        case .view(let shape): shape.keys().map(\.name)
        case .scalar: [String]()
        }
      }
    }
  }

  /// Walks one page's template with the view it is filled from.
  mutating func check(page: String, view: ViewShape) {
    guard let nodes = templates[page] else { return }
    visited = []
    used.insert(page)
    visit(nodes, Context(page: page, frames: [.view(view)]))
  }

  private mutating func visit(_ nodes: [TemplateNode], _ context: Context) {
    for node in nodes {
      switch node {
      case .variable(let tag, let isEscaped): checkVariable(tag, isEscaped: isEscaped, context)
      case .section(let tag, let isInverted, let body): checkSection(tag, isInverted: isInverted, body, context)
      case .partial(let tag): enter(tag, context, blocks: context.blocks)
      case .inheritance(let tag, let body): checkInheritance(tag, body, context)
      case .block(let tag, let body):
        var inner = context
        inner.isInList = false
        visit(context.blocks[tag.name] ?? body, inner)
      }
    }
  }

  private mutating func checkVariable(_ tag: TemplateTag, isEscaped: Bool, _ context: Context) {
    guard let kind = kind(of: tag, context) else { return }
    switch kind {
    case .text:
      if !isEscaped { report(.templateTextNotEscaped(tag.source, name: tag.name, at: tag.location)) }
    case .html:
      if isEscaped { report(.templateHTMLEscaped(tag.source, name: tag.name, at: tag.location)) }
    case .flag, .texts, .list, .object:
      report(.templateNotText(tag.source, name: tag.name, at: tag.location))
    }
  }

  private mutating func checkSection(
    _ tag: TemplateTag, isInverted: Bool, _ body: [TemplateNode], _ context: Context
  ) {
    guard let kind = kind(of: tag, context) else { return }
    guard !isInverted else { return visit(body, context) }
    switch kind {
    case .flag: visit(body, context)
    case .text, .html: visit(body, context.inside(.scalar(kind), isInList: false))
    case .texts: visit(body, context.inside(.scalar(.text), isInList: true))
    case .list(let shape): visit(body, context.inside(.view(shape), isInList: true))
    case .object(let shape): visit(body, context.inside(.view(shape), isInList: false))
    }
  }

  private mutating func checkInheritance(_ tag: TemplateTag, _ body: [TemplateNode], _ context: Context) {
    var blocks: [String: [TemplateNode]] = [:]
    let known = blockNames(of: tag.name)
    for node in body {
      switch node {
      case .block(let block, let nodes):
        blocks[block.name] = nodes
        if templates[tag.name] != nil, !known.contains(block.name) {
          report(
            .templateUnknownBlock(
              block.source, of: tag.name, known: known, suggestion: Suggestion.didYouMean(block.name, in: known),
              at: block.location))
        }
      case .variable(let other, _), .section(let other, _, _), .partial(let other), .inheritance(let other, _):
        report(.templateTagOutsideBlock(other.source, of: tag.name, at: other.location))
      }
    }
    // The outermost heir decides, as in Mustache.
    enter(tag, context, blocks: context.blocks.merging(blocks) { outer, _ in outer })
  }

  /// Goes on in another template, unless it was walked in the same surroundings already.
  private mutating func enter(_ tag: TemplateTag, _ context: Context, blocks: [String: [TemplateNode]]) {
    guard let nodes = templates[tag.name] else {
      report(
        .templateUnknownPartial(
          tag.source, suggestion: Suggestion.didYouMean(tag.name, in: names), at: tag.location))
      return
    }
    used.insert(tag.name)
    var surroundings: [String] = []
    for frame in context.frames.reversed() where !surroundings.contains(frame.name) {
      surroundings.append(frame.name)
    }
    let visit = ([tag.name] + surroundings + ["|"] + blocks.keys.sorted()).joined(separator: " ")
    guard visited.insert(visit).inserted else { return }
    var inner = context
    inner.blocks = blocks
    inner.isInList = false
    self.visit(nodes, inner)
  }

  /// Blocks that a template and the templates it includes offer, in the order of their names.
  private func blockNames(of template: String) -> [String] {
    var names: Set<String> = []
    var seen: Set<String> = []
    var pending = [template]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, let nodes = templates[next] else { continue }
      var open = nodes
      while let node = open.popLast() {
        switch node {
        case .variable: break
        case .section(_, _, let body): open += body
        case .partial(let tag): pending.append(tag.name)
        case .inheritance(let tag, let body):
          pending.append(tag.name)
          // What a replacement offers in its turn.
          for case .block(_, let inner) in body { open += inner }
        case .block(let tag, let body):
          names.insert(tag.name)
          open += body
        }
      }
    }
    return names.sorted()
  }

  /// What the tag's name means here, its transforms applied; reports names that mean nothing.
  private mutating func kind(of tag: TemplateTag, _ context: Context) -> FieldKind? {
    var kind: FieldKind
    if tag.name.isEmpty, !tag.transforms.isEmpty, context.isInList {
      return positionKind(of: tag)
    }
    if tag.name == "." {
      guard case .scalar(let scalar) = context.frames.last else {
        report(.templateNotText(tag.source, name: tag.name, at: tag.location))
        return nil
      }
      kind = scalar
    } else {
      guard let known = lookUp(tag.name, context.frames) else {
        report(
          .templateUnknownKey(
            tag.source, page: context.page, known: context.keys,
            suggestion: Suggestion.didYouMean(tag.name, in: context.keys), at: tag.location))
        return nil
      }
      kind = known
    }
    for transform in tag.transforms.reversed() {
      guard let next = Self.applying(transform, to: kind) else {
        report(.templateTagUnsupported(tag.source, at: tag.location))
        return nil
      }
      kind = next
    }
    return kind
  }

  /// `{{#first()}}` and the like, about the place in a list.
  private mutating func positionKind(of tag: TemplateTag) -> FieldKind? {
    switch tag.transforms {
    case ["first"], ["last"], ["even"], ["odd"]: return .flag
    case ["index"]: return .text
    default:
      report(.templateTagUnsupported(tag.source, at: tag.location))
      return nil
    }
  }

  /// The first part of a dotted name is looked for in all enclosing views, the others in what it names.
  private func lookUp(_ name: String, _ frames: [Frame]) -> FieldKind? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
    let first = parts.removeFirst()
    var kind: FieldKind?
    for case .view(let shape) in frames.reversed() {
      kind = shape.kind(of: first)
      if kind != nil { break }
    }
    for part in parts {
      guard case .object(let shape) = kind else { return nil }
      kind = shape.kind(of: part)
    }
    return kind
  }

  private static func applying(_ transform: String, to kind: FieldKind) -> FieldKind? {
    switch (transform, kind) {
    case ("lowercased", .text), ("uppercased", .text), ("capitalized", .text): .text
    case ("count", .list), ("count", .texts): .text
    case ("empty", .list), ("empty", .texts), ("empty", .text): .flag
    case ("reversed", .list), ("reversed", .texts): kind
    default: nil
    }
  }

  private mutating func report(_ problem: Diagnostic) {
    if found.insert(problem).inserted { problems.append(problem) }
  }
}
