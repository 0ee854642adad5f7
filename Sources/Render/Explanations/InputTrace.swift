import Audit

/// The files and columns behind a figure, and how many answers are left at each step.
struct InputTrace {
  let project: Project
  let measurement: Measurement
  let statistic: Statistic

  private var key: MeasurementKey { measurement.key }

  var inputs: [ExplainedInput] {
    switch key.kind {
    case .scorecard: visits
    case .standard, .agreement: checks
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .driver, .segment, .parity,
      .unit,
      .change, .knowledge, .belief:
      waves.map { input($0.survey, $0.wave) }
    }
  }

  // MARK: - Surveys

  /// The waves that the figure is made of: both of a change, the latest of both surveys of a comparison, else its own.
  private var waves: [(survey: Survey, wave: SurveyWave)] {
    switch key.kind {
    case .change:
      guard let survey = project.surveys.first(where: { $0.id == key.survey }) else { return [] }
      let waves = survey.waves.sorted { $0.wave < $1.wave }
      let pair = zip(waves, waves.dropFirst()).first { "\($0.wave.label)>\($1.wave.label)" == key.wave }
      return pair.map { [(survey, $0), (survey, $1)] } ?? []
    case .knowledge, .belief:
      return key.survey.split(separator: "~", maxSplits: 1).compactMap { id in
        project.surveys.first { $0.id == id }.flatMap { survey in
          survey.waves.max { $0.wave < $1.wave }.map { (survey, $0) }
        }
      }
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .driver, .segment, .parity,
      .unit,
      .scorecard, .standard, .agreement:
      guard let survey = project.surveys.first(where: { $0.id == key.survey }),
        let wave = survey.waves.last(where: { $0.wave.label == key.wave })
      else { return [] }
      return [(survey, wave)]
    }
  }

  private func input(_ survey: Survey, _ wave: SurveyWave) -> ExplainedInput {
    ExplainedInput(
      survey: survey.id, wave: wave.wave.label, files: wave.files, columns: columns(wave), steps: steps(wave))
  }

  private func columns(_ wave: SurveyWave) -> [ExplainedInput.Column] {
    if key.kind == .column {
      return wave.tally.columns.indices.filter { wave.tally.columns[$0].header == key.subject }.map {
        column(wave, $0, "this column", "")
      }
    }
    let (parts, columns) = (SubjectItems(key, in: wave.definition), wave.columns)
    var found: [ExplainedInput.Column] = []
    func add(_ position: Int?, _ role: String, _ serves: String) {
      if let position, wave.tally.columns.indices.contains(position) {
        found.append(column(wave, position, role, serves))
      }
    }
    for index in parts.items where columns.items.indices.contains(index) {
      let (item, own) = (wave.definition.items[index], columns.items[index])
      add(own.expectation, "expectation", item.id)
      add(own.minimum, "minimum", item.id)
      add(own.desired, "desired level", item.id)
      add(own.perception, "perception", item.id)
      if usesImportance { add(own.importance, "importance", item.id) }
    }
    for index in parts.outcomes where columns.outcomes.indices.contains(index) {
      add(columns.outcomes[index], "answer", wave.definition.outcomes[index].id)
    }
    if usesImportance, !parts.items.isEmpty {
      for (position, dimension) in zip(columns.points, wave.definition.pointDimensions) {
        add(position, "importance points", dimension)
      }
    }
    for index in parts.segments where columns.segments.indices.contains(index) {
      add(columns.segments[index], "segment", wave.definition.segments[index].id)
    }
    if parts.usesUnit { add(columns.unit, "unit", "") }
    if key.kind == .cell || key.kind == .touchpoint { add(columns.touchpoint, "touchpoint", "") }
    if statistic.isPaired { add(columns.respondent, "respondent", "") }
    if key.kind == .weights || statistic.rawValue.hasSuffix(".weighted") {
      add(columns.weight, "weight", "")
      for target in wave.definition.rake where columns.segments.indices.contains(target.segment) {
        add(columns.segments[target.segment], "known shares", wave.definition.segments[target.segment].id)
      }
    }
    return found
  }

