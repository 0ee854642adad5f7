import Audit

/// The figures and tests behind a gap.
enum TestTable {
  static func view(_ reading: GapReading) -> TableView? {
    var rows = TestRows()
    rows.add(say("Answers"), count: reading.n)
    let isWeighted = reading.isWeighted
    if isWeighted { rows.add(say("As many unweighted answers"), reading[.effectiveN], decimals: 0) }
    rows.add(say("Expected, mean"), reading[.expectationMean])
    rows.add(say("Received, mean"), reading[.perceptionMean])
    rows.add(say("Received, interval"), from: reading[.perceptionLow], to: reading[.perceptionHigh])
    rows.add(say("Gap, mean"), reading[.gapMean])
    rows.add(say("Gap, interval"), from: reading[.gapLow], to: reading[.gapHigh])
    rows.add(say("Above the least acceptable, mean"), reading[.msaMean])
    rows.add(say("Above the least acceptable, interval"), from: reading[.msaLow], to: reading[.msaHigh])
    rows.add(say("Above what is desired, mean"), reading[.mssMean])
    rows.add(say("Above what is desired, interval"), from: reading[.mssLow], to: reading[.mssHigh])
    rows.add(say("Below the least acceptable, share"), reading[.zoneBelow])
    rows.add(say("Above what is desired, share"), reading[.zoneAbove])
    // A cell that asks for expectations in one question and for a zone in another is judged by the expectations.
    func tested(_ gap: Statistic, _ msa: Statistic, _ target: Statistic) -> Double? {
      reading.target == .minimum ? reading[msa] : reading[gap] ?? reading[target]
    }
    rows.add("t", tested(.gapT, .msaT, .targetT))
    rows.add(say("Degrees of freedom"), tested(.gapDF, .msaDF, .targetDF), decimals: 0)
    rows.add("p", probability: tested(.gapP, .msaP, .targetP))
    rows.add(say("q, after all tests of the wave"), probability: tested(.gapQ, .msaQ, .targetQ))
    rows.add(say("Effect, d_z"), tested(.gapDz, .msaDz, .targetDz))
    rows.add(
      isWeighted ? say("Signed-rank test without weights, p") : say("Signed-rank test, p"),
      probability: reading[.signedRankP])
    rows.add(say("Seriously failed, share"), reading[.failedShare])
    rows.add(say("Seriously failed, interval"), from: reading[.failedLow], to: reading[.failedHigh])
    if isWeighted {
      let own = reading.measurement
      rows.add(say("Mean without weights"), own[reading.target == .minimum ? .msaMean : .gapMean] ?? own[.targetMean])
      rows.add(say("Seriously failed without weights, share"), own[.failedShare])
    }
    rows.add(say("Importance against average"), reading[.importance], decimals: 2)
    return rows.table
  }
}

/// Figures and tests with their names, those that are not there left out.
struct TestRows {
  private var rows: [[String]] = []

  mutating func add(_ name: String, _ value: Double?, decimals: Int = 3) {
    if let value { rows.append([name, FigureText.fixed(value, decimals: decimals)]) }
  }

  mutating func add(_ name: String, from low: Double?, to high: Double?) {
    if let low, let high { rows.append([name, FigureText.range(low, high, decimals: 3)]) }
  }

  mutating func add(_ name: String, count: Int?) {
    if let count { rows.append([name, FigureText.count(count)]) }
  }

  /// `0.013`; `below 0.001`.
  mutating func add(_ name: String, probability: Double?) {
    guard let probability else { return }
    let least = 0.001
    rows.append([
      name,
      probability < least
        ? say("below \(FigureText.fixed(least, decimals: 3))") : FigureText.fixed(probability, decimals: 3),
    ])
  }

  /// Nil where there is no more than a number of answers.
  var table: TableView? {
    guard rows.count > 1 else { return nil }
    return TableView(
      ChartTable(
        columns: [ChartTable.Column(title: say("Figure"), isNumber: false), ChartTable.Column(title: say("Value"))],
        rows: rows),
      caption: say("The test"))
  }
}
