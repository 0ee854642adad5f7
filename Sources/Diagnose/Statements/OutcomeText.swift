import Audit

/// Words for overall judgements.
enum OutcomeText {
  static func name(_ outcome: Outcome) -> String {
    if let name = outcome.name { return name }
    return switch outcome.kind {
    case .nps: say("Recommendation (NPS)")
    case .csat: say("Overall satisfaction")
    case .ces: outcome.better == .high ? say("Ease", as: "outcome") : say("Effort it took")
    case .yes: IdentifierText.name(of: outcome.id)
    }
  }

  /// `12 points lower, on a scale of −100 to 100 (3 to 21 lower)`.
  static func change(_ outcome: Outcome, _ difference: Double, _ low: Double, _ high: Double) -> String {
    let isLower = difference < 0
    switch outcome.kind {
    case .nps, .csat, .ces:
      let decimals = outcome.kind == .nps ? 0 : outcome.scale.decimals
      let scale = outcome.kind == .nps ? FigureText.range(-100, 100, decimals: 0) : outcome.scale.text
      let points = TestedText.points(difference, decimals: decimals)
      let size = TestedText.size(low, high, decimals: decimals)
      return isLower
        ? say("\(points) lower, on a scale of \(scale) (\(size) lower)")
        : say("\(points) higher, on a scale of \(scale) (\(size) higher)")
    case .yes:
      let points = TestedText.points(difference * 100, decimals: 0)
      let size = TestedText.size(low * 100, high * 100, decimals: 0)
      return isLower
        ? say("\(points) of a hundred lower (\(size) lower)") : say("\(points) of a hundred higher (\(size) higher)")
    }
  }
}
