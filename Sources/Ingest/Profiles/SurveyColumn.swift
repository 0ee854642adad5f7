import Audit

/// A column under study: what was counted in it, and what it is taken for so far.
struct SurveyColumn {
  /// 0-based.
  let index: Int
  let form: FormColumn
  let words: HeaderWords
  let facts: ColumnFacts
  var kind: ColumnProfile.Kind
  /// The scale of the column by itself, before its neighbours are looked at.
  var number: NumericScale.Found?
  var scale: ColumnProfile.LikelyScale?
  var codes: [ColumnProfile.OddCode] = []
  var days: DayOrder?
  /// The block of like questions that it belongs to.
  var block: Int?

  init(index: Int, form: FormColumn, facts: ColumnFacts) {
    self.index = index
    self.form = form
    self.facts = facts
    words = HeaderWords(header: form.name, question: form.text)
    kind = .empty
    sort()
  }

  var header: String { form.name }

  /// The whole wording, with the row of a grid in brackets, where the file has more than a short header.
  var question: String? { form.text == form.name ? nil : form.text }

  /// 1-based, as people count.
  var position: Int { index + 1 }

  /// The question where there is one, else the header.
  var wording: String { question ?? header }

  private mutating func sort() {
    guard facts.answers > 0 else { return }
    if let found = numericKind() {
      kind = found
    } else if facts.traits.days * 10 >= facts.answers * 9, let pattern = DayOrder(facts.days) {
      (kind, days) = (.date, pattern)
    } else if facts.levels.count == 1, !facts.isOpen {
      kind = facts.blank > 0 ? .multiple : .constant
    } else if !facts.isOpen, let found = LabelGuess.scale(of: facts.levels) {
      (kind, scale, codes) = (.rating, found.scale, found.codes)
    } else if let found = yesNo() {
      (kind, codes) = (.yesNo, found)
    } else {
      kind = textKind()
    }
  }

  /// Nil where the cells are not numbers, but for words that stand for no answer.
  private mutating func numericKind() -> ColumnProfile.Kind? {
    let traits = facts.traits
    let idle = facts.words.filter { LabelGuess.meaning(of: $0.text) != nil }
    let said = idle.reduce(0) { $0 + $1.count }
    guard traits.numbers > 0, (traits.numbers + said) * 100 >= facts.answers * 95 else { return nil }
    codes = idle.map { ColumnProfile.OddCode($0.text, $0.count, LabelGuess.meaning(of: $0.text) ?? .missing) }
    if isWeight { return .weight }
    guard traits.fractions * 50 <= traits.numbers, !facts.isOpen else { return isIdentifier ? .identifier : .number }
    let values = facts.integers
    if values.count == 1 { return facts.blank > 0 ? .multiple : .constant }
    if values.map(\.value) == [0, 1] { return .yesNo }
    if isIdentifier { return .identifier }
    guard traits.fractions == 0 || values.count <= 12 else { return .number }
    number = NumericScale.alone(values)
    return values.count > 12 ? .number : .category
  }

  private var isWeight: Bool {
    let traits = facts.traits
    guard traits.fractions > 0, let lowest = traits.lowest, lowest >= 0, traits.numbers > 1 else { return false }
    let mean = traits.sum / Double(traits.numbers)
    return (0.2...5).contains(mean) && words.headerHas("weight*", "wgt", "wt", "gewicht*", "poids", "peso", "w")
  }

  var saysIdentifier: Bool {
    words.headerHas("id", "ids", "uuid", "guid", "token", "key", "respondent*", "nr", "kundennummer", "ticket")
      || words.header.count <= 2 && words.header.last?.hasSuffix("id") == true || header == "#" || header.isEmpty
  }

  private var isIdentifier: Bool {
    guard facts.answers >= 5, facts.traits.fractions == 0 else { return false }
    // One who answered twice is still a respondent.
    if saysIdentifier, facts.levels.count * 2 > facts.answers, facts.levels.count > 11 { return true }
    guard facts.isUnique else { return false }
    if saysIdentifier { return true }
    guard facts.traits.integers == facts.answers, let low = facts.traits.lowest, let high = facts.traits.highest else {
      return false
    }
    let span = Int(min(high - low, 1e15)) + 1
    return facts.answers >= 10 && (span == facts.answers || low >= 100_000)
  }

