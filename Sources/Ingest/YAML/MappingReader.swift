import Audit

/// Reads a YAML mapping key by key into typed values, and reports what is wrong or left over.
///
/// Each read makes its key known; `finish` reports every key that nobody asked for. A key without a value reads as if it
/// were not there. A value of the wrong kind is reported and reads as nil.
struct MappingReader {
  let source: SourceText
  /// What the mapping is, with its article, for messages: "an item".
  let name: String
  let mapping: YAMLMapping
  private(set) var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ mapping: YAMLMapping, in source: SourceText, as name: String) {
    self.mapping = mapping
    self.source = source
    self.name = name
  }

  /// The value as written; nil when the key is absent or empty.
  mutating func node(_ key: String) -> YAMLNode? {
    know(key)
    guard let node = mapping[key], !node.isNull else { return nil }
    return node
  }

  /// Makes keys known without reading them.
  mutating func know(_ keys: String...) {
    for key in keys where !known.contains(key) { known.append(key) }
  }

  /// Whether the key stands there with a value; does not make it known.
  func has(_ key: String) -> Bool { mapping[key].map { !$0.isNull } ?? false }

  /// Where the key itself is written, else where the mapping begins.
  func span(ofKey key: String) -> TextSpan {
    mapping.entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.key.span ?? mapping.span
  }

  func place(ofKey key: String) -> Place { source.place(of: span(ofKey: key)) }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  mutating func report(_ more: [Diagnostic]) {
    diagnostics.append(contentsOf: more)
  }

  mutating func reportMissing(_ key: String) {
    report(.yamlMissingKey(key, in: name, at: source.place(of: mapping.span)))
  }

  mutating func reportWrongType(_ key: String, expected: String, found node: YAMLNode, hint: String? = nil) {
    report(
      .yamlWrongType(
        key, expected: expected, found: node.description, at: source.place(of: node.span), hint: hint))
  }

  /// Reports every key that was not read.
  mutating func finish() {
    for entry in mapping.entries where !known.contains(entry.key.text) {
      report(
        .yamlUnknownKey(entry.key.text, in: name, known: known, at: source.place(of: entry.key.span)))
    }
  }
}

extension MappingReader {
  /// Parses `source` and reads its root; what the text lacks altogether reads as an empty mapping.
  ///
  /// Nil, with diagnostics, when the text is not YAML or its root is not a mapping.
  static func read<Value>(
    _ source: SourceText, as name: String, _ body: (inout MappingReader) -> Value
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    let (root, problems) = YAMLText.parse(source)
    guard problems.isEmpty else { return (nil, problems) }
    let beginning = TextSpan(line: source.firstLine, column: 1)
    let mapping: YAMLMapping
    switch root {
    case .mapping(let found): mapping = found
    case nil: mapping = YAMLMapping(entries: [], span: beginning)
    case .scalar(let scalar) where scalar.isNull: mapping = YAMLMapping(entries: [], span: beginning)
    case .scalar(let scalar):
      let hint =
        name.contains("front matter")
        ? "lines between two '---' at the top are read as 'key: value'; put text above a '---' that is only a rule"
        : nil
      return (nil, [.yamlSyntax("this is not 'key: value'", at: source.place(of: scalar.span), hint: hint)])
    case .list(let list):
      return (nil, [.yamlSyntax("this must be 'key: value' lines, not a list", at: source.place(of: list.span))])
    }
    var reader = MappingReader(mapping, in: source, as: name)
    let value = body(&reader)
    reader.finish()
    return (value, reader.diagnostics)
  }

  /// A mapping inside this one; its diagnostics, unknown keys among them, become this one's.
  mutating func mapping<Value>(
    _ key: String, as name: String? = nil, _ body: (inout MappingReader) -> Value
  ) -> Value? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let mapping) = node else {
      reportWrongType(key, expected: "a mapping", found: node, hint: "write '\(key): {key: value}'")
      return nil
    }
    return read(mapping, as: name ?? "'\(key)'", body)
  }

  /// Each mapping of a list of mappings, in order.
  mutating func mappings<Value>(
    _ key: String, each name: String, _ body: (inout MappingReader) -> Value
  ) -> [Value] {
    list(key).compactMap { node in
      guard case .mapping(let mapping) = node else {
        reportWrongType(key, expected: "a list of mappings", found: node, hint: "write '- {key: value}'")
        return nil
      }
      return read(mapping, as: name, body)
    }
  }

  mutating func read<Value>(
    _ mapping: YAMLMapping, as name: String, _ body: (inout MappingReader) -> Value
  ) -> Value {
    var child = MappingReader(mapping, in: source, as: name)
    let value = body(&child)
    child.finish()
    report(child.diagnostics)
    return value
  }
}
