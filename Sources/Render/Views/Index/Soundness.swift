import Audit

/// How far the numbers can be trusted, in a few plain sentences.
struct Soundness {
  let context: SiteContext

  init(_ context: SiteContext) {
    self.context = context
  }

  var sentences: [String] { [guesses, base, falseAlarms, response, losses, unweighted, visits].compactMap(\.self) }

  /// Surveys whose questions nobody explained.
  private var guesses: String? {
    let guessed = context.report.project.surveys.filter { survey in
      survey.waves.contains { $0.readings.contains { !$0.guesses.isEmpty } }
    }
    guard !guessed.isEmpty else { return nil }
    let surveys = CountWords.list(guessed.map(\.id))
    return say("What the questions of \(surveys) ask was guessed from the file; nobody has confirmed it.")
  }

  /// Whether there are enough answers everywhere.
  private var base: String? {
    let readings = context.phases.flatMap(\.touchpoints).compactMap { touchpoint in
      context.reading(.touchpoint, touchpoint.id).map { (touchpoint.name, $0) }
    }
    guard !readings.isEmpty else { return nil }
    let low = context.configuration.lowBase
    // Of a touchpoint whose questions share no scale there is no figure of all of them together.
    let thin = readings.filter { $0.1.measurement.figure(.failedShare)?.reason != .mixedScales && ($0.1.n ?? 0) < low }
      .map { LetterCase.inSentence($0.0) }
    if thin.isEmpty { return say("There are enough answers for every touchpoint that was asked about.") }
    return say(
      "There are too few answers to judge \(CountWords.list(thin)): \(CountWords.of(low, .answer)) are needed.")
  }

  /// The false discovery rate in words.
  private var falseAlarms: String? {
    let found = context.report.findings.count { $0.kind.isOfFamily && $0.findingClass.isDeficiency }
    let tests = context.measured.latestTests
    guard found > 0, tests > 0 else { return nil }
    let rate = context.configuration.thresholds.falseDiscovery
    guard found > 1 else {
      return say(
        """
        The chance that the one deficiency in the answers is a false alarm is held to about \
        \(FigureText.percent(rate)).
        """)
    }
    return alarms(
      Int((Double(found) * rate).rounded()), among: FigureText.count(found), tests: CountWords.of(tests, .test))
  }

  private func alarms(_ expected: Int, among found: String, tests: String) -> String {
    switch expected {
    case 0:
      say("\(tests) were made; of the \(found) deficiencies they found, most likely none is a false alarm.")
    case 1:
      say("\(tests) were made; of the \(found) deficiencies they found, about one may be a false alarm.")
    default:
      say(
        """
        \(tests) were made; of the \(found) deficiencies they found, about \(CountWords.spelled(expected)) \
        may be a false alarm.
        """)
    }
  }

  private var response: String? {
    let waves = context.measured.surveys.compactMap(\.latest)
    guard let wave = waves.max(by: { ($0.rows ?? 0) < ($1.rows ?? 0) }), let share = wave.response, share < 1
    else { return nil }
    return say("\(FigureText.percent(share)) of those asked answered; what the others think is not known.")
  }

  private var losses: String? {
    let waves = context.measured.surveys.compactMap(\.latest)
    guard !waves.isEmpty else { return nil }
    let unusable = waves.flatMap(\.unusable)
    let lost = unusable.reduce(0) { $0 + $1.count }
    let invalid = waves.flatMap(\.columns).reduce(0) { $0 + $1.invalid }
    let (rows, cells) = (
      MethodWords.rows(lost, lines: unusable.reduce(0) { $0 + $1.lines }), CountWords.of(invalid, .answer)
    )
    switch (lost > 0, invalid > 0) {
    case (false, false): return say("Every row and every answer could be read.")
    case (true, false): return say("\(rows) could not be read.")
    case (false, true): return say("\(cells) were not on their scale and were not counted.")
    case (true, true):
      return say("\(rows) could not be read and \(cells) were not on their scale and were not counted.")
    }
  }

  /// Rows that count in no weighted figure.
  private var unweighted: String? {
    let waves = context.measured.surveys.compactMap(\.latest)
    let rows = waves.reduce(0) { sum, wave in
      guard wave.definition.hasWeights, let all = wave.rows, let n = wave.all?.measurement(.weights, "all")?.n, n < all
      else { return sum }
      return sum + all - n
    }
    return rows > 0 ? say("\(CountWords.of(rows, .row)) without a weight count in no weighted figure.") : nil
  }

  private var visits: String? {
    let notes = context.report.project.notes.count
    guard notes > 0 else { return nil }
    return say("What auditors saw in \(CountWords.of(notes, .note)) is judged, not measured.")
  }
}
