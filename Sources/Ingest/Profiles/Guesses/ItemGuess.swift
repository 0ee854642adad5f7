import Audit

/// The questions that are measured: pairs first, then blocks of ratings, then single ones that speak of a judgement.
extension CodebookGuesser {
  mutating func guessItems(_ pairs: [QuestionPair]) {
    var items = pairs.compactMap { item(of: $0) }
    var alone: [Int] = []
    for block in blocks {
      let members = block.columns.filter { !taken.contains($0) && asks($0) }
      guard !members.isEmpty, isMeasured(block, members) else { continue }
      alone += members
      items += members.compactMap { item(of: QuestionPair(perception: $0)) }
      take(members)
    }
    items.sort { $0.perception < $1.perception }
    if !alone.isEmpty {
      let scales = Set(alone.compactMap { columns[$0].scale?.scale.ends }).sorted()
      say(
        .items, about: alone.sorted(),
        "\(names(alone.sorted())) \(alone.count == 1 ? "is a rating" : "are ratings") on \(WordList.text(scales)), "
          + "without an expectation beside \(alone.count == 1 ? "it" : "them").")
    }
    draft.items = items
    assignCells()
    reportCodes()
  }

  private func item(of pair: QuestionPair) -> CodebookDraft.ItemDraft? {
    let column = columns[pair.perception]
    guard let scale = pair.scale.map({ ColumnProfile.LikelyScale($0) }) ?? column.scale else { return nil }
    func beside(_ column: SurveyColumn) -> [ColumnProfile.OddCode] {
      column.codes.filter { code in pair.scale == nil || Int(code.text).map { !scale.scale.contains($0) } ?? true }
    }
    var codes = beside(column)
    if let expectation = pair.expectation {
      codes += beside(columns[expectation]).filter { code in !codes.contains { $0.text == code.text } }
    }
    return CodebookDraft.ItemDraft(
      perception: pair.perception, expectation: pair.expectation, importance: pair.importance, minimum: pair.minimum,
      desired: pair.desired, scale: scale,
      importanceScale: pair.importance.flatMap { columns[$0].scale?.scale }, codes: codes,
      wording: ItemWording.plain(column.wording))
  }

  /// Ranks, predictions, importance and expectations alone are no perceptions.
  private func asks(_ index: Int) -> Bool {
    let column = columns[index]
    guard column.kind == .rating else { return false }
    return !column.words.has("rank*", "predicted", "prob", "importance", "wichtigkeit", "expectation*", "erwartung*")
      && !column.words.says(
        "how important", "wie wichtig", "care about", "most likely", "how often", "how frequently", "wie oft",
        "wie häufig", "how long", "how many")
      && !(column.scale?.labels ?? []).contains { Self.importances.contains(AnswerWords.folded($0.text)) }
      && !isExpectationAlone(column)
  }

  /// `CUEX1`, `expe3`: expectations that no perception matches item by item.
  func isExpectationAlone(_ column: SurveyColumn) -> Bool {
    guard let stem = column.words.header.first, column.words.header.count <= 3 else { return false }
    return stem.hasPrefix("expe") || stem.hasSuffix("ex") && stem.count == 4 || stem == "erw"
  }

  private func isMeasured(_ block: QuestionBlocks.Block, _ members: [Int]) -> Bool {
    let labels = columns[members[0]].scale?.labels ?? []
    if labels.contains(where: { Self.habits.contains(AnswerWords.folded($0.text)) }) {
      return members.count >= 3 && !block.stem.isEmpty
    }
    if !labels.isEmpty { return true }
    if members.contains(where: { RatingWords.speaks(columns[$0].words) }) { return true }
    // Two numbers side by side may be anything; three and more on one scale are questions.
    return members.count >= 3 && (!block.stem.isEmpty || members.count >= 4)
  }

  /// Answers that tell what somebody does, not how good it was.
  private static let habits: Set<String> = [
    "always", "often", "frequently", "very often", "immer", "häufig", "sehr häufig", "oft", "toujours", "souvent",
    "siempre",
    "a menudo",
  ]

  /// Answers that tell how much something matters.
  private static let importances: Set<String> = [
    "not important", "not at all important", "unimportant", "very important", "extremely important",
    "not relevant", "not relevant for me", "irrelevant", "critical", "critical to me", "unwichtig", "nicht wichtig",
    "sehr wichtig", "äußerst wichtig", "pas important", "très important", "no importante", "nada importante",
    "muy importante",
  ]

  /// Codes beside the scales, said once for all columns that have them.
  private mutating func reportCodes() {
    var order: [String] = []
    var found: [String: (columns: [Int], count: Int, meaning: ColumnProfile.OddCode.Meaning, scale: Scale)] = [:]
    for item in draft.items {
      for code in item.codes {
        if found[code.text] == nil { order.append(code.text) }
        found[code.text, default: ([], 0, code.meaning, item.scale.scale)].columns.append(item.perception)
        found[code.text]?.count += code.count
      }
    }
    for text in order {
      guard let (columns, count, meaning, scale) = found[text] else { continue }
      let what =
        switch meaning {
        case .notApplicable: "taken for 'does not apply'"
        case .missing: "taken for no answer"
        case .unclear: "not counted"
        }
      say(
        .codes, about: columns,
        "'\(text)' stands \(count == 1 ? "once" : "\(WordList.number(count)) times") beside the scale \(scale.ends) in "
          + "\(columns.count == 1 ? names(columns) : "\(columns.count) columns"): \(what).")
    }
    for vocabulary in vocabularies() {
      say(.labels, about: vocabulary.columns, "\(names(vocabulary.columns)): \(vocabulary.text).")
    }
  }

  /// Ordered texts with the numbers they were given.
  private func vocabularies() -> [(text: String, columns: [Int])] {
    var found: [(text: String, columns: [Int])] = []
    for item in draft.items where !item.scale.labels.isEmpty {
      let text = item.scale.labels.map { "\($0.text) = \($0.value)" }.joined(separator: ", ")
      if let known = found.firstIndex(where: { $0.text == text }) {
        found[known].columns.append(item.perception)
      } else {
        found.append((text, [item.perception]))
      }
    }
    return found
  }
}

/// The question without what only tells two columns of a pair apart.
enum ItemWording {
  static func plain(_ text: String) -> String {
    if let grid = Grid(text) { return grid.row }
    var words = text
    for side in [
      "expectation", "perception", "importance", "performance", "satisfaction", "expected", "perceived", "erwartung",
      "wahrnehmung", "zufriedenheit", "wichtigkeit",
    ] {
      for form in ["(\(side))", "[\(side)]", "\(side):", "- \(side)", "– \(side)", "_\(side)"] {
        if let range = words.lowercased().firstRange(of: form), words.lowercased().count == words.count {
          let start = words.index(
            words.startIndex,
            offsetBy: words.lowercased().distance(from: words.lowercased().startIndex, to: range.lowerBound))
          let end = words.index(start, offsetBy: form.count)
          words = (words[..<start] + words[end...]).trimmingBlanks
        }
      }
    }
    return words.isEmpty ? text : words
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmingBlanks }
}
