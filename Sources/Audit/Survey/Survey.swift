/// Who answered.
package enum Respondents: String, Sendable, CaseIterable {
  case customers, staff, management
}

/// A survey: one or more waves of the same questions.
package struct Survey: Sendable {
  package var id: String
  package var respondents: Respondents
  /// In wave order.
  package var waves: [SurveyWave]

  package init(id: String, respondents: Respondents, waves: [SurveyWave]) {
    self.id = id
    self.respondents = respondents
    self.waves = waves
  }
}

/// One wave of a survey: what was asked and the counts of what was answered.
package struct SurveyWave: Sendable {
  package var wave: Wave
  package var definition: SurveyDefinition
  package var tally: WaveTally
  /// Relative paths of the CSV files, in byte order.
  package var files: [String]
  package var fieldwork: Fieldwork?
  /// How each of the files was read.
  package var readings: [FileReading]
  /// Which columns feed what.
  package var columns: SurveyColumns
  /// Comments of customers; nil where no column holds any, or none are read.
  package var comments: CommentTally?

  package init(
    wave: Wave, definition: SurveyDefinition, tally: WaveTally, files: [String], fieldwork: Fieldwork? = nil,
    readings: [FileReading] = [], columns: SurveyColumns = SurveyColumns()
  ) {
    self.readings = readings
    self.columns = columns
    self.wave = wave
    self.definition = definition
    self.tally = tally
    self.files = files
    self.fieldwork = fieldwork
  }
}

/// How the answers were gathered, as declared.
package struct Fieldwork: Hashable, Sendable {
  package var mode: String?
  package var from: Day?
  package var to: Day?
  package var frame: String?
  package var invited: Int?

  package init(mode: String? = nil, from: Day? = nil, to: Day? = nil, frame: String? = nil, invited: Int? = nil) {
    self.mode = mode
    self.from = from
    self.to = to
    self.frame = frame
    self.invited = invited
  }
}
