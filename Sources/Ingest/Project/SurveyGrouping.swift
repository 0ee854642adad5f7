import Audit

/// Puts survey files together: parts into waves, waves into surveys.
struct SurveyGrouping {
  private(set) var surveys: [Survey] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `parts` in byte order of their files.
  init(_ parts: [SurveyPart]) {
    var ids: [String] = []
    for part in parts where !ids.contains(part.survey) { ids.append(part.survey) }
    for id in ids.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let survey = survey(id, parts.filter { $0.survey == id }) { surveys.append(survey) }
    }
  }

  private mutating func survey(_ id: String, _ parts: [SurveyPart]) -> Survey? {
    guard let first = parts.first else { return nil }
    for part in parts where part.respondents != first.respondents {
      diagnostics.append(
        .surveyRespondentsDiffer(part.file, part.respondents, first.file, first.respondents, at: part.place))
    }
    var labels: [String] = []
    for part in parts where !labels.contains(part.label) { labels.append(part.label) }
    let waves = labels.compactMap { label in
      wave(parts.filter { $0.label == label }, isOnly: labels.count == 1)
    }.sorted { $0.wave < $1.wave }
    for (earlier, later) in zip(waves, waves.dropFirst()) { compare(earlier, later) }
    return Survey(id: id, respondents: first.respondents, waves: waves)
  }

  /// One wave from its parts; nil when they do not fit together.
  private mutating func wave(_ parts: [SurveyPart], isOnly: Bool) -> SurveyWave? {
    guard let first = parts.first else { return nil }
    let dates = WaveLabel.dates(of: first.label)
    let fieldwork = Self.fieldwork(of: parts)
    let start = dates?.start ?? fieldwork?.from
    let end = dates?.end ?? fieldwork?.to
    if !isOnly, start == nil || end == nil {
      diagnostics.append(
        .surveyWaveUndated(first.label, file: first.file, fromColumn: first.isFromColumn, at: first.place))
    }
    for part in parts.dropFirst() where !part.plan.asksTheSame(as: first.plan) {
      diagnostics.append(.surveyPartsDiffer(part.file, first.file, wave: first.label, at: part.place))
      return nil
    }
    let definition = first.definition(with: parts)
    let tally = parts.dropFirst().reduce(first.tally(inColumnsOf: first.plan, askedAs: definition)) { sum, part in
      sum.merged(with: part.tally(inColumnsOf: first.plan, askedAs: definition), of: definition)
    }
    reportRows(tally, first, fieldwork)
    if parts.count > 1 { reportValues(tally, definition, first) }
    var wave = SurveyWave(
      wave: Wave(label: first.label, start: start, end: end), definition: definition,
      tally: tally, files: parts.map(\.file), fieldwork: fieldwork, readings: parts.map(\.reading),
      columns: first.plan.surveyColumns)
    for comments in parts.compactMap(\.comments) {
      var all = wave.comments ?? CommentTally()
      all.merge(comments)
      wave.comments = all
    }
    return wave
  }

  /// From the first day to the last, and all who were invited; what several parts share is counted once. How many were invited
  /// is not known where one part does not say.
  private static func fieldwork(of parts: [SurveyPart]) -> Fieldwork? {
    var places: [Place] = []
    var declared: [Fieldwork?] = []
    for part in parts {
      if let place = part.fieldworkPlace {
        if places.contains(place) { continue }
        places.append(place)
      }
      declared.append(part.fieldwork)
    }
    let known = declared.compactMap(\.self)
    guard var whole = known.first else { return nil }
    whole.mode = known.lazy.compactMap(\.mode).first
    whole.frame = known.lazy.compactMap(\.frame).first
    whole.from = known.compactMap(\.from).min()
    whole.to = known.compactMap(\.to).max()
    let invited = declared.map { $0?.invited }
    whole.invited = invited.contains(nil) ? nil : invited.compactMap(\.self).reduce(0, +)
    return whole
  }

  /// Each part may have few values of a segment, and all together too many.
  private mutating func reportValues(_ tally: WaveTally, _ definition: SurveyDefinition, _ part: SurveyPart) {
    for (segment, position) in zip(definition.segments, part.plan.segments) {
      let values = tally.slices.count { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      guard values > ScanTally.valueLimit else { continue }
      let column = part.plan.columns[position]
      diagnostics.append(
        .surveyTooManyValues(
          segment: column.subject, column: column.header, limit: ScanTally.valueLimit, file: part.file))
    }
  }

  /// Rows that are counted, though they are odd.
  private mutating func reportRows(_ tally: WaveTally, _ part: SurveyPart, _ fieldwork: Fieldwork?) {
    let place = Place(file: part.file)
    if let invited = fieldwork?.invited, tally.rows > invited {
      diagnostics.append(.surveyMoreThanInvited(tally.rows, invited: invited, at: place))
    }
    if tally.quality.repeatedRows > 0 {
      diagnostics.append(.surveyRespondentsRepeated(tally.quality.repeatedRows, wave: part.label, at: place))
    }
    if let rounded = tally.weights?.rounded, rounded > 0 {
      diagnostics.append(.surveyWeightsRounded(rounded, at: place))
    }
  }

  /// Items match by id: where one asks something else than before, nothing compares the two.
  private mutating func compare(_ earlier: SurveyWave, _ later: SurveyWave) {
    let place = Place(file: later.files.first ?? "")
    let (from, to) = (earlier.wave.label, later.wave.label)
    for item in later.definition.items {
      guard let before = earlier.definition.items.first(where: { $0.id == item.id }),
        let obstacle = WaveObstacle(from: before, to: item)
      else { continue }
      switch obstacle {
      case .scale(let id):
        diagnostics.append(.surveyScaleChanged(id, from: before.scale, in: from, to: item.scale, in: to, at: place))
      case .target(let id): diagnostics.append(.surveyTargetChanged(id, from: from, to: to, at: place))
      case .wording(let id): diagnostics.append(.surveyWordingChanged(id, from: from, to: to, at: place))
      case .items, .outcome, .weights: break
      }
    }
    for outcome in later.definition.outcomes {
      guard let before = earlier.definition.outcomes.first(where: { $0.id == outcome.id }),
        WaveObstacle(from: before, to: outcome) != nil
      else { continue }
      diagnostics.append(.surveyOutcomeChanged(outcome.id, from: from, to: to, at: place))
    }
  }
}

