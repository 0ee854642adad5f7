import Audit
import Foundation

/// Reads the surveys of a project: codebooks, pairing, counting, grouping.
struct SurveysReader: Sendable {
  let input: InputReader
  let configuration: Configuration
  let jobs: Int
  /// Nil where nothing is kept.
  var cache: TallyCache?
  /// Nil where comments are not read.
  var comments: CommentRules?

  struct Reading: Sendable {
    var surveys: [Survey] = []
    var diagnostics: [Diagnostic] = []
    /// Touchpoints and dimensions in the order in which items name them.
    var touchpoints: [String] = []
    var dimensions: [String] = []
    /// What the cache holds, by file.
    var cached: [String: CachedScan.Entry] = [:]
  }

  /// `csvs` and `codebooks` are relative paths in byte order.
  func read(csvs: [String], codebooks: [String]) async -> Reading {
    var reading = Reading()
    var files: [(file: String, content: CodebookReader.File?)] = []
    for file in codebooks {
      let (content, problems) = codebook(file)
      files.append((file, content))
      reading.diagnostics += problems
    }
    let pairing = SurveyPairing(csvs: csvs, codebooks: files)
    reading.diagnostics += pairing.diagnostics
    let guessed = await mapInOrder(pairing.unexplained, jobs: jobs) { csv in
      GuessedCodebook.pair(
        csv: csv, path: input.path(of: csv), configuration: configuration, explained: pairing.pairs, in: input)
    }
    for guess in guessed { reading.diagnostics += guess.diagnostics }
    let pairs = pairing.pairs + guessed.compactMap(\.pair)
    await read(pairs.sorted { $0.csv.utf8.lexicographicallyPrecedes($1.csv.utf8) }, into: &reading)
    return reading
  }

  /// Reads one file with the codebook that it is given.
  func read(csv: String, codebook: String) async -> Reading {
    await read([NamedFile(csv: csv, codebook: codebook)])
  }

  /// A survey file and its codebook; without one it is guessed from the file.
  struct NamedFile {
    var csv: String
    var codebook: String?
  }

  /// Reads these files alone; those with one `survey:` are waves or parts of one survey.
  func read(_ files: [NamedFile]) async -> Reading {
    var reading = Reading()
    var pairs: [SurveyPairing.Pair] = []
    for file in files {
      let found = pair(file)
      // One codebook may explain several of them.
      reading.diagnostics += found.diagnostics.filter { !reading.diagnostics.contains($0) }
      pairs += [found.pair].compactMap(\.self)
    }
    await read(pairs.sorted { $0.csv.utf8.lexicographicallyPrecedes($1.csv.utf8) }, into: &reading)
    return reading
  }

  private func pair(_ file: NamedFile) -> (pair: SurveyPairing.Pair?, diagnostics: [Diagnostic]) {
    let csv = file.csv
    guard let name = file.codebook else {
      let guess = GuessedCodebook.pair(csv: csv, path: input.path(of: csv), configuration: configuration)
      return (guess.pair, guess.diagnostics)
    }
    let (content, problems) = codebook(name)
    switch content {
    case .codebook(let codebook):
      var origin = codebook.origin
      origin.survey = origin.survey ?? SurveyName.name(SurveyName.stem(name))
      return (SurveyPairing.Pair(csv: csv, codebook: codebook, origin: origin, source: codebook.source), problems)
    case .reference(let reference):
      let target = SurveyName.folder(name) + reference.target.text
      let (shared, more) = codebook(target)
      if case .reference = shared {
        let place = reference.source.place(of: reference.target.span)
        return (nil, problems + more + [.surveyCodebookChain(reference.target.text, at: place)])
      }
      guard case .codebook(let codebook) = shared else { return (nil, problems + more) }
      var origin = codebook.origin.overridden(by: reference.origin)
      origin.survey = origin.survey ?? SurveyName.name(SurveyName.stem(target))
      let pair = SurveyPairing.Pair(csv: csv, codebook: codebook, origin: origin, source: reference.source)
      return (pair, problems + more)
    case nil: return (nil, problems)
    }
  }

  /// The codebook in the folder of a survey file that names it under `files:`; nil without one, or with several.
  func codebook(naming csv: String) -> String? {
    let folder = SurveyName.folder(csv)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let found = names.filter { $0.hasSuffix(".yml") }.filter { name in
      guard case .codebook(let codebook) = codebook(folder + name).0 else { return false }
      return codebook.files.contains { FileNamePattern($0.text).matches(SurveyName.name(csv)) }
    }
    return found.count == 1 ? found.first.map { folder + $0 } : nil
  }

  private func codebook(_ file: String) -> (CodebookReader.File?, [Diagnostic]) {
    switch input.text(of: file) {
    case .failure(let problem): return (nil, [problem.diagnostic])
    case .success(let source):
      let (content, diagnostics) = CodebookReader.read(source)
      // What is half understood would be resolved into more errors.
      return (diagnostics.contains { $0.severity == .error } ? nil : content, diagnostics)
    }
  }

  private func read(_ pairs: [SurveyPairing.Pair], into reading: inout Reading) async {
    let share = max(1, jobs / max(1, pairs.count))
    let files = await mapInOrder(pairs, jobs: jobs) { pair in
      await SurveyPart.read(
        pair, path: input.path(of: pair.csv), configuration: configuration, jobs: share, cache: cache,
        comments: comments)
    }
    for (pair, file) in zip(pairs, files) {
      reading.diagnostics += file.diagnostics
      reading.cached[pair.csv] = file.cached
    }
    let parts = files.flatMap(\.parts)
    let grouping = SurveyGrouping(parts)
    reading.surveys = grouping.surveys
    reading.diagnostics += grouping.diagnostics
    let definitions = parts.map(\.definition)
    reading.touchpoints = definitions.flatMap(\.touchpoints)
    reading.dimensions = definitions.flatMap(\.items).compactMap(\.dimension)
  }
}