  private func column(_ wave: SurveyWave, _ position: Int, _ role: String, _ serves: String) -> ExplainedInput.Column {
    let codes = wave.columns.codes
    return ExplainedInput.Column(
      role: role, serves: serves, tally: wave.tally.columns[position],
      codes: codes.indices.contains(position) ? codes[position] : SurveyColumns.Codes())
  }

  private var usesImportance: Bool {
    statistic == .importance || statistic.steps(in: key.kind).contains(.importance)
  }

  private func steps(_ wave: SurveyWave) -> [ExplainedInput.Step] {
    var steps = [ExplainedInput.Step(words: "records read", n: wave.tally.rows)]
    steps += wave.tally.unusable.map {
      let lines = $0.lines > $0.count ? ", over \($0.lines) lines" : ""
      return ExplainedInput.Step(words: "left out: \(Self.words(for: $0.reason))\(lines)", n: $0.count)
    }
    if let all = wave.tally.slices.first { steps.append(ExplainedInput.Step(words: "usable", n: all.rows)) }
    if key.slice != .all, let slice = wave.tally.slices.first(where: { $0.slice == key.slice }) {
      steps.append(ExplainedInput.Step(words: "of these in \(key.slice.key)", n: slice.rows))
    }
    if let n = measurement.n, let words = Self.words(forRowsOf: key, in: wave.definition) {
      steps.append(ExplainedInput.Step(words: words, n: n))
    }
    if let n = measurement.figure(statistic)?.n, n != measurement.n {
      steps.append(ExplainedInput.Step(words: "rows that this figure rests on", n: n))
    }
    return steps
  }

  private static func words(for reason: UnusableRows.Reason) -> String {
    switch reason {
    case .ragged: "more or fewer fields than the header"
    case .strayQuote: "a stray quote"
    case .unfinished: "not finished"
    case .noWave: "no wave"
    }
  }

  /// What the subject's own n counts; nil where a step says it already.
  private static func words(forRowsOf key: MeasurementKey, in definition: SurveyDefinition) -> String? {
    let items = SubjectItems(key, in: definition).items.map { definition.items[$0] }
    switch key.kind {
    case .column: return nil
    case .item:
      guard let item = items.first else { return nil }
      switch item.comparison {
      case .expectation: return "with an expectation and a perception (complete pairs)"
      case .zone: return "with perception, minimum and desired level, the minimum not above the desired level"
      case .standard, .none: return "with a valid answer"
      }
    case .cell, .dimension, .touchpoint, .overall:
      return items.count == 1
        ? "that answer the question" : "that answer at least half of the \(items.count) questions"
    case .outcome: return "with a valid answer"
    case .weights: return "with a weight"
    case .parity: return "on the smaller of the two sides"
    case .change: return "in the smaller of the two waves"
    case .segment: return "with a value of the segment and a valid answer"
    case .driver: return "that answer the outcome and every driver"
    case .unit: return "with a unit and a valid answer"
    case .knowledge, .belief: return "in the smaller of the two surveys"
    case .scorecard, .standard, .agreement: return nil
    }
  }

  // MARK: - Visits and checks

  private var visits: [ExplainedInput] {
    project.scorecards.filter { $0.id == key.survey }.map { scorecard in
      ExplainedInput(
        survey: scorecard.id, wave: scorecard.wave, files: [scorecard.file],
        steps: [
          ExplainedInput.Step(words: "visits read", n: scorecard.visits.count),
          ExplainedInput.Step(words: "visits to which it applied", n: measurement.n ?? 0),
        ])
    }
  }

  private var checks: [ExplainedInput] {
    let sources = project.standardRecords.first { $0.standard.id == key.subject }?.sources ?? []
    return sources.map { source in
      ExplainedInput(
        survey: "", wave: "", files: ["\(source.file):\(source.line)"],
        steps: [
          ExplainedInput.Step(words: "checks", n: source.count.occasions),
          ExplainedInput.Step(words: "of these met", n: source.count.met),
        ])
    }
  }
}
