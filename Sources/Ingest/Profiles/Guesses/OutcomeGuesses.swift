import Audit

/// Overall judgements: recommendation, satisfaction, effort.
extension CodebookGuesser {
  mutating func guessRecommendation() {
    for column in free where speaksOfRecommendation(column) {
      guard let found = recommendation(column) else { continue }
      draft.outcomes.append(found)
      say(found.kind == .nps ? .nps : .csat, about: [column.index], found.remark)
      take(column.index)
    }
  }

  private func speaksOfRecommendation(_ column: SurveyColumn) -> Bool {
    column.words.has("nps", "recommend*", "weiterempf*", "empfehl*", "recommand*", "recomend*", "promoter")
      && (column.scale != nil || column.number != nil)
  }

  private func recommendation(_ column: SurveyColumn) -> CodebookDraft.OutcomeDraft? {
    let own = column.number.map { ColumnProfile.LikelyScale($0.scale) } ?? column.scale
    guard let own else { return nil }
    let saysNPS = column.words.has("nps", "promoter")
    let values = column.facts.integers.map(\.value)
    var found = CodebookDraft.OutcomeDraft(
      id: draft.outcomes.isEmpty ? (own.scale.maximum >= 10 ? "nps" : "recommend") : "recommend-\(column.position)",
      kind: .nps, column: column.index, scale: own, codes: codes(of: column, on: own.scale), remark: "")
    switch (own.scale.minimum, own.scale.maximum) {
    case (0, 10):
      found.remark = "\(name(column.index)) asks for a recommendation on 0…10: the Net Promoter Score."
    case (1, 11) where values.contains(11):
      found.offset = -1
      found.remark =
        "\(name(column.index)) asks for a recommendation and holds 1…11, one more than was answered: "
        + "'offset: -1' turns it back to 0…10."
    case (1, 10) where saysNPS:
      found.remark =
        "\(name(column.index)) is called NPS; nobody chose 0. If the scale was 1…10, it is none: make it 'kind: csat'."
    case (_, 11) where values.contains(0): return nil
    default:
      found.kind = .csat
      if found.id == "nps" { found.id = "recommend" }
      found.remark =
        "\(name(column.index)) asks for a recommendation on \(own.scale.ends), which is no Net Promoter Score: "
        + "counted as satisfaction."
      if own.scale.minimum == 1, own.scale.maximum == 10 {
        found.remark += " If the scale was 0…10 and nobody chose 0, make it 'kind: nps'."
      }
    }
    found.codes = codes(
      of: column, on: found.kind == .nps && found.offset == 0 ? Scale(minimum: 0, maximum: 10) ?? own.scale : own.scale)
    return found
  }

  mutating func guessSatisfaction() {
    for column in free where speaksOfSatisfaction(column) {
      guard let scale = column.scale, draft.outcomes.count(where: { $0.id.hasPrefix("satisfaction") }) < 3 else {
        continue
      }
      let words = scale.labels.isEmpty ? "" : ", in words"
      let number = draft.outcomes.count { $0.id.hasPrefix("satisfaction") }
      let found = CodebookDraft.OutcomeDraft(
        id: number == 0 ? "satisfaction" : "satisfaction-\(number + 1)", kind: .csat, column: column.index,
        scale: scale,
        codes: column.codes,
        remark: "\(name(column.index)) asks for an overall judgement on \(scale.scale.ends)\(words).")
      draft.outcomes.append(found)
      say(.csat, about: [column.index], found.remark)
      take(column.index)
    }
    for column in free where column.kind == .category && column.words.has("satisf*", "zufrieden*", "satisfacción") {
      guard column.facts.levels.count <= 3, !column.facts.isOpen else { continue }
      let yes = column.facts.levels.map(\.text).filter { text in
        ["satisfied", "very satisfied", "zufrieden", "satisfait", "satisfecho", "happy"].contains(
          AnswerWords.folded(text))
      }
      guard !yes.isEmpty, yes.count < column.facts.levels.count else { continue }
      let found = CodebookDraft.OutcomeDraft(
        id: "satisfied", kind: .yes, column: column.index, yes: yes,
        remark:
          "\(name(column.index)) tells the satisfied from the others; \(WordList.text(yes.map { "'\($0)'" })) means yes."
      )
      draft.outcomes.append(found)
      say(.yes, about: [column.index], found.remark)
      take(column.index)
    }
  }

  /// An overall question, or the only one that asks for satisfaction.
  private func speaksOfSatisfaction(_ column: SurveyColumn) -> Bool {
    guard column.scale != nil, column.kind == .rating else { return false }
    let words = column.words
    let judges = words.has(
      "satisf*", "sat", "csat", "zufrieden*", "experience", "erlebnis", "satisfacción", "quality", "qualität", "happy")
    let overall = words.has("overall", "general*", "gesamt*", "insgesamt", "globale*", "global", "total", "alles")
    if words.has("csat", "gesamtzufriedenheit") || judges && overall { return true }
    if words.header.last == "experience", words.header.count <= 2 { return true }
    return words.says("how satisfied are you with", "wie zufrieden sind sie") && blockSize(of: column) <= 2
  }

  mutating func guessEffort() {
    for column in free where column.kind == .rating && blockSize(of: column) <= 2 {
      guard let scale = column.scale, scale.scale.minimum == 1, scale.scale.maximum >= 4 else { continue }
      let easy = column.words.has("ease", "easy", "easier", "einfach", "leicht", "facile", "fácil")
      guard easy || column.words.has("ces", "effort", "aufwand", "esfuerzo") else { continue }
      guard !draft.outcomes.contains(where: { $0.id == "effort" }) else { continue }
      let found = CodebookDraft.OutcomeDraft(
        id: "effort", kind: .ces, column: column.index, scale: scale, better: easy ? .high : .low, codes: column.codes,
        remark: "\(name(column.index)) asks for effort on \(scale.scale.ends). Is a high number "
          + "\(easy ? "easy, as taken here" : "much effort, as taken here")? Else turn 'better' round.")
      draft.outcomes.append(found)
      say(.ces, about: [column.index], found.remark)
      take(column.index)
    }
  }

  /// The odd codes that lie beside this scale.
  func codes(of column: SurveyColumn, on scale: Scale) -> [ColumnProfile.OddCode] {
    let words = column.codes.filter { Int($0.text) == nil }
    let outside = column.facts.integers.filter { !scale.contains($0.value) }.map {
      ColumnProfile.OddCode(String($0.value), $0.count, NumericScale.meaning(of: $0.value))
    }
    return outside + words
  }
}
