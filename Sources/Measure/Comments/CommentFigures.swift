import Audit
import Statistics

/// What comments of the latest waves of customers' surveys come to (methodology 8).
///
/// A theme's counts under the minimum cell are withheld here already: unlike other figures nobody needs them before.
func commentFigures(
  _ surveys: [Survey], _ terms: CommentTerms, _ configuration: Configuration
) -> [MeasuredComments] {
  surveys.filter { $0.respondents == .customers }.compactMap { survey in
    let latest = survey.waves.max { $0.wave < $1.wave }
    guard let latest, let tally = latest.comments else { return nil }
    let rules = CommentRulesOfShowing(
      minimum: configuration.minimumCell(for: .customers),
      confidence: configuration.thresholds.confidence, touchpoints: configuration.journey.touchpoints.map(\.id),
      cleared: Set(terms.quotes.filter(\.isCleared).map(\.key)), quotedFrom: configuration.quotedFrom)
    var measured = MeasuredComments(survey: survey.id, wave: latest.wave.label, files: latest.files)
    CommentFigures(tally, terms.themes, rules).record(in: &measured)
    return measured
  }
}

/// What may be shown of comments.
struct CommentRulesOfShowing {
  var minimum: Int
  var confidence: Double
  /// In the order of the journey.
  var touchpoints: [String]
  /// Keys of comments that a person cleared.
  var cleared: Set<String>
  /// Comments of a theme and place from which one may be quoted.
  var quotedFrom: Int
}

/// The figures of one wave's comments.
struct CommentFigures {
  private let tally: CommentTally
  private let themes: [CommentTheme]
  private let rules: CommentRulesOfShowing
  /// Touchpoints that comments are about, in the order of the journey, then byte order.
  private let touchpoints: [String]
  private let mask: CommentMask

  init(_ tally: CommentTally, _ declared: [CommentTheme], _ rules: CommentRulesOfShowing) {
    self.tally = tally
    self.rules = rules
    let coded = tally.coded.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let themes = declared + coded.filter { theme in !declared.contains { $0.id == theme.id } }
    let met = Set(tally.counts.keys.compactMap(\.touchpoint))
    let touchpoints =
      rules.touchpoints.filter(met.contains)
      + met.subtracting(rules.touchpoints).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    (self.themes, self.touchpoints) = (themes, touchpoints)
    mask = CommentMask(themes: themes, places: touchpoints.count + 1, minimum: rules.minimum) { subject, place in
      Self.count(subject, at: place, touchpoints, tally).comments
    }
  }

  func record(in measured: inout MeasuredComments) {
    measured.comments = mask.isShown(.all, at: everywhere) ? count(.all, at: everywhere).comments : nil
    if tally.asksConsent, tally.consenting == 0 || tally.consenting >= rules.minimum {
      measured.consenting = tally.consenting
    }
    measured.themes = themes.compactMap(measuredTheme)
    measured.cells = cells(measured.themes)
    measured.familySize = adjust(&measured)
    measured.quotes = QuoteChoice(tally, themes, touchpoints, rules).quotes
  }

  /// The place of comments without a touchpoint, and that of all comments; the touchpoints stand before them.
  private var nowhere: Int { touchpoints.count }
  private var everywhere: Int { touchpoints.count + 1 }

  private func count(_ subject: CommentTally.Subject, at place: Int) -> CommentTally.Count {
    Self.count(subject, at: place, touchpoints, tally)
  }

  private static func count(
    _ subject: CommentTally.Subject, at place: Int, _ touchpoints: [String], _ tally: CommentTally
  ) -> CommentTally.Count {
    let all = touchpoints.map(Optional.some) + [nil]
    let places = place < all.count ? [all[place]] : all
    return places.reduce(into: CommentTally.Count()) { sum, touchpoint in
      sum += tally.counts[CommentTally.Key(touchpoint: touchpoint, subject: subject)] ?? CommentTally.Count()
    }
  }

