import Audit

@testable import Diagnose

/// Figures of a subject in a wave, all on one n.
func figures(
  _ kind: SubjectKind, _ subject: String, n: Int?, _ values: [Statistic: Double], survey: String = "customers",
  wave: String = "2026-Q3", slice: Slice = .all, rows: Int? = nil, sides: [Measurement.Side] = []
) -> Measurement {
  var measurement = Measurement(
    key: MeasurementKey(survey: survey, wave: wave, slice: slice, kind: kind, subject: subject), n: n, sides: sides)
  for (statistic, value) in values { measurement.set(statistic, Figure(value, n: rows ?? n ?? 0)) }
  return measurement
}

extension MeasuredWave {
  /// With more figures of everyone.
  func adding(_ measurements: [Measurement]) -> MeasuredWave {
    var wave = self
    wave.slices[0].measurements += measurements
    return wave
  }

  /// With a slice of one segment's value.
  func adding(_ segment: Segment, _ value: String, rows: Int, _ measurements: [Measurement]) -> MeasuredWave {
    var wave = self
    if !wave.definition.segments.contains(segment) { wave.definition.segments.append(segment) }
    wave.slices.append(
      MeasuredSlice(
        slice: Slice(parts: [Slice.Part(segment: segment.id, value: value)]), rows: rows, measurements: measurements,
        distributions: []))
    return wave
  }

  func asking(_ outcomes: [Outcome]) -> MeasuredWave {
    var wave = self
    wave.definition.outcomes = outcomes
    return wave
  }

  func changed(_ change: (inout MeasuredWave) -> Void) -> MeasuredWave {
    var wave = self
    change(&wave)
    return wave
  }
}

/// An audit of one customers' survey with these waves.
func audit(_ waves: [MeasuredWave], changes: [Measurement] = []) -> MeasuredAudit {
  MeasuredAudit(surveys: [MeasuredSurvey(id: "customers", respondents: .customers, waves: waves, changes: changes)])
}

extension MeasuredAudit {
  /// The findings of one rule.
  func found(_ kind: Finding.Kind, _ project: Project = .bank) -> [Finding] {
    findings(self, project).filter { $0.kind == kind }
  }

  /// Why the rule did not run.
  func notRun(_ kind: Finding.Kind, _ project: Project = .bank) -> String? {
    diagnose(project, measured: self, asOf: reportDay).rules.first { $0.id == kind }?.notRun
  }
}

/// A wave in which nothing falls short: branch and phone, empathy.
let quietWave = TestWave([
  TestCell("branch", "empathy", GateTests.quiet), TestCell("phone", "empathy", GateTests.quiet),
])
.measured(survey: "customers")

let noAudit = MeasuredAudit(surveys: [])
