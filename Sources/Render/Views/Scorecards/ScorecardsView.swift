import Audit

/// Mystery-shopping visits: what they scored, by section, criterion and unit.
struct ScorecardsView: View {
  var frame: FrameView
  var headline: String
  var lede: String
  var cards: [ScorecardView]

  static let fields: [Field<ScorecardsView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .text("lede", \.lede), .list("cards", \.cards),
  ]

  init(_ context: SiteContext) {
    frame = context.frame(.scorecards, title: say("Scorecards"))
    let readings = context.scorecards
    let isAlone = readings.count == 1
    cards = readings.enumerated().map { ScorecardView($1, number: $0 + 1, isAlone: isAlone, context) }
    headline =
      isAlone
      ? readings.first.map(Self.headline) ?? ""
      : say("\(LetterCase.capitalised(CountWords.spelled(readings.count))) scorecards of mystery visits")
    let visits = readings.reduce(0) { $0 + $1.scorecard.visits.count }
    lede =
      (isAlone ? readings.first?.sentence : nil)
      ?? say("\(CountWords.of(visits, .visit)) in all. Shoppers judge what they meet; their names are not published.")
  }

  /// The score, and the section that gains the smallest share of its points.
  private static func headline(_ reading: ScorecardReading) -> String {
    guard let score = reading.score else { return say("\(reading.scorecard.title): nothing to score yet") }
    let share = FigureText.percent(score)
    let sections = reading.sections.compactMap { section in section.share.map { (section.section.name, $0) } }
    guard sections.count > 1, let least = sections.min(by: { $0.1 < $1.1 }) else {
      return say("Mystery visits gain \(share) of the points")
    }
    return say("Mystery visits gain \(share) of the points, least in “\(least.0)”")
  }
}

/// One scorecard on its page.
struct ScorecardView: View {
  /// Begins the ids of its headings.
  var anchor: String
  /// Of the headings of its parts: a level below its own title, where it has one.
  var level: String
  /// Absent where it is the only one.
  var title: String?
  var lede: String?
  var figures: [FigureView]
  var sections: ChartView?
  var criteria: [CriterionView]
  var units: [UnitView]
  var unitsNote: String
  var hasPlan: Bool
  var hasKnockOuts: Bool
  var knockedOut: [KnockedOutView]
  var knockedOutNote: String

  static let fields: [Field<ScorecardView>] = [
    .text("anchor", \.anchor), .text("level", \.level), .text("title", \.title), .text("lede", \.lede),
    .list("figures", \.figures),
    .object("sections", \.sections), .list("criteria", \.criteria), .list("units", \.units),
    .text("unitsNote", \.unitsNote), .flag("hasPlan", \.hasPlan), .flag("hasKnockOuts", \.hasKnockOuts),
    .list("knockedOut", \.knockedOut), .text("knockedOutNote", \.knockedOutNote),
  ]

  init(_ reading: ScorecardReading, number: Int, isAlone: Bool, _ context: SiteContext) {
    anchor = "card-\(number)"
    level = isAlone ? "2" : "3"
    title = isAlone ? nil : reading.scorecard.title
    lede = isAlone ? nil : reading.sentence
    figures = reading.figures
    sections = reading.sectionChart(id: "\(anchor)-chart").map { ChartView($0) }
    criteria = reading.criteria.map { CriterionView($0, context) }
    units = reading.units.map(UnitView.init)
    hasPlan = reading.scorecard.plan != nil
    unitsNote = reading.unitsNote
    hasKnockOuts = reading.scorecard.criteria.contains(where: \.isKnockOut)
    knockedOut = reading.knockedOut.map(KnockedOutView.init)
    let knockOuts = reading.scorecard.criteria.filter(\.isKnockOut).map { say("“\($0.text)”") }
    knockedOutNote = say(
      "A visit that misses a knock-out criterion scores zero, whatever else it gained: \(CountWords.list(knockOuts)).")
  }
}

/// One criterion: how often it was met.
struct CriterionView: View {
  var text: String
  var section: String
  var detail: String
  var met: String
  var share: String
  var interval: String
  var required: String
  var bar: HTML?
  var isShort: Bool
  var points: String
  var place: String
  var placeHref: String?
  var deficiencies: [NavigationView]

  static let fields: [Field<CriterionView>] = [
    .text("text", \.text), .text("section", \.section), .text("detail", \.detail), .text("met", \.met),
    .text("share", \.share), .text("interval", \.interval), .text("required", \.required), .html("bar", \.bar),
    .flag("isShort", \.isShort), .text("points", \.points), .text("place", \.place),
    .text("placeHref", \.placeHref), .list("deficiencies", \.deficiencies),
  ]

