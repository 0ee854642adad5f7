import Audit

extension ConfigurationReader {
  static func readJourney(_ reader: inout MappingReader, ids: inout Identifiers) -> Journey {
    let phases = reader.mappings("journey", each: "a phase of the journey") { child in
      let name = child.required("phase")
      return Phase(name: name?.text ?? "", touchpoints: readTouchpoints(&child, ids: &ids))
    }
    return Journey(phases: phases)
  }

  /// `{id, name, owner, volume}` each, or the id alone.
  private static func readTouchpoints(_ reader: inout MappingReader, ids: inout Identifiers) -> [Touchpoint] {
    reader.entries("touchpoints", each: "a touchpoint", ids: &ids) { id, child in
      Touchpoint(id: id, name: child.string("name"), owner: child.string("owner"), volume: child.share("volume"))
    }
  }

  /// Nil keeps the default, SERVQUAL.
  static func readDimensions(_ reader: inout MappingReader, ids: inout Identifiers) -> [Dimension]? {
    switch reader.node("dimensions") {
    case .list:
      return reader.entries("dimensions", each: "a dimension", ids: &ids) { id, child in
        Dimension(id: id, name: child.string("name"))
      }
    case .scalar(let scalar) where scalar.text != "servqual":
      reader.report(.configDimensions(scalar.text, at: reader.source.place(of: scalar.span)))
    case .mapping(let mapping):
      reader.report(.configDimensions("a mapping", at: reader.source.place(of: mapping.span)))
    case .scalar, nil: break
    }
    ids.reserve(Dimension.servqual.map(\.id), by: "a dimension of SERVQUAL")
    return nil
  }

  static func readStandards(_ reader: inout MappingReader, _ configuration: Configuration) -> [Standard] {
    var ids = Identifiers()
    let touchpoints = configuration.journey.touchpoints.map(\.id)
    let dimensions = configuration.dimensions.map(\.id)
    return reader.mappings("standards", each: "a standard") { child in
      let id = child.required("id")
      if let id, let problem = ids.claim(id.text, for: "a standard", at: id.span, in: child.source) {
        child.report(problem)
      }
      let text = child.required("text")
      let target = child.share("target")
      return Standard(
        id: id?.text ?? "", text: text?.text ?? "",
        touchpoint: child.name("touchpoint", among: touchpoints),
        dimension: child.name("dimension", among: dimensions),
        target: target ?? configuration.thresholds.required)
    }
  }
}

extension MappingReader {
  /// A list whose entries have an id: mappings with `id`, or just the id; entries without a usable id are left out.
  fileprivate mutating func entries<Value>(
    _ key: String, each name: String, ids: inout Identifiers, make: (String, inout MappingReader) -> Value
  ) -> [Value] {
    list(key).compactMap { node in
      guard let mapping = node.identified else {
        reportWrongType(key, expected: "a list of mappings", found: node, hint: "write '- {id: ..., name: ...}'")
        return nil
      }
      return read(mapping, as: name) { child -> Value? in
        let id = child.required("id")
        let value = make(id?.text ?? "", &child)
        guard let id else { return nil }
        guard let problem = ids.claim(id.text, for: name, at: id.span, in: child.source) else { return value }
        child.report(problem)
        return nil
      }
    }
  }

  /// A name that the configuration must know; reported and nil when it does not.
  mutating func name(_ key: String, among known: [String]) -> String? {
    guard let scalar = scalar(key) else { return nil }
    if known.contains(scalar.text) { return scalar.text }
    report(.unknownName(scalar.text, kind: key, known: known, at: source.place(of: scalar.span)))
    return nil
  }
}

extension YAMLNode {
  /// A mapping; a text alone stands for `{id: text}`.
  fileprivate var identified: YAMLMapping? {
    switch self {
    case .mapping(let mapping): return mapping
    case .list: return nil
    case .scalar(let scalar):
      let key = YAMLScalar(text: "id", span: scalar.span, isQuoted: false)
      return YAMLMapping(entries: [YAMLMapping.Entry(key: key, value: self)], span: scalar.span)
    }
  }
}
