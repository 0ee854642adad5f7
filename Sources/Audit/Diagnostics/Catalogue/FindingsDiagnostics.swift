/// Why `cxaudit findings` could not deliver the register.
extension Diagnostic {
  package static func findingsNothingDue() -> Diagnostic {
    Diagnostic(
      .error, "findings/nothing-due", at: nil, "nothing is due: no plan and no step has a day, so there is no calendar",
      hint: "add 'due: 2026-03-31' to a plan in content/corrections/, or below one of its steps")
  }

  package static func findingsNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "findings/not-written", at: nil, "'\(path)' cannot be written",
      hint: "name a file in a folder in which you may write: --output FILE")
  }
}
