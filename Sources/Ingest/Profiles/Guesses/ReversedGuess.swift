import Audit

/// Questions where agreement is bad news. Nothing is turned round in silence: the draft asks.
extension CodebookGuesser {
  mutating func guessReversed() {
    for index in draft.items.indices {
      let item = draft.items[index]
      let column = columns[item.perception]
      let correlation = correlations[item.perception]
      let isAgainst = (correlation ?? 0) < -0.2
      let isNegative = saysNegative(column)
      guard isAgainst || isNegative && (correlation ?? 0) < 0.1 else { continue }
      var reasons: [String] = []
      if isNegative { reasons.append("its wording is negative") }
      if isAgainst { reasons.append("its answers run against those of its block") }
      let remark =
        "\(name(item.perception)) may be worded the other way round: \(WordList.text(reasons)). Add 'reversed: true' if so."
      draft.items[index].remark = remark
      say(.reversed, about: [item.perception], remark)
    }
  }

  private func saysNegative(_ column: SurveyColumn) -> Bool {
    column.words.has(
      "rude", "unfriendly", "dirty", "slow", "difficult", "complicated", "unreliable", "disappointed", "frustrating",
      "never",
      "unhöflich", "unfreundlich", "schmutzig", "schwierig", "langsam", "unzuverlässig", "umständlich")
      || column.words.says(" not ", "n't ", " nicht ", "too long", "too expensive", "zu lange", "zu teuer", " ne ")
        && column.question != nil
      || column.words.header.last == "r" && column.words.header.count == 3
  }
}
