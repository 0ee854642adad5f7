import Audit
import CSV
import Workbooks

/// The rows of one wave in one survey file: a wave of a survey or a part of one.
struct SurveyPart: Sendable {
  /// Relative to the project.
  var file: String
  var survey: String
  var respondents: Respondents
  /// Empty where none is declared.
  var label: String
  /// A column gives the label.
  var isFromColumn: Bool
  var fieldwork: Fieldwork?
  /// Where the wave is declared, else the file that might declare it.
  var place: Place
  var plan: SurveyPlan
  var definition: SurveyDefinition
  var tally: WaveTally
  var reading: FileReading
}

extension SurveyPart {
  /// Resolves the codebook against the file's header and counts its answers, wave by wave; none when an error stands in the
  /// way.
  ///
  /// `path` is for the system; `jobs` stretches of the file may be read side by side.
  static func read(
    _ pair: SurveyPairing.Pair, path: String, configuration: Configuration, jobs: Int
  ) async -> (parts: [SurveyPart], diagnostics: [Diagnostic]) {
    let file: SurveyFile
    let codebook = pair.codebook.source.file
    switch SurveySource.open(pair.csv, path: path, codebook: codebook, declared: pair.origin.csv) {
    case .success(let found): file = found
    case .failure(let problem): return ([], [problem.diagnostic])
    }
    var origin = pair.origin
    origin.csv.decimalComma = file.finding?.decimalComma ?? false
    let csv = origin.csv
    let header: SurveyHeader
    switch SurveyHeader.read(file, declared: csv) {
    case .success(let found): header = found
    case .failure(let problem): return ([], file.remarks() + [problem.diagnostic])
    }
    var builder = PlanBuilder(
      pair.codebook, origin: origin, header: header.form, file: pair.csv, configuration: configuration,
      observed: {
        ObservedRange.range(ofColumn: $0, in: file, behind: header, decimalComma: csv.decimalComma ?? false)
      })
    guard let plan = builder.build() else { return ([], file.remarks() + builder.diagnostics) }
    let (result, problems) = await SurveyScan(file: file, header: header, plan: plan, jobs: jobs).run()
    var diagnostics = file.remarks(besides: problems) + builder.diagnostics + problems
    guard let result else { return ([], diagnostics) }
    let place = pair.origin.wave?.place ?? Place(file: pair.source.file)
    let isFromColumn = plan.rows.wave != nil
    var fieldwork = pair.origin.fieldwork
    if result.waves.count > 1, fieldwork?.isDated ?? false {
      diagnostics.append(.surveyFieldworkOfSeveralWaves(pair.csv, waves: result.waves.count, at: place))
      fieldwork = fieldwork?.undated
    }
    var reading = file.reading(in: header, declared: pair.origin.csv)
    reading.guesses = pair.guesses
    var parts = result.waves.map { wave in
      SurveyPart(
        file: pair.csv, survey: pair.origin.survey ?? "", respondents: pair.origin.respondents ?? .customers,
        label: isFromColumn ? wave.label : pair.origin.label, isFromColumn: isFromColumn, fieldwork: fieldwork,
        place: place, plan: plan, definition: result.definition, tally: wave.tally,
        reading: reading)
    }
    // Rows of no wave stand with the last one, so that a page names them.
    if let last = parts.indices.last { parts[last].tally.unusable += result.withoutWave }
    return (parts, diagnostics)
  }
}

extension Fieldwork {
  fileprivate var isDated: Bool { from != nil || to != nil || invited != nil }

  /// What is true of each wave of a file with several.
  fileprivate var undated: Fieldwork { Fieldwork(mode: mode, frame: frame) }
}

/// The bytes of a survey file: as they are, or those of a workbook's sheet as CSV.
enum SurveySource {
  /// `file` and `codebook` as messages name them, `path` for the system.
  static func open(
    _ file: String, path: String, codebook: String, declared csv: CSVDeclaration
  ) -> Result<SurveyFile, SurveyHeader.Diagnosed> {
    var declared = csv
    guard SurveyName.isWorkbook(file) else {
      if let sheet = declared.sheet {
        return .failure(SurveyHeader.Diagnosed(.codebookSheetOfCSV(sheet.value, file: file, at: sheet.place)))
      }
      return SurveyFile.sniff(.path(path), name: file, codebook: codebook, declared: declared)
    }
    do throws(WorkbookError) {
      let sheet = try Workbook.sheet(named: declared.sheet?.value, ofFile: path).csv
      // The sheet's text is of our own making; there is nothing to find out.
      (declared.encoding, declared.delimiter, declared.quote) = (.utf8, UInt8(ascii: ","), UInt8(ascii: "\""))
      declared.decimalComma = declared.decimalComma ?? false
      return SurveyFile.sniff(.bytes(sheet), name: file, codebook: codebook, declared: declared)
    } catch {
      return .failure(SurveyHeader.Diagnosed(error.diagnostic(of: file, sheet: declared.sheet)))
    }
  }
}

extension WorkbookError {
  /// The same for people.
  func diagnostic(of file: String, sheet: CSVDeclaration.Declared<String>?) -> Diagnostic {
    switch self {
    case .unreadable(let reason): .surveyUnreadable(file, reason)
    case .encrypted: .workbookEncrypted(file)
    case .otherFormat(let format): .workbookOtherFormat(file, format)
    case .damaged(let part, let reason): .workbookDamaged(file, part: part, reason)
    case .tooLarge(let part, let limit): .workbookTooLarge(file, part: part, limit: limit)
    case .tooManyColumns(let row, let limit):
      .surveyTooManyColumns(limit: limit, at: SourceLocation(file, line: row))
    case .tooManyRows(let limit): .workbookTooManyRows(file, limit: limit)
    case .noSheet(let name, let sheets):
      .workbookNoSheet(name, file: file, sheets: sheets, at: sheet?.place ?? Place(file: file))
    }
  }
}

/// What the answers in a column look like, for hints.
enum ObservedRange {
  private static let records = 1000

  /// Lowest and highest whole number among the first records; nil where there is none.
  static func range(
    ofColumn column: Int, in file: SurveyFile, behind header: SurveyHeader, decimalComma: Bool
  ) -> ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    do throws(CSVError) {
      var reader = try RecordReader(file.source)
      for _ in 0..<header.form.recordsBefore { _ = try reader.next() }
      for _ in 0..<records {
        guard let record = try reader.next() else { break }
        guard record.fields.indices.contains(column) else { continue }
        let text = String(decoding: record.fields[column], as: UTF8.self).trimmingBlanks
        guard case .integer(let value) = CellNumber(text, decimalComma: decimalComma) else { continue }
        found = min(found?.lowerBound ?? value, value)...max(found?.upperBound ?? value, value)
      }
    } catch {
      // A hint is worth no second error about the same file.
      return found
    }
    return found
  }
}
