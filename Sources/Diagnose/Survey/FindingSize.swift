import Audit

extension Finding {
  /// S, B, Z·B and the share of seriously failed customers, of what a survey measured of a cell.
  ///
  /// `share` is the part of all answers that the cell's are, 0…1: the burden of a group is borne by the group alone.
  mutating func setSize(_ cell: SurveyCell, share: Double = 1) {
    severity = cell[.severity]
    burden = cell[.burden].map { $0 * share }
    order = (cell[.credibility] ?? 0) * (burden ?? 0)
    part = share
    size = cell.measurement.answers(behind: .failedShare).map {
      Finding.Size(n: $0, error: cell.shortfallError, derived: cell.derivation)
    }
    if let failed = cell[.failedShare], let low = cell[.failedLow], let high = cell[.failedHigh],
      let n = cell.n
    {
      reach = Finding.Reach(share: failed, n: n, low: low, high: high)
    }
  }
}

extension Measurement {
  /// How many answers there are; under weights, how many unweighted ones would tell as much.
  func answers(behind statistic: Statistic) -> Double? {
    isJudgedByWeights(statistic) ? self[.effectiveN] : n.map { Double($0) }
  }
}

extension SurveyCell {
  /// Standard error of F1 over F1.
  fileprivate var shortfallError: Double? {
    guard let f1 = self[.f1], f1 > 0, let error = isWeighted ? self[.f1SE] : self[.f1Jackknife] ?? self[.f1SE] else {
      return nil
    }
    return error / f1
  }

  /// ω of its dimension by what goes with the first outcome that dimensions explain well enough, over the ω that was taken.
  fileprivate var derivation: Double? {
    guard let dimension = set.dimension, let taken = self[.importance], taken > 0, let slice = wave.all else {
      return nil
    }
    let dimensions = wave.definition.sets.filter { $0.kind == .dimension }.map(\.subject)
    for outcome in wave.definition.outcomes {
      func share(_ id: String) -> Double? { slice.measurement(.driver, "\(outcome.id)~\(id)")?[.lmgShare] }
      let known = dimensions.compactMap(share)
      guard let explained = slice.measurement(.driver, outcome.id)?[.r2], explained >= 0.1, let own = share(dimension)
      else { continue }
      return Double(known.count) * own / taken
    }
    return nil
  }

  /// What a reader has to know beside the class: few answers, and a burden of unknown reach.
  func cautions(_ configuration: Configuration) -> [String] {
    var cautions: [String] = []
    if let credibility = self[.credibility], credibility < 0.6 { cautions.append(say("few answers")) }
    if let touchpoint = set.touchpoint, configuration.touchpoint(touchpoint)?.volume == nil {
      cautions.append(say("reach unknown"))
    }
    return cautions
  }
}
