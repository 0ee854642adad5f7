/// What can be wrong with a correction plan.
extension Diagnostic {
  package static func correctionEffort(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/effort", at: place, "'effort' must be a number of working days, not '\(text)'",
      hint: "write '15 days', '3 weeks', or S, M or L for 3, 15 and 60 days")
  }

  package static func correctionDueBeforeStart(_ due: Day, start: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/due-before-start", at: place,
      "the plan is due on \(due.iso), before it starts on \(start.iso)")
  }

  /// `missing` are keys.
  package static func correctionAcceptedWithout(_ missing: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/accepted-without", at: place,
      "a risk is accepted without \(missing.map { "'\($0)'" }.joined(separator: " and "))",
      hint: "say until when, why and by whom: 'until:', 'reason:', 'approver:'")
  }

  /// `key` belongs to accepted risks alone.
  package static func correctionNotAccepted(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/not-accepted", at: place, "'\(key)' has no effect: the plan is not 'accepted'",
      hint: "write 'status: accepted' or remove '\(key)'")
  }

  /// `numbered` tells whether the text has a list whose items could be the steps.
  package static func correctionNoSteps(numbered: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/no-steps", at: place, "the plan has no steps",
      hint: numbered ? "put a box before each: '1. [ ] …'" : "write each as '1. [ ] …'")
  }

  package static func correctionOpenSteps(_ open: Int, of all: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/open-steps", at: place,
      "the plan is done, but \(open) of its \(all) steps \(open == 1 ? "is" : "are") not",
      hint: "tick the boxes, or write 'status: in-progress'")
  }

  package static func correctionAfterItself(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/after-itself", at: place, "the plan waits for itself", hint: "remove it from 'after'")
  }
}
