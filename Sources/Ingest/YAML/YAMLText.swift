import Audit
import Yams

/// Turns a YAML text into nodes with places in the file.
enum YAMLText {
  /// Levels of nesting; our formats need five.
  static let deepest = 32

  /// The root; nil with a diagnostic when the text is not YAML, nil without when it holds nothing.
  static func parse(_ source: SourceText) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    if let control = controlCharacter(in: source) { return (nil, [control]) }
    do {
      // Yams would otherwise ask the environment for the encoding, and match every value with patterns of types.
      let parser = try Parser(yaml: unified(source.text), resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return (nil, []) }
      // Nodes only borrow their anchors from the parser.
      return withExtendedLifetime(parser) {
        var conversion = Conversion(source: source)
        let root = conversion.node(node)
        return conversion.diagnostics.isEmpty ? (root, []) : (nil, conversion.diagnostics)
      }
    } catch let error as YamlError {
      return (nil, [YAMLProblem(error, in: source).diagnostic])
    } catch {
      return (nil, [.yamlSyntax("it cannot be read as YAML", at: Place(file: source.file))])
    }
  }

  /// YAML 1.1 also breaks lines at NEL, LS and PS, which no editor counts.
  private static func unified(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func controlCharacter(in source: SourceText) -> Diagnostic? {
    for (number, line) in source.lines.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() {
        let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
        guard isControl, scalar != "\u{85}" else { continue }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let span = TextSpan(line: source.firstLine + number, column: column + 1)
        let name = "U+" + String(repeating: "0", count: 4 - code.count) + code
        return .yamlSyntax(
          "a control character (\(name)) has no place in YAML", at: source.place(of: span), hint: "delete it")
      }
    }
    return nil
  }
}

/// Copies Yams' tree, adding the offset of the text in its file and refusing what we do not read.
private struct Conversion {
  let source: SourceText
  var diagnostics: [Diagnostic] = []
  private var depth = 0

  init(source: SourceText) {
    self.source = source
  }

  mutating func node(_ node: Node) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= YAMLText.deepest else {
      let span = span(node.mark)
      if diagnostics.isEmpty { diagnostics.append(.yamlTooDeep(YAMLText.deepest, at: source.place(of: span))) }
      return .list(YAMLList(elements: [], span: span))
    }
    switch node {
    case .scalar(let scalar):
      let result = self.scalar(scalar)
      check(scalar.anchor, at: result.span)
      return .scalar(result)
    case .sequence(let sequence):
      let span = span(sequence.mark)
      // What stands under an anchor is not visited: aliases can make it astronomically large.
      guard check(sequence.anchor, at: span) else { return .list(YAMLList(elements: [], span: span)) }
      return .list(YAMLList(elements: sequence.map { self.node($0) }, span: span))
    case .mapping(let mapping):
      let span = span(mapping.mark)
      guard check(mapping.anchor, at: span) else { return .mapping(YAMLMapping(entries: [], span: span)) }
      return .mapping(YAMLMapping(entries: entries(mapping), span: span))
    case .alias(let alias):
      let span = span(alias.mark)
      check(alias.anchor, at: span)
      return .list(YAMLList(elements: [], span: span))
    }
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [YAMLMapping.Entry] {
    var entries: [YAMLMapping.Entry] = []
    var seen: Set<[UInt8]> = []
    for (key, value) in mapping {
      guard case .scalar(let key) = node(key) else {
        diagnostics.append(.yamlKeyNotText(at: source.place(of: span(key.mark))))
        continue
      }
      // Yams tells a key with a tag from one without; for us they are the same key.
      if !seen.insert(Array(key.text.utf8)).inserted {
        diagnostics.append(.yamlDuplicateKey(key.text, at: source.place(of: key.span)))
      }
      entries.append(YAMLMapping.Entry(key: key, value: node(value)))
    }
    return entries
  }

  private func scalar(_ scalar: Node.Scalar) -> YAMLScalar {
    let isQuoted: Bool
    switch scalar.style {
    case .any, .plain: isQuoted = false
    case .singleQuoted, .doubleQuoted, .literal, .folded: isQuoted = true
    }
    var span = span(scalar.mark)
    span.length = max(1, scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0))
    return YAMLScalar(text: scalar.string, span: span, isQuoted: isQuoted)
  }

  @discardableResult
  private mutating func check(_ anchor: Anchor?, at span: TextSpan) -> Bool {
    guard let anchor else { return true }
    diagnostics.append(.yamlAnchor(anchor.rawValue, at: source.place(of: span)))
    return false
  }

  private func span(_ mark: Yams.Mark?) -> TextSpan {
    TextSpan(line: (mark?.line ?? 1) + source.firstLine - 1, column: mark?.column ?? 1)
  }
}
