import Audit

/// Reads `content/lexicon/*.yml`.
struct LexiconReader {
  private var themes: [CommentTheme] = []
  private var places: [String: Place] = [:]
  private var files: [LexiconFile] = []
  private var words: [Lexicon.Words] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let configuration: Configuration

  init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  var lexicon: Lexicon { Lexicon(themes: themes, files: files, words: words) }

  /// Takes in one file; themes of one id in several files are one theme.
  mutating func read(_ source: SourceText) {
    var own: [(theme: CommentTheme, terms: [Lexicon.Term])] = []
    let (file, problems) = MappingReader.read(source, as: "a lexicon") { reader -> LexiconFile in
      let version = reader.string("version") ?? ""
      let language = reader.string("language")
      let negators = reader.texts("negators").map(\.text)
      own = reader.mappings("themes", each: "a theme") { theme(&$0) }.compactMap { $0 }
      if !reader.has("themes") { reader.reportMissing("themes") }
      let folding = CommentTokens.Folding(language: language)
      let declared = reader.has("negators") ? negators : Self.negators(of: language)
      words.append(
        Lexicon.Words(
          folding: folding, negators: declared.flatMap { CommentTokens.tokens(of: $0, folding) },
          terms: own.flatMap(\.terms).map { $0.folded(folding) }))
      return LexiconFile(file: source.file, version: version, themes: own.map(\.theme))
    }
    diagnostics += problems
    if let file { files.append(file) }
  }

  private mutating func theme(_ reader: inout MappingReader) -> (CommentTheme, [Lexicon.Term])? {
    guard let id = reader.required("id") else { return nil }
    let place = reader.source.place(of: id.span)
    guard Identifiers.isWellFormed(id.text) else {
      reader.report(.idMalformed(id.text, at: place))
      return nil
    }
    let dimension = known("dimension", configuration.dimensions.map(\.id), &reader)
    let touchpoint = known("touchpoint", configuration.journey.touchpoints.map(\.id), &reader)
    var theme = CommentTheme(id: id.text, name: reader.string("name"), dimension: dimension, touchpoint: touchpoint)
    let index = adopt(theme, at: place, &reader)
    var terms: [Lexicon.Term] = []
    for (key, role) in [("terms", Lexicon.Role.term), ("bad", .bad), ("good", .good), ("not", .exclusion)] {
      let texts = reader.texts(key)
      for scalar in texts {
        guard let term = Lexicon.Term(scalar.text, theme: index, role: role) else {
          reader.report(.lexiconTerm(scalar.text, at: reader.source.place(of: scalar.span)))
          continue
        }
        terms.append(term)
      }
      theme.terms += texts.map { role == .exclusion ? "not \($0.text)" : $0.text }
    }
    themes[index].terms += theme.terms
    return (theme, terms)
  }

  /// Position of the theme; one that stands in another file already has to say the same.
  private mutating func adopt(_ theme: CommentTheme, at place: Place, _ reader: inout MappingReader) -> Int {
    guard let index = themes.firstIndex(where: { $0.id == theme.id }) else {
      places[theme.id] = place
      themes.append(theme)
      return themes.count - 1
    }
    let other = themes[index]
    if let before = places[theme.id] {
      if before.location.file == place.location.file {
        reader.report(.idTaken(theme.id, by: "a theme (line \(before.location.line ?? 1))", at: place))
      } else if other.dimension != theme.dimension || other.touchpoint != theme.touchpoint {
        reader.report(.lexiconThemesDiffer(theme.id, other: before.location.file, at: place))
      }
    }
    return index
  }

  private func known(_ key: String, _ ids: [String], _ reader: inout MappingReader) -> String? {
    guard let scalar = reader.scalar(key) else { return nil }
    // Codebooks may name some of their own.
    if !ids.contains(scalar.text), let near = Suggestion.nearest(to: scalar.text, in: ids) {
      reader.report(.lexiconUnfamiliar(key, scalar.text, near: near, at: reader.source.place(of: scalar.span)))
    }
    return scalar.text
  }

  /// Words that deny, for languages that we know some of; those of English for any other.
  private static func negators(of language: String?) -> [String] {
    switch language?.lowercased().split(separator: "-").first.map(String.init) ?? "en" {
    case "de": ["nicht", "kein", "keine", "keinen", "keiner", "keinem", "keines", "nie", "niemals", "ohne", "nichts"]
    case "fr": ["pas", "jamais", "aucun", "aucune", "sans", "rien", "ni"]
    case "es": ["no", "nunca", "ningún", "ninguna", "ninguno", "sin", "nada", "jamás"]
    case "it": ["non", "mai", "nessun", "nessuno", "nessuna", "senza", "niente"]
    case "nl": ["niet", "geen", "nooit", "zonder", "niets"]
    case "pt": ["não", "nunca", "nenhum", "nenhuma", "sem", "nada"]
    case "pl": ["nie", "nigdy", "bez", "żaden", "żadna"]
    case "tr": ["değil", "yok", "hiç"]
    default:
      ["not", "no", "never", "n't", "without", "nothing", "nobody", "none", "cannot", "hardly", "neither", "nor"]
    }
  }
}

extension Lexicon.Term {
  /// `wait*`, `stood in line`; nil where no letter or digit is left, or a star stands elsewhere than at a word's end.
  init?(_ text: String, theme: Int, role: Lexicon.Role) {
    var tokens: [String] = []
    var prefixes: [Bool] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let isPrefix = word.hasSuffix("*")
      let stem = isPrefix ? word.dropLast() : word
      let parts = CommentTokens.tokens(of: String(stem))
      guard !stem.contains("*"), !parts.isEmpty else { return nil }
      tokens += parts
      prefixes += parts.indices.map { isPrefix && $0 == parts.count - 1 }
    }
    guard !tokens.isEmpty, tokens.count <= 12 else { return nil }
    self.init(theme: theme, role: role, tokens: tokens, prefixes: prefixes)
    written = text
  }

  /// The same in the small letters of a language.
  fileprivate func folded(_ folding: CommentTokens.Folding) -> Lexicon.Term {
    guard folding != .common else { return self }
    var term = self
    term.tokens = written.split(whereSeparator: \.isWhitespace).flatMap {
      CommentTokens.tokens(of: $0.hasSuffix("*") ? String($0.dropLast()) : String($0), folding)
    }
    return term
  }
}
