/// Every figure of every survey, with lookups; ordered as surveys, waves, slices and subjects are.
package struct MeasuredAudit: Sendable {
  package private(set) var surveys: [MeasuredSurvey]
  /// In the order of the project's scorecards.
  package private(set) var scorecards: [MeasuredScorecard]
  /// How each standard that was checked is met, in the order of the project's records.
  package private(set) var standards: [Measurement]
  /// Knowledge and belief, of two surveys each, and how far auditors agree.
  package private(set) var comparisons: [Measurement]
  /// What the waves say of correction plans, in the order of the plans.
  package var corrections: [MeasuredCorrection]
  /// The audit's figures beside those of others, in the order of the configuration.
  package private(set) var benchmarks: [MeasuredBenchmark]
  /// Comments of the latest waves of customers' surveys, in the order of surveys; what is few is withheld.
  package private(set) var comments: [MeasuredComments]

  package init(
    surveys: [MeasuredSurvey], scorecards: [MeasuredScorecard] = [], standards: [Measurement] = [],
    comparisons: [Measurement] = [], corrections: [MeasuredCorrection] = [], benchmarks: [MeasuredBenchmark] = [],
    comments: [MeasuredComments] = []
  ) {
    self.comments = comments
    self.surveys = surveys
    self.scorecards = scorecards
    self.standards = standards
    self.comparisons = comparisons
    self.corrections = corrections
    self.benchmarks = benchmarks
  }

  package subscript(_ key: MeasurementKey) -> Measurement? {
    let (kind, subject) = (key.kind, key.subject)
    return place(of: key).first { $0.key.kind == kind && $0.key.subject == subject && $0.key == key }
  }

  /// The measurements among which one is.
  private func place(of key: MeasurementKey) -> [Measurement] {
    switch key.kind {
    case .scorecard: return scorecards.flatMap(\.measurements)
    case .standard: return standards
    case .knowledge, .belief, .agreement: return comparisons
    case .change: return surveys.first { $0.id == key.survey }?.changes ?? []
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .driver, .segment, .parity,
      .unit:
      let wave = surveys.first { $0.id == key.survey }?.waves.first { $0.wave.label == key.wave }
      return wave?.slices.first { $0.slice == key.slice }?.measurements ?? []
    }
  }

  /// All measurements in order.
  package var measurements: [Measurement] { parts.flatMap(\.self) }

  /// The same as they are held: those of a slice of a wave, of a survey's changes, of a scorecard together.
  package var parts: [[Measurement]] {
    surveys.flatMap { $0.waves.flatMap { $0.slices.map(\.measurements) } + [$0.changes] }
      + scorecards.map(\.measurements) + [standards, comparisons]
  }
}

/// One scorecard, measured: all visits, then section by section, criterion by criterion and unit by unit.
package struct MeasuredScorecard: Sendable {
  package var id: String
  package var wave: String
  package var measurements: [Measurement]

  package init(id: String, wave: String, measurements: [Measurement]) {
    self.id = id
    self.wave = wave
    self.measurements = measurements
  }

  package subscript(_ subject: ScorecardSubject) -> Measurement? {
    measurements.first { $0.key.subject == subject.text }
  }
}

/// What a figure of a scorecard is about, as `data/statistics.csv` writes it.
package enum ScorecardSubject: Hashable, Sendable {
  case all
  case section(String)
  case criterion(String)
  case unit(String)

  package var text: String {
    switch self {
    case .all: "all"
    case .section(let id): "section/\(id)"
    case .criterion(let id): "criterion/\(id)"
    case .unit(let name): "unit/\(name)"
    }
  }
}

extension MeasuredAudit {
  /// Tests that could make a finding of the latest waves. Surveys whose latest waves have one label share a family.
  package var latestTests: Int {
    Dictionary(surveys.compactMap(\.latest).map { ($0.wave.label, $0.familySize) }, uniquingKeysWith: max)
      .values.reduce(0, +)
  }
}

/// One survey's waves, measured, in wave order.
package struct MeasuredSurvey: Sendable {
  package var id: String
  package var respondents: Respondents
  package var waves: [MeasuredWave]
  /// Each wave against the one before.
  package var changes: [Measurement]

  package init(id: String, respondents: Respondents, waves: [MeasuredWave], changes: [Measurement] = []) {
    self.id = id
    self.respondents = respondents
    self.waves = waves
    self.changes = changes
  }

  package var latest: MeasuredWave? { waves.last }
}

/// One wave, measured.
package struct MeasuredWave: Sendable {
  package var wave: Wave
  package var definition: SurveyDefinition
  package var files: [String]
  package var fieldwork: Fieldwork?
  /// The end of the fieldwork, else that of the label's days.
  package var lastDay: Day? { fieldwork?.to ?? wave.end }
  /// Records that were counted; nil when suppressed.
  package var rows: Int?
  /// Records that could not be used.
  package var unusable: [UnusableRows]
  package var units: Int
  /// `all` first.
  package var slices: [MeasuredSlice]
  /// Size of the family that the false discovery rate was held over.
  package var familySize: Int
  /// Columns of the file, in column order.
  package var columns: [ColumnTally]
  /// What is known about the rows apart from their answers.
  package var quality: RowQuality

  package init(
    wave: Wave, definition: SurveyDefinition, files: [String], fieldwork: Fieldwork?, rows: Int?,
    unusable: [UnusableRows], units: Int, slices: [MeasuredSlice], familySize: Int, columns: [ColumnTally],
    quality: RowQuality = RowQuality()
  ) {
    self.wave = wave
    self.definition = definition
    self.files = files
    self.fieldwork = fieldwork
    self.rows = rows
    self.unusable = unusable
    self.units = units
    self.slices = slices
    self.familySize = familySize
    self.columns = columns
    self.quality = quality
  }

  package var all: MeasuredSlice? { slices.first }
}

/// One slice, measured: items, sets and outcomes in the definition's order.
package struct MeasuredSlice: Sendable {
  package var slice: Slice
  /// Rows in the slice; nil when suppressed.
  package var rows: Int?
  /// What they weigh, in the unit of the wave's weights; nil without weights, and when suppressed.
  package var weight: Double?
  package var measurements: [Measurement]
  package var distributions: [Distribution]

  package init(
    slice: Slice, rows: Int?, weight: Double? = nil, measurements: [Measurement], distributions: [Distribution]
  ) {
    self.slice = slice
    self.rows = rows
    self.weight = weight
    self.measurements = measurements
    self.distributions = distributions
  }

  package func measurement(_ kind: SubjectKind, _ subject: String) -> Measurement? {
    measurements.first { $0.key.kind == kind && $0.key.subject == subject }
  }

  package func measurements(of kind: SubjectKind) -> [Measurement] {
    measurements.filter { $0.key.kind == kind }
  }

  package func distribution(_ kind: SubjectKind, _ subject: String) -> Distribution? {
    distributions.first { $0.kind == kind && $0.subject == subject }
  }
}

/// How often each level was answered, for charts; empty counts when suppressed.
package struct Distribution: Hashable, Sendable {
  package var kind: SubjectKind
  package var subject: String
  package var minimum: Int
  /// From `minimum` upward.
  package var counts: [Int]

  package init(kind: SubjectKind, subject: String, minimum: Int, counts: [Int]) {
    self.kind = kind
    self.subject = subject
    self.minimum = minimum
    self.counts = counts
  }
}
