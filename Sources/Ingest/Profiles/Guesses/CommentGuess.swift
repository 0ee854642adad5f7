import Audit

/// Comments in the respondents' own words, and what nothing was made of.
extension CodebookGuesser {
  mutating func guessComments() {
    let found = free.filter { column in
      column.kind == .freeText && column.facts.answers > 0
        && !column.words.says("first name", "last name", "vorname", "nachname", "address")
    }
    guard !found.isEmpty else { return }
    draft.verbatims = found.map(\.index)
    say(.comments, about: draft.verbatims, "\(names(draft.verbatims)) \(found.count == 1 ? "holds" : "hold") answers in the respondents' own words.")
    take(draft.verbatims)
  }

  /// Ratings that no guess could place are named: somebody knows what they are.
  mutating func guessLeftOut() {
    let ratings = free.filter { $0.kind == .rating }
    if !ratings.isEmpty {
      say(
        .leftOut, about: ratings.map(\.index),
        "\(names(ratings.map(\.index))) could be ratings; nothing in their names says of what, so they are left out.")
    }
    let choices = free.filter { $0.kind == .multiple }
    if !choices.isEmpty {
      say(
        .leftOut, about: choices.map(\.index),
        "\(names(choices.map(\.index))) hold several answers of one question, which no figure rests on.")
    }
    take((ratings + choices).map(\.index))
  }
}
