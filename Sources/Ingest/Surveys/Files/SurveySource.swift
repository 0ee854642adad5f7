import Audit
import CSV
import Workbooks

/// The bytes of a survey file: as they are, or those of a workbook's sheet as CSV.
enum SurveySource {
  /// `file` and `codebook` as messages name them, `path` for the system.
  static func open(
    _ file: String, path: String, codebook: String, declared csv: CSVDeclaration
  ) -> Result<SurveyFile, DiagnosedError> {
    var declared = csv
    // Standard input has no name that tells, and some workbooks are called otherwise.
    guard SurveyName.isWorkbook(file) || Workbook.begins(path) else {
      if let sheet = declared.sheet {
        return .failure(DiagnosedError(.codebookSheetOfCSV(sheet.value, file: file, at: sheet.place)))
      }
      return SurveyFile.sniff(.path(path), name: file, codebook: codebook, declared: declared)
    }
    do throws(WorkbookError) {
      let limits = WorkbookLimits(columns: csv.forSniffer.limits.columns)
      let sheet = try Workbook.sheet(named: declared.sheet?.value, ofFile: path, limits: limits)
      // The sheet's text is of our own making; there is nothing to find out.
      (declared.encoding, declared.delimiter, declared.quote) = (.utf8, UInt8(ascii: ","), UInt8(ascii: "\""))
      declared.decimalComma = declared.decimalComma ?? false
      return SurveyFile.sniff(.bytes(sheet.csv), name: file, codebook: codebook, declared: declared).map {
        var file = $0
        file.sheet = sheet.name
        return file
      }
    } catch {
      return .failure(DiagnosedError(error.diagnostic(of: file, sheet: declared.sheet)))
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
