import Audit

extension PlanBuilder {
  /// An item and the 0-based columns that hold its answers.
  struct ResolvedItem {
    var item: Item
    var perception: Int
    var expectation: Int?
    var importance: Int?
    var span: TextSpan
  }

  /// One item, or one for each column of a run.
  mutating func resolve(_ entry: ItemEntry) -> [ResolvedItem] {
    let perceptions = columns(entry.perception)
    let expectations = entry.expectation.map { columns($0) }
    let importances = entry.importance.map { columns($0) }
    // A column that is missing has been reported.
    if case .some(nil) = expectations { return [] }
    if case .some(nil) = importances { return [] }
    guard let perceptions else { return [] }
    let others = [("expectations", expectations??.columns), ("importance ratings", importances??.columns)]
    for case (let name, let found?) in others where found.count != perceptions.columns.count {
      report(
        .codebookRunLengths(
          perceptions: perceptions.columns.count, name, found.count, at: place(entry.perception.span)))
      return []
    }
    if perceptions.isRun {
      for (key, span) in [("id", entry.id?.span), ("text", entry.text.isEmpty ? nil : entry.span)] {
        if let span { report(.codebookRunNamed(key, at: place(span))) }
      }
    }
    return perceptions.columns.indices.compactMap { index in
      resolve(
        entry, isRun: perceptions.isRun, perception: perceptions.columns[index],
        expectation: expectations??.columns[index], importance: importances??.columns[index])
    }
  }

  private mutating func resolve(
    _ entry: ItemEntry, isRun: Bool, perception: Int, expectation: Int?, importance: Int?
  ) -> ResolvedItem? {
    let name = header.columns[perception]
    guard let scale = entry.rules.scale ?? codebook.rules.scale else {
      report(
        .codebookNoScale(
          "item '\(name)'", column: name, observed: observed(perception), at: place(entry.perception.span)))
      return nil
    }
    let id = identify(isRun ? nil : entry.id, fallback: name, for: "an item", at: entry.perception.span)
    for (key, level) in [("standard", entry.standard), ("satisfied-from", entry.satisfiedFrom)] {
      guard let level, !scale.contains(level.value) else { continue }
      report(.codebookLevelOffScale(key, level.value, scale: scale, item: id, at: place(level.span)))
    }
    var item = Item(
      id: id, text: wording(entry.text), dimension: entry.dimension?.text, touchpoint: entry.touchpoint?.text,
      scale: scale, comparison: .none, satisfiedFrom: entry.satisfiedFrom?.value)
    let reading = ColumnPlan.Decoding.rating(decoding(entry.rules, scale: scale, reversed: entry.rules.reversed))
    let subject = "item '\(id)'"
    use(perception, as: .rating, for: subject, reading: reading, at: entry.perception.span)
    if let expectation, let span = entry.expectation?.span {
      item.comparison = .expectation
      use(expectation, as: .rating, for: subject, reading: reading, at: span)
    } else if let standard = entry.standard {
      item.comparison = .standard(standard.value)
    }
    if let importance, let span = entry.importance?.span {
      let rated = entry.importanceScale ?? codebook.importanceScale ?? scale
      item.importance = rated
      // Offset, recoding and reversal are about the perceptions' numbers.
      var rules = entry.rules
      (rules.recode, rules.offset, rules.reversed) = ([:], 0, false)
      use(
        importance, as: .rating, for: "the importance of \(subject)",
        reading: .rating(decoding(rules, scale: rated, reversed: false)), at: span)
    }
    return ResolvedItem(
      item: item, perception: perception, expectation: expectation, importance: importance, span: entry.span)
  }

  /// In the site's language, else in English, else the first.
  private func wording(_ texts: [WordedText]) -> String? {
    let primary = configuration.language.split(separator: "-").first.map(String.init)
    for language in [nil, configuration.language, primary, "en"] {
      if let found = texts.first(where: { $0.language == language }) { return found.text }
    }
    return texts.first?.text
  }

  /// Items that count for figures but cannot raise a finding, because their cell is not known in full.
  mutating func checkCells(_ items: [Item]) {
    let withTouchpoint = Set(items.filter { $0.touchpoint != nil }.compactMap(\.dimension))
    let withDimension = Set(items.filter { $0.dimension != nil }.compactMap(\.touchpoint))
    for entry in codebook.items {
      switch (entry.touchpoint, entry.dimension) {
      case (nil, let dimension?) where withTouchpoint.contains(dimension.text):
        report(
          .codebookMixedCell(
            lacking: "touchpoint", of: "dimension", dimension.text, at: place(entry.perception.span)))
      case (let touchpoint?, nil) where withDimension.contains(touchpoint.text):
        report(
          .codebookMixedCell(
            lacking: "dimension", of: "touchpoint", touchpoint.text, at: place(entry.perception.span)))
      case (nil, _), (_, nil), (_?, _?): break
      }
    }
    let loose = items.filter { $0.touchpoint == nil && $0.dimension == nil }
    if let first = codebook.items.first(where: { $0.touchpoint == nil && $0.dimension == nil }), !loose.isEmpty {
      report(.codebookNoCell(loose.map(\.id), at: place(first.perception.span)))
    }
  }
}
