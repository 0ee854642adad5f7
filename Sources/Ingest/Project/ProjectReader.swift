package import Audit
import Theme

/// Reads a project's folder into values: the first stage of the pipeline.
package struct ProjectReader: Sendable {
  private let input: InputReader
  private let jobs: Int
  private let cache: TallyCache?

  /// `root` is the project's folder; `jobs` is how much may be done side by side, and never changes the result.
  ///
  /// `cache` holds counts of surveys from earlier builds, and takes those of this one.
  package init(root: String, jobs: Int, cache: TallyCache? = nil) {
    self.cache = cache
    input = InputReader(root: root)
    self.jobs = max(1, jobs)
  }

  /// The project and what is wrong with it. There is no project when its configuration cannot be read, or nothing is in it.
  package func read() async -> (project: Project?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    var walk = ProjectWalk(root: input.root)
    guard walk.isFolder else {
      log.add(.projectNoFolder(input.root))
      return (nil, log)
    }
    let content = walk.files(in: "content")
    var files = ContentFiles(content)
    if files.isEmpty { files.adopt(walk.looseFiles()) }
    let templates = walk.files(in: "templates")
    log.add(contentsOf: walk.diagnostics + files.diagnostics)
    guard let configuration = configuration(walk, &log) else { return (nil, log) }
    guard !files.isEmpty else {
      if !log.hasErrors { log.add(.projectNoContent()) }
      return (nil, log)
    }
    var project = Project(configuration: configuration)
    var read = walk.hasFile(Self.configurationFile) ? [Self.configurationFile] : []
    project.summary = summary(files, &log)
    let comments = CommentFiles(files, input, configuration)
    (project.lexicon, project.themes) = (comments.lexicon.files, comments.lexicon.themes)
    project.quotes = comments.decisions
    log.add(contentsOf: comments.diagnostics)
    let reading = await SurveysReader(
      input: input, configuration: configuration, jobs: jobs, cache: cache, comments: comments.rules
    ).read(csvs: files.surveys, codebooks: files.codebooks)
    project.surveys = reading.surveys
    log.add(contentsOf: reading.diagnostics)
    if !log.hasErrors { log.add(contentsOf: comments.remarks(on: reading.surveys)) }
    let terms = NoteTerms(configuration, reading)
    let pictures = content.filter { !$0.hasSuffix(".md") }
    let shown = await PhotosReader(input: input, walk: walk, jobs: jobs, candidates: pictures)
      .read(await notes(files.notes, terms, &log))
    (project.notes, project.photos) = (shown.notes, shown.photos)
    log.add(contentsOf: shown.diagnostics)
    project.scorecards = scorecards(files, terms, required: configuration.thresholds.required, &log)
    project.corrections = await corrections(files.corrections, &log)
    project.words = words(files.words, &log)
    let history = HistoryReader(input: input, configuration: configuration).read(files.history)
    project.snapshots = history.snapshots
    log.add(contentsOf: history.diagnostics)
    readBrand(&project.configuration.brand, walk, &log)
    read += project.configuration.brand.files.map(\.path)
    project.templates = overrides(templates, &log)
    let language = LanguageReader.read(configuration.language, overrides: project.templates)
    project.language = language.language
    log.add(contentsOf: language.diagnostics)
    project.remedies = remedies(files.remedies, of: project, &log)
    Language.$current.withValue(project.language) {
      project.configuration.adopt(
        touchpoints: reading.touchpoints + project.notes.flatMap(\.touchpoints)
          + project.scorecards.flatMap(\.criteria).compactMap(\.touchpoint), dimensions: reading.dimensions)
    }
    read += (files.summary.map { [$0] } ?? []) + files.surveys + files.codebooks + project.notes.map(\.file)
    read += files.scorecards + files.scorecardSheets + files.history
    read += shown.photos.map(\.path) + files.lexicons + [files.quotes].compactMap(\.self)
    read += files.corrections + files.words + files.remedies + project.templates.map { "templates/\($0.path)" }
    // After an error something may be missing that the next build needs.
    if !log.hasErrors { cache?.removeAll(but: Set(reading.cached.values.map(\.key))) }
    project.inputs = await inputs(read, known: reading.cached.compactMapValues(\.digest))
    log.add(contentsOf: repeatedParts(of: project))
    return (project, log)
  }

  /// `cxaudit.yml` alone; the defaults where there is none, nil where it cannot be read.
  package func configuration() -> (configuration: Configuration?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let configuration = configuration(ProjectWalk(root: input.root), &log)
    return (configuration, log)
  }

  private static let configurationFile = "cxaudit.yml"

  private func configuration(_ walk: ProjectWalk, _ log: inout DiagnosticLog) -> Configuration? {
    guard walk.hasFile(Self.configurationFile) else {
      if walk.leadsOutside(Self.configurationFile) { log.add(.projectLink(Self.configurationFile)) }
      if walk.hasFile("cxaudit.yaml") { log.add(.projectNotRead("cxaudit.yaml", hint: "name it cxaudit.yml")) }
      return Configuration()
    }
    switch input.text(of: Self.configurationFile) {
    case .failure(let problem):
      log.add(problem.diagnostic)
      return nil
    case .success(let source):
      let (configuration, diagnostics) = ConfigurationReader.read(source)
      log.add(contentsOf: diagnostics)
      return configuration
    }
  }

  /// Files of one wave that have the same bytes: most likely one of them is a copy left behind.
  private func repeatedParts(of project: Project) -> [Diagnostic] {
    var digests: [String: String] = [:]
    for input in project.inputs { digests[input.path] = input.sha256 }
    return project.surveys.flatMap(\.waves).flatMap { wave in
      wave.files.enumerated().compactMap { index, file in
        let same = wave.files.prefix(index).first { digests[$0] != nil && digests[$0] == digests[file] }
        return same.map { .surveySameAnswers(file, $0) }
      }
    }
  }

  /// Those `known` already are not read again: they are what was counted.
  private func inputs(_ files: [String], known: [String: String]) async -> [InputFile] {
    let sorted = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return await mapInOrder(sorted, jobs: jobs) { file in
      known[file].map { InputFile(path: file, sha256: $0) } ?? input.input(file)
    }.compactMap { $0 }
  }
}

