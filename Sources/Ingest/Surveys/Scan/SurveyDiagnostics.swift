import Audit
import CSV

/// The words about survey files.
extension Diagnostic {
  static func surveyEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/empty", at: SourceLocation(file), "the file is empty",
      hint: "a survey needs a header line and one line for each respondent")
  }

  static func surveyNoRows(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-rows", at: SourceLocation(file), "there is a header but not one answer",
      hint: "export the survey again, with its responses")
  }

  static func surveyEncoding(_ file: String, _ encoding: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/encoding", at: SourceLocation(file), "the file is \(encoding), which is not read yet",
      hint: "save it as UTF-8")
  }

  static func surveyHeaderUndecodable(_ file: String, line: Int, field: Int) -> Diagnostic {
    Diagnostic(
      .error, "survey/invalid-utf8", at: SourceLocation(file, line: line),
      "the header of column \(field) is not valid UTF-8", hint: "save the file as UTF-8")
  }

  static func surveyUnreadable(_ file: String, _ what: (line: Int?, text: String)) -> Diagnostic {
    let id = what.line == nil ? "survey/unreadable" : "survey/unclosed-quote"
    let hint = what.line == nil ? nil : "close it; inside quotes a quote is written twice"
    return Diagnostic(.error, id, at: SourceLocation(file, line: what.line), what.text, hint: hint)
  }

  static func surveyTooManyValues(_ file: String, _ column: ColumnPlan, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-values", at: SourceLocation(file, line: 1),
      "segment '\(column.subject)' has more than \(limit) values in column '\(column.header)'",
      hint: "choose a column with fewer values, or cut numbers into `bands:`")
  }

  static func surveyRecord(_ file: String, _ problem: RecordProblem, fieldCount: Int) -> Diagnostic {
    let line = String(decoding: problem.lineBytes, as: UTF8.self)
    let excerpt = Excerpt(line: line, column: problem.position)
    switch problem.reason {
    case .fieldCount(let count):
      return Diagnostic(
        .warning, "survey/ragged-row", at: SourceLocation(file, line: problem.line, column: 1),
        "this record has \(count) \(count == 1 ? "field" : "fields"), the header has \(fieldCount); it is not counted",
        hint: "put quotes around cells that hold the delimiter or a line break", excerpt: excerpt)
    case .strayQuote:
      return Diagnostic(
        .warning, "survey/stray-quote", at: SourceLocation(file, line: problem.line, column: problem.position),
        "a quote stands inside this cell; the record is not counted",
        hint: "put quotes around the whole cell and write the inner quote twice", excerpt: excerpt)
    }
  }

  static func surveyMoreRecords(_ file: String, _ reason: UnusableRows.Reason, _ count: Int) -> Diagnostic {
    let what =
      switch reason {
      case .ragged: "with too few or too many fields"
      case .strayQuote: "with a quote inside a cell"
      }
    return Diagnostic(
      .warning, reason == .ragged ? "survey/ragged-row" : "survey/stray-quote", at: SourceLocation(file),
      "\(count) more \(count == 1 ? "record" : "records") \(what), not counted")
  }

  static func surveyTooManyRecords(
    _ file: String, _ reason: UnusableRows.Reason, _ count: Int, of all: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-unusable", at: SourceLocation(file),
      "\(count) of \(all) records cannot be used, more than 5 %",
      hint: reason == .ragged
        ? "is the delimiter right? declare it under `csv:` in the codebook" : "export the file again")
  }

  static func surveyCell(_ file: String, _ column: ColumnPlan, _ problem: CellProblem) -> Diagnostic {
    let text = String(decoding: problem.cell, as: UTF8.self).trimmingBlanks
    let line = String(decoding: problem.lineBytes, as: UTF8.self)
    let location = SourceLocation(file, line: problem.line, column: problem.position)
    let excerpt = Excerpt(line: line, column: problem.position, length: max(1, text.unicodeScalars.count))
    let scale = column.scaleText
    switch problem.code {
    case CellReading.offScale:
      return Diagnostic(
        .warning, "survey/out-of-scale", at: location,
        "'\(text)' is outside the scale \(scale) of \(column.subject), not counted",
        hint: "add \(text) to `missing:` or `not-applicable:` in the codebook if it is a code", excerpt: excerpt)
    case CellReading.notAnInteger:
      return Diagnostic(
        .warning, "survey/not-an-integer", at: location,
        "'\(text)' is no whole number on the scale \(scale) of \(column.subject), not counted", excerpt: excerpt)
    case CellReading.undecodable:
      return Diagnostic(
        .warning, "survey/invalid-utf8", at: location,
        "this cell of column '\(column.header)' is not valid UTF-8, not counted", hint: "save the file as UTF-8",
        excerpt: excerpt)
    default:
      return Diagnostic(
        .warning, "survey/not-a-number", at: location,
        "'\(text)' is no number on the scale \(scale) of \(column.subject), not counted",
        hint: CellNumber(text, decimalComma: true) == nil
          ? "add it to `labels:`, `missing:` or `not-applicable:` in the codebook"
          : "if the comma is a decimal point, write `csv: {decimal: \",\"}` into the codebook", excerpt: excerpt)
    }
  }

  static func surveyMoreCells(_ file: String, _ column: ColumnPlan, _ code: Int16, _ count: Int) -> Diagnostic {
    let (id, what) =
      switch code {
      case CellReading.offScale: ("survey/out-of-scale", "outside the scale \(column.scaleText)")
      case CellReading.notAnInteger: ("survey/not-an-integer", "that are no whole number")
      case CellReading.undecodable: ("survey/invalid-utf8", "that are not valid UTF-8")
      default: ("survey/not-a-number", "that are no number")
      }
    return Diagnostic(
      .warning, id, at: SourceLocation(file),
      "\(count) more \(count == 1 ? "cell" : "cells") of column '\(column.header)' \(what), not counted")
  }

  static func surveyTooManyInvalid(_ file: String, _ column: ColumnPlan, _ count: Int, of all: Int) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-invalid", at: SourceLocation(file),
      "\(count) of \(all) answers in column '\(column.header)' cannot be read, more than 5 %",
      hint: "check scale, labels and codes of \(column.subject) in the codebook")
  }
}

extension ColumnPlan {
  /// `1…7`, for messages; the scale as the file stores it, before the offset.
  fileprivate var scaleText: String {
    switch decoding {
    case .rating(let decoding):
      "\(decoding.scale.minimum - decoding.offset)…\(decoding.scale.maximum - decoding.offset)"
    case .category: ""
    }
  }
}
