import Audit

/// Puts columns that ask alike into blocks, and settles the scale of each block.
struct QuestionBlocks {
  /// A run of questions with one scale, by their 0-based columns.
  struct Block: Hashable {
    /// What the headers have in common: `q`, `o_`, the question above a grid; empty for mere neighbours.
    var stem: String
    var columns: [Int]
  }

  private(set) var columns: [SurveyColumn]
  private(set) var blocks: [Block] = []

  init(_ columns: [SurveyColumn]) {
    self.columns = columns
    for group in groups() {
      for part in splitByScale(group) {
        for index in part.columns { self.columns[index].block = blocks.count }
        blocks.append(part)
      }
    }
  }

  private func isCandidate(_ column: SurveyColumn) -> Bool {
    column.scale != nil || column.number != nil && !isAside(column)
  }

  /// A few small whole numbers that tell no scale by themselves, as in the first answers of a survey: their neighbours may.
  private func isWeak(_ column: SurveyColumn) -> Bool {
    guard column.kind == .category, column.number == nil, column.facts.traits.fractions == 0, !isAside(column) else {
      return false
    }
    return column.facts.words.isEmpty && column.facts.integers.allSatisfy { (0...11).contains($0.value) }
      && NumberedName(column.header) != nil
  }

  /// Numbers that are about the interview or the person, not answers.
  private func isAside(_ column: SurveyColumn) -> Bool {
    column.words.headerHas(
      "progress", "duration", "latitude", "longitude", "age", "alter", "prob", "predicted", "year*", "jahr*", "month*",
      "hour*", "minute*", "children", "household")
  }

  /// Groups by stem where several share one, and the rest by neighbourhood; in file order.
  private func groups() -> [Block] {
    var prefixes: [String: Int] = [:]
    for column in columns where isCandidate(column) {
      if let prefix = Self.prefix(of: column) { prefixes[prefix, default: 0] += 1 }
    }
    var stems: [String: [Int]] = [:]
    var order: [String] = []
    for column in columns where isCandidate(column) || isWeak(column) {
      guard let stem = stem(of: column, prefixes) else { continue }
      if stems[stem] == nil { order.append(stem) }
      stems[stem, default: []].append(column.index)
    }
    var found = order.compactMap { stem in
      stems[stem].flatMap { $0.count >= 2 ? Block(stem: stem, columns: $0) : nil }
    }
    found.removeAll { block in !block.columns.contains { isCandidate(columns[$0]) } }
    let taken = Set(found.flatMap(\.columns))
    var last = -2
    for column in columns where isCandidate(column) && !taken.contains(column.index) {
      if last == column.index - 1, let end = found.indices.last, found[end].stem.isEmpty {
        found[end].columns.append(column.index)
      } else {
        found.append(Block(stem: "", columns: [column.index]))
      }
      last = column.index
    }
    return found.sorted { ($0.columns.first ?? 0) < ($1.columns.first ?? 0) }
  }

  /// The question over a grid, the name in front of a number, or a prefix with its underscore.
  private func stem(of column: SurveyColumn, _ prefixes: [String: Int]) -> String? {
    if let grid = Grid(column.wording) ?? Grid(column.header) { return grid.question }
    if let numbered = NumberedName(column.header), !numbered.before.isEmpty {
      return numbered.before + "#" + numbered.after
    }
    guard let prefix = Self.prefix(of: column), (prefixes[prefix] ?? 0) >= 3 else { return nil }
    return prefix
  }

  /// The header up to its first underscore.
  private static func prefix(of column: SurveyColumn) -> String? {
    guard let mark = column.header.firstIndex(of: "_"), mark != column.header.startIndex else { return nil }
    return String(column.header[...mark])
  }

  /// Columns of one group that share a scale; those that differ are blocks of their own.
  private mutating func splitByScale(_ group: Block) -> [Block] {
    let worded = group.columns.filter { columns[$0].scale != nil }
    let numbers = group.columns.filter { columns[$0].scale == nil }
    return (splitWorded(worded, stem: group.stem) + splitNumbers(numbers, stem: group.stem))
      .sorted { ($0.columns.first ?? 0) < ($1.columns.first ?? 0) }
  }

  /// Each joins those before it if one scale holds the words of all.
  private mutating func splitWorded(_ members: [Int], stem: String) -> [Block] {
    var parts: [(block: Block, scale: LabelGuess.Found)] = []
    for index in members {
      guard let own = LabelGuess.scale(of: columns[index].facts.levels) else { continue }
      var joined = false
      for part in parts.indices where !joined {
        let texts = (parts[part].block.columns + [index]).flatMap { columns[$0].facts.levels }
        guard let scale = LabelGuess.scale(of: Self.summed(texts)),
          scale.unused <= max(own.unused, parts[part].scale.unused)
        else { continue }
        parts[part].block.columns.append(index)
        parts[part].scale = scale
        joined = true
      }
      if !joined { parts.append((Block(stem: stem, columns: [index]), own)) }
    }
    for part in parts { for index in part.block.columns { columns[index].scale = part.scale.scale } }
    return parts.map(\.block)
  }

