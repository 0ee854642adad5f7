import Audit

/// Which codebook explains which survey file.
///
/// A file's own codebook has its name (`2026-q1.yml` beside `2026-q1.csv`) and either explains it or points to a shared one
/// with `codebook:`; without one, a codebook that names the file under `files:` explains it.
struct SurveyPairing {
  struct Pair: Sendable {
    /// Relative to the project.
    var csv: String
    var codebook: Codebook
    /// The codebook's word, and in its place that of the file's own small one.
    var origin: SurveyOrigin
    /// The small file where there is one, else the codebook: for messages about the wave.
    var source: SourceText
    /// What was guessed, in plain words, where nobody wrote the codebook.
    var guesses: [String] = []
  }

  private(set) var pairs: [Pair] = []
  /// Survey files that no codebook explains, in byte order.
  private(set) var unexplained: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let readable: [String: CodebookReader.File]
  private let unreadable: Set<String>
  private let csvs: [String]
  private var used: Set<String> = []

  /// `codebooks` are all YAML files beside the surveys, those that cannot be read as nil; both are relative paths in byte
  /// order.
  init(csvs: [String], codebooks: [(file: String, content: CodebookReader.File?)]) {
    self.csvs = csvs
    var readable: [String: CodebookReader.File] = [:]
    for (file, content) in codebooks { readable[file] = content }
    self.readable = readable
    unreadable = Set(codebooks.filter { $0.content == nil }.map(\.file))
    let files = codebooks.map(\.file)
    var first: [String: String] = [:]
    for csv in csvs {
      let stem = SurveyName.stem(csv)
      if let earlier = first[stem] { diagnostics.append(.surveyTwice(csv, earlier)) } else { first[stem] = csv }
    }
    for csv in csvs {
      let own = SurveyName.stem(csv) + ".yml"
      if files.contains(own) {
        pair(csv, withOwn: own)
      } else {
        pairByPattern(csv, among: files, isComplete: unreadable.isEmpty)
      }
    }
    for file in files { reportUnused(file) }
  }

  private mutating func pair(_ csv: String, withOwn file: String) {
    used.insert(file)
    switch readable[file] {
    case .codebook(let codebook): add(csv, codebook, origin: codebook.origin, source: codebook.source)
    case .reference(let reference): pair(csv, with: reference)
    case nil: break
    }
  }

  private mutating func pair(_ csv: String, with reference: CodebookReference) {
    let target = SurveyName.folder(csv) + reference.target.text
    let place = reference.source.place(of: reference.target.span)
    used.insert(target)
    switch readable[target] {
    case .codebook(let codebook):
      add(csv, codebook, origin: codebook.origin.overridden(by: reference.origin), source: reference.source)
    case .reference: diagnostics.append(.surveyCodebookChain(reference.target.text, at: place))
    case nil:
      // One that is there and cannot be read has been reported.
      let names = readable.keys.map { SurveyName.name($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      if !unreadable.contains(target) {
        diagnostics.append(.surveyCodebookUnknown(reference.target.text, known: names, at: place))
      }
    }
  }

  private mutating func pairByPattern(_ csv: String, among files: [String], isComplete: Bool) {
    let name = SurveyName.name(csv)
    let found = files.filter { file in
      guard case .codebook(let codebook) = readable[file] else { return false }
      return codebook.files.contains { FileNamePattern($0.text).matches(name) }
    }
    if found.count > 1 {
      diagnostics.append(.surveyTwoCodebooks(csv, found))
      used.formUnion(found)
    } else if let file = found.first, case .codebook(let codebook) = readable[file] {
      used.insert(file)
      add(csv, codebook, origin: codebook.origin, source: codebook.source)
    } else if isComplete {
      unexplained.append(csv)
    }
  }

  private mutating func add(_ csv: String, _ codebook: Codebook, origin: SurveyOrigin, source: SourceText) {
    var origin = origin
    // The default is the name of the file that holds the questions.
    origin.survey = origin.survey ?? SurveyName.name(SurveyName.stem(codebook.source.file))
    pairs.append(Pair(csv: csv, codebook: codebook, origin: origin, source: source))
  }

  private mutating func reportUnused(_ file: String) {
    switch readable[file] {
    case .codebook(let codebook):
      func matchesAny(_ pattern: YAMLScalar) -> Bool {
        csvs.contains { FileNamePattern(pattern.text).matches(SurveyName.name($0)) }
      }
      for pattern in codebook.files where !matchesAny(pattern) {
        diagnostics.append(.surveyPatternUnmatched(pattern.text, at: codebook.source.place(of: pattern.span)))
      }
      guard !used.contains(file) else { break }
      if codebook.files.isEmpty {
        diagnostics.append(.surveyCodebookAlone(file))
      } else if codebook.files.contains(where: matchesAny) {
        diagnostics.append(.surveyCodebookOverruled(file))
      }
    case .reference:
      if !used.contains(file) { diagnostics.append(.surveyCodebookAlone(file)) }
    case nil: break
    }
  }
}

/// Parts of a survey file's path.
enum SurveyName {
  /// Endings of files with answers.
  static let endings = [".csv.gz", ".csv", ".tsv", ".xlsx"]

  static func isSurvey(_ path: String) -> Bool { endings.contains { path.hasSuffix($0) } }

  static func isWorkbook(_ path: String) -> Bool { path.hasSuffix(".xlsx") }

  /// Without the ending of a survey or of a codebook.
  static func stem(_ path: String) -> String {
    for ending in endings + [".yml"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// With its slash.
  static func folder(_ path: String) -> String { String(path.dropLast(name(path).count)) }
}
