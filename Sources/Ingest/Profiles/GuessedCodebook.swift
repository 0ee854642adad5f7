import Audit

/// The codebook of a survey that has none: the draft that `cxaudit survey` would write, read like any other.
enum GuessedCodebook {
  /// No pair where nothing useful can be guessed, or the file cannot be read.
  static func pair(
    csv: String, path: String, configuration: Configuration
  ) -> (pair: SurveyPairing.Pair?, diagnostics: [Diagnostic]) {
    let reading = ProfileReader.read(path: path, name: csv, configuration: configuration)
    // Warnings about the file itself come once more where its answers are read.
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard let profile = reading.profile, errors.isEmpty else { return (nil, errors) }
    let file = SurveyName.stem(csv) + ".yml"
    guard let draft = reading.draft else {
      return (nil, [.surveyWithoutCodebook(csv, expected: file)])
    }
    let (content, problems) = CodebookReader.read(SourceText(draft, file: file))
    // A warning about a draft that nobody can open would help nobody; an error would be ours.
    guard case .codebook(let codebook) = content, !problems.contains(where: { $0.severity == .error }) else {
      return (nil, [.surveyWithoutCodebook(csv, expected: file)])
    }
    var origin = codebook.origin
    // Nobody declared how the file is read: reading it finds out, and says so.
    origin.csv = CSVDeclaration()
    origin.survey = SurveyName.name(SurveyName.stem(csv))
    let pair = SurveyPairing.Pair(
      csv: csv, codebook: codebook, origin: origin, source: codebook.source,
      guesses: profile.guesses.map(\.text))
    return (pair, [.surveyGuessedCodebook(csv, guesses: profile.guesses.count)])
  }
}