  /// Words for no answer beside yes and no; nil where there is more.
  private func yesNo() -> [ColumnProfile.OddCode]? {
    guard !facts.isOpen, facts.levels.count <= 6 else { return nil }
    let idle = facts.levels.filter { LabelGuess.meaning(of: $0.text) != nil }
    let texts = facts.levels.filter { LabelGuess.meaning(of: $0.text) == nil }.map { AnswerWords.folded($0.text) }
    guard texts.count == 2, yes(among: texts) != nil else { return nil }
    return idle.map { ColumnProfile.OddCode($0.text, $0.count, LabelGuess.meaning(of: $0.text) ?? .missing) }
  }

  private func yes(among texts: [String]) -> String? {
    AnswerWords.yesNo.first { Set([$0.no, $0.yes]) == Set(texts) }?.yes
  }

  /// The text that means yes where a third one stands between yes and no.
  var yesBesidePartly: String? {
    guard kind == .category, !facts.isOpen, facts.levels.count == 3 else { return nil }
    let between: Set<String> = [
      "partially", "partly", "sometimes", "somewhat", "maybe", "teilweise", "vielleicht", "en partie", "parcialmente",
    ]
    let ends = facts.levels.filter { !between.contains(AnswerWords.folded($0.text)) }
    guard ends.count == 2, let yes = yes(among: ends.map { AnswerWords.folded($0.text) }) else { return nil }
    return ends.first { AnswerWords.folded($0.text) == yes }?.text
  }

  /// The text that means yes, as the file writes it.
  var yesText: String? {
    if facts.integers.map(\.value) == [0, 1] { return "1" }
    let answers = facts.levels.filter { LabelGuess.meaning(of: $0.text) == nil }
    return yes(among: answers.map { AnswerWords.folded($0.text) }).flatMap { yes in
      answers.first { AnswerWords.folded($0.text) == yes }?.text
    }
  }

  private func textKind() -> ColumnProfile.Kind {
    if joinsAnswers { return .multiple }
    let characters = facts.traits.characters / max(1, facts.answers)
    let isNearlyUnique = saysIdentifier && facts.levels.count * 2 > facts.answers
    if facts.isUnique || isNearlyUnique, facts.answers >= 5, characters <= 40, facts.traits.sentences == 0 {
      let plain = facts.levels.prefix(50).allSatisfy { level in
        !level.text.contains(" ") && (level.text.contains(where: \.isNumber) || saysIdentifier)
      }
      if plain, facts.traits.personal.isEmpty { return .identifier }
    }
    if facts.isOpen || facts.levels.count > 1000 { return .freeText }
    if facts.levels.count <= 12, facts.levels.count > 1, facts.levels.count * 10 <= facts.answers { return .category }
    let isShort = characters <= 60 && facts.traits.sentences * 10 <= facts.answers * 7
    return isShort && facts.levels.count > 1 && facts.levels.count * 3 <= facts.answers ? .category : .freeText
  }

  /// Cells such as `Linux;Windows`, whose parts come back in other cells.
  private var joinsAnswers: Bool {
    for mark in [";", "|", ", "] {
      let joined = facts.levels.filter { $0.text.contains(mark) }
      let cells = joined.reduce(0) { $0 + $1.count }
      guard joined.count >= 3, cells * 20 >= facts.answers else { continue }
      var parts: [String: Int] = [:]
      for level in facts.levels {
        for part in level.text.components(separatedBy: mark) { parts[part.trimmingBlanks, default: 0] += 1 }
      }
      let repeated = parts.values.filter { $0 >= 2 }.reduce(0, +)
      if parts.count <= 60, repeated * 10 >= parts.values.reduce(0, +) * 8, parts.count < joined.count + 4 {
        return true
      }
    }
    return false
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: true).map(String.init)
  }
}
