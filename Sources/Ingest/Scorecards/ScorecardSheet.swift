import Audit

/// What a YAML file says about the scorecard beside it: its keys and values, not yet the columns that they name.
struct ScorecardSheet: Sendable {
  /// The columns that are no criteria, each by the header that it has unless the file says otherwise.
  enum Role: String, CaseIterable, Sendable {
    case visit, unit, date, shopper, photo
  }

  struct SectionEntry: Sendable {
    var id: String
    var name: String
    var criteria: [CriterionEntry]
  }

  struct CriterionEntry: Sendable {
    var column: YAMLScalar
    var id: YAMLScalar?
    /// The column's header where nobody wrote one.
    var text: String?
    var criterion: Criterion
  }

  /// Nil where there is no file.
  var source: SourceText?
  var id: YAMLScalar?
  var title: String?
  var wave = ""
  var columns: [Role: YAMLScalar] = [:]
  /// Columns that are left aside on purpose.
  var ignored: [YAMLScalar] = []
  var csv = CSVDeclaration()
  var words = MarkWords()
  var plan: VisitPlan?
  var sections: [SectionEntry] = []
}

/// The words for marks, in small letters.
struct MarkWords: Hashable, Sendable {
  var yes = ["yes", "y", "true", "met", "✓", "✔", "✅"]
  var no = ["no", "n", "false", "missed", "✗", "✘", "❌"]
  var notApplicable = ["n/a", "na", "n.a.", "not applicable", "-", "–", "—"]

  enum Word: Hashable, Sendable { case yes, no, notApplicable }

  /// Capitals make no difference, nor does the selector that makes a sign a picture.
  func word(_ text: String) -> Word? {
    let plain = Self.plain(text)
    if yes.contains(plain) { return .yes }
    if no.contains(plain) { return .no }
    return notApplicable.contains(plain) ? .notApplicable : nil
  }

  static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.trimmingBlanks.lowercased().unicodeScalars.filter { $0 != "\u{FE0F}" }))
  }
}
