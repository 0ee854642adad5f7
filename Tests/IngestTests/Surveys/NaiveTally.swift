import Audit

@testable import Ingest

/// The tallies of methodology 0.2 as they are defined: row by row, from what the cells mean.
struct NaiveTally {
  typealias Meaning = RandomSurvey.Meaning

  let plan: SurveyPlan
  let definition: SurveyDefinition
  /// Those of one wave that count.
  let rows: [[Meaning]]

  func level(_ row: [Meaning], _ position: Int?) -> Int? {
    guard let position, case .level(let level) = row[position] else { return nil }
    return level
  }

  static func group(_ row: [Meaning], _ position: Int?) -> String? {
    guard let position, case .group(let group) = row[position] else { return nil }
    return group
  }

  /// Perception and target in levels; nil where the item is left out. `desired` of a zone.
  struct Answer {
    var p: Int
    var target: Int
    var hasGap: Bool
    var desired: Int?
  }

  func answer(_ row: [Meaning], _ index: Int) -> Answer? {
    let (item, columns) = (definition.items[index], plan.items[index])
    guard let p = level(row, columns.perception) else { return nil }
    switch item.comparison {
    case .expectation:
      return level(row, columns.expectation).map { Answer(p: p, target: $0, hasGap: true) }
    case .standard(let value): return Answer(p: p, target: value - item.scale.minimum, hasGap: true)
    case .none: return Answer(p: p, target: item.satisfiedFrom - item.scale.minimum, hasGap: false)
    case .zone:
      guard let low = level(row, columns.minimum), let high = level(row, columns.desired), low <= high else {
        return nil
      }
      return Answer(p: p, target: low, hasGap: false, desired: high)
    }
  }

  func histogram(_ values: [Int], from low: Int = 0, to high: Int) -> [Int] {
    (low...high).map { value in values.count { $0 == value } }
  }

  var slices: [SliceTally] { parts.map { slice($0.slice, $0.rows) } }

  typealias Part = (slice: Slice, rows: [[Meaning]])

  /// The rows of every slice.
  var parts: [Part] {
    let others = (definition.segments.indices.map { [$0] } + definition.crosses).flatMap { parts(by: $0, rows) }
    return ([(.all, rows)] + others).sorted { definition.precedes($0.slice, $1.slice) }
  }

  /// Within every slice by the values of all raked segments.
  var rakedSlices: [RakedSlice] {
    guard !definition.rake.isEmpty else { return [] }
    return parts.map { part in
      let cells = parts(by: definition.rake.map(\.segment), part.rows).map { own in
        var cell = slice(own.slice, own.rows)
        (cell.points, cell.itemImportance) = (PointsTally(), [])
        return cell
      }
      return RakedSlice(slice: part.slice, cells: cells.sorted { definition.precedes($0.slice, $1.slice) })
    }
  }

  private func parts(by segments: [Int], _ rows: [[Meaning]]) -> [Part] {
    var parts: [[String]: [[Meaning]]] = [:]
    for row in rows {
      let values = segments.compactMap { NaiveTally.group(row, plan.segments[$0]) }
      if values.count == segments.count { parts[values, default: []].append(row) }
    }
    return parts.map { values, rows in
      let names = zip(segments, values).map { Slice.Part(segment: definition.segments[$0].id, value: $1) }
      return (Slice(parts: names), rows)
    }
  }

  fileprivate func slice(_ slice: Slice, _ rows: [[Meaning]]) -> SliceTally {
    SliceTally(
      slice: slice, rows: rows.count, items: definition.items.indices.map { item($0, rows) },
      sets: definition.sets.map { set($0, about($0, rows)) },
      outcomes: zip(plan.outcomes, definition.outcomes).map { position, outcome in
        histogram(rows.compactMap { level($0, position) }, to: outcome.scale.range)
      },
      points: points(rows),
      itemImportance: zip(plan.items, definition.items).map { columns, item in
        item.importance.map { scale in histogram(rows.compactMap { level($0, columns.importance) }, to: scale.range) }
          ?? []
      })
  }

