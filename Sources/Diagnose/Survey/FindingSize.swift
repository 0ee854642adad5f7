import Audit

extension Finding {
  /// S, B, Z·B and the share of seriously failed customers, of what a survey measured of a cell.
  ///
  /// `share` is the part of all answers that the cell's are, 0…1: the burden of a group is borne by the group alone.
  mutating func setSize(_ cell: SurveyCell, share: Double = 1) {
    severity = cell[.severity]
    burden = cell[.burden].map { $0 * share }
    order = (cell[.credibility] ?? 0) * (burden ?? 0)
    if let failed = cell[.failedShare], let low = cell[.failedLow], let high = cell[.failedHigh],
      let n = cell.measurement.n
    {
      reach = Finding.Reach(share: failed, n: n, low: low, high: high)
    }
  }
}

extension SurveyCell {
  /// What a reader has to know beside the class: few answers, and a burden of unknown reach.
  func cautions(_ configuration: Configuration) -> [String] {
    var cautions: [String] = []
    if let credibility = self[.credibility], credibility < 0.6 { cautions.append("few answers") }
    if let touchpoint = set.touchpoint, configuration.touchpoint(touchpoint)?.volume == nil {
      cautions.append("reach unknown")
    }
    return cautions
  }
}
