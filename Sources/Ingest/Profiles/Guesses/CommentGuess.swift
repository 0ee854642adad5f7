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
    say(
      .comments, about: draft.verbatims,
      "\(names(draft.verbatims)) \(found.count == 1 ? "holds" : "hold") answers in the respondents' own words.")
    take(draft.verbatims)
  }

  /// Ratings that no guess could place are named: somebody knows what they are.
  mutating func guessLeftOut() {
    let ratings = free.filter { $0.kind == .rating }
    leave(
      ratings.filter { isExpectationAlone($0) }, "asks for an expectation", "ask for expectations",
      "no perception matches, so no gap can be told")
    leave(
      ratings.filter { !isExpectationAlone($0) }, "could be a rating", "could be ratings",
      "nothing in the name says of what")
    leave(
      free.filter { $0.facts.integers.map(\.value) == [1, 2] && $0.facts.words.isEmpty }, "holds 1 and 2 only",
      "hold 1 and 2 only", "if that is yes and no, make it an outcome of 'kind: yes'")
    leave(
      free.filter { $0.kind == .multiple }, "holds several answers at once or one of several that may be ticked",
      "hold several answers at once or one of several that may be ticked", "no figure rests on those")
  }

  private mutating func leave(_ columns: [SurveyColumn], _ one: String, _ several: String, _ why: String) {
    guard !columns.isEmpty else { return }
    let indices = columns.map(\.index)
    say(.leftOut, about: indices, "\(names(indices)) \(columns.count == 1 ? one : several): \(why).")
    take(indices)
  }
}