  func about(_ set: ItemSet, _ rows: [[Meaning]]) -> [[Meaning]] {
    guard let touchpoint = set.rowTouchpoint else { return rows }
    return rows.filter { NaiveTally.group($0, plan.rows.touchpoint) == touchpoint }
  }

  private func item(_ index: Int, _ rows: [[Meaning]]) -> ItemTally {
    let range = definition.items[index].scale.range
    let answers = rows.compactMap { answer($0, index) }
    var tally = ItemTally(expectation: [], perception: histogram(answers.map(\.p), to: range), difference: [])
    switch definition.items[index].comparison {
    case .expectation:
      tally.expectation = histogram(answers.map(\.target), to: range)
      tally.difference = histogram(answers.map { $0.p - $0.target }, from: -range, to: range)
    case .zone:
      let crossed = rows.count { row in
        guard level(row, plan.items[index].perception) != nil, let low = level(row, plan.items[index].minimum),
          let high = level(row, plan.items[index].desired)
        else { return false }
        return low > high
      }
      tally.zone = ZoneTally(
        adequacy: histogram(answers.map { $0.p - $0.target }, from: -range, to: range),
        superiority: histogram(answers.map { $0.p - ($0.desired ?? 0) }, from: -range, to: range),
        width: histogram(answers.map { ($0.desired ?? 0) - $0.target }, to: range), crossed: crossed)
    case .standard, .none: break
    }
    return tally
  }

  private func scores(_ rows: [[Meaning]], of items: [Int], _ sum: ([Answer]) -> Int) -> ScoreTally {
    var counts: [[Int]: Int] = [:]
    guard !items.isEmpty else { return ScoreTally() }
    for row in rows {
      let answers = items.compactMap { answer(row, $0) }
      if !answers.isEmpty, 2 * answers.count >= items.count { counts[[answers.count, sum(answers)], default: 0] += 1 }
    }
    let keys = counts.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    return ScoreTally(entries: keys.map { .init(answered: $0[0], sum: $0[1], count: counts[$0] ?? 0) })
  }

  func hasOneScale(_ set: ItemSet) -> Scale? {
    let scales = Set(set.items.map { definition.items[$0].scale })
    return scales.count == 1 ? scales.first : nil
  }

  private func set(_ set: ItemSet, _ rows: [[Meaning]]) -> SetTally {
    guard let scale = hasOneScale(set) else { return SetTally() }
    let gaps = set.items.filter { definition.items[$0].hasGap }
    let zones = set.items.filter { definition.items[$0].comparison == .zone }
    var serious = (short: 0, over: 0)
    for row in rows {
      let answers = set.items.compactMap { answer(row, $0) }
      guard !answers.isEmpty, 2 * answers.count >= set.items.count else { continue }
      let limit = answers.count * scale.range
      let isShort = 4 * answers.reduce(0) { $0 + max(0, $1.target - $1.p) } > limit
      let isOver = 4 * answers.reduce(0) { $0 + max(0, $1.p - $1.target) } > limit
      if isShort && !isOver { serious.short += 1 }
      if isOver && !isShort { serious.over += 1 }
    }
    func total(_ answers: [Answer], _ value: (Answer) -> Int) -> Int { answers.reduce(0) { $0 + value($1) } }
    return SetTally(
      gap: scores(rows, of: gaps) { total($0) { $0.p - $0.target } },
      expectation: scores(rows, of: gaps) { total($0) { $0.target + scale.minimum } },
      perception: scores(rows, of: set.items) { total($0) { $0.p + scale.minimum } },
      shortfall: scores(rows, of: set.items) { total($0) { max(0, $0.target - $0.p) } },
      seriousShortfalls: serious.short, seriousSurpluses: serious.over,
      adequacy: scores(rows, of: zones) { total($0) { $0.p - $0.target } },
      superiority: scores(rows, of: zones) { total($0) { $0.p - ($0.desired ?? 0) } })
  }

