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
    let isWeighted = parity.isJudgedByWeights(.difference)
    var rows = TestRows()
    if let n = reading.n {
      rows.add(say("Answers of the group"), count: n)
      rows.add(say("Answers of all others"), count: parity.judgedFigure(.difference)?.n.map { $0 - n })
    }
    rows.add(say("Group less all others, mean"), parity.judged(.difference))
    rows.add(
      say("Group less all others, interval"), from: parity.judged(.differenceLow), to: parity.judged(.differenceHigh))
    rows.add(say("Welch’s t"), parity.judged(.differenceT))
    rows.add(say("Degrees of freedom"), parity.judged(.differenceDF), decimals: 0)
    rows.add("p", probability: parity.judged(.differenceP))
    rows.add(say("q, after all tests of the wave"), probability: parity.judged(.differenceQ))
    rows.add(isWeighted ? say("Cliff’s δ without weights") : say("Cliff’s δ"), parity[.cliff])
    rows.add(say("Cliff’s δ, interval"), from: parity[.cliffLow], to: parity[.cliffHigh])
    rows.add(say("Seriously failed in the group, share"), reading[.failedShare])
    rows.add(say("Seriously failed in the group, interval"), from: reading[.failedLow], to: reading[.failedHigh])
    if isWeighted { rows.add(say("Group less all others without weights, mean"), parity[.difference]) }
    return rows.table
  }
}
