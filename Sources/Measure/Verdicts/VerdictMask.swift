import Audit

extension MeasuredCorrection {
  /// The same without what would speak of fewer people than the minimum cell, or give away by subtraction what is withheld.
  ///
  /// Places that are told apart by a segment are shown only where nothing of their measure is withheld for any value of that
  /// segment: with the others and everyone known, the rest is what was withheld. Units of which anything is withheld are in no
  /// verdict. The surveys are those that are published.
  func shown(beside surveys: [MeasuredSurvey], _ configuration: Configuration) -> MeasuredCorrection {
    guard let effect else { return self }
    let minimum = configuration.minimumCell(for: effect.respondents)
    let isFew = effect.levels.contains { $0.n < minimum }
    let labels = [effect.earlier, effect.later] + effect.trend.map(\.wave)
    let waves = surveys.first { $0.id == effect.survey }?.waves.filter { labels.contains($0.wave.label) } ?? []
    guard isFew || waves.contains(where: effect.isWithheld) else { return self }
    var hidden = self
    hidden.result = .unverified(.suppressed)
    return hidden
  }
}

extension CorrectionEffect {
  fileprivate func isWithheld(in wave: MeasuredWave) -> Bool {
    // Crossed with another segment they tell of fewer customers, and nothing of those is in the verdict.
    let values = wave.slices.filter { $0.slice != .all && $0.slice.parts.allSatisfy { segments.contains($0.segment) } }
    if values.contains(where: isWithheld) { return true }
    // Weighted figures are withheld for the few who share a raked value, too.
    return weighting == .judged && (wave.all.map(isWithheld) ?? false)
  }

  private func isWithheld(in slice: MeasuredSlice) -> Bool {
    if slice.rows == nil { return true }
    guard let found = slice.measurement(kind, subject) else { return false }
    return found.isSuppressed || [statistic, judged].contains { found.figure($0)?.reason == .suppressed }
  }
}
