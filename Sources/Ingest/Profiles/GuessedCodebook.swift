import Audit
import Foundation

/// The codebook of a survey that has none: the draft that `cxaudit survey` would write, read like any other.
enum GuessedCodebook {
  /// No pair where nothing useful can be guessed, or the file cannot be read. Of the `explained` surveys one with the same
  /// header is named: the file may be another wave of it.
  static func pair(
    csv: String, path: String, configuration: Configuration, explained: [SurveyPairing.Pair] = [],
    in input: InputReader? = nil
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
    let known = input.flatMap { Self.sibling(of: csv, among: explained, in: $0) }
    return (pair, [.surveyGuessedCodebook(csv, guesses: profile.guesses.count, sibling: known)])
  }

  private static func sibling(
    of csv: String, among explained: [SurveyPairing.Pair], in input: InputReader
  ) -> (csv: String, codebook: String, own: String)? {
    let folder = SurveyName.folder(csv)
    guard let header = firstLine(of: input.path(of: csv)) else { return nil }
    let found = explained.first { pair in
      SurveyName.folder(pair.codebook.source.file) == folder && SurveyName.folder(pair.csv) == folder
        && firstLine(of: input.path(of: pair.csv)) == header
    }
    return found.map {
      ($0.csv, SurveyName.name($0.codebook.source.file), SurveyName.name(SurveyName.stem(csv)) + ".yml")
    }
  }

  /// Bytes of a text file's first line; nil where it is none, or very long.
  private static func firstLine(of path: String) -> [UInt8]? {
    guard path.hasSuffix(".csv") || path.hasSuffix(".tsv"), let file = FileHandle(forReadingAtPath: path) else {
      return nil
    }
    defer { try? file.close() }
    guard let bytes = try? file.read(upToCount: 1 << 16), let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 })
    else { return nil }
    return Array(bytes[..<end])
  }
}