extension ProjectReader {
  private func summary(_ files: ContentFiles, _ log: inout DiagnosticLog) -> MarkdownText? {
    files.summary.flatMap { text(of: $0, &log) }.map { source in
      let matter = FrontMatter(source)
      log.add(contentsOf: matter.diagnostics)
      if let yaml = matter.yaml {
        let (_, problems) = MappingReader.read(yaml, as: "the front matter of index.md") { $0.warnUnused("title") }
        log.add(contentsOf: problems)
      }
      return matter.body
    }
  }

  private func text(of file: String, _ log: inout DiagnosticLog) -> SourceText? {
    switch input.text(of: file) {
    case .success(let source): return source
    case .failure(let problem):
      log.add(problem.diagnostic)
      return nil
    }
  }

  private func notes(_ files: [String], _ terms: NoteTerms, _ log: inout DiagnosticLog) async -> [NoteReading] {
    let reader = NoteReader(terms: terms)
    let named = Array(zip(files, ContentNames.slugs(of: files)))
    let readings = await mapInOrder(named, jobs: jobs) { file, slug -> NoteReading in
      switch input.text(of: file) {
      case .success(let source): reader.read(source, slug: slug)
      case .failure(let problem): NoteReading(note: nil, diagnostics: [problem.diagnostic])
      }
    }
    for reading in readings { log.add(contentsOf: reading.diagnostics) }
    return readings
  }

  private func scorecards(
    _ files: ContentFiles, _ terms: NoteTerms, required: Double, _ log: inout DiagnosticLog
  ) -> [Scorecard] {
    let reader = ScorecardsReader(input: input, terms: terms, required: required)
    let reading = reader.read(tables: files.scorecards, sheets: files.scorecardSheets)
    log.add(contentsOf: reading.diagnostics)
    return reading.scorecards
  }

  private func corrections(_ files: [String], _ log: inout DiagnosticLog) async -> [Correction] {
    let named = Array(zip(files, ContentNames.slugs(of: files, keepsPoints: true)))
    let readings = await mapInOrder(named, jobs: jobs) { file, slug -> CorrectionReading in
      switch input.text(of: file) {
      case .success(let source): CorrectionReader.read(source, slug: slug)
      case .failure(let problem): CorrectionReading(correction: nil, diagnostics: [problem.diagnostic])
      }
    }
    for reading in readings { log.add(contentsOf: reading.diagnostics) }
    return readings.compactMap(\.correction)
  }