  private static func summed(_ levels: [ColumnProfile.Level]) -> [ColumnProfile.Level] {
    var found: [ColumnProfile.Level] = []
    for level in levels {
      if let known = found.firstIndex(where: { $0.text == level.text }) {
        found[known].count += level.count
      } else {
        found.append(level)
      }
    }
    return found
  }

  private mutating func splitNumbers(_ members: [Int], stem: String) -> [Block] {
    var parts: [(scale: Scale, columns: [Int])] = []
    var tops: [Scale: Int] = [:]
    for index in members { if let scale = columns[index].number?.scale { tops[scale, default: 0] += 1 } }
    // The scale that most have; among equals the longer one, then the lower one.
    let common = tops.max { ($0.value, $0.key.range, -$0.key.minimum) < ($1.value, $1.key.range, -$1.key.minimum) }?.key
    for index in members {
      guard let found = columns[index].number else {
        if let common, (tops[common] ?? 0) >= 2, fits(columns[index], common) {
          settle(NumericScale.Found(scale: common, codes: []), in: index)
          if let known = parts.firstIndex(where: { $0.scale == common }) {
            parts[known].columns.append(index)
          } else {
            parts.append((common, [index]))
          }
        }
        continue
      }
      let isAlone = found.isSlider && (tops[found.scale] ?? 0) < 3 && !RatingWords.speaks(columns[index].words)
      if isAlone { continue }
      let adopted = common.flatMap { adopt($0, for: columns[index], votes: tops[$0] ?? 0, of: members.count) }
      let settled = adopted ?? found
      settle(settled, in: index)
      if let known = parts.firstIndex(where: { $0.scale == settled.scale }) {
        parts[known].columns.append(index)
      } else {
        parts.append((settled.scale, [index]))
      }
    }
    return parts.map { Block(stem: stem, columns: $0.columns) }
  }

  /// The scale of the neighbours, where the column's own answers fit it but for an end nobody chose or a code or two.
  private func adopt(_ scale: Scale, for column: SurveyColumn, votes: Int, of members: Int) -> NumericScale.Found? {
    guard let own = column.number, own.scale != scale else { return nil }
    let values = column.facts.integers
    let total = values.reduce(0) { $0 + $1.count }
    let outside = values.filter { !scale.contains($0.value) }
    // What would be an answer on its own scale is a code only where nearly all neighbours agree on theirs.
    let areCodes = outside.allSatisfy { own.codes.contains($0.value) }
    guard areCodes && votes >= 2 || votes >= 3 && votes * 4 >= members * 3 else { return nil }
    guard outside.count <= 2 + own.codes.count, outside.reduce(0, { $0 + $1.count }) * 10 <= total * 3 else {
      return nil
    }
    guard let top = values.last(where: { scale.contains($0.value) })?.value else { return nil }
    guard scale.maximum - top <= (total < 30 ? 2 : 1) else { return nil }
    return NumericScale.Found(scale: scale, codes: outside.map(\.value), isSlider: own.isSlider)
  }

  /// All of a column's answers are on the scale, and near enough to its top.
  private func fits(_ column: SurveyColumn, _ scale: Scale) -> Bool {
    let values = column.facts.integers
    return values.allSatisfy { scale.contains($0.value) } && scale.maximum - (values.last?.value ?? 0) <= 2
      && column.facts.answers < 60
  }

  private mutating func settle(_ found: NumericScale.Found, in index: Int) {
    columns[index].kind = .rating
    columns[index].scale = ColumnProfile.LikelyScale(found.scale)
    let counts = columns[index].facts.integers
    let codes = found.codes.map { code in
      ColumnProfile.OddCode(
        String(code), counts.first { $0.value == code }?.count ?? 0, NumericScale.meaning(of: code))
    }
    columns[index].codes = codes + columns[index].codes
  }
}

/// A question over several rows, and one of the rows: `Question [Row]`, `Question - Row`, `Question: Row`.
struct Grid: Hashable {
  var question: String
  var row: String

  init?(_ text: String) {
    if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      question = String(text[..<open]).trimmingBlanks
      row = String(text[text.index(after: open)...].dropLast()).trimmingBlanks
    } else if let dash = text.range(ofLast: " - ") ?? text.range(ofLast: "?-") ?? text.range(ofLast: ".-")
      ?? text.range(ofLast: "...-")
    {
      question = String(text[..<dash.upperBound]).trimmingBlanks
      row = String(text[dash.upperBound...]).trimmingBlanks
    } else {
      return nil
    }
    guard !question.isEmpty, !row.isEmpty else { return nil }
  }
}

extension String {
  fileprivate func range(ofLast mark: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = startIndex
    while let next = self[start...].firstRange(of: mark) {
      found = next
      start = next.upperBound
    }
    return found
  }
}

/// Words that say that a question asks for a judgement.
enum RatingWords {
  static func speaks(_ words: HeaderWords) -> Bool {
    words.has(
      "satisf*", "unsatisf*", "dissatisf*", "rate", "rating*", "score", "quality", "agree*", "happy", "experience",
      "zufrieden*", "bewert*", "qualität", "note", "zustimm*", "satisfacción", "calidad", "qualité", "service*",
      "cleanliness", "friendl*", "staff", "helpful*", "recommend*", "value", "comfort*", "wait*", "speed", "effort",
      "ease", "easy", "nps", "csat", "ces", "perception*", "importance", "expectation*")
  }
}
