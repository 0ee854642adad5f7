/// What can come of profiling a survey and writing a codebook to start from.
extension Diagnostic {
  /// Nothing is overwritten.
  package static func profileWouldOverwrite(_ file: String, other: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/codebook-exists", at: Place(file: file), "this file is there already; nothing was written",
      hint: "write to another name: --write \(other)")
  }

  package static func profileNotWritten(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(.error, "survey/not-written", at: Place(file: file), "the codebook cannot be written: \(reason)")
  }

  /// No rating and no outcome could be told.
  package static func profileNothingGuessed(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/nothing-guessed", at: Place(file: file),
      "no question of this survey could be guessed: there is no rating, no recommendation and no yes or no about the service",
      hint: "write a codebook by hand; 'cxaudit init' makes one to start from")
  }

  /// A survey without a codebook is read with a guessed one. `sibling` is a survey with the same header, the name of its
  /// codebook, and the file that would point to that.
  package static func surveyGuessedCodebook(
    _ file: String, guesses: Int, sibling: (csv: String, codebook: String, own: String)? = nil
  ) -> Diagnostic {
    let another = sibling.map { sibling in
      "its header is that of \(sibling.csv): as another wave of it, write \(sibling.own) with 'codebook: \(sibling.codebook)' and "
        + "'wave:'"
    }
    return Diagnostic(
      .warning, "survey/guessed-codebook", at: Place(file: file),
      "this survey has no codebook: what its columns mean was guessed (\(guesses) \(guesses == 1 ? "guess" : "guesses"), "
        + "listed on the method page)",
      hint: another
        ?? "see them with 'cxaudit survey \(shellWord(file))', keep them with 'cxaudit survey \(shellWord(file)) --write'"
    )
  }

  /// As a shell needs it.
  private static func shellWord(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./".unicodeScalars.contains(scalar)
    }
    return isPlain
      ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
