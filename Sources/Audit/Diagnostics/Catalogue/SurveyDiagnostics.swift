/// What can be wrong with the answers of a survey file.
extension Diagnostic {
  package static func surveyEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/empty", at: Place(file: file), "the file is empty",
      hint: "a survey needs a header line and one line for each respondent")
  }

  package static func surveyNoRows(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-rows", at: Place(file: file), "there is a header but not one answer",
      hint: "export the survey again, with its responses")
  }

  /// All `rows` are left out, as `column` says of them.
  package static func surveyNoneFinished(_ rows: Int, column: String, file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/none-finished", at: Place(file: file),
      "not one of \(FigureText.count(rows)) rows is finished, as column '\(column)' says it",
      hint: "name the texts of finished answers: 'finished: {column: \(column), values: […]}'")
  }

  package static func surveyUnreadable(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/unreadable", at: Place(file: file), "the file cannot be read: \(reason)",
      hint: "check its name, and that it may be read")
  }

  package static func surveyChanged(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/changed", at: Place(file: file), "the file changed while it was read; nothing of it was counted",
      hint: "run the command again when nothing writes to the file any more")
  }

  package static func surveyNotSpooled(_ file: String, folder: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/not-spooled", at: Place(file: file),
      "it cannot be kept in '\(folder)' while it is read: \(reason)",
      hint: "name a folder with room for it in the environment variable TMPDIR")
  }

  package static func surveyDamagedGzip(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/damaged-gzip", at: Place(file: file), "the compressed data are damaged: \(reason)",
      hint: "fetch the file again")
  }

  package static func surveyTooManyValues(segment: String, column: String, limit: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-values", at: SourceLocation(file, line: 1),
      "\(segment) has more than \(limit) values in column '\(column)'",
      hint: "choose a column with fewer values, or cut numbers into `bands:`")
  }
}

/// Records that cannot be used.
extension Diagnostic {
  /// `lines` that the record goes over.
  package static func surveyRaggedRow(fields: Int, expected: Int, lines: Int, at place: Place) -> Diagnostic {
    let over = lines > 1 ? " and the record goes over \(lines) lines" : ""
    return Diagnostic(
      .warning, "survey/ragged-row", at: place,
      "this record has \(fields) \(fields == 1 ? "field" : "fields"), the header has \(expected)\(over); it is not counted",
      hint: lines > 1
        ? "is a quote left open in it? then the lines behind it are not counted either; close it where its cell ends"
        : fields < expected
          ? "was the file cut off here, or is a line break in a cell without quotes?"
          : "put quotes around cells that hold the delimiter")
  }

  /// `lines` that the record goes over.
  package static func surveyStrayQuote(lines: Int, at place: Place) -> Diagnostic {
    if lines > 1 {
      return Diagnostic(
        .warning, "survey/stray-quote", at: place,
        "a quote opens here, and the record ends only \(lines - 1) \(lines == 2 ? "line" : "lines") further down; "
          + "nothing of it is counted",
        hint: "close the quote where its cell ends; inside quotes a quote is written twice")
    }
    return Diagnostic(
      .warning, "survey/stray-quote", at: place, "a quote stands inside this cell; the record is not counted",
      hint: "put quotes around the whole cell and write the inner quote twice")
  }

  /// `column` is the header of the column that says the wave.
  /// `isDay`: the column holds days, not labels.
  package static func surveyNoWave(column: String, isDay: Bool, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "survey/no-wave", at: location,
      "column '\(column)' does not say which wave this record belongs to; it is not counted",
      hint: isDay
        ? "fill the cell in, or see whether the pattern of the day is right: `date:` in the codebook"
        : "fill the cell in")
  }

  package static func surveyTooManyRows(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-rows", at: Place(file: file), "there are more than \(limit) records in this file",
      hint: "divide it into several files of one survey")
  }

  package static func surveyMoreRecords(_ reason: UnusableRows.Reason, _ count: Int, file: String) -> Diagnostic {
    let (id, what) =
      switch reason {
      case .ragged: ("survey/ragged-row", "with too few or too many fields")
      case .strayQuote: ("survey/stray-quote", "with a quote inside a cell")
      case .unfinished: ("survey/unfinished", "not finished")
      case .noWave: ("survey/no-wave", "without a day or label of their wave")
      }
    return Diagnostic(
      .warning, id, at: Place(file: file), "\(count) more \(count == 1 ? "record" : "records") \(what), not counted")
  }

  package static func surveyTooManyRecords(_ unusable: UnusableRows, of all: Int, file: String) -> Diagnostic {
    let hint =
      switch unusable.reason {
      case .ragged: "is the delimiter right? declare it under `csv:` in the codebook"
      case .strayQuote: "export the file again, with quotes doubled"
      case .unfinished: "count them with `unfinished: include`"
      case .noWave: "is the pattern of the day right? declare it as `date:` in the codebook"
      }
    return Diagnostic(
      .error, "survey/too-many-unusable", at: Place(file: file),
      "\(unusable.count) of \(all) records\(unusable.lines > unusable.count ? ", over \(unusable.lines) lines," : "") "
        + "cannot be used, more than 5 %", hint: hint)
  }
}

