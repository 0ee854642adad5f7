/// What can be wrong with a survey in a workbook.
extension Diagnostic {
  package static func workbookEncrypted(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "workbook/encrypted", at: Place(file: file), "the workbook opens with a password only",
      hint: "save it without a password")
  }

  /// `format` with its article: `an old workbook (.xls)`.
  package static func workbookOtherFormat(_ file: String, _ format: String) -> Diagnostic {
    Diagnostic(
      .error, "workbook/format", at: Place(file: file), "this is no .xlsx workbook but \(format)",
      hint: "open it in a spreadsheet and save it as .xlsx or as CSV")
  }

  package static func workbookDamaged(_ file: String, part: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "workbook/damaged", at: Place(file: file), "the workbook is damaged: \(part): \(reason)",
      hint: "fetch the file again, or open it in a spreadsheet and save it anew")
  }

  /// `limit` in bytes.
  package static func workbookTooLarge(_ file: String, part: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "workbook/too-large", at: Place(file: file),
      "\(part) of the workbook is larger than \(limit >> 20) MiB when unpacked",
      hint: "save the sheet as CSV, which has no such limit")
  }

  package static func workbookTooManyRows(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "workbook/too-large", at: Place(file: file), "the sheet has more than \(limit) rows",
      hint: "save it as CSV, which has no such limit")
  }

  package static func workbookNoSheet(_ name: String, file: String, sheets: [String], at place: Place) -> Diagnostic {
    let near = Suggestion.nearest(to: name, in: sheets)
    let names = sheets.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "workbook/no-sheet", at: place, "'\(file)' has no sheet '\(name)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "its sheets are \(names)\(sheets.count > 10 ? ", …" : "")")
  }

  package static func codebookSheetOfCSV(_ sheet: String, file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/sheet", at: place, "'\(file)' is no workbook and has no sheet '\(sheet)'",
      hint: "leave out `sheet:`")
  }
}
