import Audit
import TestSupport

@testable import Ingest

/// A survey of random shape and answers, as a plan, as the text of a file, and as what every cell means.
struct RandomSurvey {
  /// What a cell means, said by whoever made it up.
  enum Meaning: Hashable {
    /// In levels above the scale's minimum.
    case level(Int)
    /// w·10⁶, and whether finer places were lost.
    case weight(Int, isRounded: Bool)
    case group(String)
    case missing, notApplicable, invalid
  }

  private(set) var plan: SurveyPlan
  /// By row, then by position in the plan; behind them the line as it stands in the file.
  private(set) var rows: [[Meaning]] = []
  private var texts: [[String]] = []
  private var random: SeededGenerator
  /// For each position, ways to write a cell and what they mean.
  private var choices: [[(text: String, meaning: Meaning)]] = []

  init(seed: UInt64, rows count: Int) {
    random = SeededGenerator(seed: seed)
    plan = SurveyPlan(
      definition: SurveyDefinition(items: [], outcomes: [], segments: []), columns: [], fieldCount: 1, items: [],
      outcomes: [], segments: [], points: [])
    addRowColumns()
    addItems()
    addSegments()
    for index in 0..<count {
      let cells = choices.map { $0[Int.random(in: 0..<$0.count, using: &random)] }
      texts.append(["\(index)"] + cells.map(\.text))
      rows.append(cells.map(\.meaning) + [.group(texts[index].joined(separator: ","))])
    }
  }

  var text: String {
    var lines = [(["n"] + plan.columns.map(\.header)).joined(separator: ",")]
    lines += texts.map { $0.joined(separator: ",") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same survey with some of its rows.
  func part(_ range: Range<Int>) -> RandomSurvey {
    var part = self
    (part.rows, part.texts) = (Array(rows[range]), Array(texts[range]))
    return part
  }

  mutating func shuffle() {
    let order = rows.indices.shuffled(using: &random)
    (rows, texts) = (order.map { rows[$0] }, order.map { texts[$0] })
  }

  /// One of two or more, as often as not the first.
  private mutating func chance(_ share: Int = 2) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }

  private mutating func add(_ header: String, _ decoding: ColumnPlan.Decoding, _ cells: [(String, Meaning)]) -> Int {
    plan.columns.append(
      ColumnPlan(index: plan.fieldCount, header: header, subject: header, decoding: decoding))
    plan.fieldCount += 1
    choices.append(cells.map { (text: $0.0, meaning: $0.1) })
    return plan.columns.count - 1
  }

  private mutating func addRating(_ header: String, _ scale: Scale) -> Int {
    var decoding = RatingDecoding(scale: scale)
    decoding.notApplicable = ["n/a"]
    decoding.missing = ["999"]
    var cells = (scale.minimum...scale.maximum).flatMap { value in
      Array(repeating: ("\(value)", Meaning.level(value - scale.minimum)), count: 1 + 20 / scale.levels)
    }
    cells += [("", .missing), ("999", .missing), ("n/a", .notApplicable)]
    if chance(4) { cells += [("x", .invalid), ("\(scale.maximum + 1)", .invalid)] }
    return add(header, .rating(decoding), cells)
  }

  private mutating func addRowColumns() {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let cells: [(String, Meaning)] = [
        ("03.01.2026", .group("2026-Q1")), ("31.3.2026 23:59", .group("2026-Q1")), ("01.04.2026", .group("2026-Q2")),
        ("30.12.2025", .group("2025-Q4")), ("", .missing), ("2026", .invalid),
      ]
      plan.rows.wave = add(
        "day", .period(PeriodDecoding(period: .quarter, pattern: "DD.MM.YYYY")),
        cells + cells.prefix(4) + cells.prefix(4))
    case 1:
      plan.rows.wave = add(
        "round", .category(CategoryDecoding()), [("two", .group("two")), ("one", .group("one")), ("", .missing)])
    default: break
    }
    if chance() {
      plan.rows.finished = add(
        "done", .category(CategoryDecoding(groups: ["yes": "finished"], otherwise: "unfinished")),
        [("yes", .group("finished")), ("YES", .group("finished")), ("no", .group("unfinished")), ("", .missing)])
      plan.rows.excludesUnfinished = chance()
    }
    if chance() {
      plan.rows.touchpoint = add(
        "channel",
        .category(CategoryDecoding(groups: ["shop": "branch", "b": "branch", "tel": "phone"], isClosed: true)),
        [
          ("shop", .group("branch")), ("B", .group("branch")), ("tel", .group("phone")), ("", .missing),
          ("?", .invalid),
        ])
      plan.definition.rowTouchpoints = ["web", "phone", "branch"]
    }
    if chance() {
      plan.rows.language = add(
        "lang", .category(CategoryDecoding()), [("en", .group("en")), ("de", .group("de")), ("", .missing)])
    }
    if chance() {
      plan.rows.weight = add(
        "w", .weight(decimalComma: false),
        [
          ("1", .weight(1_000_000, isRounded: false)), ("0.5", .weight(500_000, isRounded: false)),
          ("2.0000005", .weight(2_000_000, isRounded: true)), ("2.0000015", .weight(2_000_002, isRounded: true)),
          ("2.00000151", .weight(2_000_002, isRounded: true)), ("0", .weight(0, isRounded: false)),
          ("7.1234560", .weight(7_123_456, isRounded: false)), ("-1", .invalid), ("", .missing), ("w", .invalid),
        ])
      plan.definition.isWeighted = true
    }
    if chance() {
      let people = (0..<80).map { ("r\($0) ", Meaning.group("r\($0)")) }
      plan.rows.respondent = add("id", .identifier, people + [("", .missing), (" ", .missing)])
    }
    plan.rows.areLinked = plan.rows.respondent != nil && plan.rows.touchpoint == nil
    plan.rows.areRespondents = chance()
    if chance() {
      let names = (0..<9).map { ("u\($0)", Meaning.group("u\($0)")) }
      plan.unit = add("site", .category(CategoryDecoding()), names + [("", .missing)])
      plan.definition.unitColumn = "site"
    }
  }

