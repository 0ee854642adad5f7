import Audit

/// Words for overall judgements.
enum OutcomeText {
  static func name(_ outcome: Outcome) -> String {
    if let name = outcome.name { return name }
    return switch outcome.kind {
    case .nps: "Recommendation (NPS)"
    case .csat: "Overall satisfaction"
    case .ces: "Ease"
    case .yes: IdentifierText.name(of: outcome.id)
    }
  }

  /// `12 points lower, on a scale of −100 to 100 (3 to 21 lower)`.
  static func change(_ outcome: Outcome, _ difference: Double, _ low: Double, _ high: Double) -> String {
    let side = difference < 0 ? "lower" : "higher"
    switch outcome.kind {
    case .nps:
      return "\(TestedText.points(difference, decimals: 0)) \(side), on a scale of \(FigureText.count(-100)) to 100 "
        + "(\(TestedText.size(low, high, decimals: 0)) \(side))"
    case .csat, .ces:
      let decimals = outcome.scale.decimals
      return "\(TestedText.points(difference, decimals: decimals)) \(side), on a scale of \(outcome.scale.text) "
        + "(\(TestedText.size(low, high, decimals: decimals)) \(side))"
    case .yes:
      return "\(TestedText.points(difference * 100, decimals: 0)) of a hundred \(side) "
        + "(\(TestedText.size(low * 100, high * 100, decimals: 0)) \(side))"
    }
  }
}
