/// What can be wrong with any YAML text: configuration, codebook or front matter.
extension Diagnostic {
  package static func notUTF8(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "text/not-utf-8", at: place, "this byte is not UTF-8", hint: "save the file in the encoding UTF-8")
  }

  package static func frontMatterUnclosed(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "front-matter/unclosed", at: place, "the front matter that begins here never ends",
      hint: "close it with a line '---'")
  }

  package static func yamlSyntax(_ problem: String, at place: Place, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, "yaml/syntax", at: place, problem, hint: hint)
  }

  package static func yamlDuplicateKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "yaml/duplicate-key", at: place, "'\(key)' is written twice", hint: "keep one of the two")
  }

  package static func yamlAnchor(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "yaml/anchor", at: place, "anchors and aliases ('&\(name)', '*\(name)') are not supported",
      hint: "write the value out; put a text that begins with '&' or '*' in quotes")
  }

  package static func yamlKeyNotText(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/key", at: place, "a key must be a text, not a list or a mapping")
  }

  package static func yamlTooDeep(_ levels: Int, at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/too-deep", at: place, "lists and mappings are nested more than \(levels) deep")
  }

  /// `owner` is what the mapping is, such as "an item".
  package static func yamlUnknownKey(
    _ key: String, in owner: String, known: [String], at place: Place
  ) -> Diagnostic {
    let all = known.isEmpty ? nil : "known are " + known.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "yaml/unknown-key", at: place, "unknown key '\(key)' in \(owner)",
      hint: Suggestion.didYouMean(key, in: known) ?? all)
  }

  package static func yamlMissingKey(_ key: String, in owner: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "yaml/missing-key", at: place, "'\(key)' is missing in \(owner)", hint: "add '\(key):'")
  }

  /// `expected` with its article, such as "a list"; `found` is the value in quotes or "a mapping".
  package static func yamlWrongType(
    _ key: String, expected: String, found: String, at place: Place, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, "yaml/wrong-type", at: place, "'\(key)' must be \(expected), not \(found)", hint: hint)
  }

  package static func yamlOutOfRange(
    _ key: String, value: String, range: String, at place: Place, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, "yaml/out-of-range", at: place, "'\(key)' must be \(range), not \(value)", hint: hint)
  }

  package static func yamlNotOneOf(
    _ key: String, value: String, choices: [String], at place: Place
  ) -> Diagnostic {
    let all = choices.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "yaml/not-one-of", at: place, "'\(key)' cannot be '\(value)'",
      hint: (Suggestion.didYouMean(value, in: choices).map { "\($0) " } ?? "") + "possible are \(all)")
  }
}
