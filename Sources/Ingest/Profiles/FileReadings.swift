import Audit

/// How the files of a survey were read, for the page on method.
enum FileReadings {
  /// The survey with the reading of each of its files.
  static func added(to survey: Survey, _ pairs: [SurveyPairing.Pair], path: (String) -> String) -> Survey {
    var survey = survey
    for index in survey.waves.indices {
      survey.waves[index].readings = survey.waves[index].files.compactMap { file in
        pairs.first { $0.csv == file }.flatMap { reading(of: $0, path: path(file)) }
      }
    }
    return survey
  }

  /// Nil where the file can no longer be opened.
  private static func reading(of pair: SurveyPairing.Pair, path: String) -> FileReading? {
    let declared = pair.origin.csv
    guard var reading = try? SurveyRecords.open(path: path, name: pair.csv, declared: declared).reading else {
      return nil
    }
    reading.guesses = pair.guesses
    reading.decimalComma = declared.decimalComma ?? reading.decimalComma
    if declared.delimiter != nil { reading.declared.append("delimiter") }
    if declared.decimalComma != nil { reading.declared.append("decimal") }
    if declared.headerRows != nil { reading.declared.append("header-rows") }
    if declared.form != nil { reading.declared.append("form") }
    return reading
  }
}
