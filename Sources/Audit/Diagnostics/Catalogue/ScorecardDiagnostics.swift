/// What can be wrong with a scorecard's own file of marks.
extension Diagnostic {
  package static func scorecardEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/empty", at: Place(file: file), "the file is empty",
      hint: "a scorecard needs a header line and one line for each visit")
  }

  package static func scorecardNoVisits(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/no-visits", at: Place(file: file), "there is a header but not one visit",
      hint: "write one line for each visit")
  }

  /// `marks` are the columns that were taken for criteria.
  package static func scorecardWithoutSheet(_ file: String, expected: String, marks: Int) -> Diagnostic {
    Diagnostic(
      .note, "scorecard/guessed", at: Place(file: file),
      "without \(expected) each of the \(marks) further columns is taken for a criterion worth one point, in one section",
      hint: "write \(expected) to name sections, points, knock-outs and standards")
  }

  package static func scorecardNoCriteria(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/no-criteria", at: place, "there is nothing to mark: no criterion",
      hint: "list them under 'sections:' or 'criteria:', each with its 'column:'")
  }

  package static func scorecardUnusedColumn(_ header: String, sheet: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/unused-column", at: place,
      "the column '\(header)' is no criterion of \(sheet) and is not read",
      hint: "add it there, or name it under 'ignore:'")
  }

  /// `words` say what may stand in the cell.
  package static func scorecardMark(_ text: String, column: String, words: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/mark", at: place, "'\(text)' in column '\(column)' is no mark", hint: "write \(words)")
  }

  package static func scorecardTooManyPoints(
    _ text: String, column: String, points: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/points", at: place,
      "'\(text)' in column '\(column)' is more than the \(points == 1 ? "one point" : "\(points) points") to be gained",
      hint: "mend the cell, or write 'points: \(text)' for this criterion in the file beside the scorecard")
  }

  package static func scorecardPartOfPoint(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/points", at: place, "'\(text)' in column '\(column)' is not a whole number of points",
      hint: "where half points are given, double the points of every criterion and every mark")
  }

  package static func scorecardRepeatedVisit(_ id: String, first line: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/repeated-visit", at: place, "the visit '\(id)' already stands on line \(line)",
      hint: "delete one of the two, or give it an id of its own")
  }

  package static func scorecardDate(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/date", at: place, "'\(text)' is not a day, the visit has none",
      hint: "write a day such as 2026-03-31")
  }

  package static func scorecardUnplannedUnit(_ unit: String, planned: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/unplanned-unit", at: place, "the unit '\(unit)' is none of those to be visited",
      hint: Suggestion.didYouMean(unit, in: planned) ?? "add it to 'units:' under 'plan:'")
  }

  package static func scorecardNoUnit(_ count: Int, file: String, firstLine: Int) -> Diagnostic {
    let visits = count == 1 ? "a visit names" : "\(count) visits name"
    return Diagnostic(
      .warning, "scorecard/no-unit", at: SourceLocation(file, line: firstLine),
      "\(visits) no unit, and count\(count == 1 ? "s" : "") for none")
  }

  package static func scorecardNoMark(_ count: Int, column: String, file: String, firstLine: Int) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/no-mark", at: SourceLocation(file, line: firstLine),
      "column '\(column)' is empty on \(count == 1 ? "one visit" : "\(count) visits"), which count\(count == 1 ? "s" : "") neither way",
      hint: "where the criterion did not apply, write n/a")
  }

  package static func scorecardPhotos(_ count: Int, column: String, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/photos", at: Place(file: file),
      "the \(count == 1 ? "picture" : "\(count) pictures") of column '\(column)' \(count == 1 ? "is" : "are") not published in this version"
    )
  }

  package static func scorecardRagged(fields: Int, expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/ragged-row", at: place,
      "the visit has \(fields) \(fields == 1 ? "field" : "fields"), the header \(expected)",
      hint: "is a comma or a quote missing, or one too many?")
  }

  package static func scorecardStrayQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/stray-quote", at: place, "a quote stands where none may be",
      hint: "put the whole cell in quotes and write a quote inside it twice")
  }

  package static func scorecardUndecodable(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/invalid-utf8", at: place, "this line is not valid UTF-8", hint: "save the file as UTF-8")
  }
}

/// What can be wrong with the YAML file that explains a scorecard.
extension Diagnostic {
  package static func scorecardSheetAlone(_ file: String) -> Diagnostic {
    let stem = file.hasSuffix(".yml") ? String(file.dropLast(4)) : file
    return Diagnostic(
      .error, "scorecard/sheet-alone", at: Place(file: file), "this file explains no scorecard",
      hint: "put \(stem).csv beside it")
  }

  package static func scorecardNoColumn(
    _ name: String, file: String, known: [String], at place: Place
  ) -> Diagnostic {
    let near = Suggestion.didYouMean(name, in: known)
    return Diagnostic(
      .error, "scorecard/no-column", at: place, "\(file) has no column '\(name)'",
      hint: near ?? "it has " + known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        + (known.count > 12 ? ", …" : ""))
  }

  /// Several columns of one header, or several headers that begin with the name.
  package static func scorecardManyColumns(_ name: String, columns: [Int], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/many-columns", at: place, "'\(name)' may be any of \(columns.count) columns",
      hint: "name it by its position: " + columns.prefix(4).map { "\"#\($0 + 1)\"" }.joined(separator: ", "))
  }

  package static func scorecardColumnTwice(_ header: String, also other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/column-twice", at: place, "the column '\(header)' is already \(other)",
      hint: "each column has one use")
  }

  package static func scorecardTwoForms(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/two-forms", at: place, "there are both 'sections' and 'criteria'",
      hint: "put these criteria into a section of their own")
  }

  package static func scorecardTargetOfStandard(_ standard: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "scorecard/target", at: place, "'target' has no effect: standard '\(standard)' has its own",
      hint: "change it in cxaudit.yml")
  }

  package static func scorecardWordTwice(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/word-twice", at: place, "'\(word)' stands for two marks",
      hint: "a word is a yes, a no or a not-applicable; capitals make no difference")
  }

  package static func scorecardIDTaken(_ id: String, by other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scorecard/id-taken", at: place, "'\(id)' is already the id of \(other)",
      hint: "give this one another 'scorecard:'")
  }
}
