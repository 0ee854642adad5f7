import Audit

/// One entry under `items:`: a question, a pair of questions, a zone of tolerance, or a run of them.
struct ItemEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var text: [WordedText] = []
  var perception: YAMLScalar
  var expectation: YAMLScalar?
  /// Both or none.
  var minimum: YAMLScalar?
  var desired: YAMLScalar?
  var importance: YAMLScalar?
  var importanceScale: Scale?
  var dimension: YAMLScalar?
  var touchpoint: YAMLScalar?
  var standard: Placed<Int>?
  var satisfiedFrom: Placed<Int>?
  var rules: ColumnRules
}

struct OutcomeEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var name: [WordedText] = []
  var kind: Outcome.Kind
  var column: YAMLScalar
  var better: Outcome.Direction
  var about: Outcome.About?
  /// Cell texts that mean yes.
  var yes: [String] = []
  var rules: ColumnRules
}

struct SegmentEntry: Hashable, Sendable {
  var span: TextSpan
  var id: YAMLScalar?
  var name: [WordedText] = []
  var column: YAMLScalar
  var order: [String]
  /// Lower bounds of all bands but the first; empty where each text is a value of its own.
  var bands: [Int] = []
  /// Codes of no answer; nil where the segment names none.
  var missing: [String]?
}

/// Segments whose values are combined.
struct CrossEntry: Hashable, Sendable {
  var span: TextSpan
  var segments: [YAMLScalar]
}

/// The column that holds a dimension's share of 100 points.
struct PointsEntry: Hashable, Sendable {
  var dimension: YAMLScalar
  var column: YAMLScalar
}

/// The column that says which touchpoint a row is about.
struct TouchpointEntry: Hashable, Sendable {
  var column: ColumnName
  /// Cell text to touchpoint, in the order written.
  var map: [Name] = []

  struct Name: Hashable, Sendable {
    var text: String
    var touchpoint: YAMLScalar
  }
}

/// The column that says whether an answer was finished.
struct FinishedEntry: Hashable, Sendable {
  /// Nil for the one that the survey tool writes.
  var column: ColumnName?
  /// Cell texts of finished answers; empty for those that the survey tool writes.
  var values: [String] = []
  var excludesUnfinished = false
  /// Where it is written.
  var place: Place
}

/// A column of comments.
struct VerbatimEntry: Hashable, Sendable {
  var column: ColumnName
  /// Columns that say who may be quoted, and which theme a person gave the comment.
  var consent: ColumnName?
  /// Cell texts that agree, beside the usual ones.
  var consentValues: [String] = []
  var codes: ColumnName?
}
