import Audit

/// Finds themes in comments by words and phrases; no learning, so a person can read why (methodology 8).
struct Lexicon: Sendable {
  /// What a term does where it is found.
  enum Role: Hashable, Sendable {
    case term, good, bad
    /// Hides the words from the theme.
    case exclusion
  }

  /// One term of one theme.
  struct Term: Sendable {
    var theme: Int
    var role: Role
    /// Tokens in lower case; one that `isPrefix` matches every token that begins with it.
    var tokens: [String]
    var prefixes: [Bool]
    /// As the file has it.
    var written = ""

    init(theme: Int, role: Role, tokens: [String], prefixes: [Bool]) {
      (self.theme, self.role, self.tokens, self.prefixes) = (theme, role, tokens, prefixes)
    }
  }

  /// Terms of one language, with its negators.
  struct Words: Sendable {
    var folding: CommentTokens.Folding
    var negators: Set<String>
    fileprivate var exact: [String: [Term]] = [:]
    fileprivate var prefixed: [String: [Term]] = [:]
    /// Lengths of first tokens that are prefixes, ascending.
    fileprivate var prefixLengths: [Int] = []

    init(folding: CommentTokens.Folding, negators: [String], terms: [Term]) {
      self.folding = folding
      self.negators = Set(negators)
      for term in terms {
        guard let first = term.tokens.first else { continue }
        if term.prefixes[0] {
          prefixed[first, default: []].append(term)
        } else {
          exact[first, default: []].append(term)
        }
      }
      prefixLengths = Set(prefixed.keys.map { $0.unicodeScalars.count }).sorted()
    }
  }

  /// In the order in which files name them.
  let themes: [CommentTheme]
  let files: [LexiconFile]
  let words: [Words]

  static let none = Lexicon(themes: [], files: [], words: [])

  /// Themes that a comment names, each once, in the order of themes.
  func themes(in comment: String) -> [(theme: CommentTheme, tone: CommentTone)] {
    guard !themes.isEmpty else { return [] }
    var scores = [Score?](repeating: nil, count: themes.count)
    var tokens: [CommentTokens.Folding: [String]] = [:]
    for words in words {
      let own = tokens[words.folding] ?? CommentTokens.tokens(of: comment, words.folding)
      tokens[words.folding] = own
      words.find(in: own, &scores)
    }
    return zip(themes, scores).compactMap { theme, score in score.map { (theme, $0.tone) } }
  }

  fileprivate struct Score {
    var good = 0
    var bad = 0

    var tone: CommentTone { good == bad ? .open : good > bad ? .good : .bad }
  }
}

extension Lexicon.Words {
  /// Walks over the tokens; each theme takes the longest of its terms and goes on behind it.
  fileprivate func find(in tokens: [String], _ scores: inout [Lexicon.Score?]) {
    var behind = [Int](repeating: 0, count: scores.count)
    for index in tokens.indices {
      for (theme, term) in longest(at: index, in: tokens) where index >= behind[theme] {
        behind[theme] = index + term.tokens.count
        add(term, isNegated: isNegated(index, tokens), to: &scores[theme])
      }
    }
  }

  private func add(_ term: Lexicon.Term, isNegated: Bool, to score: inout Lexicon.Score?) {
    switch term.role {
    case .exclusion: return
    case .term: score = score ?? Lexicon.Score()
    case .good, .bad:
      var found = score ?? Lexicon.Score()
      if (term.role == .good) != isNegated { found.good += 1 } else { found.bad += 1 }
      score = found
    }
  }

  /// The longest term of each theme that begins at a token; of equals an exclusion. In the order of themes.
  private func longest(at index: Int, in tokens: [String]) -> [(Int, Lexicon.Term)] {
    let token = tokens[index]
    var found = exact[token] ?? []
    let scalars = token.unicodeScalars
    for length in prefixLengths where length <= scalars.count {
      found += prefixed[String(String.UnicodeScalarView(scalars.prefix(length)))] ?? []
    }
    var best: [Int: Lexicon.Term] = [:]
    for term in found where matches(term, at: index, in: tokens) {
      if let other = best[term.theme], !isBefore(term, other) { continue }
      best[term.theme] = term
    }
    return best.sorted { $0.key < $1.key }
  }

  /// Longer first, then exclusions, then what has a tone.
  private func isBefore(_ term: Lexicon.Term, _ other: Lexicon.Term) -> Bool {
    func rank(_ term: Lexicon.Term) -> Int {
      switch term.role {
      case .exclusion: 0
      case .bad: 1
      case .good: 2
      case .term: 3
      }
    }
    if term.tokens.count != other.tokens.count { return term.tokens.count > other.tokens.count }
    return rank(term) < rank(other)
  }

  private func matches(_ term: Lexicon.Term, at index: Int, in tokens: [String]) -> Bool {
    guard index + term.tokens.count <= tokens.count else { return false }
    return term.tokens.indices.allSatisfy { place in
      let token = tokens[index + place]
      return term.prefixes[place]
        ? token.utf8.starts(with: term.tokens[place].utf8) : token.utf8.elementsEqual(term.tokens[place].utf8)
    }
  }

  /// One of the three tokens before denies: "not", "never", "wasn't".
  private func isNegated(_ index: Int, _ tokens: [String]) -> Bool {
    tokens[max(0, index - 3)..<index].contains { token in
      negators.contains(token) || token.hasSuffix("n't") && negators.contains("n't")
    }
  }
}
