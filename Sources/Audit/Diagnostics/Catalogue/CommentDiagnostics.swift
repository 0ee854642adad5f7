/// What can be wrong with comments, the lexicon and cleared quotes.
extension Diagnostic {
  package static func configPattern(_ text: String, _ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/pattern", at: place, "'\(text)' is no pattern: \(reason)",
      hint: "write it as it stands in comments, with # for a digit, @ for a letter, ? for either, + for more of them: "
        + "'CUS-##+'")
  }

  package static func configNameEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/name", at: place, "a name needs a letter",
      hint: "write the name as comments write it, or delete it")
  }

  package static func lexiconTerm(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "lexicon/term", at: place, "'\(text)' is no term",
      hint: "write up to twelve words; a star stands at the end of a word only, for all words that begin so: 'wait*'")
  }

  package static func lexiconUnfamiliar(_ kind: String, _ name: String, near: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "lexicon/unfamiliar-name", at: place, "cxaudit.yml has no \(kind) '\(name)'; it is taken as it is",
      hint: "did you mean '\(near)'?")
  }

  package static func lexiconThemesDiffer(_ id: String, other file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "lexicon/themes-differ", at: place, "theme '\(id)' has another dimension or touchpoint in \(file)",
      hint: "a theme is one in all files: give it the same dimension and touchpoint, or another id")
  }

  package static func lexiconUnread(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "lexicon/not-used", at: Place(file: file),
      "no survey has comments that are read, so the lexicon finds nothing",
      hint: "declare 'verbatims:' in the codebook of a survey of customers")
  }

  package static func quotesKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "quotes/key", at: place, "'\(key)' is no key of a comment: 16 digits 0-9, a-f",
      hint: "entries are written by 'cxaudit survey FILE --quotes'; change nothing in them but 'ok:'")
  }

  package static func quotesTextChanged(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "quotes/text-changed", at: place, "the text of \(key) is not the one that was offered; it is not shown",
      hint: "what is cleared is shown word for word: set it back, or delete the entry and run "
        + "'cxaudit survey FILE --quotes'; words that must not show go into 'privacy: {names: […], patterns: […]}'")
  }

  package static func quotesStale(_ keys: [String], at place: SourceLocation) -> Diagnostic {
    let shown = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? ", …" : "")
    return Diagnostic(
      .warning, "quotes/stale", at: Place(place),
      keys.count == 1
        ? "the comment \(shown) is in no survey any more; it is not shown"
        : "\(keys.count) comments are in no survey any more (\(shown)); they are not shown",
      hint: "the survey, or what is redacted, has changed: delete the entries, or run "
        + "'cxaudit survey FILE --quotes' and read again")
  }

  package static func quotesWithoutConsent(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "quotes/no-consent", at: Place(place),
      "nobody who wrote the comment \(key) agreed to be quoted; it is not shown",
      hint: "set 'ok: false', or correct the consent column of the survey")
  }

  /// `texts` are examples of what stands in the column.
  package static func commentsNobodyAgrees(
    column: String, file: String, texts: [String]
  ) -> Diagnostic {
    let found = texts.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "survey/no-consent", at: Place(file: file),
      "column '\(column)' agrees to be quoted in no row; it holds \(found)",
      hint: "if one of them agrees, name it: 'consent: {column: …, values: […]}'")
  }

  package static func commentsTooManyCodes(_ count: Int, limit: Int, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/too-many-codes", at: Place(file: file),
      "comments have more than \(limit) different codes; \(count) codes beyond are not counted",
      hint: "'codes:' is a column of themes, several in a cell divided by ';'; merge what means the same")
  }

  package static func quotesNoProject(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "quotes/no-project", at: Place(file: file),
      "the file belongs to no project that could keep cleared quotes",
      hint: "run it in the project's folder, or name the project: --project FOLDER")
  }

  package static func quotesNoCommentColumn(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "quotes/no-comments", at: Place(file: file), "the codebook of the file names no column of comments",
      hint: "declare it: 'verbatims: [{column: comment, consent: may_quote}]'")
  }

  package static func quotesNoConsentColumn(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "quotes/no-consent-column", at: Place(file: file), "no column says who agreed to be quoted",
      hint: "name it: 'verbatims: [{column: comment, consent: may_quote}]'; without consent nobody is quoted")
  }

  package static func quotesOff() -> Diagnostic {
    Diagnostic(
      .error, "quotes/off", at: Place(file: "cxaudit.yml"), "comments are not read: 'privacy: {verbatims: none}'",
      hint: "set it to 'redacted'")
  }

  package static func quotesNotCustomers(_ file: String, _ respondents: Respondents) -> Diagnostic {
    Diagnostic(
      .error, "quotes/not-customers", at: Place(file: file),
      "it is a survey of \(respondents.rawValue), who are not quoted",
      hint: "only comments of customers are read")
  }

  package static func quotesNotWritten(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(.error, "quotes/not-written", at: Place(file: file), "it cannot be written: \(reason)")
  }

  package static func quotesNotAddedTo(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "quotes/not-added-to", at: Place(file: file), "entries cannot be added behind what stands there",
      hint: "write each entry on a line of its own, without braces around all of them: '0123456789abcdef: {ok: true}'")
  }
}
