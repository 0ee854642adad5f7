import Audit

extension SurveyForm {
  /// Header rows that can be declared.
  static let headerRowsLimit = 1...10

  /// The form that a codebook declares, else the one that is recognised.
  ///
  /// A declared number of header rows goes before that of a recognised form, whose rows are then read as those of any
  /// CSV file.
  static func form(
    of sample: FormSample, declared: CSVDeclaration, file: String
  ) -> Result<SurveyForm, DiagnosedError> {
    var form = recognised(in: sample)
    if let tool = declared.form, tool.value != form.tool {
      guard let fitting = tool.value.form(of: sample) else {
        return .failure(
          DiagnosedError(
            .codebookFormMisfit(tool.value.rawValue, found: form.tool.rawValue, file: file, at: tool.place)))
      }
      form = fitting
    }
    if let completion = form.completion {
      let answers = sample.rows.dropFirst(form.headerRows).filter { $0.count == form.columns.count }
      form.completion?.isUnfinishedSeen = answers.contains { !completion.isFinished($0[completion.column]) }
    }
    guard let rows = declared.headerRows, rows.value != form.headerRows else { return .success(form) }
    if declared.form != nil, form.tool != .plain {
      return .failure(
        DiagnosedError(
          .codebookFormRows(form.tool.rawValue, rows: form.headerRows, declared: rows.value, at: rows.place)))
    }
    return .success(PlainForm.form(of: sample, headerRows: rows.value))
  }
}
