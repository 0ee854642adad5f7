import Audit

/// What a column asks about its subject, as its header says.
enum PairRole: Hashable, CaseIterable {
  case expectation, perception, importance, minimum, desired

  /// Whole words of a header; those of one letter count only in names such as `E1` and `q7_p`.
  var words: Set<String> {
    switch self {
    case .expectation:
      [
        "e", "exp", "expect", "expected", "expectation", "expectations", "erw", "erwartung", "erwartungen", "erwartet",
        "attente", "attentes", "attendu", "expectativa", "expectativas", "esperado",
      ]
    case .perception:
      [
        "p", "s", "per", "perc", "perceived", "perception", "perceptions", "perf", "performance", "received", "actual",
        "sat",
        "satisfaction", "satisfied", "wahrnehmung", "wahrgenommen", "erlebt", "zufriedenheit", "perçu", "reçu",
        "percepción", "percepcion", "recibido", "satisfacción", "rating",
      ]
    case .importance:
      ["i", "imp", "importance", "important", "wichtigkeit", "wichtig", "importancia"]
    case .minimum: ["m", "min", "minimum", "adequate"]
    case .desired: ["d", "des", "desired", "ideal"]
    }
  }
}

/// Questions that ask about one thing from two sides.
struct QuestionPair: Hashable {
  var perception: Int
  var expectation: Int?
  var importance: Int?
  var minimum: Int?
  var desired: Int?
  /// The scale of both sides where few answers leave each short of its ends; nil where they agree.
  var scale: Scale?
}

extension CodebookGuesser {
  /// Pairs in the order of their perceptions; their columns are taken.
  mutating func guessPairs() -> [QuestionPair] {
    let names = free.filter { $0.scale != nil }.flatMap { roles(of: $0) }
    var order: [[String]] = []
    var sides: [[String]: [RoleName]] = [:]
    for name in names {
      if sides[name.subject] == nil { order.append(name.subject) }
      sides[name.subject, default: []].append(name)
    }
    var pairs = order.compactMap { sides[$0].flatMap { pair(of: $0) } }
    pairs = keepSeveral(pairs, \.expectation)
    pairs = keepSeveral(pairs, \.importance)
    pairs = pairs.filter { $0.expectation != nil || $0.importance != nil || $0.minimum != nil && $0.desired != nil }
    pairs = withPlainImportance(withOneScale(pairs))
    pairs.sort { $0.perception < $1.perception }
    for pair in pairs {
      take([pair.perception, pair.expectation, pair.importance, pair.minimum, pair.desired].compactMap { $0 })
    }
    report(pairs)
    return pairs
  }

  /// A column as one side of a subject.
  private struct RoleName {
    var column: SurveyColumn
    /// Nil where the header names no side: the plain subject.
    var role: PairRole?
    /// The word that names the side.
    var word: String
    /// The other words.
    var subject: [String]
  }

  private func roles(of column: SurveyColumn) -> [RoleName] {
    let words = column.words.header
    var found = [RoleName(column: column, role: nil, word: "", subject: words)]
    for (place, word) in words.enumerated() {
      // `E1` and `Q1_P`, but not the s of a genitive.
      guard word.count > 1 || words.count <= 3 && words.contains(where: { Int($0) != nil }) else { continue }
      var rest = words
      rest.remove(at: place)
      guard !rest.isEmpty else { continue }
      for role in PairRole.allCases where role.words.contains(word) {
        found.append(RoleName(column: column, role: role, word: word, subject: rest))
      }
    }
    return found
  }

  /// The sides that go together: expectation and perception on one scale, or importance beside a perception.
  private func pair(of sides: [RoleName]) -> QuestionPair? {
    func side(_ role: PairRole) -> RoleName? { sides.first { $0.role == role } }
    let plain = sides.first { $0.role == nil }
    func perception(like other: RoleName, sameScale: Bool) -> RoleName? {
      let fitting = sides.filter { side in
        side.role == .perception && side.column.index != other.column.index
          && (!sameScale || agree(side.column, other.column))
      }
      // `e1` goes with `s1`, not with `sat1`.
      return fitting.first { ($0.word.count == 1) == (other.word.count == 1) } ?? fitting.first
        ?? plain.flatMap { plain in
          other.word.count > 1 && plain.column.index != other.column.index
            && (!sameScale || agree(plain.column, other.column)) ? plain : nil
        }
    }
    if let expected = side(.expectation), let found = perception(like: expected, sameScale: true) {
      let importance = side(.importance).flatMap { $0.column.index == found.column.index ? nil : $0.column.index }
      return QuestionPair(
        perception: found.column.index, expectation: expected.column.index, importance: importance)
    }
    if let low = side(.minimum), let high = side(.desired), let found = perception(like: low, sameScale: true) {
      return QuestionPair(
        perception: found.column.index, minimum: low.column.index, desired: high.column.index)
    }
    if let rated = side(.importance), let found = perception(like: rated, sameScale: false) {
      return QuestionPair(perception: found.column.index, importance: rated.column.index)
    }
    return nil
  }

