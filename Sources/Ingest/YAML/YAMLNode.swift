/// A YAML value as it was written: texts, lists and mappings with their places, nothing converted.
indirect enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case list(YAMLList)
  case mapping(YAMLMapping)

  var span: TextSpan {
    switch self {
    case .scalar(let scalar): scalar.span
    case .list(let list): list.span
    case .mapping(let mapping): mapping.span
    }
  }

  /// `~`, `null` or nothing at all, unquoted: the key might as well not be there.
  var isNull: Bool {
    switch self {
    case .scalar(let scalar): scalar.isNull
    case .list, .mapping: false
    }
  }

  /// "a text", "a list", "a mapping": for messages.
  var description: String {
    switch self {
    case .scalar(let scalar): "'\(scalar.text)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A text, number, date or flag, as text.
struct YAMLScalar: Hashable, Sendable {
  var text: String
  var span: TextSpan
  /// Written in quotes or as a block.
  var isQuoted: Bool

  var isNull: Bool { !isQuoted && (text.isEmpty || text == "~" || text == "null") }
}

struct YAMLList: Sendable {
  var elements: [YAMLNode]
  var span: TextSpan
}

struct YAMLMapping: Sendable {
  struct Entry: Sendable {
    var key: YAMLScalar
    var value: YAMLNode
  }

  var entries: [Entry]
  var span: TextSpan

  /// By the bytes of the key, since `String ==` would take different spellings of an accent for one.
  subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.value
  }
}
