import Audit

/// Columns that say something about the row: who, when, how far, in which language, with what weight.
extension CodebookGuesser {
  mutating func guessRows() {
    guessRespondent()
    guessFinished()
    guessLanguage()
    guessWeight()
    guessWave()
    // Interview data that no figure rests on.
    for column in free where isInterviewData(column) { take(column.index) }
  }

  private func isInterviewData(_ column: SurveyColumn) -> Bool {
    // What a tool writes beside the answers is no answer.
    if column.form.role != nil { return true }
    return column.words.headerHas(
      "ip", "ipaddress", "latitude", "longitude", "accuracy", "collector*", "progress", "duration", "email*", "mail",
      "phone*", "predicted", "prob", "externalreference")
      || column.words.says("response set", "responseset", "distributionchannel", "most likely q", "locationl")
  }

  private mutating func guessRespondent() {
    let known = free.filter {
      $0.kind == .identifier || $0.saysIdentifier && $0.kind != .freeText && $0.facts.answers > 0 && !$0.header.isEmpty
    }
    let named = known.filter { !$0.header.isEmpty }
    let best =
      named.first { $0.words.headerHas("respondent*", "customer*", "kundennummer") && $0.saysIdentifier }
      ?? named.first { $0.words.headerHas("response*", "id", "ids", "token") || $0.header == "#" }
      ?? named.first { $0.saysIdentifier }
    guard let best, best.kind == .identifier || best.facts.levels.count * 2 > best.facts.answers else {
      take(known.filter { $0.kind == .identifier }.map(\.index))
      return
    }
    let isRepeated = !best.facts.isUnique && best.facts.levels.count < best.facts.answers
    let remark =
      isRepeated
      ? "\(name(best.index)) looks like the respondent, and some have several rows."
      : "\(name(best.index)) is different in every row: it looks like the respondent, and links waves."
    draft.respondent = CodebookDraft.RoleDraft(column: best.index, remark: remark)
    say(.respondent, about: [best.index], remark)
    take(known.filter { $0.kind == .identifier }.map(\.index) + [best.index])
  }

  private mutating func guessFinished() {
    guard let completion = study.completion else { return }
    let index = completion.column - 1
    // Some tools say it by a cell that is not empty, which a codebook need not repeat.
    guard !completion.values.isEmpty else { return take(index) }
    let remark =
      "\(name(index)) says which answers are finished (\(WordList.text(completion.values))): "
      + "\(WordList.number(completion.finished)) of \(WordList.number(study.rows)). All are counted; "
      + "'unfinished: exclude' leaves the others out."
    draft.finished = CodebookDraft.RoleDraft(column: index, remark: remark, values: completion.values)
    say(.finished, about: [index], remark)
    take(index)
  }

  private mutating func guessLanguage() {
    let found = free.first { column in
      column.form.role == .language && column.facts.answers > 0
        || column.words.headerHas(
          "language", "userlanguage", "lang", "sprache", "benutzersprache", "langue", "idioma", "startlanguage")
          && column.words.header.count <= 2 && (column.kind == .category || column.kind == .constant)
    }
    guard let found else { return }
    let remark = "\(name(found.index)) is the language that was answered in."
    draft.language = CodebookDraft.RoleDraft(column: found.index, remark: remark)
    say(.language, about: [found.index], remark)
    take(found.index)
  }

  private mutating func guessWeight() {
    guard let found = free.first(where: { $0.kind == .weight }) else { return }
    let remark = "\(name(found.index)) looks like a weight: fractions around 1."
    draft.weight = CodebookDraft.RoleDraft(column: found.index, remark: remark)
    say(.weight, about: [found.index], remark)
    take(found.index)
  }

  private mutating func guessWave() {
    let labelled = free.first { column in
      column.words.headerHas("wave", "welle", "vague", "oleada", "quarter", "quartal", "period") && !column.facts.isOpen
        && (column.kind == .category || column.kind == .constant) && !column.facts.levels.isEmpty
        && column.facts.levels.allSatisfy { WaveLabel.dates(of: $0.text) != nil }
    }
    let dates = free.filter { $0.kind == .date }
    take(dates.map(\.index))
    if let labelled {
      let remark = "\(name(labelled.index)) holds labels of waves, such as \(labelled.facts.levels[0].text)."
      draft.wave = CodebookDraft.RoleDraft(column: labelled.index, remark: remark)
      say(.wave, about: [labelled.index], remark)
      take(labelled.index)
      return
    }
    let dated =
      dates.first { $0.form.role == .end } ?? dates.first { $0.form.role == .recorded } ?? dates.first {
        $0.words.has("submit*", "end*", "completed", "recorded*", "ende", "enddatum")
      }
      ?? dates.first { $0.words.has("timestamp", "date", "datum", "fecha", "zeitstempel", "horodateur") } ?? dates.first
    guard let dated else { return }
    let days = dated.facts.days.compactMap { $0.day(isDayFirst: dated.days?.isDayFirst ?? false) }
    guard let first = days.min(), let last = days.max() else { return }
    let remark =
      "\(name(dated.index)) holds days from \(first.iso) to \(last.iso). "
      + "All rows are one wave; 'period' cuts them into several."
    draft.wave = CodebookDraft.RoleDraft(
      column: dated.index, remark: remark, period: last.ordinal - first.ordinal > 550 ? "year" : "quarter")
    say(.wave, about: [dated.index], remark)
  }
}
