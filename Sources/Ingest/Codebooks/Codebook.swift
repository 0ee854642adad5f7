import Audit

/// A codebook as written: what the columns of a survey file mean, with places for diagnostics.
///
/// Columns are texts until a file's header is there to resolve them against.
struct Codebook: Sendable {
  var source: SourceText
  var origin = SurveyOrigin()
  /// Names of CSV files beside it that it serves, with `*` and `?`.
  var files: [YAMLScalar] = []
  var rules = ColumnRules()
  var importanceScale: Scale?
  var items: [ItemEntry] = []
  var outcomes: [OutcomeEntry] = []
  var segments: [SegmentEntry] = []
  var points: [PointsEntry] = []
  var unit: YAMLScalar?
  var respondent: YAMLScalar?
}

/// What a file says about itself rather than about its columns; a small file of its own may override it.
struct SurveyOrigin: Hashable, Sendable {
  var survey: String?
  var wave: YAMLScalar?
  var respondents: Respondents?
  var fieldwork: Fieldwork?
  var csv = CSVDeclaration()

  /// This origin, with what `other` says in place of it.
  func overridden(by other: SurveyOrigin) -> SurveyOrigin {
    SurveyOrigin(
      survey: other.survey ?? survey, wave: other.wave ?? wave, respondents: other.respondents ?? respondents,
      fieldwork: other.fieldwork ?? fieldwork, csv: csv.overridden(by: other.csv))
  }
}

/// How the cells of a column are read. What an entry leaves out is taken from the file.
struct ColumnRules: Hashable, Sendable {
  var scale: Scale?
  var missing: [String]?
  var notApplicable: [String]?
  /// Lower-cased label to its number.
  var labels: [String: Int]?
  var recode: [Int: Int] = [:]
  var offset = 0
  var reversed = false
}

/// One entry under `items:`: a question, a pair of questions, or a run of them.
struct ItemEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var text: [WordedText] = []
  var perception: YAMLScalar
  var expectation: YAMLScalar?
  var importance: YAMLScalar?
  var importanceScale: Scale?
  var dimension: YAMLScalar?
  var touchpoint: YAMLScalar?
  var standard: Placed<Int>?
  var satisfiedFrom: Placed<Int>?
  var rules: ColumnRules
}

/// A text in one language; nil where none is named.
struct WordedText: Hashable, Sendable {
  var language: String?
  var text: String
}

struct OutcomeEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var name: String?
  var kind: Outcome.Kind
  var column: YAMLScalar
  var better: Outcome.Direction
  /// Cell texts that mean yes.
  var yes: [String] = []
  var rules: ColumnRules
}

struct SegmentEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var name: String?
  var column: YAMLScalar
  var order: [String]
}

/// The column that holds a dimension's share of 100 points.
struct PointsEntry: Hashable, Sendable {
  var dimension: YAMLScalar
  var column: YAMLScalar
}
