import Audit

/// Nothing may have got worse by more than chance explains: the interval of a change must not lie on the worse side of 0.
struct RegressionGate {
  private let material: Material
  private let findings: [Finding]

  init(_ material: Material, _ findings: [Finding]) {
    self.material = material
    self.findings = findings
  }

  /// Without a second wave nothing can have got worse; with one that cannot be compared nobody knows.
  func result(of gate: AgreedGate) -> GateResult {
    let worse = findings.filter { $0.kind == .regression }
    if !worse.isEmpty { return failed(worse, gate) }
    if let missing = WaveChange.missing(material) {
      return GateResult(gate, .passed, actual: "nothing to compare: \(missing)")
    }
    let compared = WaveChange.all(material).reduce(0) { $0 + Self.compared($1, material) }
    guard compared > 0 else {
      let reason = "no figure of the latest wave can be held against the wave before"
      return GateResult(gate, .notJudged(reason), actual: reason)
    }
    return GateResult(
      gate, .passed, actual: "nothing among \(FigureText.counted(compared, "figure")) that can be compared")
  }

  private func failed(_ worse: [Finding], _ gate: AgreedGate) -> GateResult {
    let changes = worse.map { $0.measurement.flatMap { material.measured[$0] } }
    let words = zip(worse, changes).map { finding, change in
      guard let change, let difference = change[.difference], let low = change[.differenceLow],
        let high = change[.differenceHigh]
      else { return finding.id }
      return "\(finding.id) by \(Self.text(difference)) (\(Self.text(low)) to \(Self.text(high)))"
    }
    var result = GateResult(
      gate, .failed, actual: "\(worse.count): \(words.shortList)", breakers: worse.map(\.id))
    if worse.count == 1, let change = changes[0] {
      (result.value, result.n) = (change[.difference], change.figure(.difference)?.n)
      (result.low, result.high) = (change[.differenceLow], change[.differenceHigh])
    }
    return result
  }

  private static func text(_ value: Double) -> String { FigureText.fixed(value, decimals: 2) }

  /// Cells and outcomes whose change has an interval.
  private static func compared(_ waves: WaveChange, _ material: Material) -> Int {
    let measures = waves.latest.definition.findingSets.map(\.subject) + waves.latest.definition.outcomes.map(\.id)
    return measures.count { waves.change(of: $0)?[.differenceLow] != nil }
  }
}
