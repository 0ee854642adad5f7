/// A language that sites are built in: its words, and how it writes numbers and days.
///
/// A stage takes the language from the project it is given and binds it as `current` for what it calls: nearly every
/// function beneath says something, and none of them would do anything with a parameter but hand it on.
package struct Language: Hashable, Sendable {
  /// What the code beneath a stage speaks.
  @TaskLocal package static var current = Language.english

  /// A BCP 47 tag: `de`.
  package var code: String
  package var formats: LanguageFormats
  private var source: Source

  private enum Source: Hashable, Sendable {
    case english
    case messages([String: String])
    case marks
  }

  /// The words of the sources.
  package static let english = Language(code: "en", formats: .english, source: .english)

  /// English with every phrase between marks, to find words that no message file can change: `⟦⟨12⟩ of ⟨25⟩⟧`.
  ///
  /// The tag is the one that is commonly kept for such pseudo-languages.
  package static let marked = Language(code: "qps-ploc", formats: .numeric, source: .marks)

  private init(code: String, formats: LanguageFormats, source: Source) {
    self.code = code
    self.formats = formats
    self.source = source
  }

  /// Words by their English; what is missing is said in English.
  package init(code: String, formats: LanguageFormats, messages: [String: String]) {
    self.init(code: code, formats: formats, source: messages.isEmpty ? .english : .messages(messages))
  }

  /// `de` of `de-AT`.
  package var primary: String { (code.split(separator: "-").first.map(String.init) ?? code).lowercased() }

  package var hasMessages: Bool { source != .english }

  /// The words for a phrase known by its English, arguments put in; nil where the language has none.
  package func text(_ key: String, putting arguments: [String] = []) -> String? {
    switch source {
    case .english: nil
    case .messages(let messages): messages[key].map { Self.put(arguments, into: $0) }
    case .marks: "⟦" + Self.put(arguments.map { "⟨\($0)⟩" }, into: Self.withoutMeaning(key)) + "⟧"
    }
  }

  /// `{1}` and so on, replaced in one pass, so that what is put in may hold braces itself.
  private static func put(_ arguments: [String], into pattern: String) -> String {
    guard !arguments.isEmpty else { return pattern }
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[rest.index(after: open)..<close]),
        arguments.indices.contains(number - 1)
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += arguments[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private static func withoutMeaning(_ key: String) -> String {
    guard key.hasSuffix("]"), let open = key.lastIndex(of: "[") else { return key }
    return String(key[..<open].dropLast())
  }
}
