import Audit
import TestSupport
import Testing

@testable import Measure

/// Theme shares, contrasts, what is withheld, and which quotes are picked.
@Suite struct CommentFiguresTests {
  static let waiting = CommentTheme(id: "waiting", name: "Waiting", dimension: "responsiveness", terms: ["wait*"])

  static func count(_ comments: Int, bad: Int = 0, bands: [Int]? = nil) -> CommentTally.Count {
    var count = CommentTally.Count()
    count.comments = comments
    count.bad = bad
    count.bands = bands ?? [comments, 0, 0, 0]
    return count
  }

  /// Comments on the theme of all at each touchpoint.
  static func tally(_ places: [(String, Int, Int)]) -> CommentTally {
    var tally = CommentTally()
    for (touchpoint, theme, all) in places {
      tally.comments += all
      tally.count(.init(touchpoint: touchpoint, subject: .all), count(all))
      tally.count(.init(touchpoint: touchpoint, subject: .theme("waiting")), count(theme))
      tally.count(.init(touchpoint: touchpoint, subject: .dimension("responsiveness")), count(theme))
    }
    return tally
  }

  static func measured(
    _ tally: CommentTally, cleared: [String] = [], configuration: Configuration = Configuration()
  ) async -> MeasuredComments? {
    guard let scale = Scale(minimum: 1, maximum: 7) else { return nil }
    let item = Item(id: "P", dimension: "empathy", scale: scale, comparison: .none)
    let definition = SurveyDefinition(items: [item], outcomes: [], segments: [])
    var wave = SurveyWave(
      wave: Wave(label: "2026-Q3"), definition: definition,
      tally: WaveTally(rows: 0, unusable: [], columns: [], units: [], slices: []), files: ["s.csv"])
    wave.comments = tally
    let survey = Survey(id: "s", respondents: .customers, waves: [wave])
    let quotes = cleared.map {
      QuoteDecision(key: Comment.key(of: $0), isCleared: true, text: nil, place: SourceLocation("q"))
    }
    return commentFigures([survey], CommentTerms(themes: [waiting], quotes: quotes), configuration).first
  }

  @Test("a touchpoint is held against the others") func contrast() async throws {
    let measured = try #require(await Self.measured(Self.tally([("a", 18, 120), ("b", 21, 380)])))
    let place = try #require(measured.themes.first?.places.first)
    #expect(place.figures.comments == 18 && place.figures.of == 120)
    #expect(abs((place.figures.contrast?.z ?? 0) - 3.284392) < 1e-6)
    #expect(place.figures.isMoreOften(than: 0.05))
    #expect(measured.familySize == 2)
    let cell = try #require(measured.cells.first { $0.cell == Cell(touchpoint: "a", dimension: "responsiveness") })
    #expect(cell.themes == ["Waiting"])
    #expect(cell.figures.isMoreOften(than: 0.05))
  }

  /// Numbers of comments on the theme by touchpoint, and which of them are shown.
  static let masks: [([(String, Int, Int)], [Int?], Int?)] = [
    ([("a", 10, 50), ("b", 0, 50)], [10, 0], 10),
    ([("a", 10, 50), ("b", 3, 50), ("c", 20, 50)], [nil, nil, 20], 33),
    ([("a", 3, 50), ("b", 3, 50), ("c", 20, 50)], [nil, nil, 20], 26),
    ([("a", 1, 50), ("b", 1, 50), ("c", 20, 50)], [nil, nil, nil], 22),
    ([("a", 3, 50), ("b", 1, 50)], [nil, nil], nil),
    ([("a", 3, 4), ("b", 20, 50), ("c", 20, 60)], [nil, nil, 20], 43),
  ]

  @Test("few are withheld, and with them what would give them away", arguments: masks)
  func withheld(places: [(String, Int, Int)], shown: [Int?], total: Int?) async throws {
    let theme = try #require(await Self.measured(Self.tally(places))?.themes.first)
    #expect(theme.places.map(\.figures.comments) == shown)
    #expect(theme.all.comments == total)
    for place in theme.places where place.figures.comments == nil {
      #expect(place.figures.share == nil && place.figures.contrast == nil && place.figures.rating == nil)
    }
  }

  @Test("the lexicon is held against a person's codes") func check() async throws {
    var tally = Self.tally([("a", 40, 100)])
    var check = CommentTally.Check()
    (check.both, check.personOnly, check.lexiconOnly, check.neither) = (30, 10, 5, 55)
    tally.check("waiting", check)
    let found = try #require(await Self.measured(tally)?.themes.first?.check)
    #expect(found.n == 100)
    // By hand: 200 ratings, 75 for and 125 against; 1 - 199·(15/100)/(2·75·125/100) over 200 pairs.
    #expect(abs((found.alpha ?? 0) - (1 - 199.0 * 30 / (2 * 75 * 125))) < 1e-12)
    #expect(found.precision == 30.0 / 35)
    #expect(found.recall == 0.75)
  }

  @Test("those who name it are rated against those who do not") func rating() async throws {
    var tally = CommentTally()
    var all = Self.count(40, bands: [20, 0, 20, 0])
    (all.ratingSum, all.ratingSquares) = (20 * 2 + 20 * 9, 20 * 4 + 20 * 81)
    var own = Self.count(20)
    (own.ratingSum, own.ratingSquares) = (18 * 2 + 2 * 3, 18 * 4 + 2 * 9)
    tally.count(.init(touchpoint: "a", subject: .all), all)
    tally.count(.init(touchpoint: "a", subject: .theme("waiting")), own)
    let rating = try #require(await Self.measured(tally)?.themes.first?.all.rating)
    #expect(abs(rating.difference - (42.0 / 20 - 178.0 / 20)) < 1e-12)
    #expect((rating.high ?? 0) < 0)
  }