  private mutating func addItems() {
    let scales = [(1, 5), (0, 10), (1, 7), (1, 101)].compactMap { Scale(minimum: $0.0, maximum: $0.1) }
    let common = scales[Int.random(in: 0..<scales.count, using: &random)]
    let isMixed = chance(4)
    for index in 0..<Int.random(in: 1...9, using: &random) {
      let scale = isMixed ? scales[Int.random(in: 0..<scales.count, using: &random)] : common
      addItem("i\(index)", scale)
    }
    for index in 0..<Int.random(in: 0...2, using: &random) {
      plan.definition.outcomes.append(Outcome(id: "o\(index)", kind: .csat, scale: scales[index]))
      plan.outcomes.append(addRating("o\(index)", scales[index]))
    }
    guard chance(3), let percent = Scale(minimum: 0, maximum: 100) else { return }
    for id in ["d0", "d1"] {
      let cells = [50, 40, 60, 45, 20].map { ("\($0)", Meaning.level($0)) } + [("", .missing)]
      plan.points.append(add("w-\(id)", .rating(RatingDecoding(scale: percent)), cells))
      plan.definition.pointDimensions.append(id)
    }
  }

  private mutating func addItem(_ id: String, _ scale: Scale) {
    let comparisons: [Item.Comparison] = [.expectation, .expectation, .standard(scale.minimum + 2), .zone, .none]
    let comparison = comparisons[Int.random(in: 0..<comparisons.count, using: &random)]
    var columns = SurveyPlan.ItemColumns(perception: addRating("\(id)p", scale))
    switch comparison {
    case .expectation: columns.expectation = addRating("\(id)e", scale)
    case .zone:
      columns.minimum = addRating("\(id)m", scale)
      columns.desired = addRating("\(id)d", scale)
    case .standard, .none: break
    }
    let asksImportance = chance(4)
    if asksImportance { columns.importance = addRating("\(id)i", scale) }
    plan.items.append(columns)
    plan.definition.items.append(
      Item(
        id: id, dimension: ["d0", "d1", "d2", nil].randomElement(using: &random) ?? nil,
        touchpoint: plan.rows.touchpoint != nil || chance() ? nil : "t", scale: scale, comparison: comparison,
        importance: asksImportance ? scale : nil))
  }

  private mutating func addSegments() {
    let open = CategoryDecoding(missing: ["none"], groups: ["gold+": "gold"])
    let cells: [(String, Meaning)] = [
      ("gold", .group("gold")), (" GOLD+ ", .group("gold")), ("basic", .group("basic")), ("none", .missing),
      ("", .missing), ("a;b=c", .group("a;b=c")),
    ]
    let bands = BandDecoding(bounds: [18, 30], missing: ["99"])
    let ages: [(String, Meaning)] = [
      ("17", .group("<18")), ("17.9", .group("<18")), ("-0.5", .group("<18")), ("18", .group("18-29")),
      ("29.99", .group("18-29")), ("30", .group("30+")), ("99", .missing), ("old", .invalid), ("", .missing),
    ]
    for index in 0..<Int.random(in: 0...3, using: &random) {
      let isBands = index == 1
      plan.segments.append(
        isBands ? add("s\(index)", .bands(bands), ages) : add("s\(index)", .category(open), cells))
      plan.definition.segments.append(Segment(id: "s\(index)", order: isBands ? [] : ["basic"]))
    }
    if plan.segments.count >= 2, chance() { plan.definition.crosses.append([1, 0]) }
    if plan.segments.count >= 2, chance() {
      plan.definition.rake = [RakeTarget(segment: 1, shares: []), RakeTarget(segment: 0, shares: [])]
    }
    if plan.segments.count == 3, chance() { plan.definition.crosses.append([0, 1, 2]) }
  }
}
