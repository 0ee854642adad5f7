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
}

extension SurveyPart {
  /// What one file gave.
  struct Reading: Sendable {
    var parts: [SurveyPart] = []
    var diagnostics: [Diagnostic]
    /// What the cache holds of it.
    var cached: CachedScan.Entry?
  }

  /// Resolves the codebook against the file's header and counts its answers, wave by wave; none when an error stands in the
  /// way.
  ///
  /// `path` is for the system; `jobs` stretches of the file may be read side by side; what `cache` holds is not read again.
  static func read(
    _ pair: SurveyPairing.Pair, path: String, configuration: Configuration, jobs: Int, cache: TallyCache? = nil
  ) async -> Reading {
    let csv = pair.origin.csv
    let source: CSVFile
    switch SurveySource.open(pair.csv, path: path, declared: csv) {
    case .success(let found): source = found
    case .failure(let problem): return Reading(diagnostics: [problem.diagnostic])
    }
    let file = SurveyFile(source: source, name: pair.csv, codebook: pair.codebook.source.file)
    let header: SurveyHeader
    switch SurveyHeader.read(file, declared: csv) {
    case .success(let found): header = found
    case .failure(let problem): return Reading(diagnostics: [problem.diagnostic])
    }
    var builder = PlanBuilder(
      pair.codebook, origin: pair.origin, header: header.form, file: pair.csv, configuration: configuration,
      observed: {
        ObservedRange.range(ofColumn: $0, in: file, behind: header, decimalComma: csv.decimalComma ?? false)
      })
    guard let plan = builder.build() else { return Reading(diagnostics: builder.diagnostics) }
    let scan = SurveyScan(file: file, header: header, plan: plan, jobs: jobs)
    let outcome = await CachedScan(scan: scan, cache: cache).run()
    var diagnostics = builder.diagnostics + outcome.diagnostics
    guard let result = outcome.result else { return Reading(diagnostics: diagnostics) }
    let place = pair.origin.wave?.place ?? Place(file: pair.source.file)
    let isFromColumn = plan.rows.wave != nil
    var fieldwork = pair.origin.fieldwork
    if result.waves.count > 1, fieldwork?.isDated ?? false {
      diagnostics.append(.surveyFieldworkOfSeveralWaves(pair.csv, waves: result.waves.count, at: place))
      fieldwork = fieldwork?.undated
    }
    let parts = result.waves.map { wave in
      SurveyPart(
        file: pair.csv, survey: pair.origin.survey ?? "", respondents: pair.origin.respondents ?? .customers,
        label: isFromColumn ? wave.label : pair.origin.label, isFromColumn: isFromColumn, fieldwork: fieldwork,
        place: place, plan: plan, definition: result.definition, tally: wave.tally)
    }
    return Reading(parts: parts, diagnostics: diagnostics, cached: outcome.entry)
  }
}

extension Fieldwork {
  fileprivate var isDated: Bool { from != nil || to != nil || invited != nil }

  /// What is true of each wave of a file with several.
  fileprivate var undated: Fieldwork { Fieldwork(mode: mode, frame: frame) }
}

/// The bytes of a survey file: as they are, or those of a workbook's sheet as CSV.
enum SurveySource {
  static func open(
    _ file: String, path: String, declared: CSVDeclaration
  ) -> Result<CSVFile, SurveyHeader.Diagnosed> {
    guard SurveyName.isWorkbook(file) else {
      if let sheet = declared.sheet {
        return .failure(SurveyHeader.Diagnosed(.codebookSheetOfCSV(sheet.value, file: file, at: sheet.place)))
      }
      let delimiter = declared.delimiter ?? DelimiterGuess.delimiter(of: path)
      return .success(CSVFile(path: path, dialect: Dialect(delimiter: delimiter)))
    }
    do throws(WorkbookError) {
      return .success(CSVFile(.bytes(try Workbook.sheet(named: declared.sheet?.value, ofFile: path).csv)))
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

/// The delimiter of a file that declares none.
enum DelimiterGuess {
  /// The one that gives its header the most columns; a comma where that tells nothing.
  static func delimiter(of path: String) -> UInt8 {
    var best = (delimiter: UInt8(ascii: ","), columns: 1)
    for delimiter in ",;\t|".utf8 {
      var columns = 0
      do throws(CSVError) {
        var reader = try RecordReader(CSVFile(path: path, dialect: Dialect(delimiter: delimiter)))
        columns = try reader.next()?.fields.count ?? 0
      } catch {
        // Reading the header in earnest says what is wrong.
        continue
      }
      if columns > best.columns { best = (delimiter, columns) }
    }
    return best.delimiter
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
