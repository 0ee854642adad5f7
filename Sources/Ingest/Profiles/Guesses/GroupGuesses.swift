import Audit

/// Columns that divide the respondents: units that should serve alike, and segments.
extension CodebookGuesser {
  private static let segmentLimit = 8
  private static let valueLimit = 12

  mutating func guessUnit() {
    let found = free.filter { column in
      guard column.kind == .category, !column.facts.isOpen, column.facts.levels.count >= 2,
        column.facts.levels.count * 3 <= column.facts.answers
      else { return false }
      return column.words.headerHas(
        "branch*", "store*", "shop*", "filiale*", "outlet*", "hotel*", "hospital*", "clinic*", "restaurant*", "agency",
        "office*", "site", "team*", "depot", "station", "dealer*", "standort*", "sucursal*", "agence*", "magasin*",
        "unit",
        "location", "center", "centre", "klinik*", "ward")
        && !column.words.headerHas("region", "country", "census", "type", "class", "size", "visits")
    }
    guard let best = found.max(by: { $0.facts.levels.count < $1.facts.levels.count }) else { return }
    let remark = "\(name(best.index)) names \(best.facts.levels.count) places or teams that should serve alike."
    draft.unit = CodebookDraft.RoleDraft(column: best.index, remark: remark)
    say(.unit, about: [best.index], remark)
    take(best.index)
  }

  mutating func guessSegments() {
    let known = free.filter { isGroup($0, limit: 30) && speaksOfPerson($0) }
    let other = free.filter { column in
      isGroup(column, limit: Self.valueLimit) && !speaksOfPerson(column) && column.traitsAreWords
        && (column.kind == .category || column.kind == .rating)
    }
    for column in (known + other.prefix(max(0, Self.segmentLimit - known.count))).sorted(by: { $0.index < $1.index }) {
      let order = order(of: column)
      let remark =
        speaksOfPerson(column)
        ? nil
        : "\(name(column.index)) has \(column.facts.levels.count) different answers: do they tell customers apart?"
      draft.segments.append(CodebookDraft.SegmentDraft(column: column.index, order: order, remark: remark))
      take(column.index)
    }
    let found = draft.segments.map { "\(name($0.column)) (\(columns[$0.column].facts.levels.count) values)" }
    if !found.isEmpty {
      say(
        .segment, about: draft.segments.map(\.column),
        "\(WordList.text(found)) \(found.count == 1 ? "divides" : "divide") the respondents.")
    }
    guessAges()
  }

  /// An age in years is cut into bands.
  private mutating func guessAges() {
    for column in free where column.kind == .number || column.kind == .category {
      guard column.words.headerHas("age", "alter", "edad", "âge"), column.words.header.count <= 2,
        let low = column.facts.traits.lowest, let high = column.facts.traits.highest, low >= 0, high <= 130, high > 30
      else { continue }
      let remark = "\(name(column.index)) is an age from \(Int(low)) to \(Int(high)), cut into bands: choose your own."
      draft.segments.append(
        CodebookDraft.SegmentDraft(column: column.index, bands: [18, 30, 45, 60], remark: remark))
      say(.segment, about: [column.index], remark)
      take(column.index)
    }
  }

  private func isGroup(_ column: SurveyColumn, limit: Int) -> Bool {
    switch column.kind {
    case .category, .yesNo, .rating: break
    case .number, .date, .weight, .constant, .empty, .identifier, .freeText, .multiple: return false
    }
    // Words on a scale that judge nothing (how often, how long) divide as well as others.
    if column.kind == .rating, column.scale?.labels.isEmpty != false { return false }
    return !column.facts.isOpen && (2...limit).contains(column.facts.levels.count)
  }

  private func speaksOfPerson(_ column: SurveyColumn) -> Bool {
    column.words.header.count <= 6
      && column.words.headerHas(
        "gender", "sex", "age", "tier", "segment*", "class", "country", "region", "status", "education", "occupation",
        "income", "channel*", "customer", "type", "travel", "purpose", "nationality", "ethnicity", "race", "plan",
        "product*",
        "marital", "employment", "industry", "department", "geschlecht", "alter", "land", "bundesland", "bildung",
        "beruf",
        "kundengruppe", "genre", "pays", "sexo", "edad", "país", "loyalty", "membership", "size")
  }

  /// Values that hold numbers stand in their order: `18-24`, `25-34`, `65+`.
  private func order(of column: SurveyColumn) -> [String] {
    if let labels = column.scale?.labels, !labels.isEmpty { return labels.map(\.text) }
    var keyed: [(key: Double, text: String)] = []
    for level in column.facts.levels {
      let digits = level.text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "," || $0 == "." }
      guard let number = Double(digits.filter { $0 != "," }) else { return [] }
      let lower = level.text.lowercased()
      let isBelow = ["<", "below", "under", "less", "unter", "bis ", "moins", "menos"].contains { lower.contains($0) }
      let isAbove = [">", "+", "over", "above", "more", "über", "plus", "más"].contains { lower.contains($0) }
      keyed.append(((number + (isBelow ? -0.5 : isAbove ? 0.5 : 0)) * Self.unit(in: lower), level.text))
    }
    guard keyed.count > 2, column.facts.levels.contains(where: { Int($0.text) == nil }) else { return [] }
    return keyed.sorted { ($0.key, $0.text) < ($1.key, $1.text) }.map(\.text)
  }
}

extension CodebookGuesser {
  /// Minutes in the first unit of time that a text names; 1 without one.
  fileprivate static func unit(in text: String) -> Double {
    let units: [(String, Double)] = [
      ("min", 1), ("hour", 60), ("stunde", 60), ("day", 1440), ("tag", 1440), ("week", 10_080), ("woche", 10_080),
      ("month", 43_200), ("monat", 43_200), ("year", 525_600), ("jahr", 525_600),
    ]
    let found = units.compactMap { unit in text.firstRange(of: unit.0).map { (start: $0.lowerBound, size: unit.1) } }
    return found.min { $0.start < $1.start }?.size ?? 1
  }
}

extension SurveyColumn {
  /// More words than numbers.
  fileprivate var traitsAreWords: Bool { facts.traits.numbers * 2 < facts.answers }
}