  private func words(_ files: [String], _ log: inout DiagnosticLog) -> [ConsultantWord] {
    files.compactMap { file in
      guard let source = text(of: file, &log) else { return nil }
      let id = file.dropFirst("content/findings/".count).dropLast(".md".count)
      let reading = WordReader.read(source, finding: String(id))
      log.add(contentsOf: reading.diagnostics)
      return reading.word
    }
  }

  /// The logo's and the fonts' bytes.
  private func readBrand(_ brand: inout Brand, _ walk: ProjectWalk, _ log: inout DiagnosticLog) {
    func filled(_ file: Brand.File) -> Brand.File {
      guard walk.hasFile(file.path), case .success(let bytes) = input.bytes(of: file.path) else {
        log.add(.configBrandUnreadable(file))
        return file
      }
      if bytes.count > Brand.largest { log.add(.configBrandLarge(file, size: bytes.count)) }
      var file = file
      file.bytes = bytes
      return file
    }
    brand.logo = brand.logo.map(filled)
    for index in brand.fonts.indices { brand.fonts[index].file = filled(brand.fonts[index].file) }
  }

  /// Files of `templates/` that differ from the built-in ones.
  private func overrides(_ files: [String], _ log: inout DiagnosticLog) -> [TemplateFile] {
    files.compactMap { file in
      let path = String(file.dropFirst("templates/".count))
      guard !path.hasSuffix(".swift") else { return nil }
      switch input.bytes(of: file) {
      case .success(let bytes):
        return Theme.file(at: path)?.bytes == bytes ? nil : TemplateFile(path: path, bytes: bytes)
      case .failure(let problem):
        log.add(problem.diagnostic)
        return nil
      }
    }
  }

  /// The built-in playbook, as the project's templates override it, and the project's own; a file of the project's playbook
  /// takes the place of the built-in one of its name.
  private func remedies(_ files: [String], of project: Project, _ log: inout DiagnosticLog) -> [Remedy] {
    let folder = "content/playbook/"
    let own = files.map { String($0.dropFirst(folder.count)) }
    var found: [(value: Remedy?, diagnostics: [Diagnostic])] = []
    for (name, builtIn) in Self.playbook(in: project.language) {
      guard !own.contains(name) else { continue }
      let bytes = project.templates.first { $0.path == builtIn.path }?.bytes ?? builtIn.bytes
      switch TextDecoding.text(of: bytes, file: "templates/\(builtIn.path)") {
      case .success(let source): found.append(RemedyReader.read(source, file: name, isProjects: false))
      case .failure(let problem): log.add(problem.diagnostic)
      }
    }
    for (file, name) in zip(files, own) {
      if let source = text(of: file, &log) { found.append(RemedyReader.read(source, file: name, isProjects: true)) }
    }
    for reading in found { log.add(contentsOf: reading.diagnostics) }
    return found.compactMap(\.value).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }
}

extension ProjectReader {
  /// The built-in playbook by the names of its files: `playbook/de/` holds those in German, English stands in for the rest.
  private static func playbook(in language: Language) -> [(name: String, file: Theme.File)] {
    Theme.files(in: "playbook").compactMap { file in
      let name = String(file.path.dropFirst("playbook/".count))
      guard !name.contains("/") else { return nil }
      return (name, Theme.file(at: "playbook/\(language.primary)/\(name)") ?? file)
    }
  }
}

extension NoteTerms {
  fileprivate init(_ configuration: Configuration, _ reading: SurveysReader.Reading) {
    self.init(configuration, touchpoints: reading.touchpoints, dimensions: reading.dimensions)
  }
}

extension Note {
  /// Every touchpoint that the note speaks of.
  fileprivate var touchpoints: [String] {
    [touchpoint].compactMap { $0 } + observations.compactMap(\.touchpoint) + quotes.compactMap(\.touchpoint)
  }
}

extension Configuration {
  /// Takes in what only codebooks or notes name, behind what is declared.
  fileprivate mutating func adopt(touchpoints: [String], dimensions: [String]) {
    var more: [Touchpoint] = []
    for id in touchpoints where touchpoint(id) == nil && !more.contains(where: { $0.id == id }) {
      more.append(Touchpoint(id: id))
    }
    journey = journey.adding(more)
    for id in dimensions where dimension(id) == nil { self.dimensions.append(Dimension(id: id)) }
    for index in self.dimensions.indices { self.dimensions[index].nameInLanguage() }
  }
}
