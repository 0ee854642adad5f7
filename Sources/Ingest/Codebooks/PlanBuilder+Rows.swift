import Audit

/// Columns that say something about a row rather than about a question.
extension PlanBuilder {
  /// Columns of the file, 0-based; nil where the codebook names none, or one that is not there.
  struct ResolvedRows {
    var wave: Int?
    var touchpoint: Int?
    var finished: Int?
    var respondent: Int?
    var weight: Int?
    var language: Int?
    var verbatims: [SurveyPlan.VerbatimColumns] = []
    /// In declared order, then byte order.
    var touchpoints: [String] = []
  }

  mutating func resolveRows() -> ResolvedRows {
    var rows = ResolvedRows()
    rows.wave = resolveWave()
    if let entry = codebook.touchpoint { (rows.touchpoint, rows.touchpoints) = resolve(entry) }
    rows.finished = codebook.finished.flatMap { resolve($0) }
    if codebook.finished == nil, let own = form.completion, own.isUnfinishedSeen {
      report(.surveyUnfinishedCounted(file, tool: form.tool.rawValue, column: header.columns[own.column]))
    }
    rows.respondent = codebook.respondent.flatMap { take($0, as: .respondent, for: "the respondent", .identifier) }
    rows.weight = codebook.weight.flatMap {
      take(
        $0, as: .weight, for: "the weight",
        .weight(missing: noAnswer, decimalComma: origin.csv.decimalComma ?? false))
    }
    rows.language = origin.language.flatMap {
      take($0, as: .language, for: "the language", .category(CategoryDecoding()))
    }
    rows.verbatims = codebook.verbatims.compactMap { resolve($0) }
    return rows
  }

  private mutating func resolve(_ entry: VerbatimEntry) -> SurveyPlan.VerbatimColumns? {
    let text = take(entry.column, as: .verbatim, for: "a verbatim", .text)
    let consent = entry.consent.flatMap { column(named: $0.text, at: $0.place) }
    let codes = entry.codes.flatMap { column(named: $0.text, at: $0.place) }
    return text.map {
      SurveyPlan.VerbatimColumns(text: $0, consent: consent, consentValues: entry.consentValues, codes: codes)
    }
  }

  /// Names of the two groups of a column that says whether an answer is finished.
  private static let finished = "finished"
  private static let unfinished = "unfinished"

  /// As declared, else as the survey tool marks finished answers.
  private mutating func resolve(_ entry: FinishedEntry) -> Int? {
    var own = form.completion
    if let name = entry.column {
      guard let column = column(named: name.text, at: name.place) else { return nil }
      if own?.column != column { own = nil }
      if !entry.values.isEmpty { own = SurveyForm.Completion(column: column, values: entry.values) }
    }
    guard let own else {
      if entry.column != nil {
        report(.codebookFinishedValues(at: entry.place))
      } else if entry.excludesUnfinished {
        report(.codebookFinishedUnknown(at: entry.place))
      }
      return nil
    }
    let values = (own.values ?? []).map { ($0.lowercased(), Self.finished) }
    let reading = CategoryDecoding(
      groups: Dictionary(values, uniquingKeysWith: { first, _ in first }),
      otherwise: own.values == nil ? Self.finished : Self.unfinished)
    use(
      own.column, as: .finished, for: "whether an answer is finished", reading: .category(reading),
      at: entry.column?.place ?? entry.place)
    return own.column
  }

  /// A column for one purpose; reported where it is not there or taken.
  mutating func take(
    _ name: ColumnName, as role: Role, for subject: String, _ reading: ColumnPlan.Decoding
  ) -> Int? {
    guard let column = column(named: name.text, at: name.place) else { return nil }
    use(column, as: role, for: subject, reading: reading, at: name.place)
    return column
  }

  private mutating func resolveWave() -> Int? {
    guard case .column(let name, let period, let date) = origin.wave else {
      if let date = origin.date { report(.codebookDateUnused(at: date.place)) }
      return nil
    }
    guard let period else {
      if let date = origin.date { report(.codebookDateUnused(at: date.place)) }
      return take(name, as: .wave, for: "the wave", .category(CategoryDecoding()))
    }
    var reading = PeriodDecoding(period: period)
    guard let column = column(named: name.text, at: name.place) else { return nil }
    if let pattern = (date ?? origin.date)?.text ?? header.forms[column].datePattern { reading.pattern = pattern }
    use(column, as: .wave, for: "the wave", reading: .period(reading), at: name.place)
    return column
  }

  /// Texts of the map, and ids of touchpoints that are known; anything else is invalid.
  private mutating func resolve(_ entry: TouchpointEntry) -> (column: Int?, touchpoints: [String]) {
    let declared = configuration.journey.touchpoints.map(\.id)
    let mapped = entry.map.map(\.touchpoint.text).filter { !declared.contains($0) }
    let others = Set(mapped).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let touchpoints = declared + others
    if touchpoints.isEmpty { report(.codebookNoTouchpoints(at: entry.column.place)) }
    var groups: [String: String] = [:]
    for id in touchpoints { groups[id.lowercased()] = id }
    for name in entry.map { groups[name.text.lowercased()] = name.touchpoint.text }
    let codes = (codebook.rules.missing ?? []) + (codebook.rules.notApplicable ?? [])
    let reading = CategoryDecoding(
      missing: codes.filter { groups[$0.lowercased()] == nil }, groups: groups, isClosed: true)
    return (take(entry.column, as: .touchpoint, for: "the touchpoint", .category(reading)), touchpoints)
  }
}
