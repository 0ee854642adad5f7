import Audit
import Foundation

/// Reads the surveys of a project: codebooks, pairing, counting, grouping.
struct SurveysReader: Sendable {
  let input: InputReader
  let configuration: Configuration
  let jobs: Int

  struct Reading: Sendable {
    var surveys: [Survey] = []
    var diagnostics: [Diagnostic] = []
    /// Touchpoints and dimensions in the order in which items name them.
    var touchpoints: [String] = []
    var dimensions: [String] = []
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
      GuessedCodebook.pair(csv: csv, path: input.path(of: csv), configuration: configuration)
    }
    for guess in guessed { reading.diagnostics += guess.diagnostics }
    let pairs = pairing.pairs + guessed.compactMap(\.pair)
    await read(pairs.sorted { $0.csv.utf8.lexicographicallyPrecedes($1.csv.utf8) }, into: &reading)
    return reading
  }

  /// Reads one file with a codebook guessed from it.
  func read(csvWithoutCodebook csv: String) async -> Reading {
    var reading = Reading()
    let guess = GuessedCodebook.pair(csv: csv, path: input.path(of: csv), configuration: configuration)
    reading.diagnostics = guess.diagnostics
    if let pair = guess.pair { await read([pair], into: &reading) }
    return reading
  }

  /// Reads one file with the codebook that it is given.
  func read(csv: String, codebook file: String) async -> Reading {
    var reading = Reading()
    let (content, problems) = codebook(file)
    reading.diagnostics = problems
    switch content {
    case .codebook(let codebook):
      var origin = codebook.origin
      origin.survey = origin.survey ?? SurveyName.name(SurveyName.stem(file))
      let pair = SurveyPairing.Pair(csv: csv, codebook: codebook, origin: origin, source: codebook.source)
      await read([pair], into: &reading)
    case .reference(let reference):
      let target = SurveyName.folder(file) + reference.target.text
      let (shared, more) = self.codebook(target)
      reading.diagnostics += more
      guard case .codebook(let codebook) = shared else { break }
      var origin = codebook.origin.overridden(by: reference.origin)
      origin.survey = origin.survey ?? SurveyName.name(SurveyName.stem(target))
      let pair = SurveyPairing.Pair(csv: csv, codebook: codebook, origin: origin, source: reference.source)
      await read([pair], into: &reading)
    case nil: break
    }
    return reading
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
      await SurveyPart.read(pair, path: input.path(of: pair.csv), configuration: configuration, jobs: share)
    }
    for file in files { reading.diagnostics += file.diagnostics }
    let parts = files.flatMap(\.parts)
    let grouping = SurveyGrouping(parts)
    reading.surveys = grouping.surveys
    reading.diagnostics += grouping.diagnostics
    let definitions = parts.map(\.definition)
    reading.touchpoints = definitions.flatMap(\.touchpoints)
    reading.dimensions = definitions.flatMap(\.items).compactMap(\.dimension)
  }
}
