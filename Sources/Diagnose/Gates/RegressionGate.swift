import Audit

/// Nothing may have got worse by more than chance explains: the interval of a change must not lie on the worse side of 0.
struct RegressionGate {
  let material: Material
  let findings: [Finding]

  /// Without a second wave nothing can have got worse; with one that cannot be compared nobody knows.
  func result(of gate: AgreedGate) -> GateResult {
    let worse = findings.filter { $0.kind == .regression }
    let sinceSnapshot = findings.filter { finding in
      let isWorse = finding.history?.change.map { $0.kind == .worse && $0.ground == .interval } ?? false
      // Worse than in the wave before and than in the snapshot it is one trouble.
      return isWorse && finding.findingClass.isDeficiency
        && !worse.contains { $0.id == finding.id || $0.pictured != nil && $0.pictured == finding.measurement }
    }
    if !worse.isEmpty || !sinceSnapshot.isEmpty { return failed(worse, sinceSnapshot, gate) }
    if let missing = WaveChange.missing(material) {
      return WaveChange.pairs(material).isEmpty
        ? GateResult(gate, .passed, actual: say("nothing to compare: \(missing)"))
        : GateResult(gate, .notJudged(missing), actual: missing)
    }
    let compared = WaveChange.all(material).reduce(0) { $0 + Self.compared($1) }
    guard compared > 0 else {
      let reason = say("no figure of the latest wave can be held against the wave before")
      return GateResult(gate, .notJudged(reason), actual: reason)
    }
    return GateResult(
      gate, .passed, actual: say("nothing among \(CountWords.of(compared, .figure)) that can be compared"))
  }

  private func failed(_ worse: [Finding], _ sinceSnapshot: [Finding], _ gate: AgreedGate) -> GateResult {
    let changes = worse.map { $0.measurement.flatMap { material.measured[$0] } }
    let words = zip(worse, changes).map { Self.words($0, $1) } + sinceSnapshot.map(Self.words)
    var result = GateResult(
      gate, .failed, actual: "\(words.count): \(words.shortList)", breakers: (worse + sinceSnapshot).map(\.id))
    if words.count == 1, let change = changes.first ?? nil {
      (result.value, result.n) = (change.judged(.difference), change.judgedFigure(.difference)?.n)
      (result.low, result.high) = (change.judged(.differenceLow), change.judged(.differenceHigh))
    } else if words.count == 1, let now = sinceSnapshot.first?.history?.change?.now?.measure {
      (result.value, result.low, result.high, result.n) = (now.value, now.low, now.high, now.n)
    }
    return result
  }

  private static func words(_ finding: Finding, _ change: Measurement?) -> String {
    guard let change, let difference = change.judged(.difference), let low = change.judged(.differenceLow),
      let high = change.judged(.differenceHigh)
    else { return finding.id }
    return say("\(finding.id) by \(text(difference)) (\(text(low)) to \(text(high)))")
  }

  private static func words(_ finding: Finding) -> String {
    guard let change = finding.history?.change, let now = change.now?.measure, let before = change.before?.measure,
      let since = finding.history?.since
    else { return finding.id }
    return say("\(finding.id), \(now.text) where the report of \(since.iso) has \(before.text)")
  }

  private static func text(_ value: Double) -> String { FigureText.fixed(value, decimals: 2) }

  /// Cells and outcomes whose change has an interval.
  private static func compared(_ waves: WaveChange) -> Int {
    let measures = waves.latest.definition.findingSets.map(\.subject) + waves.latest.definition.outcomes.map(\.id)
    return measures.count { waves.change(of: $0)?.judged(.differenceLow) != nil }
  }
}
