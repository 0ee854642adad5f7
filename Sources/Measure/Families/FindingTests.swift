import Audit
import Statistics

/// Writes q values: one Benjamini–Hochberg family over all customer surveys of one wave label (methodology 2.5).
///
/// In the family are the gate's tests (methodology 6.3) of everyone's answers on what a finding can be about. A test on
/// fewer rows than the minimum cell is in no family, shown or not, so that q is the same wherever it is printed.
func adjustForManyTests(_ surveys: inout [MeasuredSurvey], _ configuration: Configuration) {
  var labels: [String] = []
  for survey in surveys where survey.respondents == .customers {
    for wave in survey.waves where !labels.contains(wave.wave.label) { labels.append(wave.wave.label) }
  }
  let minimum = configuration.minimumCell(for: .customers)
  for label in labels {
    let tests = FindingTest.gather(surveys, label: label, minimum: minimum)
    let adjusted = benjaminiHochberg(tests.map(\.p))
    let size = tests.count { $0.p != nil }
    for (test, q) in zip(tests, adjusted) {
      let place = test.place
      surveys[place.survey].waves[place.wave].slices[0].measurements[place.measurement].set(
        test.statistic, q.map { Figure($0, n: test.n) } ?? Figure(unavailable: test.reason, n: test.n))
      surveys[place.survey].waves[place.wave].familySize = size
    }
  }
}

/// One test that can make a finding.
private struct FindingTest {
  struct Place {
    var survey: Int
    var wave: Int
    /// In the first slice.
    var measurement: Int
  }

  var place: Place
  /// Where q goes.
  var statistic: Statistic
  /// Nil where there was nothing to test, or too few rows.
  var p: Double?
  /// Why there is no q, where there is none.
  var reason: Audit.Reason
  var n: Int

  static func gather(_ surveys: [MeasuredSurvey], label: String, minimum: Int) -> [FindingTest] {
    var tests: [FindingTest] = []
    for (survey, measured) in surveys.enumerated() where measured.respondents == .customers {
      for (wave, round) in measured.waves.enumerated() where round.wave.label == label {
        guard let all = round.slices.first else { continue }
        let targets = targets(of: round.definition)
        for (index, measurement) in all.measurements.enumerated() {
          let subject = Subject(kind: measurement.key.kind, id: measurement.key.subject)
          guard let target = targets[subject] else { continue }
          let place = Place(survey: survey, wave: wave, measurement: index)
          tests += gates(of: target).compactMap { FindingTest(measurement, $0, at: place, minimum: minimum) }
        }
      }
    }
    return tests
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

  private static func targets(of definition: SurveyDefinition) -> [Subject: ItemTarget] {
    var targets: [Subject: ItemTarget] = [:]
    for set in definition.findingSets {
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
    p = n < minimum ? nil : found
    reason = found == nil ? figure.reason ?? .noData : .suppressed
  }
}
