import Audit
import Statistics

/// Writes q values: one Benjamini–Hochberg family over all surveys of one wave label (methodology 2.5).
///
/// Of surveys of customers there are in the family the gate's tests (methodology 6.3) of everyone's answers on what a finding can be about, those of
/// each value of a segment against the rest on the same and on all items together, those of whether units differ, and
/// those of what changed since the wave before; of surveys of staff the gate's tests of the service inside. A test with fewer rows than the minimum cell on a side is in no family, shown or not, so that q is the same wherever it
/// is printed. A segment of two values is one test, whose q stands at both.
///
/// Where a survey is weighted there is a second family of the same members, in which weighted tests take the place of
/// unweighted ones; its q stand at weighted figures.
func adjustForManyTests(_ surveys: inout [MeasuredSurvey], _ configuration: Configuration) {
  var labels: [String] = []
  for survey in surveys where survey.respondents != .management {
    for wave in survey.waves where !labels.contains(wave.wave.label) { labels.append(wave.wave.label) }
  }
  for label in labels {
    let tests = FindingTest.gather(surveys, label: label, configuration)
    let adjusted = benjaminiHochberg(tests.map(\.p))
    let size = tests.count { $0.p != nil }
    for (test, q) in zip(tests, adjusted) {
      surveys.set(test.statistic, q, n: test.n, otherwise: test.reason, of: test)
      surveys[test.place.survey].waves[test.place.wave].familySize = size
    }
    guard tests.contains(where: { $0.weighted != nil }) else { continue }
    let weighted = benjaminiHochberg(tests.map { $0.weighted == nil ? $0.p : $0.weighted?.p })
    for (test, q) in zip(tests, weighted) {
      guard let own = test.weighted else { continue }
      surveys.set(own.statistic, q, n: own.n, otherwise: own.reason, of: test)
    }
  }
}

extension [MeasuredSurvey] {
  /// Writes a q wherever the test stands.
  fileprivate mutating func set(
    _ statistic: Statistic, _ q: Double?, n: Int, otherwise reason: Audit.Reason, of test: FindingTest
  ) {
    let figure = q.map { Figure($0, n: n) } ?? Figure(unavailable: reason, n: n)
    for place in [test.place] + test.mirrors { self[place.survey].set(statistic, figure, at: place) }
  }
}

extension MeasuredSurvey {
  fileprivate mutating func set(_ statistic: Statistic, _ figure: Figure, at place: FindingTest.Place) {
    guard let slice = place.slice else { return changes[place.measurement].set(statistic, figure) }
    waves[place.wave].slices[slice].measurements[place.measurement].set(statistic, figure)
  }
}

/// One test that can make a finding.
private struct FindingTest {
  struct Place {
    var survey: Int
    var wave: Int
    /// Nil for a change since the wave before, which stands apart from the slices.
    var slice: Int?
    var measurement: Int
  }

  var place: Place
  /// Where the same test stands once more, seen from the other side.
  var mirrors: [Place] = []
  /// Where q goes.
  var statistic: Statistic
  /// Nil where there was nothing to test, or too few rows.
  var p: Double?
  /// Why there is no q, where there is none.
  var reason: Audit.Reason
  var n: Int
  /// The same under weights, where the subject has them.
  var weighted: Weighted?

  struct Weighted {
    var statistic: Statistic
    var p: Double?
    var reason: Audit.Reason
    var n: Int
  }

  static func gather(
    _ surveys: [MeasuredSurvey], label: String, _ configuration: Configuration
  ) -> [FindingTest] {
    var tests: [FindingTest] = []
    let customerItems = surveys.customerItems
    for (survey, measured) in surveys.enumerated() {
      let minimum = configuration.minimumCell(for: measured.respondents)
      for (wave, round) in measured.waves.enumerated() where round.wave.label == label {
        guard let all = round.slices.first else { continue }
        let targets = targets(of: round.definition, measured.respondents, customerItems)
        // Most measurements are of single units, which are not tested: only what is tested is copied.
        let kinds = Set(targets.keys.map(\.kind))
        for index in all.measurements.indices where kinds.contains(all.measurements[index].key.kind) {
          let subject = Subject(kind: all.measurements[index].key.kind, id: all.measurements[index].key.subject)
          guard let target = targets[subject] else { continue }
          let (measurement, place) = (
            all.measurements[index], Place(survey: survey, wave: wave, slice: 0, measurement: index)
          )
          tests += gates(of: target).compactMap { FindingTest(measurement, $0, at: place, minimum: minimum) }
        }
        guard measured.respondents == .customers else { continue }
        tests += comparisons(of: round, survey: survey, wave: wave, minimum: minimum)
        tests += changes(to: round, of: measured, survey: survey, wave: wave, minimum: minimum)
      }
    }
    return tests
  }