  private func measuredTheme(_ theme: CommentTheme) -> MeasuredTheme? {
    let subject = CommentTally.Subject.theme(theme.id)
    guard count(subject, at: everywhere).comments > 0 else { return nil }
    return MeasuredTheme(
      theme: theme, all: figures(subject, at: everywhere),
      places: places(subject, standsFor: [theme.touchpoint].compactMap(\.self)),
      check: tally.checks[theme.id].flatMap(check))
  }

  /// Touchpoint by touchpoint, where there are comments. At those that a theme stands for, comments without a touchpoint
  /// might have named it, too.
  private func places(_ subject: CommentTally.Subject, standsFor own: [String]) -> [MeasuredTheme.Place] {
    let met = touchpoints.indices.filter { place in
      count(.all, at: place).comments > 0 || count(subject, at: place).comments > 0
    }
    return met.map { place in
      let isAmongAll = own.contains(touchpoints[place]) && count(.all, at: nowhere).comments > 0
      return MeasuredTheme.Place(
        touchpoint: touchpoints[place], figures: figures(subject, at: place, isAmongAll: isAmongAll))
    }
  }

  private func figures(_ subject: CommentTally.Subject, at place: Int, isAmongAll: Bool = false) -> ThemeFigures {
    var base = count(.all, at: place)
    if isAmongAll { base += count(.all, at: nowhere) }
    let isBaseShown = mask.isShown(.all, at: place) && (!isAmongAll || mask.isShown(.all, at: nowhere))
    let own = count(subject, at: place)
    var figures = figures(
      isBaseShown && mask.isShown(subject, at: place) ? own : nil, of: isBaseShown ? base : nil)
    figures.isAmongAll = isAmongAll
    if place < nowhere, !figures.isWithheld {
      figures.contrast = contrast(own, base, count(subject, at: everywhere), count(.all, at: everywhere))
    }
    return figures
  }

  /// `count` and `base` are nil where they are withheld.
  private func figures(_ count: CommentTally.Count?, of base: CommentTally.Count?) -> ThemeFigures {
    var figures = ThemeFigures()
    figures.of = base?.comments
    guard let count, let base, base.comments > 0 else {
      figures.isWithheld = true
      return figures
    }
    let proportion = Proportion(successes: count.comments, n: base.comments, confidence: rules.confidence)
    figures.comments = count.comments
    (figures.share, figures.low, figures.high) = (proportion.share.value, proportion.low.value, proportion.high.value)
    let open = count.comments - count.bad - count.good
    if [count.bad, count.good, open].allSatisfy({ $0 == 0 || $0 >= rules.minimum }) {
      (figures.bad, figures.good) = (count.bad, count.good)
    } else if [count.bad, count.comments - count.bad].allSatisfy({ $0 == 0 || $0 >= rules.minimum }) {
      figures.bad = count.bad
    }
    figures.rating = rating(count, base)
    return figures
  }

  private func contrast(
    _ count: CommentTally.Count, _ base: CommentTally.Count, _ all: CommentTally.Count, _ whole: CommentTally.Count
  ) -> ThemeFigures.Contrast? {
    let (others, rest) = (all.comments - count.comments, whole.comments - base.comments)
    guard base.comments >= rules.minimum, rest >= rules.minimum, others >= 0, others <= rest else { return nil }
    let odds = LogOdds(count.comments, of: base.comments, against: others, of: rest)
    guard let ratio = odds.logOdds.value, let se = odds.se.value, let z = odds.z.value, let p = odds.p.value else {
      return nil
    }
    return ThemeFigures.Contrast(logOdds: ratio, se: se, z: z, p: p)
  }

  /// Those who name it against those who do not, of one place.
  private func rating(_ count: CommentTally.Count, _ base: CommentTally.Count) -> ThemeFigures.Rating? {
    let (n, rest) = (count.rated, base.rated - count.rated)
    guard n >= rules.minimum, rest >= rules.minimum else { return nil }
    let test = WelchTest(
      sample(n, count.ratingSum, count.ratingSquares),
      sample(rest, base.ratingSum - count.ratingSum, base.ratingSquares - count.ratingSquares),
      confidence: rules.confidence)
    return test.difference.value.map {
      ThemeFigures.Rating(difference: $0, low: test.low.value, high: test.high.value, p: test.p.value)
    }
  }

