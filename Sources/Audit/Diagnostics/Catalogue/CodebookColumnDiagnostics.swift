/// What can be wrong with a codebook when it meets the header of a survey file.
extension Diagnostic {
  package static func codebookColumnMissing(
    _ name: String, file: String, headers: [String], at place: Place
  ) -> Diagnostic {
    let hint: String
    if headers.allSatisfy(\.isEmpty) {
      hint = "the file has only blank lines"
    } else if headers.count == 1 {
      hint =
        "the header has one column only: is the delimiter right? declare it with 'csv: {delimiter: \";\"}', or mend what is "
        + "declared there"
    } else if let near = Suggestion.didYouMean(name, in: headers) {
      hint = near
    } else {
      let shown = headers.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
      hint = "the columns are \(shown)" + (headers.count > 8 ? " and \(headers.count - 8) more" : "")
    }
    return Diagnostic(
      .error, "codebook/column-not-found", at: place, "there is no column '\(name)' in \(file)", hint: hint)
  }

  package static func codebookHeaderRepeated(
    _ name: String, file: String, columns: [Int], at place: Place
  ) -> Diagnostic {
    let positions = columns.map { String($0 + 1) }.joined(separator: ", ")
    return Diagnostic(
      .error, "codebook/header-repeated", at: place,
      "the header '\(name)' stands over several columns of \(file): \(positions)",
      hint: "name the column by its position: \"#\((columns.first ?? 0) + 1)\"")
  }

  package static func codebookColumnAmbiguous(
    _ name: String, file: String, headers: [String], at place: Place
  ) -> Diagnostic {
    let shown = headers.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "codebook/column-ambiguous", at: place,
      "\(headers.count) headers of \(file) begin with '\(name)': \(shown)" + (headers.count > 3 ? ", …" : ""),
      hint: "write more of the header, or the column's position such as \"#3\"")
  }

  package static func codebookColumnBeyond(
    _ name: String, file: String, count: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/column-not-found", at: place, "there is no column '\(name)' in \(file)",
      hint: "it has \(count) columns, counted from \"#1\"")
  }

  /// `by` and `for` are subjects, such as "item 'P1'".
  package static func codebookColumnTaken(
    _ column: String, by earlier: String, for later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/column-taken", at: place, "column '\(column)' cannot serve \(later): it serves \(earlier)",
      hint: "name another column, or take one of the two out")
  }

  package static func codebookColumnReadTwice(
    _ column: String, by earlier: String, for later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/column-read-twice", at: place,
      "column '\(column)' would be read in two ways: for \(earlier) and for \(later)",
      hint: "give both the same scale and codes, or put a copy of the column into the file")
  }

  package static func codebookRunMalformed(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/run", at: place, "'\(name)' is no run of columns",
      hint: "the ends differ in their last number only, which goes up: E1..E4")
  }

  package static func codebookRunLengths(
    perceptions: Int, _ others: String, _ count: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/run", at: place,
      "the columns of this entry do not pair up: \(perceptions) perceptions, \(count) \(others)",
      hint: "runs of one entry have the same length")
  }

  package static func codebookRunNamed(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/run", at: place, "an entry with a run of columns takes no '\(key)'",
      hint: "it would go for all of its items; write one entry for each column")
  }

  /// `subject` is "item 'P1'" or "outcome 'csat'".
  package static func codebookNoScale(
    _ subject: String, column: String, observed: ClosedRange<Int>?, at place: Place
  ) -> Diagnostic {
    let hint =
      if let observed {
        "the answers in column '\(column)' go from \(observed.lowerBound) to \(observed.upperBound): add 'scale: {min: "
          + "\(observed.lowerBound), max: \(observed.upperBound)}' if these are its ends"
      } else {
        "add 'scale: {min: 1, max: 7}' with the ends of the scale"
      }
    return Diagnostic(.error, "codebook/no-scale", at: place, "\(subject) has no scale", hint: hint)
  }

  package static func codebookLevelOffScale(
    _ key: String, _ level: Int, scale: Scale, item: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/level-off-scale", at: place,
      "'\(key)' \(level) is outside the scale \(scale.minimum)…\(scale.maximum) of item '\(item)'")
  }

  package static func codebookUnfamiliarName(
    _ name: String, kind: String, near: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "codebook/unfamiliar-name", at: place,
      "cxaudit.yml has no \(kind) '\(name)'; it is taken for one of its own", hint: "did you mean '\(near)'?")
  }

  /// An item lacks one half of its cell that the other items of its set have.
  package static func codebookMixedCell(
    lacking: String, of set: String, _ name: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "codebook/mixed-cell", at: place,
      "this item counts for the \(set) '\(name)' but raises no finding: other items of that \(set) have a \(lacking)",
      hint: "add '\(lacking):'")
  }

  package static func codebookNoCell(
    _ items: [String], hasTouchpoint: Bool = false, at place: Place
  ) -> Diagnostic {
    let shown = items.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = items.count > 3 ? " and \(items.count - 3) more" : ""
    return Diagnostic(
      .warning, "codebook/no-cell", at: place,
      "no finding can come from \(items.count == 1 ? "item" : "items") \(shown)\(more): "
        + (hasTouchpoint ? "other items have a dimension" : "neither touchpoint nor dimension"),
      hint: hasTouchpoint ? "add 'dimension:'" : "add 'touchpoint:', 'dimension:' or both")
  }
}
