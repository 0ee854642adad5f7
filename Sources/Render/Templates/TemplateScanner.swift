import Audit

/// Reads the tags of a template with their places, which Mustache's own parser does not keep.
///
/// Delimiters cannot be changed, escaping cannot be turned off and names of partials cannot be computed: what the check
/// cannot follow is an error.
struct TemplateScanner {
  private let path: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private(set) var problems: [Diagnostic] = []

  init(path: String, text: String) {
    self.path = path
    scalars = Array(text.unicodeScalars)
  }

  /// A tag's sigil, such as `#`; empty for a variable.
  private enum Sigil: Unicode.Scalar {
    case section = "#"
    case inverted = "^"
    case close = "/"
    case comment = "!"
    case unescaped = "{"
    case ampersand = "&"
    case partial = ">"
    case inheritance = "<"
    case block = "$"
    case delimiters = "="
    case pragma = "%"
  }

  private struct Open {
    var sigil: Sigil
    var tag: TemplateTag
    var children: [TemplateNode] = []

    /// The node, once its end has been read.
    var node: TemplateNode {
      switch sigil {
      case .inverted: .section(tag, isInverted: true, children)
      case .inheritance: .inheritance(tag, children)
      case .block: .block(tag, children)
      case .section, .close, .comment, .unescaped, .ampersand, .partial, .delimiters, .pragma:
        .section(tag, isInverted: false, children)
      }
    }
  }

  /// All tags; what is wrong with their nesting is added to `problems`.
  mutating func scan() -> [TemplateNode] {
    var top: [TemplateNode] = []
    var open: [Open] = []
    func add(_ node: TemplateNode) {
      if open.isEmpty { top.append(node) } else { open[open.count - 1].children.append(node) }
    }
    while let (sigil, tag) = nextTag() {
      switch sigil {
      case nil: add(.variable(tag, isEscaped: true))
      case .unescaped, .ampersand: add(.variable(tag, isEscaped: false))
      case .section, .inverted, .inheritance, .block: open.append(Open(sigil: sigil ?? .section, tag: tag))
      case .partial:
        if tag.name.hasPrefix("*") { problems.append(.templateTagUnsupported(tag.source, at: place(tag))) }
        add(.partial(tag))
      case .close:
        guard let last = open.last, last.tag.name == tag.name, last.tag.transforms == tag.transforms else {
          problems.append(
            .templateSectionMismatch(tag.source, open: open.last?.tag.source, at: place(tag)))
          return top
        }
        open.removeLast()
        add(last.node)
      case .comment: break
      case .delimiters, .pragma: problems.append(.templateTagUnsupported(tag.source, at: place(tag)))
      }
    }
    if let last = open.last { problems.append(.templateSectionNotClosed(last.tag.source, at: place(last.tag))) }
    return top
  }

  private func place(_ tag: TemplateTag) -> SourceLocation { tag.location }

  private mutating func nextTag() -> (Sigil?, TemplateTag)? {
    while position < scalars.count, !(at(0) == "{" && at(1) == "{") { advance() }
    guard position < scalars.count else { return nil }
    let start = position
    var tag = TemplateTag(name: "", transforms: [], source: "", path: path, line: line, column: column)
    advance(2)
    let sigil = at(0).flatMap(Sigil.init(rawValue:))
    if sigil != nil { advance() }
    let end: [Unicode.Scalar] = sigil == .unescaped ? ["}", "}", "}"] : ["}", "}"]
    let nameStart = position
    while position < scalars.count, !scalars[position...].starts(with: end) { advance() }
    guard position < scalars.count else {
      let source = text(scalars[start..<min(start + 24, scalars.count)].prefix { $0 != "\n" })
      problems.append(.templateTagNotClosed(source, at: place(tag)))
      return nil
    }
    let inside = text(scalars[nameStart..<position])
    advance(end.count)
    tag.source = text(scalars[start..<position])
    (tag.name, tag.transforms) = Self.name(inside)
    return (sigil, tag)
  }

  /// `lowercased(name)` as the name and its transforms.
  private static func name(_ inside: String) -> (String, [String]) {
    let trimmed = inside.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var parts = trimmed.split(separator: "(", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.popLast() else { return (trimmed, []) }
    return (String(last.prefix { $0 != ")" }), parts)
  }

  private func at(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < scalars.count {
      if scalars[position] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      position += 1
    }
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

extension TemplateTag {
  var location: SourceLocation { SourceLocation("templates/\(path)", line: line, column: column) }
}