  private func sample(_ n: Int, _ sum: Int, _ squares: Int) -> SampleMean {
    let moments = Moments(ScoreSums(n: n, sum: Int128(sum), sumOfSquares: UInt128(squares)))
    return SampleMean(n: n, mean: moments.mean.value ?? 0, variance: moments.variance.value ?? 0)
  }

  private func check(_ check: CommentTally.Check) -> ThemeCheck? {
    let n = check.both + check.personOnly + check.lexiconOnly + check.neither
    guard n >= rules.minimum else { return nil }
    var units: [[Int?]] = []
    func add(_ person: Int, _ lexicon: Int, _ count: Int) {
      units += [[Int?]](repeating: [person, lexicon], count: count)
    }
    add(1, 1, check.both)
    add(1, 0, check.personOnly)
    add(0, 1, check.lexiconOnly)
    add(0, 0, check.neither)
    func share(_ part: Int, _ whole: Int) -> Double? { whole < rules.minimum ? nil : Double(part) / Double(whole) }
    return ThemeCheck(
      n: n, alpha: KrippendorffAlpha(units, level: .nominal).alpha.value,
      precision: share(check.both, check.both + check.lexiconOnly),
      recall: share(check.both, check.both + check.personOnly))
  }

  /// What is said of each dimension, in all and at each touchpoint.
  private func cells(_ measured: [MeasuredTheme]) -> [MeasuredWords] {
    var dimensions: [String] = []
    for case let id? in measured.map(\.theme.dimension) where !dimensions.contains(id) { dimensions.append(id) }
    var cells: [MeasuredWords] = []
    for dimension in dimensions {
      let subject = CommentTally.Subject.dimension(dimension)
      let own = measured.filter { $0.theme.dimension == dimension }
      let all = figures(subject, at: everywhere)
      cells.append(MeasuredWords(cell: Cell(dimension: dimension), themes: names(own) { $0.all }, figures: all))
      for place in places(subject, standsFor: own.compactMap(\.theme.touchpoint)) {
        let names = names(own) { theme in theme.places.first { $0.touchpoint == place.touchpoint }?.figures }
        let cell = Cell(touchpoint: place.touchpoint, dimension: dimension)
        cells.append(MeasuredWords(cell: cell, themes: names, figures: place.figures))
      }
    }
    return cells
  }

  /// Of themes whose number is shown and not 0, the most frequent first.
  private func names(_ themes: [MeasuredTheme], _ figures: (MeasuredTheme) -> ThemeFigures?) -> [String] {
    var found: [(name: String, comments: Int)] = []
    for theme in themes {
      guard let comments = figures(theme)?.comments, comments > 0 else { continue }
      // Behind those that are as frequent, so the order of themes decides.
      let index = found.firstIndex { $0.comments < comments } ?? found.endIndex
      found.insert((theme.theme.name, comments), at: index)
    }
    return found.map(\.name)
  }

  /// q over all contrasts of themes at touchpoints, one family; those of dimensions are another. The size of the first.
  private func adjust(_ measured: inout MeasuredComments) -> Int {
    let p = measured.themes.map { $0.places.map { $0.figures.contrast?.p } }
    var rest = benjaminiHochberg(p.flatMap(\.self))[...]
    for theme in measured.themes.indices {
      for place in measured.themes[theme].places.indices {
        measured.themes[theme].places[place].figures.contrast?.q = rest.removeFirst()
      }
    }
    let q = benjaminiHochberg(measured.cells.map { $0.figures.contrast?.p })
    for index in measured.cells.indices { measured.cells[index].figures.contrast?.q = q[index] }
    return p.joined().count { $0 != nil }
  }
}
