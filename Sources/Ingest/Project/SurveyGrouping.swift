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
    let fieldwork = parts.lazy.compactMap(\.fieldwork).first
    let start = dates?.start ?? fieldwork?.from
    let end = dates?.end ?? fieldwork?.to
    if !isOnly, start == nil || end == nil {
      diagnostics.append(.surveyWaveUndated(first.label, file: first.file, at: first.place))
    }
    var tally = first.tally
    for part in parts.dropFirst() {
      guard part.plan.definition == first.plan.definition else {
        diagnostics.append(.surveyPartsDiffer(part.file, first.file, wave: first.label, at: part.place))
        return nil
      }
      tally = tally.merged(with: part.tally(inColumnsOf: first.plan), of: first.plan.definition)
    }
    return SurveyWave(
      wave: Wave(label: first.label, start: start, end: end), definition: first.plan.definition,
      tally: tally, files: parts.map(\.file), fieldwork: fieldwork, readings: parts.map(\.reading))
  }

  /// Items match by id: a changed scale or wording makes their figures hard to compare.
  private mutating func compare(_ earlier: SurveyWave, _ later: SurveyWave) {
    let place = Place(file: later.files.first ?? "")
    for item in later.definition.items {
      guard let before = earlier.definition.items.first(where: { $0.id == item.id }) else { continue }
      if before.scale != item.scale {
        diagnostics.append(
          .surveyScaleChanged(
            item.id, from: before.scale, in: earlier.wave.label, to: item.scale, in: later.wave.label, at: place))
      } else if before.text != item.text {
        diagnostics.append(.surveyWordingChanged(item.id, from: earlier.wave.label, to: later.wave.label, at: place))
      }
    }
  }
}

extension SurveyPart {
  /// The tally with its columns in the order in which another part of the wave has them; both ask the same.
  fileprivate func tally(inColumnsOf other: SurveyPlan) -> WaveTally {
    var own: [Int: Int] = [:]
    for (there, here) in zip(other.positions, plan.positions) { own[there] = here }
    var tally = tally
    tally.columns = other.columns.indices.map { self.tally.columns[own[$0] ?? $0] }
    return tally
  }
}

extension SurveyPlan {
  /// Positions in `columns` of everything that the definition measures, in its order.
  fileprivate var positions: [Int] {
    let items = items.flatMap { [$0.perception, $0.expectation, $0.importance].compactMap { $0 } }
    return items + outcomes + segments + points + (unit.map { [$0] } ?? [])
  }
}
