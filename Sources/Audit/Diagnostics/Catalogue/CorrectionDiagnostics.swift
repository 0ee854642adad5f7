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

  package static func correctionAllDone(_ steps: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/all-done", at: place,
      "the plan is 'planned', but \(steps == 1 ? "its step is" : "all its \(steps) steps are") done",
      hint: "write 'status: done', or 'in-progress' where more is to come")
  }

  package static func correctionAfterItself(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/after-itself", at: place, "the plan waits for itself", hint: "remove it from 'after'")
  }

  /// `name` is a step's text or a milestone's title.
  package static func correctionStepAfterDue(_ name: String, _ day: Day, due: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/step-after-due", at: place,
      "'\(name)' is due on \(day.iso), after the plan itself on \(due.iso)",
      hint: "move the step forward or the plan's 'due' back")
  }

  package static func correctionStepDay(_ key: String, _ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/step-day", at: place, "'\(key)' of a step must be a day, not '\(text)'",
      hint: "write it as 2026-03-31; what is no day belongs into the step's own text")
  }

  package static func correctionStepNotDone(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "correction/step-not-done", at: place, "'\(key)' stands below a step that is not done",
      hint: "tick its box, '[x]', or remove '\(key)'")
  }
}

/// What can be wrong with where a correction is made and what it is compared with.
extension Diagnostic {
  package static func correctionUnitsAndSegments(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/units-and-segments", at: place,
      "'where' names units and segments; answers are counted by the one or by the other, never by both",
      hint: "keep the one in which the correction was made")
  }

  package static func correctionSegment(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/segment", at: place, "'\(text)' is not a part of the customers",
      hint: "write 'segment=value', such as 'tier=basic'")
  }

  package static func correctionSeveralComparisons(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/several-comparisons", at: place, "'compare-with' must be of one kind",
      hint: "write one of 'unit', 'touchpoint' and 'segment': the names, or 'others'")
  }

  /// `kind` is that of the comparison, which `where` does not name.
  package static func correctionComparesElse(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/compares-else", at: place,
      "'compare-with' names a \(kind), but 'where' does not say in which the correction was made",
      hint: "add '\(kind): [...]' to 'where'")
  }

  package static func correctionComparesItself(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/compares-itself", at: place, "'\(name)' is corrected and compared with at once",
      hint: "remove it from 'where' or from 'compare-with'")
  }

  package static func correctionComparesAffected(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/compares-affected", at: place,
      "'\(name)' is no comparison: 'affects' says that the correction touches it, too",
      hint: "compare with what the correction leaves as it was")
  }

  package static func correctionAffects(_ text: String, kinds: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "correction/affects", at: place, "'affects' does not say what '\(text)' is",
      hint: "write " + kinds.map { "'\($0).…'" }.joined(separator: ", ") + ", such as 'touchpoint.phone'")
  }
}