  private func points(_ rows: [[Meaning]]) -> PointsTally {
    guard !plan.points.isEmpty else { return PointsTally() }
    let whole = rows.map { row in plan.points.compactMap { level(row, $0) } }.filter { $0.count == plan.points.count }
    let totals = Dictionary(grouping: whole) { $0.reduce(0, +) }
    let entries = (95...105).compactMap { total in
      totals[total].map { rows in
        PointsTally.Entry(
          total: total, rows: rows.count, sums: plan.points.indices.map { i in rows.reduce(0) { $0 + $1[i] } })
      }
    }
    return PointsTally(entries: entries, excluded: whole.count - entries.reduce(0) { $0 + $1.rows })
  }

  var units: [UnitTally] { units(rows) }

  fileprivate func units(_ rows: [[Meaning]]) -> [UnitTally] {
    guard let unit = plan.unit else { return [] }
    var parts: [String: [[Meaning]]] = [:]
    for row in rows { if let name = NaiveTally.group(row, unit) { parts[name, default: []].append(row) } }
    return parts.keys.sorted().map { name in
      let rows = parts[name] ?? []
      let slice = slice(.all, rows)
      return UnitTally(
        unit: name, rows: rows.count,
        items: slice.items.map { .init(perception: $0.perception, difference: $0.difference) },
        sets: slice.sets.map { .init(perception: $0.perception, gap: $0.gap) }, outcomes: slice.outcomes)
    }
  }

  var columns: [ColumnTally] {
    plan.columns.enumerated().map { position, column in
      let cells = rows.map { $0[position] }
      return ColumnTally(
        header: column.header, rows: rows.count,
        valid: cells.count { cell in
          switch cell {
          case .level, .group, .weight: true
          case .missing, .notApplicable, .invalid: false
          }
        },
        missing: cells.count { $0 == .missing }, notApplicable: cells.count { $0 == .notApplicable },
        invalid: cells.count { $0 == .invalid })
    }
  }
}

/// Moments and what is known of the rows.
extension NaiveTally {
  /// Everyone by the group of the respondent.
  var groups: [SliceTally] {
    guard plan.rows.respondent != nil || plan.rows.areRespondents else { return [] }
    let grouped = Dictionary(grouping: rows) { group($0) }
    return (0..<20).map { slice(.all, grouped[$0] ?? []) }
  }

  /// Units of each group.
  var unitGroups: [[UnitTally]] {
    guard plan.unit != nil, plan.rows.respondent != nil || plan.rows.areRespondents else { return [] }
    let grouped = Dictionary(grouping: rows) { group($0) }
    return (0..<20).map { units(grouped[$0] ?? []) }
  }

  func moments(_ columns: [MomentTally.Column]) -> MomentTally {
    let all = sums(columns, rows)
    let isFlagged = columns.contains { column in
      switch column {
      case .low, .high, .lowItem, .highItem: true
      case .perception, .expectation, .difference, .outcome, .score: false
      }
    }
    var buckets: [MomentTally.Bucket] = []
    if !isFlagged, plan.rows.respondent != nil || plan.rows.areRespondents {
      let grouped = Dictionary(grouping: rows) { group($0) }
      buckets = (0..<20).map { sums(columns, grouped[$0] ?? []) }
    }
    return MomentTally(columns: columns, n: all.n, sums: all.sums, products: all.products, buckets: buckets)
  }

  private func sums(_ columns: [MomentTally.Column], _ rows: [[Meaning]]) -> MomentTally.Bucket {
    let whole = rows.map { row in columns.compactMap { value($0, row) } }.filter { $0.count == columns.count }
    var products: [Int128] = []
    for i in columns.indices {
      for j in i..<columns.count { products.append(whole.reduce(0) { $0 + Int128($1[i]) * Int128($1[j]) }) }
    }
    return MomentTally.Bucket(
      n: whole.count, sums: columns.indices.map { i in whole.reduce(0) { $0 + $1[i] } }, products: products)
  }