  /// Both are on one scale, or could be if more had answered.
  private func agree(_ left: SurveyColumn, _ right: SurveyColumn) -> Bool {
    guard let a = left.scale, let b = right.scale else { return false }
    if a.scale == b.scale { return true }
    return left.facts.answers < 60 && a.labels.isEmpty && b.labels.isEmpty && a.scale.minimum == b.scale.minimum
      && max(a.scale.maximum, b.scale.maximum) <= 11
  }

  /// Pairs of expectation and perception that differ only because few have answered are all on the longest of their scales.
  private func withOneScale(_ pairs: [QuestionPair]) -> [QuestionPair] {
    let scales = pairs.filter { $0.expectation != nil }.flatMap { pair in
      [pair.perception, pair.expectation].compactMap { $0 }.compactMap { columns[$0].scale?.scale }
    }
    guard Set(scales).count > 1, let longest = scales.max(by: { $0.maximum < $1.maximum }) else { return pairs }
    return pairs.map { pair in
      guard let expectation = pair.expectation else { return pair }
      let own = [pair.perception, expectation].map { columns[$0] }
      let isShort = own.contains { $0.scale?.scale != longest }
      guard isShort, own.allSatisfy({ $0.facts.answers < 60 && $0.scale?.scale.minimum == longest.minimum }) else {
        return pair
      }
      var pair = pair
      pair.scale = longest
      return pair
    }
  }

  /// One pair alone is chance, unless it is said in whole words.
  private func keepSeveral(_ pairs: [QuestionPair], _ side: WritableKeyPath<QuestionPair, Int?>) -> [QuestionPair] {
    let found = pairs.compactMap { $0[keyPath: side] }
    let isSpoken = found.allSatisfy { columns[$0].words.header.contains { $0.count >= 8 } }
    guard found.count == 1, !isSpoken else { return pairs }
    return pairs.map { pair in
      var pair = pair
      pair[keyPath: side] = nil
      return pair
    }
  }

  /// `qi5` beside `q5`: names that differ in one letter before the same number.
  private func withPlainImportance(_ pairs: [QuestionPair]) -> [QuestionPair] {
    var pairs = pairs
    let used = Set(pairs.flatMap { [$0.perception, $0.expectation, $0.importance].compactMap { $0 } })
    let open = free.filter { $0.scale != nil && !used.contains($0.index) }
    var places: [String: Int] = [:]
    for column in open {
      guard let name = NumberedName(column.header.lowercased()) else { continue }
      places["\(name.before)\(name.number)\(name.after)"] = column.index
    }
    var found: [QuestionPair] = []
    for column in open {
      guard let name = NumberedName(column.header.lowercased()), name.before.count > 1 else { continue }
      let stems = ["i", "imp", "imp_", "i_"].flatMap { mark in
        [
          name.before.hasSuffix(mark) ? String(name.before.dropLast(mark.count)) : nil,
          name.before.hasPrefix(mark) ? String(name.before.dropFirst(mark.count)) : nil,
        ].compactMap { $0 }
      }
      let partner = stems.filter { !$0.isEmpty }.compactMap { places["\($0)\(name.number)\(name.after)"] }.first
      guard let partner, partner != column.index else { continue }
      found.append(QuestionPair(perception: partner, importance: column.index))
    }
    if found.count >= 3 { pairs += found }
    return pairs
  }

  private mutating func report(_ pairs: [QuestionPair]) {
    let gaps = pairs.filter { $0.expectation != nil }
    if let first = gaps.first, let scale = first.scale ?? columns[first.perception].scale?.scale {
      say(
        .pairs, about: gaps.flatMap { [$0.expectation, $0.perception].compactMap { $0 } },
        "\(names(gaps.compactMap(\.expectation))) ask what was expected and \(names(gaps.map(\.perception))) what was "
          + "received: the names match one by one, and all are on \(scale.ends).")
    }
    let zones = pairs.filter { $0.minimum != nil }
    if !zones.isEmpty {
      say(
        .pairs, about: zones.map(\.perception),
        "\(names(zones.map(\.perception))) have a minimum and a desired level beside them: a zone of tolerance.")
    }
    let rated = pairs.filter { $0.importance != nil }
    if let first = rated.first, let column = first.importance, let scale = columns[column].scale?.scale {
      say(
        .importance, about: rated.compactMap(\.importance),
        "\(names(rated.compactMap(\.importance))) ask how important something is, on \(scale.ends); "
          + "\(names(rated.map(\.perception))) ask how good it was.")
    }
  }
}