  init(_ reading: ScorecardReading.CriterionReading, _ context: SiteContext) {
    let criterion = reading.criterion
    text = criterion.text
    section = reading.section
    var parts = [section]
    if let standard = criterion.standard { parts.append(say("standard \(standard)")) }
    if criterion.isKnockOut { parts.append(say("knock-out")) }
    detail = parts.joined(separator: " · ")
    let n = reading.measurement.n ?? 0
    met = n == 0 ? say("never applied") : say("\(FigureText.count(reading.met)) of \(FigureText.count(n))")
    share = reading.measurement[.share].map { FigureText.percent($0) } ?? FigureText.unknown
    interval = reading.interval ?? FigureText.unknown
    required = FigureText.percent(criterion.target)
    isShort = reading.isShort
    bar = reading.measurement[.share].map {
      ScoreBar.picture($0, required: criterion.target, mark: reading.isShort ? .major : .plain)
    }
    let gained = reading.measurement[.pointsShare].map { FigureText.percent($0) } ?? FigureText.unknown
    points = criterion.points == 1 ? "" : say("\(gained) of points")
    let touchpoint = criterion.touchpoint
    place = [touchpoint.map(context.name(ofTouchpoint:)), criterion.dimension.map(context.name(ofDimension:))]
      .compactMap(\.self).joined(separator: " · ")
    placeHref =
      touchpoint.flatMap { context.sitemap.link(from: .scorecards, to: .touchpoint($0)) }
      ?? criterion.dimension.flatMap { context.sitemap.link(from: .scorecards, to: .dimension($0)) }
    deficiencies = context.deficiencies.filter { finding in
      (touchpoint ?? criterion.dimension) != nil && finding.touchpoint == touchpoint
        && finding.dimension == criterion.dimension
    }.compactMap { finding in
      context.sitemap.link(from: .scorecards, to: .deficiency(finding.id)).map {
        NavigationView(label: finding.title, href: $0, count: nil, isCurrent: false)
      }
    }
  }
}

/// One unit: how many visits, and what they scored.
struct UnitView: View {
  var name: String
  var visits: String
  var isBehind: Bool
  var score: String
  var interval: String
  var bar: HTML?
  var weakest: String
  var knockOuts: String?

  static let fields: [Field<UnitView>] = [
    .text("name", \.name), .text("visits", \.visits), .flag("isBehind", \.isBehind), .text("score", \.score),
    .text("interval", \.interval), .html("bar", \.bar), .text("weakest", \.weakest), .text("knockOuts", \.knockOuts),
  ]

  init(_ reading: ScorecardReading.UnitReading) {
    name = reading.name
    let done = reading.visits
    visits =
      reading.planned.map { say("\(FigureText.count(done)) of \(FigureText.count($0))") } ?? FigureText.count(done)
    isBehind = reading.planned.map { done < $0 } ?? false
    score = reading.measurement[.score].map { FigureText.percent($0) } ?? FigureText.unknown
    interval = reading.interval ?? FigureText.unknown
    bar = reading.measurement[.score].map { ScoreBar.picture($0) }
    weakest = reading.weakest ?? ""
    let knocked = Int(reading.measurement[.knockOuts] ?? 0)
    if knocked > 0, let points = reading.measurement[.pointsShare] {
      let (visits, share) = (CountWords.of(knocked, .visit), FigureText.percent(points))
      knockOuts =
        knocked == 1
        ? say("\(visits) counts zero; \(share) of the points without that")
        : say("\(visits) count zero; \(share) of the points without that")
    }
  }
}

/// A visit that missed a knock-out criterion.
struct KnockedOutView: View {
  var visit: String
  var unit: String
  var date: String
  var missed: String
  var points: String

  static let fields: [Field<KnockedOutView>] = [
    .text("visit", \.visit), .text("unit", \.unit), .text("date", \.date), .text("missed", \.missed),
    .text("points", \.points),
  ]

  init(_ reading: ScorecardReading.KnockedOut) {
    visit = reading.visit.id
    unit = reading.visit.unit ?? ""
    date = reading.visit.date.map(DayText.long) ?? ""
    missed = CountWords.list(reading.missed.map(\.text))
    points = reading.points.share.map { FigureText.percent($0) } ?? FigureText.unknown
  }
}
