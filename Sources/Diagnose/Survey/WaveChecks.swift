import Audit

/// What only the day of the report tells of waves.
func waveDiagnostics(_ surveys: [MeasuredSurvey], asOf: Day) -> [Diagnostic] {
  surveys.flatMap { survey in
    survey.waves.compactMap { wave in
      guard let start = wave.wave.start, asOf < start else { return nil }
      return .waveInFuture(
        wave.wave.label, survey: survey.id, start: start, asOf: asOf, file: wave.files.first ?? survey.id)
    }
  }
}
