import Audit

extension MeasuredCorrection {
  /// The same without what would speak of fewer people than the minimum cell.
  func shown(_ configuration: Configuration) -> MeasuredCorrection {
    guard let effect else { return self }
    let minimum = configuration.minimumCell(for: effect.respondents)
    guard effect.levels.contains(where: { $0.n < minimum }) else { return self }
    var hidden = self
    hidden.result = .unverified(.suppressed)
    return hidden
  }
}
