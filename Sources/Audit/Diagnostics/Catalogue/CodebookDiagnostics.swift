/// What can be wrong with a codebook as it is written.
extension Diagnostic {
  /// A key of the documented format that can be left aside.
  package static func codebookNotUsedYet(_ key: String, because reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "codebook/not-used-yet", at: place, "'\(key)' has no effect in this version: \(reason)")
  }

  package static func codebookEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/empty", at: place, "the codebook names neither items nor outcomes",
      hint: "add 'items:' or 'outcomes:'; 'cxaudit init' makes a codebook with both")
  }

  package static func codebookFieldworkOrder(at place: Place) -> Diagnostic {
    Diagnostic(.error, "codebook/fieldwork-order", at: place, "the fieldwork ends before it begins")
  }

  package static func codebookTwoComparisons(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/two-comparisons", at: place,
      "an item has an 'expectation', or a 'standard', or 'minimum' and 'desired'",
      hint: "a standard stands in for expectations that nobody was asked for")
  }

  package static func codebookScale(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/scale", at: place, "a scale must go up from 'min' to 'max' by at most 1000 steps")
  }

  package static func codebookNPSScale(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/nps-scale", at: place, "an outcome of kind nps is on the scale 0…10",
      hint: "leave 'scale' out; a file that stores 1…11 needs 'offset: -1'")
  }

  package static func codebookBrokenPromise(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/broken-promise", at: place,
      "an outcome with 'about: promise' says whether what was promised was kept",
      hint: "take 'better' out, and name under 'yes' the cells that mean it was kept")
  }

  package static func codebookLabelTwice(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/label-twice", at: place, "the label '\(label)' stands there twice",
      hint: "capitals make no difference")
  }

  package static func codebookDelimiter(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/delimiter", at: place, "'\(found)' cannot be a delimiter",
      hint: "possible are comma, semicolon, tab and bar, or the character itself")
  }

  package static func codebookEncoding(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/encoding", at: place, "'\(found)' is no name of an encoding",
      hint: "write a name such as UTF-8, UTF-16, windows-1252, Shift_JIS or CP949")
  }

  package static func codebookSize(_ key: String, found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/size", at: place, "'\(key)' cannot be '\(found)'",
      hint: "write a size from 1 KiB to 1 GiB, such as 64 MiB")
  }

  package static func codebookHeaderRows(_ found: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/header-rows", at: place, "a file cannot have \(found) header rows",
      hint: "write how many rows stand before the first answer, 1 to 10; blank rows in front do not count")
  }

  package static func codebookFormMisfit(
    _ tool: String, found: String, file: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "codebook/form", at: place, "'\(file)' does not begin as files of \(tool) do",
      hint: found == "CSV"
        ? "leave out `form:` to have it read as any CSV file; did somebody remove header rows?"
        : "it looks like \(found); leave out `form:` to have it read so")
  }

  package static func codebookFormRows(_ tool: String, rows: Int, declared: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/header-rows", at: place,
      "as a file of \(tool) it has \(rows) header \(rows == 1 ? "row" : "rows"), not \(declared)",
      hint: "leave out `header-rows:` or `form:`")
  }
}
