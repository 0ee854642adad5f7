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
  /// Lists of ids of segments.
  var crosses: [CrossEntry] = []
  var points: [PointsEntry] = []
  var touchpoint: TouchpointEntry?
  var unit: ColumnName?
  var respondent: ColumnName?
  /// `jackknife: rows`: each row counts as a respondent of its own.
  var areRowsRespondents = false
  var weight: ColumnName?
  var rake: [RakeEntry] = []
  var finished: FinishedEntry?
  var verbatims: [VerbatimEntry] = []
}

/// What a file says about itself rather than about its columns; a small file of its own may override it.
struct SurveyOrigin: Hashable, Sendable {
  var survey: String?
  var wave: WaveEntry?
  /// How days are written, where the wave does not say.
  var date: DatePattern?
  var respondents: Respondents?
  var fieldwork: Fieldwork?
  var fieldworkPlace: Place?
  /// `fieldwork: language`: the column with the language of each answer.
  var language: ColumnName?
  var csv = CSVDeclaration()

  /// Of the wave that all rows belong to; empty where none is declared, or a column says it.
  var label: String {
    guard case .label(let label, _) = wave else { return "" }
    return label
  }

  /// This origin, with what `other` says in place of it. Days and invitations of one wave are not those of another.
  func overridden(by other: SurveyOrigin) -> SurveyOrigin {
    let isOfAnotherWave = !label.isEmpty && !other.label.isEmpty && label != other.label
    let own = isOfAnotherWave ? fieldwork?.undated : fieldwork
    return SurveyOrigin(
      survey: other.survey ?? survey, wave: other.wave ?? wave, date: other.date ?? date,
      respondents: other.respondents ?? respondents, fieldwork: other.fieldwork ?? own,
      fieldworkPlace: other.fieldworkPlace ?? fieldworkPlace, language: other.language ?? language,
      csv: csv.overridden(by: other.csv))
  }
}

/// Known shares of the values of a segment.
struct RakeEntry: Hashable, Sendable {
  var segment: String
  var place: Place
  var shares: [RakeTarget.Share]
}

/// A column as a codebook names it, and where.
struct ColumnName: Hashable, Sendable {
  var text: String
  var place: Place
}

/// Which wave the rows of a file belong to.
enum WaveEntry: Hashable, Sendable {
  /// All to one.
  case label(String, place: Place)
  /// To the one that a column says: by the period in which its day lies, or by its text where there is no period.
  case column(ColumnName, period: PeriodDecoding.Period?, date: DatePattern?)

  var place: Place {
    switch self {
    case .label(_, let place): place
    case .column(let column, _, _): column.place
    }
  }
}

/// How days are written: `YYYY-MM-DD`, `D.M.YYYY`.
struct DatePattern: Hashable, Sendable {
  var text: String
  var place: Place

  /// One run each of `YYYY`, `MM` or `M`, `DD` or `D`, with marks between them; without marks the runs have fixed widths.
  static func isWellFormed(_ text: String) -> Bool {
    var runs: [(letter: Unicode.Scalar, width: Int)] = []
    var isDense = false
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == last, ["Y", "M", "D"].contains(scalar) {
        runs[runs.count - 1].width += 1
      } else if ["Y", "M", "D"].contains(scalar) {
        if let last, ["Y", "M", "D"].contains(last) { isDense = true }
        runs.append((scalar, 1))
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        return false
      }
      last = scalar
    }
    let widths = runs.map { ($0.letter == "Y" ? $0.width == 4 : $0.width <= 2) && (!isDense || $0.width > 1) }
    return Set(runs.map(\.letter)).count == 3 && runs.count == 3 && widths.allSatisfy { $0 }
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

/// A text in one language; nil where none is named.
struct WordedText: Hashable, Sendable {
  var language: String?
  var text: String
}
