import Audit

/// How far the numbers can be trusted, in a few plain sentences.
struct Soundness {
  let context: SiteContext

  init(_ context: SiteContext) {
    self.context = context
  }

  var sentences: [String] { [guesses, base, falseAlarms, response, losses, visits].compactMap(\.self) }

  /// Surveys whose questions nobody explained.
  private var guesses: String? {
    let guessed = context.report.project.surveys.filter { survey in
      survey.waves.contains { $0.readings.contains { !$0.guesses.isEmpty } }
    }
    guard !guessed.isEmpty else { return nil }
    return "What the questions of \(CountWords.list(guessed.map(\.id))) ask was guessed from the file; "
      + "nobody has confirmed it."
  }

  /// Whether there are enough answers everywhere.
  private var base: String? {
    let readings = context.phases.flatMap(\.touchpoints).compactMap { touchpoint in
      context.reading(.touchpoint, touchpoint.id).map { (touchpoint.name, $0) }
    }
    guard !readings.isEmpty else { return nil }
    let low = context.configuration.lowBase
    let thin = readings.filter { ($0.1.n ?? 0) < low }.map { Story.lowerFirst($0.0) }
    if thin.isEmpty { return "There are enough answers for every touchpoint that was asked about." }
    return
      "There are too few answers to judge \(CountWords.list(thin)): \(CountWords.of(low, .answer)) are needed."
  }

  /// The false discovery rate in words.
  private var falseAlarms: String? {
    let found = context.report.findings.count { $0.kind == .gap && $0.findingClass.isDeficiency }
    let tests = context.measured.latestTests
    guard found > 0, tests > 0 else { return nil }
    let rate = context.configuration.thresholds.falseDiscovery
    let expected = Double(found) * rate
    let few =
      expected < 0.5 ? "most likely none is" : "about \(CountWords.spelled(Int(expected.rounded()))) may be"
    return found == 1
      ? "The chance that the one deficiency in the answers is a false alarm is held to about \(FigureText.percent(rate))."
      : "\(CountWords.of(tests, .test)) were made; of the \(FigureText.count(found)) deficiencies they found, "
        + "\(few) a false alarm."
  }

  private var response: String? {
    let waves = context.measured.surveys.compactMap(\.latest)
    guard let wave = waves.max(by: { ($0.rows ?? 0) < ($1.rows ?? 0) }), let share = wave.response, share < 1
    else { return nil }
    return "\(FigureText.percent(share)) of those asked answered; what the others think is not known."
  }

  private var losses: String? {
    let waves = context.measured.surveys.compactMap(\.latest)
    guard !waves.isEmpty else { return nil }
    let unusable = waves.flatMap(\.unusable).reduce(0) { $0 + $1.count }
    let invalid = waves.flatMap(\.columns).reduce(0) { $0 + $1.invalid }
    if unusable == 0, invalid == 0 { return "Every row and every answer could be read." }
    let rows = unusable > 0 ? "\(CountWords.of(unusable, .row)) could not be read" : nil
    let cells = invalid > 0 ? "\(CountWords.of(invalid, .answer)) were not on their scale and were not counted" : nil
    return CountWords.capitalised(CountWords.list([rows, cells].compactMap(\.self))) + "."
  }

  private var visits: String? {
    let notes = context.report.project.notes.count
    guard notes > 0 else { return nil }
    return "What auditors saw in \(CountWords.of(notes, .note)) is judged, not measured."
  }
}
