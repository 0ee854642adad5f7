import Audit
import Theme

/// Reads the words of a site's language: the built-in `messages/de.yml`, and what the project's own
/// `templates/messages/de.yml` says otherwise or adds.
struct LanguageReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var formats = LanguageFormats.english
  private var messages: [String: String] = [:]
  private var isFound = false

  private static let folder = "messages/"
  private static let suffix = ".yml"

  /// The language of a tag, `de-AT` by its own file, else by `de`'s; English, with a warning, where there is none.
  static func read(_ tag: String, overrides: [TemplateFile]) -> (language: Language, diagnostics: [Diagnostic]) {
    if tag == Language.marked.code { return (.marked, []) }
    var reader = LanguageReader()
    let primary = tag.split(separator: "-").first.map(String.init) ?? tag
    for code in primary == tag ? [tag] : [primary, tag] {
      let path = folder + code.lowercased() + suffix
      // What the sources say in English needs no message.
      if primary.lowercased() != "en", let file = Theme.file(at: path) { reader.take(file.bytes, path) }
      for file in overrides where file.path.lowercased() == path {
        reader.take(file.bytes, "templates/\(file.path)", phrases: Self.phrases())
      }
    }
    guard reader.isFound || primary.lowercased() == "en" else {
      let known = Theme.files(in: "messages").map { String($0.path.dropFirst(folder.count).dropLast(suffix.count)) }
      return (.english, [.configLanguageWithoutWords(tag, known: known)])
    }
    return (Language(code: tag, formats: reader.formats, messages: reader.messages), reader.diagnostics)
  }

  /// Every phrase there is: those that the English file lists.
  private static func phrases() -> [String] {
    guard let file = Theme.file(at: "\(folder)en\(suffix)"),
      case .success(let source) = TextDecoding.text(of: file.bytes, file: file.path),
      case .mapping(let root)? = YAMLText.parse(source).root, case .mapping(let messages)? = root["messages"]
    else { return [] }
    return messages.entries.map(\.key.text)
  }

  /// Takes in one file; of a project's own each phrase must be one of `phrases`.
  private mutating func take(_ bytes: [UInt8], _ file: String, phrases: [String]? = nil) {
    switch TextDecoding.text(of: bytes, file: file) {
    case .failure(let problem): diagnostics.append(problem.diagnostic)
    case .success(let source):
      isFound = true
      let (_, problems) = MappingReader.read(source, as: "a message file") { reader in
        reader.know("language")
        _ = reader.mapping("numbers") { readNumbers(&$0) }
        _ = reader.mapping("days") { readDays(&$0) }
        readMessages(&reader, phrases)
      }
      diagnostics += problems
    }
  }

  private mutating func readNumbers(_ reader: inout MappingReader) {
    if let text = reader.string("decimal") { formats.decimal = text }
    if let text = reader.string("group") { formats.group = text }
    if let flag = reader.flag("lowers-names") { formats.lowersNames = flag }
  }

  private mutating func readDays(_ reader: inout MappingReader) {
    func months(_ key: String, _ field: WritableKeyPath<DayFormats, [String]>) {
      let texts = reader.texts(key).map(\.text)
      guard reader.has(key) else { return }
      guard texts.count == 12 else {
        reader.report(.languageMonths(key, texts.count, at: reader.place(ofKey: key)))
        return
      }
      formats.days[keyPath: field] = texts
    }
    months("months", \.months)
    months("short-months", \.shortMonths)
    let patterns: [(String, WritableKeyPath<DayFormats, String>)] = [
      ("long", \.long), ("within-year", \.withinYear), ("within-month", \.withinMonth), ("short", \.short),
      ("short-within-year", \.shortWithinYear), ("short-month", \.shortMonth),
    ]
    for (key, field) in patterns {
      if let text = reader.string(key) { formats.days[keyPath: field] = text }
    }
  }

  /// Each phrase and its words; what is put in must be put in there, too.
  private mutating func readMessages(_ reader: inout MappingReader, _ phrases: [String]?) {
    guard let node = reader.node("messages") else { return }
    guard case .mapping(let mapping) = node else {
      reader.reportWrongType("messages", expected: "a mapping of phrases to words", found: node)
      return
    }
    let known = phrases.map { Set($0) }
    for entry in mapping.entries {
      guard case .scalar(let words) = entry.value else {
        reader.reportWrongType(entry.key.text, expected: "the words for a phrase", found: entry.value)
        continue
      }
      guard !words.isNull else { continue }
      if let known, let phrases, !known.contains(entry.key.text) {
        let place = reader.source.place(of: entry.key.span)
        let suggestion = Suggestion.didYouMean(entry.key.text, in: phrases)
        reader.report(.languageUnknownPhrase(entry.key.text, suggestion: suggestion, at: place))
      }
      let unknown = Self.arguments(of: words.text).subtracting(Self.arguments(of: entry.key.text)).sorted()
      if let first = unknown.first {
        reader.report(.languageArgument(first, in: entry.key.text, at: reader.source.place(of: words.span)))
      }
      messages[entry.key.text] = words.text
    }
  }

  /// `{1}`, `{2}` of a phrase.
  private static func arguments(of text: String) -> Set<String> {
    var found: Set<String> = []
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let number = piece.prefix { $0 != "}" }
      if Int(number) != nil { found.insert("{\(number)}") }
    }
    return found
  }
}