/// Cells that cannot be read.
extension Diagnostic {
  /// Why a cell is no answer.
  package enum CellTrouble: Sendable, CaseIterable {
    case offScale, notANumber, undecodable, notAnInteger, unknownText, notADay, negative

    fileprivate var id: String {
      switch self {
      case .unknownText: "survey/unknown-text"
      case .notADay: "survey/not-a-day"
      case .negative: "survey/negative"
      case .offScale: "survey/out-of-scale"
      case .notANumber: "survey/not-a-number"
      case .undecodable: "survey/invalid-bytes"
      case .notAnInteger: "survey/not-an-integer"
      }
    }
  }

  /// The column that a cell stands in, for messages.
  package struct CellColumn: Sendable {
    package var header: String
    /// Item, outcome or points that it serves, such as `item 'P3'`.
    package var subject: String
    /// `1…7`, as the file stores it; empty for a column without a scale.
    package var scale: String
    /// The codebook, relative to the project.
    package var codebook: String

    package init(header: String, subject: String, scale: String, codebook: String) {
      self.header = header
      self.subject = subject
      self.scale = scale
      self.codebook = codebook
    }
  }

  package static func surveyCell(
    _ trouble: CellTrouble, _ text: String, in column: CellColumn, at place: Place
  ) -> Diagnostic {
    let (summary, hint): (String, String?) =
      switch trouble {
      case .offScale:
        (
          "'\(text)' is outside the scale \(column.scale) of \(column.subject), not counted",
          "add \(text) to `missing:` or `not-applicable:` in \(column.codebook) if it is a code"
        )
      case .notANumber:
        (
          column.scale.isEmpty
            ? "'\(text)' is no number; \(column.subject) needs one, not counted"
            : "'\(text)' is no number on the scale \(column.scale) of \(column.subject), not counted",
          hasDecimalComma(text)
            ? "if the comma is a decimal point, write `csv: {decimal: \",\"}` into \(column.codebook)"
            : column.scale.isEmpty
              ? "add it to `missing:` in \(column.codebook) if it is a code"
              : "add it to `labels:`, `missing:` or `not-applicable:` in \(column.codebook)"
        )
      case .undecodable:
        (
          "this cell of column '\(column.header)' holds bytes that are no characters, not counted",
          "save the file as UTF-8, or declare its encoding under `csv:` in \(column.codebook)"
        )
      case .notAnInteger:
        ("'\(text)' is no whole number on the scale \(column.scale) of \(column.subject), not counted", nil)
      case .unknownText:
        (
          "'\(text)' is none of the texts that \(column.subject) knows, not counted",
          "say in \(column.codebook) what it stands for, or add it to `missing:`"
        )
      case .notADay:
        (
          "'\(text)' is no day that \(column.subject) can be read from, not counted",
          "is the pattern of the day right? declare it as `date:` in \(column.codebook)"
        )
      case .negative: ("'\(text)' is below 0, which \(column.subject) cannot be, not counted", nil)
      }
    return Diagnostic(.warning, trouble.id, at: place, summary, hint: hint)
  }

  package static func surveyMoreCells(
    _ trouble: CellTrouble, _ count: Int, in column: CellColumn, file: String
  ) -> Diagnostic {
    let what =
      switch trouble {
      case .offScale: "outside the scale \(column.scale)"
      case .unknownText: "with a text that is not known"
      case .notADay: "that are no day"
      case .negative: "below 0"
      case .notANumber: "that are no number"
      case .undecodable: "that hold bytes that are no characters"
      case .notAnInteger: "that are no whole number"
      }
    return Diagnostic(
      .warning, trouble.id, at: Place(file: file),
      "\(count) more \(count == 1 ? "cell" : "cells") of column '\(column.header)' \(what), not counted")
  }

  package static func surveyTooManyInvalid(
    _ count: Int, of all: Int, in column: CellColumn, file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-invalid", at: Place(file: file),
      "\(count) of \(all) answers in column '\(column.header)' cannot be read, more than 5 %",
      hint: "check scale, labels and codes of \(column.subject) in \(column.codebook)")
  }
}

/// `5,5` and the like.
private func hasDecimalComma(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  return parts.count == 2 && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
}
