/// What can be wrong with the consultant's word on a finding.
extension Diagnostic {
  /// `what` is the key that needs a reason.
  package static func wordWithoutReason(_ what: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "finding/no-reason", at: place, "'\(what)' needs a reason, which the page shows beside what was computed",
      hint: "write 'because:' with a sentence that a reader of the report accepts")
  }

  package static func wordSaysNothing(file: String) -> Diagnostic {
    Diagnostic(
      .warning, "finding/says-nothing", at: Place(file: file), "the file changes nothing",
      hint: "write 'headline:', 'class:', 'cause:', 'merge:' or 'hide: true', or a text below the front matter")
  }

  package static func wordMergesItself(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "finding/merges-itself", at: place, "the finding is merged with itself",
      hint: "'merge:' names the other findings, those that become part of this one")
  }

  package static func wordOnUnknownFinding(_ word: ConsultantWord, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "finding/unknown", at: Place(file: word.file),
      "there is no finding '\(word.finding)' to have a word on",
      hint: hint(
        Suggestion.didYouMean(word.finding, in: candidates),
        "the file is named after a finding's id, see data/findings.json; where the finding is gone, delete the file"))
  }

  package static func wordMergesUnknown(_ reference: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "finding/unknown-merged", at: reference.location, "there is no finding '\(reference.id)' to merge",
      hint: hint(Suggestion.didYouMean(reference.id, in: candidates), "'merge:' names findings by their ids"))
  }

  /// `other` is the finding that has it already; nil where it takes in others itself.
  package static func wordMergesTaken(_ reference: Correction.Reference, by other: String?) -> Diagnostic {
    Diagnostic(
      .error, "finding/merged-twice", at: reference.location,
      other.map { "'\(reference.id)' is merged with '\($0)' already" } ?? "'\(reference.id)' merges others itself",
      hint: "name all of them in the one file of the finding that remains")
  }

  private static func hint(_ suggestion: String?, _ explanation: String) -> String {
    suggestion.map { "\($0) (\(explanation))" } ?? explanation
  }
}
