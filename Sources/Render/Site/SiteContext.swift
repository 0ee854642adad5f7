import Audit

/// What all pages draw on: the report, the pages that exist, and the readings they share.
struct SiteContext: Sendable {
  let report: Report
  let sitemap: Sitemap
  /// Phases with the touchpoints that something is known of or that the project names, in order.
  let phases: [Phase]
  /// Dimensions that something is known of, in order.
  let dimensions: [Dimension]
  let segments: [Segment]
  /// Deficiencies of the service, in register order; not those of its mending.
  let deficiencies: [Finding]
  /// Where each finding stands among the report's.
  private let places: [String: Int]
  /// Notes by their files.
  private let notes: [String: Note]
  /// Which deficiencies are tied with which.
  let ties: Ties

  var configuration: Configuration { report.project.configuration }

  /// The titles of deficiencies, in register order.
  func titles(of ids: [String]) -> [String] {
    ids.compactMap { places[$0] }.sorted().map { report.findings[$0] }
      .filter { $0.isAboutService && $0.findingClass.isDeficiency }.map(\.title)
  }

  /// The finding of an id.
  func finding(_ id: String) -> Finding? { places[id].map { report.findings[$0] } }
  var measured: MeasuredAudit { report.measured }

  init(_ report: Report) {
    self.report = report
    let configuration = report.project.configuration
    let latest = report.measured.surveys.compactMap(\.latest)
    deficiencies = report.findings.filter { $0.isAboutService && $0.findingClass.isDeficiency }
    places = Dictionary(report.findings.enumerated().map { ($1.id, $0) }) { first, _ in first }
    notes = Dictionary(report.project.notes.map { ($0.file, $0) }) { first, _ in first }
    ties = Ties(deficiencies)

    let spoken = Subjects(report)
    phases = spoken.phases(configuration.journey)
    dimensions = spoken.dimensions(configuration.dimensions)
    segments = Self.segments(latest)

    var pages: [Page] = [.index]
    let touchpoints = phases.flatMap(\.touchpoints)
    if !touchpoints.isEmpty { pages.append(.journey) }
    pages += touchpoints.filter { spoken.touchpoints.contains($0.id) }.map { .touchpoint($0.id) }
    pages += dimensions.map { .dimension($0.id) }
    if !report.findings.isEmpty { pages.append(.register) }
    pages += report.findings.filter { $0.kind.concern != .plans }.map { .deficiency($0.id) }
    if !report.project.corrections.isEmpty || !deficiencies.isEmpty { pages.append(.corrections) }
    if latest.contains(where: Self.hasPriorities) { pages.append(.priorities) }
    pages += segments.map { .segment($0.id) }
    if latest.contains(where: Self.hasUnits) { pages.append(.units) }
    if report.measured.surveys.contains(where: { $0.waves.count > 1 }) { pages.append(.waves) }
    if !report.measured.scorecards.isEmpty { pages.append(.scorecards) }
    if !report.project.notes.isEmpty { pages.append(.notes) }
    pages += report.project.notes.map { .note($0.slug) }
    pages += [.method, .print]
    sitemap = Sitemap(pages)
  }

