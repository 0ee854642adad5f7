/// What comments are about: a theme of the lexicon, or one that a person wrote beside the comments.
package struct CommentTheme: Hashable, Sendable {
  package var id: String
  package var name: String
  package var dimension: String?
  /// Where a comment belongs that does not say itself what it is about.
  package var touchpoint: String?
  /// How the lexicon finds it, as written; empty for a theme that only people code.
  package var terms: [String]

  package init(
    id: String, name: String? = nil, dimension: String? = nil, touchpoint: String? = nil, terms: [String] = []
  ) {
    self.id = id
    self.name = name ?? IdentifierText.name(of: id)
    self.dimension = dimension
    self.touchpoint = touchpoint
    self.terms = terms
  }
}

/// How a comment speaks of a theme.
package enum CommentTone: String, Sendable, CaseIterable {
  case bad, good
  /// Neither, or both.
  case open
}

/// What the customer who commented answered, so that quotes are not picked for their tone (methodology 8).
package enum RatingBand: String, Sendable, CaseIterable, Comparable {
  case low, middle, high
  /// There was no rating.
  case unrated

  package static func < (left: RatingBand, right: RatingBand) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
