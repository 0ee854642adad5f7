import Audit

extension PlanBuilder {
  /// An item and the 0-based columns that hold its answers.
  struct ResolvedItem {
    var item: Item
    var perception: Int
    var expectation: Int?
    var minimum: Int?
    var desired: Int?
    var importance: Int?
  }

  /// The columns of an entry, run by run; all of equal length.
  private struct ItemRuns {
    var perceptions: [Int]
    var isRun: Bool
    var expectations: [Int]?
    var minimums: [Int]?
    var desired: [Int]?
    var importances: [Int]?
  }

  /// One item, or one for each column of a run.
  mutating func resolve(_ entry: ItemEntry) -> [ResolvedItem] {
    guard let runs = runs(of: entry) else { return [] }
    if runs.isRun {
      for (key, span) in [("id", entry.id?.span), ("text", entry.text.isEmpty ? nil : entry.span)] {
        if let span { report(.codebookRunNamed(key, at: place(span))) }
      }
    }
    return runs.perceptions.indices.compactMap { resolve(entry, runs, at: $0) }
  }

  /// Nil where a column is missing, or the runs do not pair up; both reported.
  private mutating func runs(of entry: ItemEntry) -> ItemRuns? {
    let perceptions = columns(entry.perception)
    var others: [[Int]?] = []
    var isComplete = perceptions != nil
    for case let name? in [entry.expectation, entry.minimum, entry.desired, entry.importance] {
      isComplete = columns(name) != nil && isComplete
    }
    guard isComplete, let perceptions else { return nil }
    let named = [
      ("expectations", entry.expectation), ("minimum levels", entry.minimum), ("desired levels", entry.desired),
      ("importance ratings", entry.importance),
    ]
    for (words, name) in named {
      let found = name.flatMap { columns($0)?.columns }
      if let found, found.count != perceptions.columns.count {
        report(
          .codebookRunLengths(
            perceptions: perceptions.columns.count, words, found.count, at: place(entry.perception.span)))
        return nil
      }
      others.append(found)
    }
    return ItemRuns(
      perceptions: perceptions.columns, isRun: perceptions.isRun, expectations: others[0], minimums: others[1],
      desired: others[2], importances: others[3])
  }

  private mutating func resolve(_ entry: ItemEntry, _ runs: ItemRuns, at index: Int) -> ResolvedItem? {
    let perception = runs.perceptions[index]
    let name = header.columns[perception]
    guard let scale = entry.rules.scale ?? codebook.rules.scale else {
      report(
        .codebookNoScale(
          "item '\(name)'", column: name, observed: observed(perception), at: place(entry.perception.span)))
      return nil
    }
    let id = identify(runs.isRun ? nil : entry.id, fallback: name, for: "an item", at: entry.perception.span)
    for (key, level) in [("standard", entry.standard), ("satisfied-from", entry.satisfiedFrom)] {
      guard let level, !scale.contains(level.value) else { continue }
      report(.codebookLevelOffScale(key, level.value, scale: scale, item: id, at: place(level.span)))
    }
    let item = Item(
      id: id, text: wording(entry.text) ?? header.forms[perception].text, dimension: entry.dimension?.text,
      touchpoint: entry.touchpoint?.text,
      scale: scale, comparison: comparison(of: entry), satisfiedFrom: entry.satisfiedFrom?.value)
    var resolved = ResolvedItem(
      item: item, perception: perception, expectation: runs.expectations?[index], minimum: runs.minimums?[index],
      desired: runs.desired?[index])
    let reading = ColumnPlan.Decoding.rating(decoding(entry.rules, scale: scale, reversed: entry.rules.reversed))
    let columns = [
      (entry.perception, perception), (entry.expectation, resolved.expectation), (entry.minimum, resolved.minimum),
      (entry.desired, resolved.desired),
    ]
    for case (let name?, let column?) in columns {
      use(column, as: .rating, for: "item '\(id)'", reading: reading, at: place(name.span))
    }
    if let column = runs.importances?[index] { rate(&resolved, in: column, entry, scale) }
    return resolved
  }

  private func comparison(of entry: ItemEntry) -> Item.Comparison {
    if entry.expectation != nil { return .expectation }
    if entry.minimum != nil { return .zone }
    return entry.standard.map { .standard($0.value) } ?? .none
  }

  /// Importance is that of an item among all: they have to be rated alike.
  mutating func checkImportance(_ items: [ResolvedItem]) {
    let rated = items.compactMap { item in item.item.importance.map { (item: item, scale: $0) } }
    guard let first = rated.first, let other = rated.first(where: { $0.scale != first.scale }) else { return }
    report(
      .codebookImportanceScales(
        first.scale, other.scale, item: other.item.item.id, at: Place(file: codebook.source.file)))
  }

  /// Offset, recoding and reversal are about the perceptions' numbers, not about importance.
  private mutating func rate(_ item: inout ResolvedItem, in column: Int, _ entry: ItemEntry, _ scale: Scale) {
    guard let span = entry.importance?.span else { return }
    let rated = entry.importanceScale ?? codebook.importanceScale ?? scale
    item.importance = column
    item.item.importance = rated
    var rules = entry.rules
    (rules.recode, rules.offset, rules.reversed) = ([:], 0, false)
    use(
      column, as: .rating, for: "the importance of item '\(item.item.id)'",
      reading: .rating(decoding(rules, scale: rated, reversed: false)), at: place(span))
  }

  /// In the site's language, else in English, else the first.
  func wording(_ texts: [WordedText]) -> String? {
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
    let loose = codebook.items.filter { $0.touchpoint == nil && $0.dimension == nil }
    // Where rows say their touchpoint, the touchpoint is a cell of items none of which has a dimension.
    guard let first = loose.first, codebook.touchpoint == nil || loose.count < codebook.items.count else { return }
    let ids = items.filter { $0.touchpoint == nil && $0.dimension == nil }.map(\.id)
    guard !ids.isEmpty else { return }
    report(.codebookNoCell(ids, hasTouchpoint: codebook.touchpoint != nil, at: place(first.perception.span)))
  }
}
