import Audit
import CSV

/// Reads all answers of one survey file into counts, in one pass, on several threads where that pays.
struct SurveyScan: Sendable {
  let file: SurveyFile
  let header: SurveyHeader
  let plan: SurveyPlan
  /// Threads that may read side by side, at least 1.
  let jobs: Int
  /// Bytes that a stretch has at least.
  var smallestStretch = 2 << 20

  /// What one thread, or all together, counted.
  private struct Reading: Sendable {
    var tallies: [ScanTally]
    /// By the number of the stretch in file order.
    var outcomes: [Int: Result<CodeScanner.Summary, CSVError>] = [:]
  }

  /// Counts of the file and what is wrong with it; no counts when it could not be read to its end.
  func run() async -> (result: ScanResult?, diagnostics: [Diagnostic]) {
    do throws(CSVError) {
      let (tallies, summaries) = try await read()
      guard isUnchanged else { throw .changed }
      return try await report(tallies, summaries)
    } catch {
      // What else is wrong with a file that changed may have come of that.
      let error = isUnchanged ? error : .changed
      return (nil, [error.diagnostic(of: file.name, linesBefore: header.linesBefore)])
    }
  }

  private var isUnchanged: Bool { FileState(of: file.source) == header.state }

  private func report(
    _ tallies: consuming [ScanTally], _ summaries: [CodeScanner.Summary]
  ) async throws(CSVError) -> (ScanResult, [Diagnostic]) {
    var problems = ScanProblems(file: file, header: header, plan: plan)
    var linesBefore = header.linesBefore
    for summary in summaries {
      problems.add(summary, linesBefore: linesBefore)
      linesBefore += summary.lines
    }
    var tally = tallies.removeLast()
    // Counters are let go as soon as they are added.
    while let other = tallies.popLast() { tally.merge(other, of: plan) }
    let readout = TallyReadout(plan: plan, scan: tally)
    try problems.find(readout)
    let result = await readout.result(unusable: problems.unusable, jobs: jobs)
    return (result, problems.diagnostics(of: readout))
  }
}

// MARK: Stretches

/// A file is cut into more stretches than there are threads; each thread takes the next one when it is done with its own, and
/// counts all of them together.
extension SurveyScan {
  /// Hands stretches out in file order.
  private actor Queue {
    private var numbers: Range<Int>

    init(_ count: Int) { numbers = 0..<count }

    func next() -> Int? { numbers.popFirst() }
  }

  /// Counts, and a summary of each stretch in file order.
  ///
  /// Where a stretch begins was a guess. Should the one before end elsewhere, all is read again in one stretch.
  private func read() async throws(CSVError) -> ([ScanTally], [CodeScanner.Summary]) {
    for starts in [try boundaries(), [header.dataOffset]] {
      let reading = await read(starts)
      if let summaries = try summaries(of: reading, starts) { return (reading.tallies, summaries) }
    }
    preconditionFailure("a single stretch begins where it should")
  }

  /// Nil where a stretch does not begin where the one before ends.
  private func summaries(of reading: Reading, _ starts: [Int]) throws(CSVError) -> [CodeScanner.Summary]? {
    var summaries: [CodeScanner.Summary] = []
    for (number, start) in starts.enumerated() {
      if let last = summaries.last, last.endOffset != start { return nil }
      switch reading.outcomes[number] {
      case .success(let summary): summaries.append(summary)
      case .failure(let error): throw error.shifted(by: summaries.reduce(0) { $0 + $1.lines })
      case nil: preconditionFailure("stretches are handed out in order")
      }
    }
    return summaries
  }

  private func read(_ starts: [Int]) async -> Reading {
    let layout = TallyLayout(plan.definition)
    let queue = Queue(starts.count)
    return await withTaskGroup(of: Reading.self) { group in
      for _ in 0..<min(max(1, jobs), starts.count) {
        group.addTask { await share(of: queue, starts, layout) }
      }
      return await group.reduce(into: Reading(tallies: [])) { all, share in
        all.tallies += share.tallies
        all.outcomes.merge(share.outcomes) { _, later in later }
      }
    }
  }

  /// What one thread makes of the stretches that it gets, up to the first that cannot be read.
  private func share(of queue: Queue, _ starts: [Int], _ layout: TallyLayout) async -> Reading {
    guard var number = await queue.next() else { return Reading(tallies: []) }
    var reading = Reading(tallies: [])
    do throws(CSVError) {
      var tally = BlockTally(plan: plan, layout: layout)
      var scanner = try CodeScanner(
        file.source, from: starts[number], columns: readings, header: header.bytes,
        recordGroups: plan.rows.haveGroups ? MomentTally.groups : 0)
      var records = 0
      while true {
        let stop = number + 1 < starts.count ? starts[number + 1] : Int.max
        let summary = try scanner.scan(until: stop) { tally.add($0) }
        reading.outcomes[number] = .success(summary)
        records += summary.records
        guard let next = await queue.next() else {
          tally.finish(records: records, texts: summary.texts)
          break
        }
        number = next
        try scanner.move(to: starts[number])
      }
      reading.tallies.append(tally.tally)
    } catch {
      reading.outcomes[number] = .failure(error)
    }
    return reading
  }

  /// Where stretches begin, the first behind the header.
  private func boundaries() throws(CSVError) -> [Int] {
    var starts = [header.dataOffset]
    guard jobs > 1, let size = try RecordBoundary.size(of: file.source) else { return starts }
    let bytes = size - header.dataOffset
    // So many that no thread waits long for the last; so few that what is read twice at their ends does not count.
    let count = min(bytes / smallestStretch, max(16 * jobs, bytes / (16 << 20)))
    guard count > 1 else { return starts }
    for part in 1..<count {
      let near = header.dataOffset + bytes / count * part
      let guess = try RecordBoundary.guess(in: file.source, near: near, fieldCount: plan.fieldCount)
      if let guess, let last = starts.last, guess > last { starts.append(guess) }
    }
    return starts
  }

  private var readings: [ColumnReading] {
    var readings = [ColumnReading](repeating: .skip, count: plan.fieldCount)
    for column in plan.columns { readings[column.index] = column.reading }
    return readings
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