  @Test("a theme that is few cannot be told from its dimension and the other themes") func dimensions() async throws {
    let mask = CommentMask(themes: Self.themes, places: 2, minimum: 5) { subject, place in
      Self.table[subject]?[place] ?? 0
    }
    func shown(_ subject: CommentTally.Subject) -> [Bool] { (0...2).map { mask.isShown(subject, at: $0) } }
    #expect(shown(.all) == [true, true, true])
    #expect(shown(.theme("heard")) == [true, true, true])
    #expect(shown(.theme("people")) == [false, true, false])
    // 3 of people at the first place would be 15 - 12 else.
    #expect(shown(.dimension("empathy")) == [false, true, false])
  }

  static let themes = ["heard", "people"].map { CommentTheme(id: $0, dimension: "empathy") }
  /// Two places and both together.
  static let table: [CommentTally.Subject: [Int]] = [
    .all: [50, 60, 110], .theme("heard"): [0, 12, 12], .theme("people"): [3, 0, 3], .dimension("empathy"): [3, 12, 15],
  ]

  @Test("whatever the counts, nothing withheld follows by subtraction") func subtraction() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let parts = (0..<2).map { _ in (0..<3).map { _ in Int.random(in: 0...9, using: &generator) } }
      let rows = parts + [(0..<3).map { parts[0][$0] + parts[1][$0] }]
      let full = rows.map { $0 + [$0.reduce(0, +)] }
      let subjects: [CommentTally.Subject] = [.theme("heard"), .theme("people"), .dimension("empathy")]
      let mask = CommentMask(themes: Self.themes, places: 3, minimum: 5) { subject, place in
        subjects.firstIndex(of: subject).map { full[$0][place] } ?? 1000
      }
      let shown = subjects.map { subject in (0...3).map { mask.isShown(subject, at: $0) } }
      for (row, place) in (0..<3).flatMap({ row in (0...3).map { (row, $0) } }) {
        #expect(!(shown[row][place] && (1..<5).contains(full[row][place])))
      }
      let lines =
        (0..<3).map { row in (0...3).map { (row, $0) } } + (0...3).map { place in (0..<3).map { ($0, place) } }
      for line in lines {
        let parts = line.dropLast().filter { full[$0.0][$0.1] > 0 && !shown[$0.0][$0.1] }
        let isSumShown = line.last.map { shown[$0.0][$0.1] } ?? false
        let people = parts.reduce(0) { $0 + full[$1.0][$1.1] }
        #expect(isSumShown ? parts.isEmpty || parts.count > 1 && people >= 5 : !parts.isEmpty, "\(full) \(shown)")
      }
    }
  }

  /// Twelve comments at `a`: nine of low, three of high ratings; each by somebody else.
  static func quotable(_ all: Int = 12) -> CommentTally {
    var tally = CommentTally()
    let count = count(all, bands: [all * 3 / 4, 0, all - all * 3 / 4, 0])
    tally.count(.init(touchpoint: "a", subject: .all), count)
    tally.count(.init(touchpoint: "a", subject: .theme("waiting")), count)
    for index in 0..<all {
      let band: RatingBand = index < all * 3 / 4 ? .low : .high
      tally.offer(
        Comment(text: "\(band.rawValue) \(index)", order: "\(100 + index)", tone: .bad),
        at: CommentPlace(touchpoint: "a", theme: "waiting", band: band), isDecided: false)
    }
    return tally
  }

  private func texts(_ measured: MeasuredComments?, at touchpoint: String? = "a") -> [String] {
    measured?.quotes.filter { $0.touchpoint == touchpoint }.flatMap(\.quotes).map(\.text) ?? []
  }

  @Test("three at most, in the proportion of ratings, the first in order of those cleared") func picks() async {
    let all = (0..<12).map { "\($0 < 9 ? "low" : "high") \($0)" }
    #expect(texts(await Self.measured(Self.quotable(), cleared: all)) == ["low 0", "low 1", "high 9"])
    #expect(texts(await Self.measured(Self.quotable(), cleared: all), at: nil) == ["low 0", "low 1", "high 9"])
    #expect(texts(await Self.measured(Self.quotable(), cleared: ["low 7"])) == ["low 7"])
    // Cleared praise alone does not take the places of complaints.
    #expect(texts(await Self.measured(Self.quotable(), cleared: ["high 9", "high 10", "high 11"])) == ["high 9"])
    #expect(texts(await Self.measured(Self.quotable())) == [])
  }

  @Test("none from fewer than eleven comments, but where all agreed to be named") func few() async {
    #expect(texts(await Self.measured(Self.quotable(8), cleared: ["low 0"])) == [])
    var named = Configuration()
    named.engagement.named = true
    #expect(texts(await Self.measured(Self.quotable(8), cleared: ["low 0"], configuration: named)) == ["low 0"])
  }

  @Test("one a respondent") func respondents() async {
    var tally = Self.quotable()
    tally.offer(
      Comment(text: "again", order: "100", tone: .bad),
      at: CommentPlace(touchpoint: "a", theme: "waiting", band: .low), isDecided: true)
    #expect(texts(await Self.measured(tally, cleared: ["low 0", "again"])).count == 1)
  }

  @Test(
    "seats go by largest remainder",
    arguments: [
      ([9, 0, 3, 0], [2, 0, 1, 0]), ([1, 1, 1, 0], [1, 1, 1, 0]), ([1, 0, 1, 0], [2, 0, 1, 0]),
      ([0, 0, 0, 0], [0, 0, 0, 0]),
      ([0, 0, 0, 7], [0, 0, 0, 3]),
    ])
  func seats(bands: [Int], expected: [Int]) {
    #expect(QuoteSeats.seats(bands, of: 3) == expected)
  }
}
