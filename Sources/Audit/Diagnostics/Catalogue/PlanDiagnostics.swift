/// Plans that speak of something the audit does not know.
extension Diagnostic {
  package static func unknownDeficiency(_ reference: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-deficiency", at: reference.location,
      "there is no deficiency '\(reference.id)'; the plan is shown without one",
      hint: hint(
        Suggestion.didYouMean(reference.id, in: candidates),
        "a note's deficiency is gone when its note is; the others are listed by 'cxaudit build' in data/findings.json"))
  }

  package static func unknownPrerequisite(_ reference: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-prerequisite", at: reference.location,
      "there is no correction plan '\(reference.id)' to wait for",
      hint: hint(
        Suggestion.didYouMean(reference.id, in: candidates),
        "'after:' names other plans by the names of their files, without .md"))
  }

  private static func hint(_ suggestion: String?, _ explanation: String) -> String {
    suggestion.map { "\($0) (\(explanation))" } ?? explanation
  }
}