extension SurveyPart {
  /// The definition with the touchpoints that the rows of any part are about.
  fileprivate func definition(with parts: [SurveyPart]) -> SurveyDefinition {
    var definition = definition
    let met = Set(parts.flatMap(\.definition.rowTouchpoints))
    definition.rowTouchpoints = plan.definition.rowTouchpoints.filter(met.contains)
    return definition
  }

  /// The tally with its columns in the order in which another part of the wave has them, and with the sets of a definition;
  /// both ask the same.
  fileprivate func tally(inColumnsOf other: SurveyPlan, askedAs whole: SurveyDefinition) -> WaveTally {
    var own: [Int: Int] = [:]
    for (there, here) in zip(other.positions, plan.positions) { own[there] = here }
    let asksAll = definition.withoutTexts == whole.withoutTexts
    var tally = asksAll ? tally : tally.aligned(from: definition, to: whole)
    let columns = tally.columns
    tally.columns = other.columns.indices.map { columns[own[$0] ?? $0] }
    return tally
  }
}

extension SurveyDefinition {
  /// Parts may put the same question in other words, or in another language.
  fileprivate var withoutTexts: SurveyDefinition {
    var definition = self
    for index in definition.items.indices { definition.items[index].text = nil }
    for index in definition.outcomes.indices { definition.outcomes[index].name = nil }
    for index in definition.segments.indices { definition.segments[index].name = "" }
    return definition
  }
}

extension SurveyPlan {
  /// Positions in `columns` of everything that is counted, in the definition's order, then what rows say of themselves.
  fileprivate var positions: [Int] { measured + ofRows.compactMap(\.self) + comments }

  /// Both count the same columns, wherever they stand.
  fileprivate func asksTheSame(as other: SurveyPlan) -> Bool {
    definition.withoutTexts == other.definition.withoutTexts
      && ofRows.map { $0 == nil } == other.ofRows.map { $0 == nil }
      && comments.count == other.comments.count
  }

  private var measured: [Int] {
    let items = items.flatMap {
      [$0.perception, $0.expectation, $0.minimum, $0.desired, $0.importance].compactMap(\.self)
    }
    return items + outcomes + segments + points
  }

  private var ofRows: [Int?] {
    [unit, rows.wave, rows.touchpoint, rows.finished, rows.respondent, rows.weight, rows.language]
  }

  private var comments: [Int] { columns.indices.filter { columns[$0].decoding == .text } }
}
