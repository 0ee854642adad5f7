/// A CSV file of no known tool: one header row, or two where questions stand over their choices.
enum PlainForm {
  static func form(of sample: FormSample) -> SurveyForm {
    form(of: sample, headerRows: TwoRowHeader.isLikely(sample) ? 2 : 1)
  }

  /// With two rows or more, the second holds the choices where the first has gaps, else the question texts. What stands
  /// in further rows is not read.
  static func form(of sample: FormSample, headerRows: Int) -> SurveyForm {
    guard headerRows > 1 else {
      let columns = sample.first.map { FormColumn(name: $0) }
      return SurveyForm(.plain, sample: sample, headerRows: 1, columns: columns)
    }
    let (first, second) = (sample.first, sample.row(1))
    let hasGaps = first.contains("")
    let columns = TwoRowHeader.columns(first, over: second).enumerated().map { index, header in
      guard hasGaps else {
        return FormColumn(name: first[index], question: second[index].isEmpty ? nil : second[index])
      }
      var column = FormColumn(name: header.question, question: header.question, option: header.choice)
      column.name = column.text ?? ""
      return column
    }
    return SurveyForm(.plain, sample: sample, headerRows: headerRows, columns: columns)
  }
}
