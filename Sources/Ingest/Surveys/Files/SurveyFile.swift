import Audit
import CSV

/// A survey file: where it is and how it is written, and how messages name it.
struct SurveyFile: Hashable, Sendable {
  var source: CSVFile
  /// Relative to the project, for people.
  var name: String
  /// The codebook, as messages name it.
  var codebook: String
  /// What was found in the sample; nil where nobody looked.
  var finding: Sniffer.Finding?
  /// Name of the workbook's sheet that it is.
  var sheet: String?

  init(source: CSVFile, name: String, codebook: String) {
    self.source = source
    self.name = name
    self.codebook = codebook
  }

  /// A file on disk in UTF-8 with commas.
  init(path: String, name: String, codebook: String) {
    self.init(source: CSVFile(path: path), name: name, codebook: codebook)
  }

  /// Finds out how a file is written, where `csv` leaves it open; what stands in the way comes back as a diagnostic.
  static func sniff(
    _ origin: CSVFile.Origin, name: String, codebook: String, declared csv: CSVDeclaration
  ) -> Result<SurveyFile, DiagnosedError> {
    do throws(CSVError) {
      let finding = try Sniffer.sniff(origin, declared: csv.forSniffer)
      var file = SurveyFile(source: finding.file, name: name, codebook: codebook)
      file.finding = finding
      return .success(file)
    } catch {
      return .failure(DiagnosedError(error.diagnostic(of: name)))
    }
  }

  /// What a reader of the results should know about the file.
  ///
  /// `others` are the diagnostics of its cells: bytes that those show are not told again.
  func remarks(besides others: [Diagnostic] = []) -> [Diagnostic] {
    guard let finding else { return [] }
    var remarks: [Diagnostic] = []
    let encoding = source.encoding.name
    if finding.isEncodingGuessed {
      remarks.append(.surveyEncodingGuessed(name, encoding, codebook: codebook))
    }
    // A scan counts all bytes of another encoding, and the cells that it reads.
    let isCounted = source.encoding != .utf8 && others.contains { $0.id == "survey/invalid-bytes" }
    let shown = others.filter { $0.id == "survey/invalid-bytes" }.compactMap { $0.location?.line }
    if !isCounted, finding.invalid.count > shown.count || !finding.invalid.lines.allSatisfy(shown.contains) {
      remarks.append(
        .surveyInvalidBytes(finding.invalid.count, encoding: encoding, lines: finding.invalid.lines, file: name))
    }
    if finding.nulBytes.count > 0, !others.contains(where: { $0.id == "survey/nul-bytes" }) {
      remarks.append(.surveyNULBytes(finding.nulBytes.count, lines: finding.nulBytes.lines, file: name))
    }
    return remarks
  }
}

extension SurveyFile {
  /// How the file is read, for the method page and for people who ask.
  func reading(in header: SurveyHeader, declared csv: CSVDeclaration) -> FileReading {
    var reading = FileReading(file: name, form: header.form.tool.rawValue, encoding: source.encoding.name)
    reading.headerRows = header.form.headerRows
    reading.hasByteOrderMark = finding?.hasByteOrderMark ?? false
    reading.delimiter = source.dialect.delimiter == 9 ? "tab" : SurveyFile.character(source.dialect.delimiter)
    reading.quote = SurveyFile.character(source.dialect.quote)
    reading.lineEnds = (finding?.lineEnds ?? .lf).rawValue
    reading.sheet = sheet
    if sheet != nil, header.form.tool == .plain { reading.form = "Workbook" }
    reading.decimalComma = finding?.decimalComma ?? csv.decimalComma ?? false
    reading.declared = csv.declared
    return reading
  }

  private static func character(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
}

extension CSVDeclaration {
  var forSniffer: Sniffer.Declared {
    var limits = CSVLimits()
    limits.record = recordLimit ?? limits.record
    limits.columns = columnLimit ?? limits.columns
    limits.header = headerLimit ?? limits.header
    return Sniffer.Declared(
      encoding: encoding, delimiter: delimiter, quote: quote, decimalComma: decimalComma, limits: limits)
  }

  /// The keys that say something.
  fileprivate var declared: [String] {
    [
      encoding.map { _ in "encoding" }, delimiter.map { _ in "delimiter" }, quote.map { _ in "quote" },
      decimalComma.map { _ in "decimal" }, headerRows.map { _ in "header-rows" }, form.map { _ in "form" },
      sheet.map { _ in "sheet" },
    ].compactMap { $0 }
  }
}
