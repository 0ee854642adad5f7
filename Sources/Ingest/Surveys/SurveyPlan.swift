import Audit

/// How one CSV file is read: the codebook, resolved against the file's header.
struct SurveyPlan: Hashable, Sendable {
  var definition: SurveyDefinition
  /// The columns that the codebook names, ascending by `index`, each once.
  var columns: [ColumnPlan]
  /// Number of fields that every record must have.
  var fieldCount: Int
  /// Positions in `columns`, parallel to the definition's items.
  var items: [ItemColumns]
  /// Positions in `columns`, parallel to the definition's outcomes.
  var outcomes: [Int]
  /// Positions in `columns`, parallel to the definition's segments.
  var segments: [Int]
  /// Positions in `columns`, parallel to the definition's point dimensions.
  var points: [Int]
  /// Position in `columns` of the unit.
  var unit: Int?

  struct ItemColumns: Hashable, Sendable {
    var perception: Int
    var expectation: Int?
    var importance: Int?
  }
}

/// How the cells of one column are read.
struct ColumnPlan: Hashable, Sendable {
  /// 0-based position in the record.
  var index: Int
  /// Trimmed header.
  var header: String
  /// The item, outcome or segment it serves, for messages.
  var subject: String
  var decoding: Decoding

  enum Decoding: Hashable, Sendable {
    case rating(RatingDecoding)
    /// Trimmed text, each different value its own level; an empty cell is missing.
    case category
  }
}

/// How a cell becomes a level: trim → missing / not applicable → labels → number → recode → offset → scale → reversed.
struct RatingDecoding: Hashable, Sendable {
  var scale: Scale
  /// Trimmed cell texts; numeric ones also match other spellings of the number (`99`, `99.0`).
  var missing: [String] = []
  var notApplicable: [String] = []
  /// Label text, lower-cased, to its number.
  var labels: [String: Int] = [:]
  /// Number to number, before the offset.
  var recode: [Int: Int] = [:]
  var offset = 0
  var reversed = false
  var decimalComma = false
  /// What any other text stands for: 0 (no) for a yes outcome; nil makes it invalid.
  var otherwise: Int?
}
