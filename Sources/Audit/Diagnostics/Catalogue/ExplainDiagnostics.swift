/// Why a figure could not be explained.
extension Diagnostic {
  /// What was written is no address.
  package static func explainNoAddress(_ text: String, _ problem: FigureAddress.Problem) -> Diagnostic {
    let form = "an id is that of a finding or an outcome, or KIND/SUBJECT/STATISTIC as in data/statistics.csv"
    switch problem {
    case .empty, .noSubject:
      return Diagnostic(.error, "explain/no-address", at: nil, "'\(text)' names no figure", hint: form)
    case .kind(let kind):
      let kinds = SubjectKind.allCases.map(\.rawValue)
      return Diagnostic(
        .error, "explain/no-address", at: nil, "'\(text)' begins with '\(kind)', which is no kind of figure",
        hint: Suggestion.didYouMean(kind, in: kinds) ?? "the kinds are \(kinds.joined(separator: ", "))")
    case .statistic(let name):
      return Diagnostic(
        .error, "explain/no-address", at: nil, "'\(text)' ends in '\(name)', which is no statistic",
        hint: Suggestion.didYouMean(name, in: Statistic.allCases.map(\.rawValue)) ?? form)
    case .slice(let slice):
      return Diagnostic(
        .error, "explain/no-address", at: nil, "'\(slice)' in '\(text)' is no slice",
        hint: "write [segment=value], with @WAVE behind it")
    }
  }

  /// Nothing in the project has this name; `part` says what is missing: `finding or outcome`, `survey`, `slice`.
  package static func explainUnknown(_ text: String, part: String, name: String, known: [String]) -> Diagnostic {
    var hint = Suggestion.didYouMean(name, in: known)
    if hint == nil, !known.isEmpty {
      let shown = known.prefix(8).joined(separator: ", ")
      hint = "there \(known.count == 1 ? "is" : "are") \(shown)\(known.count > 8 ? " and \(known.count - 8) more" : "")"
    }
    return Diagnostic(
      .error, "explain/unknown", at: nil, "'\(text)': there is no \(part) '\(name)'", hint: hint)
  }

  /// Several surveys have it.
  package static func explainWhichSurvey(_ text: String, surveys: [String]) -> Diagnostic {
    Diagnostic(
      .error, "explain/which-survey", at: nil,
      "'\(text)' stands in \(surveys.count) surveys: \(surveys.joined(separator: ", "))",
      hint: "name the survey: '\(surveys.first ?? "")::\(text)'")
  }

  /// The project has no figure of the kind.
  package static func explainNoneOfKind(_ text: String, part: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "explain/unknown", at: nil, "'\(text)': there are no figures of the kind '\(part)' in this project",
      hint: known.isEmpty ? nil : "there are figures of the kinds \(known.joined(separator: ", "))")
  }
}