  /// Units of a wave, and each value of its segments against the rest.
  private static func comparisons(of round: MeasuredWave, survey: Int, wave: Int, minimum: Int) -> [FindingTest] {
    let measures = Set(ComparedMeasure.all(of: round.definition).filter { $0.isOfFinding && !$0.isGap }.map(\.id))
    var tests: [FindingTest] = []
    var known: [String: Int] = [:]
    let pairs = Set(round.definition.segments.map(\.id).filter { id in round.isPair(id) })
    for (slice, measured) in round.slices.enumerated() {
      for index in measured.measurements.indices {
        let kind = measured.measurements[index].key.kind
        guard kind == .parity || kind == .unit else { continue }
        let subject = measured.measurements[index].key.subject
        guard kind == .parity || measures.contains(subject) else { continue }
        let measurement = measured.measurements[index]
        let place = Place(survey: survey, wave: wave, slice: slice, measurement: index)
        switch kind {
        case .unit:
          tests += [FindingTest(measurement, Gate(p: [.p], q: .q), at: place, minimum: minimum)].compactMap { $0 }
        case .parity:
          guard let segment = measured.slice.parts.first?.segment,
            measures.contains(String(subject.dropFirst(segment.count + 1)))
          else { continue }
          if pairs.contains(segment), let first = known[subject] {
            tests[first].mirrors.append(place)
          } else if let test = FindingTest(
            measurement, Gate(p: [.differenceP], q: .differenceQ), at: place, minimum: minimum)
          {
            known[subject] = tests.count
            tests.append(test)
          }
        case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard,
          .driver, .segment, .change, .knowledge, .belief, .agreement:
          continue
        }
      }
    }
    return tests
  }

  /// What changed since the wave before: in everyone's answers on what a finding can be about, and in outcomes.
  private static func changes(
    to round: MeasuredWave, of measured: MeasuredSurvey, survey: Int, wave: Int, minimum: Int
  ) -> [FindingTest] {
    let measures = Set(ComparedMeasure.all(of: round.definition).filter(\.canChange).map(\.id))
    return measured.changes.indices.compactMap { index in
      guard measured.changes[index].key.slice == .all, measures.contains(measured.changes[index].key.subject),
        measured.changes[index].key.wave.hasSuffix(">\(round.wave.label)")
      else { return nil }
      let place = Place(survey: survey, wave: wave, slice: nil, measurement: index)
      return FindingTest(
        measured.changes[index], Gate(p: [.differenceP], q: .differenceQ), at: place, minimum: minimum)
    }
  }

  private struct Subject: Hashable {
    var kind: SubjectKind
    var id: String
  }

  /// The statistics that hold a test's p values, the best first, and its q.
  private struct Gate {
    var p: [Statistic]
    var q: Statistic
  }

  private static func targets(
    of definition: SurveyDefinition, _ respondents: Respondents, _ customerItems: Set<String>
  ) -> [Subject: ItemTarget] {
    var targets: [Subject: ItemTarget] = [:]
    let sets =
      switch respondents {
      case .customers: definition.findingSets
      case .staff: definition.internalSets(customerItems: customerItems)
      case .management: [ItemSet]()
      }
    for set in sets {
      targets[Subject(kind: set.kind, id: set.subject)] = ItemTarget(of: set.items.map { definition.items[$0] })
    }
    return targets
  }

  /// What the gate asks of a subject that is held against this target.
  private static func gates(of target: ItemTarget) -> [Gate] {
    switch target {
    case .expectation: [Gate(p: [.gapPExact, .gapP], q: .gapQ), Gate(p: [.failedSignP], q: .failedSignQ)]
    case .minimum: [Gate(p: [.msaPExact, .msaP], q: .msaQ)]
    case .standard: [Gate(p: [.gapPExact, .gapP], q: .gapQ)]
    case .satisfied: [Gate(p: [.targetPExact, .targetP], q: .targetQ)]
    }
  }

  /// Nil where the test does not apply to the subject.
  private init?(_ measurement: Measurement, _ gate: Gate, at place: Place, minimum: Int) {
    guard let last = gate.p.last, let figure = measurement.figure(last), let n = figure.n else { return nil }
    self.place = place
    self.n = n
    statistic = gate.q
    let found = gate.p.lazy.compactMap { measurement[$0] }.first
    // A comparison rests on the rows of both sides; what decides is the smaller.
    p = min(n, measurement.n ?? n) < minimum ? nil : found
    reason = found == nil ? figure.reason ?? .noData : .suppressed
    weighted = Self.weighted(measurement, gate, unweighted: found, isIn: p != nil || found == nil, minimum: minimum)
  }

  /// Where all rows are equal there is no weighted test, and the exact one does not depend on weights.
  private static func weighted(
    _ measurement: Measurement, _ gate: Gate, unweighted: Double?, isIn: Bool, minimum: Int
  ) -> Weighted? {
    guard let statistic = gate.q.weighted, let place = gate.p.last?.weighted,
      let figure = measurement.figure(place), let n = figure.n
    else { return nil }
    let isEqual = figure.reason == .zeroVariance || figure.reason == .census
    let found = isEqual ? unweighted : figure.value
    return Weighted(
      statistic: statistic, p: isIn && n >= minimum ? found : nil,
      reason: found == nil ? figure.reason ?? .noData : .suppressed, n: n)
  }
}

extension MeasuredWave {
  /// A segment of two values that occur.
  fileprivate func isPair(_ segment: String) -> Bool {
    slices.count { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment } == 2
  }
}
