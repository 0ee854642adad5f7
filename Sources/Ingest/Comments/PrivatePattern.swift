/// What a project declares as private: `CUS-######`.
///
/// `#` is one digit, `@` one letter, `?` either; a `+` behind one of them lets it stand up to 40 times; all else stands for
/// itself, capitals or not. There is nothing else to it, so that no pattern can be slow.
struct PrivatePattern: Hashable, Sendable {
  fileprivate enum Kind: Hashable { case digit, letter, either, exactly(Unicode.Scalar) }

  fileprivate struct Part: Hashable {
    var kind: Kind
    var repeats: Bool
  }

  private let parts: [Part]
  private static let longest = 40

  /// Why a text is no pattern.
  enum Problem: Hashable {
    case empty, tooLong
    /// Looks like a regular expression.
    case expression
    /// Every word would match.
    case tooWide

    var explanation: String {
      switch self {
      case .empty: "it is empty"
      case .tooLong: "it is longer than 100 characters"
      case .expression: "it looks like a regular expression"
      case .tooWide: "every word matches it"
      }
    }
  }

  static func read(_ text: String) -> Result<PrivatePattern, PatternError> {
    let scalars = Array(text.trimmingBlanks.unicodeScalars)
    if scalars.isEmpty { return .failure(PatternError(problem: .empty)) }
    if scalars.count > 100 { return .failure(PatternError(problem: .tooLong)) }
    if scalars.contains(where: { "\\[]{}^$*|".unicodeScalars.contains($0) }) {
      return .failure(PatternError(problem: .expression))
    }
    var parts: [Part] = []
    for scalar in scalars {
      switch scalar {
      case "#": parts.append(Part(kind: .digit, repeats: false))
      case "@": parts.append(Part(kind: .letter, repeats: false))
      case "?": parts.append(Part(kind: .either, repeats: false))
      case "+" where parts.last.map({ !$0.isExact && !$0.repeats }) ?? false: parts[parts.count - 1].repeats = true
      default: parts.append(Part(kind: .exactly(scalar.lowered), repeats: false))
      }
    }
    let isWide = parts.allSatisfy { $0.kind == .letter || $0.kind == .either } && parts.contains { $0.repeats }
    return isWide ? .failure(PatternError(problem: .tooWide)) : .success(PrivatePattern(parts: parts))
  }

  struct PatternError: Error, Hashable {
    var problem: Problem
  }

  func mask(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      let end = AddressRules.isWordPart(text[index - 1]) ? nil : match(text, at: index)
      if let end { text.mask(index..<end, as: "private") }
      index = end ?? index + 1
    }
  }

  /// Every end that the parts so far can have is followed at once; the longest that ends at the end of a word wins.
  private func match(_ text: MaskedText, at start: Int) -> Int? {
    var ends: Set<Int> = [start]
    for part in parts {
      var next: Set<Int> = []
      for end in ends {
        var index = end
        while index - end < (part.repeats ? Self.longest : 1), let scalar = text[index], part.accepts(scalar) {
          index += 1
          next.insert(index)
        }
      }
      ends = next
      if ends.isEmpty { return nil }
    }
    return ends.filter { !AddressRules.isWordPart(text[$0]) }.max()
  }
}

extension PrivatePattern.Part {
  fileprivate var isExact: Bool {
    if case .exactly = kind { true } else { false }
  }

  fileprivate func accepts(_ scalar: Unicode.Scalar) -> Bool {
    switch kind {
    case .digit: scalar.isASCIIDigit
    case .letter: scalar.isWordPart && !scalar.isASCIIDigit
    case .either: scalar.isWordPart
    case .exactly(let own): own == scalar.lowered
    }
  }
}
