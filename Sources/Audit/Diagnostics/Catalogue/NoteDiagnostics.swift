/// What can be wrong with a note, or with any Markdown text.
extension Diagnostic {
  package static func noteInFuture(_ file: String, date: Day, asOf: Day) -> Diagnostic {
    Diagnostic(
      .warning, "note/later-than-report", at: Place(file: file),
      "the note is of \(date.iso), and the report of \(asOf.iso); it is shown all the same",
      hint: "correct 'date', or build with a later day (--as-of)")
  }

  /// `limit` in words, such as "more than 500 bars | in one line".
  package static func textLimit(_ limit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "text/limit", at: place, "this text cannot be read: \(limit)", hint: "break it up into smaller parts")
  }

  package static func noteEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "note/empty", at: SourceLocation(file), "the note says nothing", hint: "write it, or add 'draft: true'")
  }

  /// What looks like the box of a step or a standard.
  package static func noBox(_ written: String, instead box: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "text/no-box", at: place, "'\(written)' is no box, so this is neither a step nor a check",
      hint: "write '\(box)'")
  }

  package static func noteUnknownAlert(_ word: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/unknown-alert", at: place, "nothing is read from an alert [!\(word)]; it is only shown",
      hint: Suggestion.didYouMean(word, in: known)
        ?? "known are " + known.map { "[!\($0)]" }.joined(separator: ", "))
  }

  /// `word` is the alert's, such as "DEFICIENCY".
  package static func noteUnknownField(
    _ key: String, of word: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "note/unknown-field", at: place, "[!\(word)] has no field '\(key)'; the line is only shown",
      hint: Suggestion.didYouMean(key, in: known)
        ?? "known are \(quoted(known)); if it is text, put a line with '>' alone above it")
  }

  package static func noteRepeatedField(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "note/repeated-field", at: place, "'\(key)' is written twice", hint: "keep one of the two")
  }

  package static func noteNotOneOf(
    _ key: String, value: String, choices: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "note/not-one-of", at: place, "'\(key)' cannot be '\(value)'",
      hint: (Suggestion.didYouMean(value, in: choices).map { "\($0) " } ?? "") + "possible are \(quoted(choices))")
  }

  package static func noteEmptyAlert(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/empty-alert", at: place, "[!\(word)] says nothing",
      hint: "write what was seen behind it or below it")
  }

  package static func noteUnknownStandard(_ id: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/unknown-standard", at: place,
      "there is no standard '\(id)' in cxaudit.yml; the box is not counted",
      hint: Suggestion.didYouMean(id, in: known) ?? "known are \(quoted(known))")
  }

  package static func noteScore(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/score", at: place, "'\(text)' is not a score, the row is not counted",
      hint: "write a number such as 7, 7.5, 7/10 or 70%, and leave the cell empty where there is none")
  }

  package static func noteSeverity(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/severity", at: place, "'\(text)' is no severity, the row has none",
      hint: "write critical, major, minor or observation, or 4 to 1")
  }

  package static func noteDue(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/due", at: place, "'\(text)' is not a day, the step has no due date",
      hint: "write a day such as 2026-03-31")
  }

  /// `column` is the header that a row's words should stand under.
  package static func noteUnnamedRow(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note/unnamed-row", at: place, "this row has nothing under '\(column)', it is not counted",
      hint: "fill the cell in, or remove the row")
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
