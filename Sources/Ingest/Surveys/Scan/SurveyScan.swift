import Audit
import CSV

/// Reads all answers of one survey file into counts, in one pass, on several threads where that pays.
struct SurveyScan: Sendable {
  let file: SurveyFile
  let header: SurveyHeader
  let plan: SurveyPlan
  /// Stretches that may be read side by side, at least 1.
  let jobs: Int
  /// Bytes that a stretch has at least.
  var smallestStretch = 2 << 20

  /// What one stretch gave.
  private struct Stretch: Sendable {
    var tally: ScanTally
    var summary: CodeScanner.Summary
  }

  /// Counts of the file and what is wrong with it; no counts when it could not be read to its end.
  func run() async -> (result: ScanResult?, diagnostics: [Diagnostic]) {
    do throws(CSVError) {
      let stretches = try await read()
      guard isUnchanged else { throw .changed }
      return try await report(stretches)
    } catch {
      // What else is wrong with a file that changed may have come of that.
      let error = isUnchanged ? error : .changed
      return (nil, [error.diagnostic(of: file.name, linesBefore: header.linesBefore)])
    }
  }

  private var isUnchanged: Bool { FileState(of: file.source) == header.state }

  /// Stretches in file order, each beginning where the one before ends.
  private func read() async throws(CSVError) -> [Stretch] {
    let layout = TallyLayout(plan.definition)
    let starts = try boundaries()
    let stops = starts.dropFirst() + [Int.max]
    var results = await mapInOrder(Array(zip(starts, stops)), jobs: jobs) { start, stop in
      Result { () throws(CSVError) in try scan(from: start, until: stop, layout) }
    }
    // A boundary was a guess: where the stretch before ends elsewhere, the next one is read again from there.
    var stretches: [Stretch] = []
    for index in results.indices {
      if let before = stretches.last, before.summary.endOffset != starts[index] {
        let start = before.summary.endOffset
        results[index] = Result { () throws(CSVError) in try scan(from: start, until: stops[index], layout) }
      }
      do {
        stretches.append(try results[index].get())
      } catch {
        throw error.shifted(by: stretches.reduce(0) { $0 + $1.summary.lines })
      }
    }
    return stretches
  }

  private func boundaries() throws(CSVError) -> [Int] {
    var starts = [header.dataOffset]
    guard jobs > 1, let size = try RecordBoundary.size(of: file.source) else { return starts }
    let count = min(jobs, (size - header.dataOffset) / smallestStretch)
    guard count > 1 else { return starts }
    for part in 1..<count {
      let near = header.dataOffset + (size - header.dataOffset) / count * part
      let guess = try RecordBoundary.guess(in: file.source, near: near, fieldCount: plan.fieldCount)
      if let guess, let last = starts.last, guess > last { starts.append(guess) }
    }
    return starts
  }

  private func scan(from start: Int, until stop: Int, _ layout: TallyLayout) throws(CSVError) -> Stretch {
    var tally = BlockTally(plan: plan, layout: layout)
    var scanner = try CodeScanner(
      file.source, from: start, columns: readings, header: header.bytes,
      recordGroups: plan.rows.haveGroups ? MomentTally.groups : 0)
    let summary = try scanner.scan(until: stop) { tally.add($0) }
    tally.finish(records: summary.records, texts: summary.texts)
    return Stretch(tally: tally.tally, summary: summary)
  }

  private var readings: [ColumnReading] {
    var readings = [ColumnReading](repeating: .skip, count: plan.fieldCount)
    for column in plan.columns { readings[column.index] = column.reading }
    return readings
  }

  private func report(_ read: consuming [Stretch]) async throws(CSVError) -> (ScanResult, [Diagnostic]) {
    var problems = ScanProblems(file: file, header: header, plan: plan)
    var linesBefore = header.linesBefore
    var stretches = consume read
    for stretch in stretches {
      problems.add(stretch.summary, linesBefore: linesBefore)
      linesBefore += stretch.summary.lines
    }
    // The counters of a stretch are let go as soon as they are added.
    stretches.reverse()
    var tally = stretches.removeLast().tally
    while let stretch = stretches.popLast() { tally.merge(stretch.tally, of: plan) }
    let readout = TallyReadout(plan: plan, scan: tally)
    try problems.find(readout)
    let result = await readout.result(unusable: problems.unusable, jobs: jobs)
    return (result, problems.diagnostics(of: readout))
  }
}

extension CSVError {
  /// The same error, this many lines further down.
  fileprivate func shifted(by lines: Int) -> CSVError {
    switch self {
    case .unreadable, .damagedGzip, .noConversion, .changed, .notSpooled: self
    case .unclosedQuote(let line): .unclosedQuote(line: line + lines)
    case .recordTooLong(let line, let limit): .recordTooLong(line: line + lines, limit: limit)
    case .quoteTooLong(let line, let limit): .quoteTooLong(line: line + lines, limit: limit)
    case .headerTooLong(let line, let limit): .headerTooLong(line: line + lines, limit: limit)
    case .tooManyColumns(let line, let limit): .tooManyColumns(line: line + lines, limit: limit)
    }
  }
}
