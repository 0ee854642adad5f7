import Audit

/// The figures and tests behind a group that is served worse than the others.
struct ParityTable {
  /// `Customer tier basic`.
  let group: String
  private let parity: Measurement
  private let reading: GapReading

  /// Nil for a finding that compares no group.
  init?(_ finding: Finding, _ context: SiteContext) {
    guard let key = finding.measurement, key.kind == .parity, let part = finding.segment,
      let pictured = finding.pictured, let survey = context.measured.surveys.first(where: { $0.id == key.survey }),
      let wave = survey.latest,
      let slice = wave.slices.first(where: { $0.slice == key.slice }),
      let parity = slice.measurement(key.kind, key.subject),
      let reading = GapReading(pictured.kind, pictured.subject, survey: key.survey, wave: wave, slice: slice)
    else { return nil }
    let name = wave.definition.segments.first { $0.id == part.segment }?.name ?? part.segment
    group = "\(name) \(part.value)"
    (self.parity, self.reading) = (parity, reading)
  }

  var view: TableView? {
    let (places, isWeighted) = (3, parity.isJudgedByWeights(.difference))
    var rows: [[String]] = []
    func add(_ name: String, _ value: Double?, decimals: Int = places) {
      if let value { rows.append([name, FigureText.fixed(value, decimals: decimals)]) }
    }
    func add(_ name: String, from low: Double?, to high: Double?) {
      if let low, let high { rows.append([name, FigureText.range(low, high, decimals: places)]) }
    }
    if let n = reading.n {
      rows.append([say("Answers of the group"), FigureText.count(n)])
      if let all = parity.judgedFigure(.difference)?.n {
        rows.append([say("Answers of all others"), FigureText.count(all - n)])
      }
    }
    add(say("Group less all others, mean"), parity.judged(.difference))
    add(say("Group less all others, interval"), from: parity.judged(.differenceLow), to: parity.judged(.differenceHigh))
    add(say("Welch’s t"), parity.judged(.differenceT))
    add(say("Degrees of freedom"), parity.judged(.differenceDF), decimals: 0)
    if let p = parity.judged(.differenceP) { rows.append(["p", TestTable.probability(p)]) }
    if let q = parity.judged(.differenceQ) {
      rows.append([say("q, after all tests of the wave"), TestTable.probability(q)])
    }
    add(isWeighted ? say("Cliff’s δ without weights") : say("Cliff’s δ"), parity[.cliff])
    add(say("Cliff’s δ, interval"), from: parity[.cliffLow], to: parity[.cliffHigh])
    add(say("Seriously failed in the group, share"), reading[.failedShare])
    add(say("Seriously failed in the group, interval"), from: reading[.failedLow], to: reading[.failedHigh])
    if isWeighted { add(say("Group less all others without weights, mean"), parity[.difference]) }
    guard rows.count > 1 else { return nil }
    return TestTable.table(rows)
  }
}
