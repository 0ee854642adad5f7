import Audit

/// A codebook to start from, before it is written down. Columns are 0-based.
struct CodebookDraft {
  struct ItemDraft: Hashable {
    var perception: Int
    var expectation: Int?
    var importance: Int?
    var minimum: Int?
    var desired: Int?
    var touchpoint: String?
    var dimension: String?
    var scale: ColumnProfile.LikelyScale
    var importanceScale: Scale?
    var codes: [ColumnProfile.OddCode]
    /// What the item asks, without what only tells its columns apart.
    var wording: String
    /// Stands above the entry.
    var remark: String?
  }

  struct OutcomeDraft: Hashable {
    var id: String
    var kind: Outcome.Kind
    var column: Int
    var scale: ColumnProfile.LikelyScale?
    var offset = 0
    var better: Outcome.Direction?
    var yes: [String] = []
    var codes: [ColumnProfile.OddCode] = []
    var remark: String
  }

  struct SegmentDraft: Hashable {
    var column: Int
    var order: [String] = []
    var bands: [Int] = []
    var remark: String?
  }

  /// A column with a role of its own, and why.
  struct RoleDraft: Hashable {
    var column: Int
    var remark: String
    /// Finished: the cells that say so.
    var values: [String] = []
    /// Wave: the period, unless the cells are labels.
    var period: String?
  }

  var items: [ItemDraft] = []
  var outcomes: [OutcomeDraft] = []
  var segments: [SegmentDraft] = []
  var unit: RoleDraft?
  var wave: RoleDraft?
  var weight: RoleDraft?
  var respondent: RoleDraft?
  var finished: RoleDraft?
  var language: RoleDraft?
  var verbatims: [Int] = []
  /// Everything that is said above, in the order of the codebook.
  var guesses: [Guess] = []

  /// There is something to measure.
  var isUseful: Bool { !items.isEmpty || !outcomes.isEmpty }

  /// The guesses about one subject.
  func guesses(about subjects: Guess.Subject...) -> [Guess] { guesses.filter { subjects.contains($0.subject) } }
}

/// Guesses what the columns of a survey mean, one kind after the other; what one takes, the next does not see.
struct CodebookGuesser {
  let study: SurveyStudy
  let columns: [SurveyColumn]
  let blocks: [QuestionBlocks.Block]
  let configuration: Configuration
  let correlations: [Int: Double]
  var draft = CodebookDraft()
  private(set) var taken: Set<Int> = []

  init(_ study: SurveyStudy, configuration: Configuration) {
    self.study = study
    columns = study.columns
    blocks = study.questions.blocks
    self.configuration = configuration
    correlations = study.whole.correlations
  }

  mutating func guess() -> CodebookDraft {
    guessRows()
    let pairs = guessPairs()
    guessRecommendation()
    guessSatisfaction()
    guessEffort()
    guessItems(pairs)
    guessReversed()
    guessYes()
    guessUnit()
    guessSegments()
    guessComments()
    guessLeftOut()
    // In the order of the codebook; guesses about one subject as they came.
    let order = Guess.Subject.allCases
    draft.guesses = order.flatMap { subject in draft.guesses.filter { $0.subject == subject } }
    return draft
  }

  /// Columns that nothing has taken yet.
  var free: [SurveyColumn] { columns.filter { !taken.contains($0.index) } }

  mutating func take(_ indices: Int...) { taken.formUnion(indices) }

  mutating func take(_ indices: [Int]) { taken.formUnion(indices) }

  mutating func say(_ subject: Guess.Subject, about indices: [Int], _ text: String) {
    draft.guesses.append(Guess(subject, columns: indices.map { $0 + 1 }, text))
  }

  /// How many columns stand in the same block.
  func blockSize(of column: SurveyColumn) -> Int { column.block.map { blocks[$0].columns.count } ?? 0 }

  /// Columns for people: `'q1'…'q9'` where their numbers count up, else the first few.
  func names(_ indices: [Int]) -> String {
    guard let first = indices.first, let last = indices.last else { return "" }
    let numbers = indices.compactMap { NumberedName(columns[$0].header) }
    let isRun =
      indices.count > 2 && numbers.count == indices.count
      && Set(numbers.map { $0.before + "#" + $0.after }).count == 1
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0.number &+ 1 == $1.number }
    if isRun { return "\(name(first))…\(name(last))" }
    let shown = indices.prefix(3).map { name($0) }
    if indices.count <= 3 { return WordList.text(shown) }
    return shown.joined(separator: ", ") + " and \(indices.count - 3) more"
  }

  /// One column for people, shortened; of a grid its row.
  func name(_ index: Int) -> String {
    let header = Grid(columns[index].header)?.row ?? columns[index].header
    if header.isEmpty { return "column \(index + 1)" }
    return "'" + (header.count > 48 ? header.prefix(45) + "…" : header) + "'"
  }
}

/// Lists and numbers for people.
enum WordList {
  /// `1,600`.
  static func number(_ number: Int) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `a, b and c`.
  static func text(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Scale {
  /// `1…5`.
  var ends: String { "\(minimum)…\(maximum)" }
}
