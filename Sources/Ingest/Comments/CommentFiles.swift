import Audit

/// What a project says about comments: its lexicon, and which comments may be quoted.
struct CommentFiles {
  private(set) var lexicon = Lexicon.none
  private(set) var decisions: [QuoteDecision] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let privacy: Privacy

  init(_ files: ContentFiles, _ input: InputReader, _ configuration: Configuration) {
    privacy = configuration.privacy
    var reader = LexiconReader(configuration)
    for file in files.lexicons {
      switch input.text(of: file) {
      case .success(let source): reader.read(source)
      case .failure(let problem): diagnostics.append(problem.diagnostic)
      }
    }
    lexicon = reader.lexicon
    diagnostics += reader.diagnostics
    guard let quotes = files.quotes else { return }
    switch input.text(of: quotes) {
    case .success(let source):
      let (found, problems) = QuotesReader.read(source)
      decisions = found
      diagnostics += problems
    case .failure(let problem): diagnostics.append(problem.diagnostic)
    }
  }

  /// Nil where the project wants no comments read.
  var rules: CommentRules? {
    switch privacy.verbatims {
    case .none: nil
    case .redacted: CommentRules(privacy, lexicon: lexicon, decided: Set(decisions.map(\.key)))
    }
  }

  /// Files that have nothing to work on.
  func remarks(on surveys: [Survey]) -> [Diagnostic] {
    guard privacy.verbatims == .redacted else { return [] }
    let tallies = surveys.flatMap(\.waves).compactMap(\.comments)
    var remarks: [Diagnostic] = []
    if tallies.isEmpty, let first = lexicon.files.first { remarks.append(.lexiconUnread(first.file)) }
    let met = tallies.reduce(into: [String: Bool]()) { all, tally in
      all.merge(tally.decided) { $0 || $1 }
    }
    let stale = decisions.filter { met[$0.key] == nil }
    if let first = stale.first { remarks.append(.quotesStale(stale.map(\.key), at: first.place)) }
    for decision in decisions where decision.isCleared && met[decision.key] == false {
      remarks.append(.quotesWithoutConsent(decision.key, at: decision.place))
    }
    return remarks
  }
}
