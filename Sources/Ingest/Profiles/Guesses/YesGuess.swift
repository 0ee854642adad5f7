import Audit

/// Yes-or-no questions that ask whether something went right.
extension CodebookGuesser {
  private static let limit = 12

  mutating func guessYes() {
    var found: [Int] = []
    for column in free where asksForSuccess(column) {
      let plain = column.kind == .yesNo ? column.yesText : nil
      guard let yes = plain ?? column.yesBesidePartly, found.count < Self.limit else { continue }
      let partly = plain == nil ? " What lies between counts as no." : ""
      draft.outcomes.append(
        CodebookDraft.OutcomeDraft(
          id: "", kind: .yes, column: column.index, better: isBadNews(column) ? .low : nil, yes: [yes],
          codes: column.codes,
          remark: "\(name(column.index)): '\(yes)' means yes.\(partly)"
            + (isBadNews(column) ? " A yes looks like bad news: the fewer the better." : "")))
      found.append(column.index)
      take(column.index)
    }
    guard !found.isEmpty else { return }
    say(
      .yes, about: found,
      "\(names(found)) \(found.count == 1 ? "asks" : "ask") whether something went right, answered with yes or no.")
  }

  private func asksForSuccess(_ column: SurveyColumn) -> Bool {
    column.words.has(
      "recommend*", "resolve*", "solved", "stay*", "renew*", "return*", "churn*", "active", "again", "promise*", "kept",
      "respect*", "polite*", "available", "availability", "comfortable", "problem*", "difficult*", "complain*",
      "satisf*",
      "contacted", "delivered", "answered", "clean", "friendly", "helpful", "greeted", "weiterempf*", "gelöst",
      "zufrieden*", "beschwerde", "stable", "retained", "bought", "purchase*")
  }

  /// A problem, unless the question is what became of it.
  private func isBadNews(_ column: SurveyColumn) -> Bool {
    column.words.has("problem*", "difficult*", "complain*", "churn*", "beschwerde", "delay*", "error*")
      && !column.words.has(
        "resolve*", "solved", "gelöst", "answered", "satisf*", "zufrieden*", "recommend*", "promise*", "kept",
        "without",
        "no", "ohne", "keine")
  }
}
