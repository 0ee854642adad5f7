/// What can be wrong with the folder of a project.
extension Diagnostic {
  package static func projectNoFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "project/no-folder", at: nil, "there is no folder '\(path)'",
      hint: "name the project's folder with --project, or make one with 'cxaudit init'")
  }

  package static func projectNoContent() -> Diagnostic {
    Diagnostic(
      .error, "project/no-content", at: nil, "there is nothing to audit: no note and no survey",
      hint: "put notes into content/notes and surveys into content/surveys, or begin with 'cxaudit init'")
  }

  /// Without `content/` one survey may lie beside nothing else; of several nobody can say which are meant.
  package static func projectSeveralLooseSurveys(_ files: [String]) -> Diagnostic {
    Diagnostic(
      .error, "project/loose-surveys", at: nil,
      "there is no note and no survey in content/, and \(files.count) CSV files lie beside it: "
        + files.prefix(5).joined(separator: ", ") + (files.count > 5 ? ", …" : ""),
      hint: "move those that are surveys into content/surveys")
  }

  package static func projectUnreadable(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "project/unreadable", at: Place(file: file), "this cannot be read", hint: "check its permissions")
  }

  package static func projectNoFile(_ file: String) -> Diagnostic {
    Diagnostic(.error, "project/no-file", at: Place(file: file), "there is no such file", hint: "check its name")
  }

  package static func projectLink(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "project/link", at: Place(file: file),
      "this link is not followed: only links to files inside the project are", hint: "put a copy in its place")
  }

  /// A file in a known folder that is of the wrong kind.
  package static func projectNotRead(_ file: String, hint: String) -> Diagnostic {
    Diagnostic(.warning, "project/not-read", at: Place(file: file), "this file is not read", hint: hint)
  }

  /// A folder of the documented format that this version does not act on.
  package static func projectUnknownFolder(_ folder: String, near: String) -> Diagnostic {
    Diagnostic(
      .warning, "project/unknown-folder", at: Place(file: folder), "'\(folder)' is not read",
      hint: "did you mean '\(near)'?")
  }
}

extension Diagnostic {
  package static func remedyWithoutSteps(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "playbook/no-steps", at: place, "this playbook entry has no steps", hint: "add a numbered list of steps")
  }
}

/// What can be wrong between survey files and their codebooks.
extension Diagnostic {
  package static func surveyWithoutCodebook(_ file: String, expected: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-codebook", at: Place(file: file),
      "this survey has no codebook, and no question in it could be guessed",
      hint: "write \(expected) to say what its columns mean; 'cxaudit survey' shows what is in the file")
  }

  package static func surveyCodebookAlone(_ file: String) -> Diagnostic {
    let stem = file.hasSuffix(".yml") ? String(file.dropLast(4)) : file
    return Diagnostic(
      .error, "survey/codebook-alone", at: Place(file: file), "this codebook explains no survey",
      hint: "put \(stem).csv beside it, name files under 'files:', or point to it with 'codebook:' from another")
  }

  /// The files that it names are explained by codebooks of their own name.
  package static func surveyCodebookOverruled(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/codebook-alone", at: Place(file: file),
      "this codebook explains no survey: each file that it names has a codebook of its own",
      hint: "delete this one, or the ones that bear the names of the files")
  }

  package static func surveyTwice(_ file: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/two-forms", at: Place(file: file), "\(other) is there as well: which of the two counts?",
      hint: "delete one of the two")
  }

  /// Two parts of one wave are the same file.
  package static func surveySameAnswers(_ file: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/same-answers", at: Place(file: file),
      "this file is the same as \(other), and the answers of both are counted",
      hint: "delete one of the two, or give each its own 'wave:'")
  }

  package static func surveyTwoCodebooks(_ file: String, _ codebooks: [String]) -> Diagnostic {
    Diagnostic(
      .error, "survey/two-codebooks", at: Place(file: file),
      "several codebooks name this survey under 'files:': \(codebooks.joined(separator: ", "))",
      hint: "name it in one of them only")
  }

  package static func surveyPatternUnmatched(_ pattern: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-such-file", at: place, "no survey file is called '\(pattern)'",
      hint: "'*' stands for any characters, '?' for one; the files lie beside the codebook")
  }

  package static func surveyCodebookUnknown(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-such-codebook", at: place, "there is no codebook '\(name)' beside this file",
      hint: Suggestion.didYouMean(name, in: known))
  }

  package static func surveyCodebookChain(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/codebook-chain", at: place, "'\(name)' only points to another codebook itself",
      hint: "point to the file that holds the items")
  }

  package static func surveyRespondentsDiffer(
    _ file: String, _ respondents: Respondents, _ other: String, _ others: Respondents, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "survey/respondents-differ", at: place,
      "\(file) is about \(respondents.rawValue), \(other) of the same survey about \(others.rawValue)",
      hint: "give one of them another 'survey:'")
  }

  package static func surveyPartsDiffer(_ file: String, _ other: String, wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/parts-differ", at: place,
      "\(file) and \(other) are parts of one wave\(wave.isEmpty ? "" : " (\(wave))") but do not ask the same",
      hint: "give them one codebook, or a 'wave:' or 'survey:' each")
  }
}
