/// Why a plan could not be begun.
extension Diagnostic {
  package static func draftUnknownFinding(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "new/unknown-finding", at: nil, "there is no finding '\(id)' to plan for",
      hint: Suggestion.didYouMean(id, in: known) ?? "'cxaudit findings' lists them")
  }

  package static func draftNoDeficiency(_ id: String, findingClass: FindingClass) -> Diagnostic {
    Diagnostic(
      .error, "new/no-deficiency", at: nil, "'\(id)' needs no correction: it is \(findingClass.rawValue)",
      hint: "'cxaudit findings' lists the deficiencies, gravest first")
  }

  package static func draftIsPlanned(_ id: String, file: String) -> Diagnostic {
    Diagnostic(
      .error, "new/planned", at: nil, "'\(id)' has a plan: \(file)",
      hint: "add steps there, or accept the risk in it")
  }

  package static func draftWouldOverwrite(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "new/file-exists", at: nil, "nothing was written: '\(path)' is there already",
      hint: "go on in that file, or move it away")
  }

  package static func draftNotWritten(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "new/not-written", at: nil, "'\(path)' cannot be written: \(reason)",
      hint: "free some room or change the folder's permissions")
  }
}