  /// Segments of the latest waves, each once, those with at least two values.
  private static func segments(_ waves: [MeasuredWave]) -> [Segment] {
    var segments: [Segment] = []
    for wave in waves {
      for segment in wave.definition.segments where !segments.contains(where: { $0.id == segment.id }) {
        let values = wave.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts.first?.segment == segment.id }
        if values.count > 1 { segments.append(segment) }
      }
    }
    return segments
  }

  private static func hasPriorities(_ wave: MeasuredWave) -> Bool {
    let figures = wave.all?.measurements ?? []
    return figures.contains { measurement in
      switch measurement.key.kind {
      case .item, .dimension: measurement[.quadrant] != nil
      case .driver: (measurement[.r2] ?? 0) >= DriverReading.least
      case .column, .cell, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .segment, .parity, .unit,
        .change, .knowledge, .belief, .agreement:
        false
      }
    }
  }

  private static func hasUnits(_ wave: MeasuredWave) -> Bool {
    guard wave.definition.unitColumn != nil else { return false }
    return (wave.all?.measurements(of: .unit) ?? []).count { $0[.mean] != nil } > 1
  }

  // MARK: Names

  func name(ofTouchpoint id: String) -> String {
    phases.lazy.flatMap(\.touchpoints).first { $0.id == id }?.name ?? id
  }

  func name(ofDimension id: String) -> String {
    dimensions.first { $0.id == id }?.name ?? configuration.dimension(id)?.name ?? id
  }

  // MARK: Readings

  /// The latest wave's figures of a subject in one survey, or in all: customers' answers before others', then the survey with
  /// more of them.
  func reading(_ kind: SubjectKind, _ subject: String, in only: String? = nil) -> GapReading? {
    var best: (rank: (Int, Int), reading: GapReading)?
    for survey in measured.surveys where only.map({ $0 == survey.id }) ?? true {
      guard let wave = survey.latest, let all = wave.all,
        let reading = GapReading(kind, subject, survey: survey.id, wave: wave, slice: all)
      else { continue }
      let rank = (survey.respondents == .customers ? 1 : 0, reading.n ?? -1)
      if let known = best, known.rank >= rank { continue }
      best = (rank, reading)
    }
    return best?.reading
  }

  /// The same of one group of customers.
  func reading(
    _ kind: SubjectKind, _ subject: String, in survey: String? = nil, of group: Slice.Part
  ) -> GapReading? {
    guard let reading = reading(kind, subject, in: survey) else { return nil }
    return bySegment(group.segment, of: reading, kind, subject).first { $0.value == group.value }?.reading
  }

  func respondents(of reading: GapReading) -> Respondents? {
    measured.surveys.first { $0.id == reading.survey }?.respondents
  }

  /// The same subject in the wave before; nil where that wave asked something else.
  func earlier(than reading: GapReading, _ kind: SubjectKind, _ subject: String) -> GapReading? {
    guard let wave = wave(before: reading), let all = wave.all, obstacle(to: reading, kind, subject) == nil else {
      return nil
    }
    return GapReading(kind, subject, survey: reading.survey, wave: wave, slice: all)
  }

  /// Why the subject is not compared with the wave before, `2026-Q1: “Waiting time” is worded otherwise`; nil where it is.
  func obstacle(to reading: GapReading, _ kind: SubjectKind, _ subject: String) -> String? {
    guard let wave = wave(before: reading) else { return nil }
    let definition = reading.wave.definition
    return definition.obstacle(toJudged: kind, subject, since: wave.definition).map {
      ObstacleWords.text($0, since: wave, definition)
    }
  }

  private func wave(before reading: GapReading) -> MeasuredWave? {
    measured.surveys.first { $0.id == reading.survey }?.wave(before: reading.wave.wave)
  }

  /// The subject in every value of a segment, in the order of slices, in the wave of a reading.
  func bySegment(_ segment: String, of reading: GapReading, _ kind: SubjectKind, _ subject: String) -> [(
    value: String, reading: GapReading
  )] {
    reading.wave.slices.compactMap { slice in
      guard slice.slice.parts.count == 1, let part = slice.slice.parts.first, part.segment == segment,
        let own = GapReading(kind, subject, survey: reading.survey, wave: reading.wave, slice: slice)
      else { return nil }
      return (part.value, own)
    }
  }

  // MARK: Findings

  /// The gravest deficiency's class at a touchpoint; good where customers get what they expect or more.
  func mark(ofTouchpoint id: String, _ reading: GapReading?) -> Mark {
    mark(deficiencies.filter { $0.touchpoint == id }, reading)
  }

  func mark(_ findings: [Finding], _ reading: GapReading?) -> Mark {
    if let gravest = findings.map(\.findingClass).min() { return Mark(gravest) }
    if let low = reading?.gapLow, low >= 0 { return .good }
    return .plain
  }

  func correction(_ slug: String) -> Correction? { report.project.corrections.first { $0.slug == slug } }

  func note(atFile file: String) -> Note? { notes[file] }

  /// The file of a note's photo.
  func photo(_ shown: NotePhoto) -> Photo? { report.project.photos.first { $0.path == shown.path } }

  /// Answers of the latest waves, all surveys together.
  ///
  /// Nil where all are withheld.
  var answers: Int? {
    let rows = measured.surveys.compactMap { $0.latest?.rows }
    return rows.isEmpty ? nil : rows.reduce(0, +)
  }
}

extension MeasuredSurvey {
  /// Nil for the first.
  func wave(before wave: Wave) -> MeasuredWave? {
    guard let index = waves.firstIndex(where: { $0.wave == wave }), index > 0 else { return nil }
    return waves[index - 1]
  }
}

extension MeasuredWave {
  /// Share of those invited who answered, 0…1; nil where either is unknown or withheld.
  var response: Double? {
    guard let rows, let invited = fieldwork?.invited, invited > 0, rows <= invited else { return nil }
    return Double(rows) / Double(invited)
  }
}

/// Touchpoints and dimensions that surveys, notes or findings speak of.
private struct Subjects {
  /// In the order in which they are first named.
  var touchpoints: [String] = []
  var dimensionIDs: [String] = []

  init(_ report: Report) {
    var touchpoints: [String?] = []
    var dimensions: [String?] = []
    for survey in report.measured.surveys {
      guard let definition = survey.latest?.definition else { continue }
      touchpoints += definition.touchpoints
      dimensions += definition.items.map(\.dimension)
    }
    for note in report.project.notes {
      touchpoints.append(note.touchpoint)
      dimensions.append(note.dimension)
      for observation in note.observations {
        touchpoints.append(observation.touchpoint)
        dimensions.append(observation.dimension)
      }
    }
    for finding in report.findings {
      touchpoints.append(finding.touchpoint)
      dimensions.append(finding.dimension)
    }
    self.touchpoints = Self.unique(touchpoints)
    dimensionIDs = Self.unique(dimensions)
  }

  /// The project's phases, then a phase of the touchpoints that it does not name.
  func phases(_ journey: Journey) -> [Phase] {
    let known = Set(journey.touchpoints.map(\.id))
    return journey.adding(touchpoints.filter { !known.contains($0) }.map { Touchpoint(id: $0) }).phases
  }

  func dimensions(_ configured: [Dimension]) -> [Dimension] {
    let known = Set(configured.map(\.id))
    return configured.filter { dimensionIDs.contains($0.id) }
      + dimensionIDs.filter { !known.contains($0) }.map { Dimension(id: $0) }
  }

  private static func unique(_ ids: [String?]) -> [String] {
    var seen: Set<String> = []
    return ids.compactMap(\.self).filter { seen.insert($0).inserted }
  }
}
