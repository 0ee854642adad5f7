/// What can be wrong with the form of a survey file: its encoding, its quotes, its size.
extension Diagnostic {
  package static func surveyEncodingGuessed(_ file: String, _ encoding: String, codebook: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/encoding-guessed", at: Place(file: file), "the file is not UTF-8; it is read as \(encoding)",
      hint: "if that is right, write `csv: {encoding: \(encoding)}` into \(codebook); else write the right name there")
  }

  /// Bytes of the beginning of a file that are no characters; `lines` are those of the first few.
  package static func surveyInvalidBytes(
    _ count: Int, encoding: String, lines: [Int], file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "survey/invalid-bytes", at: SourceLocation(file, line: lines.first),
      "\(count) \(count == 1 ? "byte is" : "bytes are") not valid \(encoding)\(also(lines))",
      hint: "export the file again as UTF-8, or declare its encoding under `csv:` in the codebook")
  }

  package static func surveyNULBytes(_ count: Int, lines: [Int], file: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/nul-bytes", at: SourceLocation(file, line: lines.first),
      "\(count) NUL \(count == 1 ? "byte is" : "bytes are") left out\(also(lines))",
      hint: "the program that wrote the file put them there; a fresh export may be without")
  }

  package static func surveyHeaderUndecodable(
    column: Int, encoding: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "survey/invalid-header", at: location, "the header of column \(column) is not valid \(encoding)",
      hint: "save the file as UTF-8, or declare its encoding under `csv:` in the codebook")
  }

  package static func surveyUnclosedQuote(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey/unclosed-quote", at: location, "a quote that opens here is never closed",
      hint: "close it; inside quotes a quote is written twice")
  }

  package static func surveyMarksInside(_ count: Int, lines: [Int], file: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/byte-order-mark", at: SourceLocation(file, line: lines.first),
      "\(count) byte order \(count == 1 ? "mark" : "marks") inside the file \(count == 1 ? "is" : "are") left out\(also(lines))",
      hint: "was the file put together from several? then look whether rows stand in it twice")
  }

  package static func surveyRepeatedHeader(_ count: Int, lines: [Int], file: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/repeated-header", at: SourceLocation(file, line: lines.first),
      "the header stands here again\(also(lines))\(count > lines.count ? ", \(count) times in all" : ""), not counted",
      hint: "was the file put together from several? then look whether rows stand in it twice")
  }

  /// `limit` in bytes.
  package static func surveyQuoteTooLong(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey/unclosed-quote", at: location, "a quote that opens here does not close within \(size(limit))",
      hint: "close it; a longer cell can be allowed with `csv: {limits: {record: …}}` in the codebook")
  }

  /// `limit` in bytes.
  package static func surveyRecordTooLong(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey/record-too-long", at: location,
      "the record that begins here is longer than \(size(limit))",
      hint: "is a quote left open? a longer one can be allowed with `csv: {limits: {record: …}}` in the codebook")
  }

  /// `limit` in bytes.
  package static func surveyHeaderTooLong(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey/header-too-long", at: location, "the header that begins here is longer than \(size(limit))",
      hint: "is a quote left open? a larger header can be allowed with `csv: {limits: {header: …}}` in the codebook")
  }

  package static func surveyTooManyColumns(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey/too-many-columns", at: location, "the header has more than \(limit) columns",
      hint: "is the delimiter right? more can be allowed with `csv: {limits: {columns: …}}` in the codebook")
  }

  package static func surveyNoConversion(_ file: String, encoding: String) -> Diagnostic {
    Diagnostic(
      .error, "survey/no-conversion", at: Place(file: file),
      "this system has no converter for the encoding \(encoding)",
      hint: "install the converters of the C library (on Debian libc-bin and libc6, on Fedora glibc-gconv-extra) or "
        + "save the file as UTF-8")
  }

  /// Of the codebook that names it, or of the file alone.
  package static func surveyUnknownEncoding(_ encoding: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/unknown-encoding", at: place, "this system does not know the encoding '\(encoding)'",
      hint: "`iconv -l` lists the names; or save the file as UTF-8")
  }

  /// `, also on lines 7 and 9`; nothing where there is one line.
  private static func also(_ lines: [Int]) -> String {
    let further = Array(Set(lines.dropFirst()).subtracting(lines.prefix(1))).sorted()
    switch further.count {
    case 0: return ""
    case 1: return ", also on line \(further[0])"
    default: return ", also on lines " + further.map(String.init).joined(separator: " and ")
    }
  }

  /// `16 MiB`, `1 KiB`, `1000 bytes`.
  private static func size(_ bytes: Int) -> String {
    if bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    return bytes % (1 << 10) == 0 ? "\(bytes >> 10) KiB" : "\(bytes) bytes"
  }
}
