import Audit

extension CodebookReader {
  static func readOrigin(_ reader: inout MappingReader) -> SurveyOrigin {
    var origin = SurveyOrigin()
    if let survey = reader.scalar("survey") {
      if Identifiers.isWellFormed(survey.text) {
        origin.survey = survey.text
      } else {
        reader.report(.idMalformed(survey.text, at: reader.source.place(of: survey.span)))
      }
    }
    origin.wave = readWave(&reader)
    origin.date = readDate(&reader)
    origin.respondents = reader.enumeration("respondents")
    (origin.fieldwork, origin.language) = readFieldwork(&reader)
    if origin.fieldwork != nil { origin.fieldworkPlace = reader.place(ofKey: "fieldwork") }
    origin.csv = reader.csvDeclaration()
    return origin
  }

  /// A label, or `{column: date, period: quarter, date: DD.MM.YYYY}`.
  private static func readWave(_ reader: inout MappingReader) -> WaveEntry? {
    guard case .mapping = reader.node("wave") else {
      return reader.scalar("wave").map { .label($0.text, place: reader.source.place(of: $0.span)) }
    }
    return reader.mapping("wave") { child in
      let column = child.requiredColumn("column")
      let period = child.enumeration("period", as: PeriodDecoding.Period.self)
      let date = readDate(&child)
      if let date, !child.has("period") { child.report(.codebookDateUnused(at: date.place)) }
      return column.map { .column($0, period: period, date: date) }
    } ?? nil
  }

  private static func readDate(_ reader: inout MappingReader) -> DatePattern? {
    guard let scalar = reader.scalar("date") else { return nil }
    let pattern = DatePattern(text: scalar.text.trimmingBlanks, place: reader.source.place(of: scalar.span))
    if DatePattern.isWellFormed(pattern.text) { return pattern }
    reader.report(.codebookDatePattern(scalar.text, at: pattern.place))
    return nil
  }

  private static func readFieldwork(_ reader: inout MappingReader) -> (Fieldwork?, language: ColumnName?) {
    var language: ColumnName?
    let fieldwork = reader.mapping("fieldwork") { child in
      let fieldwork = Fieldwork(
        mode: child.string("mode"), from: child.day("from"), to: child.day("to"), frame: child.string("frame"),
        invited: child.integer("invited", in: 1...10_000_000_000))
      language = child.columnName("language")
      if let from = fieldwork.from, let to = fieldwork.to, to < from {
        child.report(.codebookFieldworkOrder(at: child.place(ofKey: "to")))
      }
      return fieldwork
    }
    return (fieldwork, language)
  }
}
