import Audit

/// Finds the order of answers that are words: `Poor`, `Fair`, `Good`; `5 - very satisfied`.
enum LabelGuess {
  /// A scale with its labels, and the texts beside it that are no answers.
  struct Found: Hashable {
    var scale: ColumnProfile.LikelyScale
    var codes: [ColumnProfile.OddCode]
    /// Levels of the scale that nobody chose.
    var unused: Int
  }

  /// Answers from which a level that nobody chose is taken to be none.
  private static let enough = 30

  /// The scale that holds all of these texts; nil when there is none.
  static func scale(of levels: [ColumnProfile.Level]) -> Found? {
    var answers: [ColumnProfile.Level] = []
    var codes: [ColumnProfile.OddCode] = []
    for level in levels {
      if let meaning = meaning(of: level.text) {
        codes.append(ColumnProfile.OddCode(level.text, level.count, meaning))
      } else {
        answers.append(level)
      }
    }
    guard answers.count >= 2, answers.count <= 40 else { return nil }
    return (numbered(answers) ?? worded(answers)).map { Found(scale: $0.scale, codes: codes, unused: $0.unused) }
  }

  /// What a text that is no answer stands for; nil for an answer.
  static func meaning(of text: String) -> ColumnProfile.OddCode.Meaning? {
    let folded = AnswerWords.folded(text)
    if AnswerWords.missing.contains(folded) { return .missing }
    return AnswerWords.notApplicable.contains(folded) ? .notApplicable : nil
  }

  /// Words that all stand on one known scale.
  private static func worded(_ answers: [ColumnProfile.Level]) -> (scale: ColumnProfile.LikelyScale, unused: Int)? {
    let texts = answers.map { AnswerWords.folded($0.text) }
    let total = answers.reduce(0) { $0 + $1.count }
    var best: (places: [Int], levels: Int, unused: Int)?
    for candidate in AnswerWords.scales {
      let places = texts.compactMap { text in candidate.firstIndex { $0.contains(text) } }
      // Two different texts on one level would not be told apart.
      guard places.count == texts.count, Set(places).count == places.count else { continue }
      let unused = candidate.count - places.count
      let isBetter =
        best.map { preference(candidate.count, unused, total) < preference($0.levels, $0.unused, total) } ?? true
      if isBetter { best = (places, candidate.count, unused) }
    }
    guard let best, let scale = Scale(minimum: 1, maximum: best.levels), best.unused < best.levels - 1 else {
      return nil
    }
    let labels = zip(answers, best.places).map { ColumnProfile.Label($0.text, $1 + 1) }.sorted { $0.value < $1.value }
    return (ColumnProfile.LikelyScale(scale, labels: labels), best.unused)
  }

  /// The lower the better: a scale that many answers use to the full, then one of five levels, then the fuller one.
  private static func preference(_ levels: Int, _ unused: Int, _ total: Int) -> Int {
    if unused == 0, total >= enough { return 0 }
    return 100 + abs(levels - 5) * 10 + unused
  }

  /// Texts that begin with their number, such as `1 (not at all)` beside plain `2`, `3`, `4`.
  private static func numbered(_ answers: [ColumnProfile.Level]) -> (scale: ColumnProfile.LikelyScale, unused: Int)? {
    var labels: [ColumnProfile.Label] = []
    for answer in answers {
      guard let value = leadingNumber(of: answer.text) else { return nil }
      labels.append(ColumnProfile.Label(answer.text, value))
    }
    labels.sort { $0.value < $1.value }
    guard Set(labels.map(\.value)).count == labels.count, let low = labels.first?.value, let high = labels.last?.value,
      low == 0 || low == 1, high <= 11, labels.count >= 3 || high - low <= 3,
      labels.contains(where: { Int($0.text) == nil }),
      let scale = Scale(minimum: low, maximum: high)
    else { return nil }
    return (
      ColumnProfile.LikelyScale(scale, labels: labels.filter { Int($0.text) == nil }), scale.levels - labels.count
    )
  }

  /// `5 - very good` is 5 and `18-24` is nothing.
  private static func leadingNumber(of text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let value = Int(digits) else { return nil }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    if rest.isEmpty { return value }
    guard let mark = rest.first, "-–=:.)(".contains(mark) else { return nil }
    let words = rest.dropFirst().drop { $0 == " " }
    return words.first.map { $0.isLetter } == true ? value : nil
  }
}
