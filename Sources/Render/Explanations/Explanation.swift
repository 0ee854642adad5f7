import Audit

/// Where one figure, or one finding, came from.
package struct Explanation: Sendable {
  /// One figure with its address in full.
  package struct Row: Sendable {
    var key: MeasurementKey
    var statistic: Statistic
    var figure: Figure
    /// The site does not show it.
    var isWithheld: Bool

    var address: String { FigureAddress(key, statistic).text }
  }

  /// A finding: what the rule asked, and what was the answer.
  package struct Judgement: Sendable {
    var finding: Finding
    var rule: RuleMetadata?
    var path: [GateStep]
  }

  /// What was asked for, as it was written.
  package var asked: String
  /// Nil for a finding that rests on no figure.
  var figure: Row?
  /// In words, such as the text of the question.
  var subject: String?
  var meaning: StatisticMeaning?
  /// One a wave that the figure is made of.
  var inputs: [ExplainedInput] = []
  /// Figures that lead to the result, the first needed first.
  var steps: [Row] = []
  /// Figures that say how sure it is.
  var certainty: [Row] = []
  /// Figures of other subjects: the two sides of a difference, the items of a set.
  var parts: [Row] = []
  var judgement: Judgement?
}

/// The answers of one wave, and how many were left at each step.
struct ExplainedInput: Sendable {
  struct Column: Sendable {
    /// Perception, expectation, answer, segment.
    var role: String
    /// The item or outcome it serves.
    var serves: String
    var tally: ColumnTally
    var codes: SurveyColumns.Codes
  }

  struct Step: Sendable {
    var words: String
    var n: Int
  }

  var survey: String
  var wave: String
  var files: [String]
  var columns: [Column] = []
  var steps: [Step] = []
}
