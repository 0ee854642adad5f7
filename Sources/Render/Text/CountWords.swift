import Audit

/// Counted things, with the noun in the right number: `1 answer`, `1,842 answers`.
enum CountWords {
  /// Nouns that are counted on the site.
  enum Noun {
    case answer, customer, visit, note, step, plan, deficiency, touchpoint, dimension, row, finding, test, comment
    case unit, observation, survey, column, segment, place

    fileprivate var forms: (one: String, many: String) {
      switch self {
      case .answer: ("answer", "answers")
      case .customer: ("customer", "customers")
      case .visit: ("visit", "visits")
      case .note: ("note", "notes")
      case .step: ("step", "steps")
      case .plan: ("plan", "plans")
      case .deficiency: ("deficiency", "deficiencies")
      case .touchpoint: ("touchpoint", "touchpoints")
      case .dimension: ("dimension", "dimensions")
      case .row: ("row", "rows")
      case .finding: ("finding", "findings")
      case .test: ("test", "tests")
      case .comment: ("comment", "comments")
      case .unit: ("unit", "units")
      case .observation: ("observation", "observations")
      case .survey: ("survey", "surveys")
      case .column: ("column", "columns")
      case .segment: ("segment", "segments")
      case .place: ("place", "places")
      }
    }
  }

  static func of(_ count: Int, _ noun: Noun) -> String { "\(FigureText.count(count)) \(form(count, noun))" }

  /// The noun alone.
  static func form(_ count: Int, _ noun: Noun) -> String { count == 1 ? noun.forms.one : noun.forms.many }

  /// In running text: `six`, from thirteen on `13`.
  static func spelled(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(count) ? words[count] : FigureText.count(count)
  }

  /// At the beginning of a sentence: `Six`.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
