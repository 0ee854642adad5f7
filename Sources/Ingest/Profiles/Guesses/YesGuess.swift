import Audit

/// Yes-or-no questions that ask whether something went right.
extension CodebookGuesser {
  private static let limit = 12

  mutating func guessYes() {
    for column in free where column.kind == .yesNo && asksForSuccess(column) {
      guard let yes = column.yesText, draft.outcomes.count(where: { $0.kind == .yes }) < Self.limit else { continue }
      let found = CodebookDraft.OutcomeDraft(
        id: "", kind: .yes, column: column.index, yes: [yes], codes: column.codes,
        remark: "\(name(column.index)) is answered with yes or no; '\(yes)' means yes.\(warning(column))")
      draft.outcomes.append(found)
      say(.yes, about: [column.index], found.remark)
      take(column.index)
    }
  }

  private func asksForSuccess(_ column: SurveyColumn) -> Bool {
    column.words.has(
      "recommend*", "resolve*", "solved", "stay*", "renew*", "return*", "churn*", "active", "again", "promise*", "kept",
      "respect*", "polite*", "available", "availability", "comfortable", "problem*", "difficult*", "complain*", "satisf*",
      "contacted", "delivered", "answered", "clean", "friendly", "helpful", "greeted", "weiterempf*", "gelöst",
      "zufrieden*", "beschwerde", "stable", "retained", "bought", "purchase*")
  }

  /// Where yes is bad news, somebody has to say so.
  private func warning(_ column: SurveyColumn) -> String {
    let isBad = column.words.has("problem*", "difficult*", "complain*", "churn*", "beschwerde", "delay*", "error*")
    return isBad ? " Here a yes looks like bad news: the share is shown as it is." : ""
  }
}
