/// What is known about the rows of a wave apart from their answers.
package struct RowQuality: Hashable, Sendable {
  /// Rows marked finished and unfinished, where a column says so; both 0 without one.
  package var finished: Int
  package var unfinished: Int
  /// Rows with at least six answered perceptions that are all alike, and rows with at least six.
  package var straightLines: Int
  package var straightLineBase: Int
  /// Different respondents, rows beyond each respondent's first, and rows without an id; all 0 without a respondent column.
  package var respondents: Int
  package var repeatedRows: Int
  package var unnamedRows: Int
  /// Rows by language of the questionnaire, in byte order; empty without a language column.
  package var languages: [Language]

  package struct Language: Hashable, Sendable {
    package var language: String
    package var rows: Int

    package init(language: String, rows: Int) {
      self.language = language
      self.rows = rows
    }
  }

  package init(
    finished: Int = 0, unfinished: Int = 0, straightLines: Int = 0, straightLineBase: Int = 0, respondents: Int = 0,
    repeatedRows: Int = 0, unnamedRows: Int = 0, languages: [Language] = []
  ) {
    self.finished = finished
    self.unfinished = unfinished
    self.straightLines = straightLines
    self.straightLineBase = straightLineBase
    self.respondents = respondents
    self.repeatedRows = repeatedRows
    self.unnamedRows = unnamedRows
    self.languages = languages
  }
}

extension RowQuality: Codable {}
extension RowQuality.Language: Codable {}
