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
  /// Positions in `columns` of what says something about the row itself.
  var rows = RowColumns()
  /// Columns of comments.
  var verbatims: [VerbatimColumns] = []

  /// Fields of the record, 0-based: a comment and what is known about it.
  struct VerbatimColumns: Hashable, Sendable {
    var text: Int
    /// Says whether the comment may be quoted.
    var consent: Int?
    /// Cell texts that agree, beside the usual ones.
    var consentValues: [String] = []
    /// Themes that a person gave the comment.
    var codes: Int?
  }

  struct ItemColumns: Hashable, Sendable {
    var perception: Int
    var expectation: Int?
    var importance: Int?
    /// Both or none: the zone of tolerance.
    var minimum: Int?
    var desired: Int?
  }

  /// Positions in `columns`; nil where the codebook names none.
  struct RowColumns: Hashable, Sendable {
    /// Decoded as a period, or as a category whose text is the label.
    var wave: Int?
    /// A category whose groups are touchpoints.
    var touchpoint: Int?
    /// A category whose groups are `finished` and, for every other text and an empty cell, `unfinished`.
    var finished: Int?
    /// Rows that are not finished are left out, counted.
    var excludesUnfinished = false
    var respondent: Int?
    var weight: Int?
    var language: Int?
    /// Each row counts as a respondent of its own, where no column says who it is.
    var areRespondents = false
    /// The answers of each respondent are kept, to be held against those of other waves.
    var areLinked = false

    /// Moments are kept by group of respondents too.
    var haveGroups: Bool { respondent != nil || areRespondents }
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
    /// Trimmed text, each different group of texts its own level; an empty cell is missing.
    case category(CategoryDecoding)
    /// A number that falls into one of several bands.
    case bands(BandDecoding)
    /// A day that falls into a period.
    case period(PeriodDecoding)
    /// A decimal number ≥ 0, kept as w·10⁶, but for codes of no answer.
    case weight(missing: [String] = [], decimalComma: Bool)
    /// Trimmed text that is only compared: the respondent. Its code is the group of the respondent's rows.
    case identifier
    /// Text that is there or not: a comment. It is not kept.
    case text
  }
}

/// How the text of a cell becomes the name of a group. Applied once to each different text, not to each cell.
struct CategoryDecoding: Hashable, Sendable {
  /// Texts that are no answer; capitals make no difference.
  var missing: [String] = []
  /// Text to group; capitals make no difference. A text that is not named here is a group of its own…
  var groups: [String: String] = [:]
  /// …unless only these groups may be.
  var isClosed = false
  /// Group of every text that is not named, in place of itself.
  var otherwise: String?
}

/// Lower bounds of all bands but the first: [18, 30] makes `<18`, `18-29`, `30+`.
struct BandDecoding: Hashable, Sendable {
  /// Ascending, one at least.
  var bounds: [Int]
  var missing: [String] = []
  var decimalComma = false

  /// Names of the bands, upward; the k-th holds the numbers from `bounds[k - 1]` to below `bounds[k]`.
  var labels: [String] {
    guard let first = bounds.first, let last = bounds.last else { return [] }
    let inner = zip(bounds, bounds.dropFirst()).map { low, next in
      low == next - 1 ? "\(low)" : low < 0 ? "\(low) to \(next - 1)" : "\(low)-\(next - 1)"
    }
    return ["<\(first)"] + inner + ["\(last)+"]
  }
}

/// How a day is written and which stretch of time it stands for.
struct PeriodDecoding: Hashable, Sendable {
  enum Period: String, Hashable, Sendable, CaseIterable {
    case day, week, month, quarter, half, year
  }

  var period: Period
  /// `YYYY-MM-DD` with the same letters in another order and other marks between them; what follows in the cell is left.
  var pattern = "YYYY-MM-DD"
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

extension SurveyPlan: Codable {}
extension SurveyPlan.ItemColumns: Codable {}
extension SurveyPlan.RowColumns: Codable {}
extension SurveyPlan.VerbatimColumns: Codable {}
extension ColumnPlan: Codable {}
extension ColumnPlan.Decoding: Codable {}
extension CategoryDecoding: Codable {}
extension BandDecoding: Codable {}
extension PeriodDecoding: Codable {}
extension PeriodDecoding.Period: Codable {}
extension RatingDecoding: Codable {}