  /// By the id, as methodology 0.2 has it; without one by the bytes of the line.
  private func group(_ row: [Meaning]) -> Int {
    if let name = NaiveTally.group(row, plan.rows.respondent) {
      return (Int(MD5.hexDigest(of: Array(name.utf8)).prefix(8), radix: 16) ?? 0) % 20
    }
    let bytes = Array((NaiveTally.group(row, plan.columns.count) ?? "").utf8)
    var words = stride(from: 0, to: bytes.count / 8 * 8, by: 8).map { start in
      bytes[start..<start + 8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    }
    words.append(bytes[(bytes.count / 8 * 8)...].reduce(0) { $0 << 8 | UInt64($1) })
    words.append(UInt64(bytes.count))
    let factor = 0x9e37_79b9_7f4a_7c15 as UInt64
    let hash = words.reduce(factor ^ UInt64(bytes.count)) { hash, word in
      let product = UInt128(hash ^ word) * UInt128(factor)
      return (UInt64(product >> 64) ^ UInt64(truncatingIfNeeded: product)) &+ factor
    }
    return Int((hash >> 32) % 20)
  }

  private func value(_ column: MomentTally.Column, _ row: [Meaning]) -> Int? {
    func mean(_ dimension: String) -> (sum: Int, answered: Int, range: Int)? {
      let items = definition.items.indices.filter { definition.items[$0].dimension == dimension }
      let answers = items.compactMap { answer(row, $0) }
      guard let first = items.first, !answers.isEmpty, 2 * answers.count >= items.count else { return nil }
      return (answers.reduce(0) { $0 + $1.p }, answers.count, definition.items[first].scale.range)
    }
    func perception(_ item: Int) -> Int? { level(row, plan.items[item].perception) }
    func expectation(_ item: Int) -> Int? { level(row, plan.items[item].expectation) }
    switch column {
    case .perception(let item): return perception(item)
    case .expectation(let item): return expectation(item)
    case .difference(let item): return perception(item).flatMap { p in expectation(item).map { p - $0 } }
    case .outcome(let index): return level(row, plan.outcomes[index])
    case .score(let dimension, let multiple): return mean(dimension).map { $0.sum * multiple / $0.answered }
    case .low(let dimension):
      return mean(dimension).map { Double($0.sum) / Double($0.answered) <= Double($0.range) / 4 ? 1 : 0 }
    case .high(let dimension):
      return mean(dimension).map { Double($0.sum) / Double($0.answered) >= Double($0.range) * 3 / 4 ? 1 : 0 }
    case .lowItem(let item):
      return perception(item).map { 4 * $0 <= definition.items[item].scale.range ? 1 : 0 }
    case .highItem(let item):
      return perception(item).map { 4 * $0 >= 3 * definition.items[item].scale.range ? 1 : 0 }
    }
  }

  /// Straight lines, languages and respondents.
  var quality: RowQuality {
    var quality = RowQuality()
    if let position = plan.rows.respondent {
      let names = rows.compactMap { NaiveTally.group($0, position) }
      quality.respondents = Set(names).count
      quality.repeatedRows = names.count - quality.respondents
      quality.unnamedRows = rows.count - names.count
    }
    for row in rows {
      let answers = plan.items.compactMap { level(row, $0.perception) }
      if answers.count >= 6 {
        quality.straightLineBase += 1
        if Set(answers).count == 1 { quality.straightLines += 1 }
      }
    }
    let languages = rows.compactMap { NaiveTally.group($0, plan.rows.language) }
    quality.languages = Set(languages).sorted().map { id in
      RowQuality.Language(language: id, rows: languages.count { $0 == id })
    }
    return quality
  }
}
