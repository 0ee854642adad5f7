/// LimeSurvey: headers as codes (`Q1[SQ001]`), as texts (`question [row]`) or as both (`Q1[SQ001]. question [row]`),
/// with its own columns in front; or two rows, as people save it from a spreadsheet.
enum LimeSurveyForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let roles = sample.first.map { LimeSurveyForm.roles[$0.lowercased()] }
    let fixed = sample.first.prefix(12).filter { LimeSurveyForm.telling.contains($0.lowercased()) }
    if fixed.count >= 2, roles.prefix(12).contains(.responseID) || fixed.count >= 3 {
      return form(of: sample, roles: roles)
    }
    return spreadsheet(of: sample)
  }

  private static func form(of sample: FormSample, roles: [ColumnRole?]) -> SurveyForm {
    let columns = zip(sample.first, roles).map { header, role in
      role == nil ? column(header) : FormColumn(name: header, role: role)
    }
    var form = SurveyForm(.limeSurvey, sample: sample, headerRows: 1, columns: columns)
    form.completion = columns.firstIndex { $0.role == .end }.map { SurveyForm.Completion(column: $0, values: nil) }
    return form.withUniqueNames { $0.text }
  }

  private static func column(_ header: String) -> FormColumn {
    guard let code = QuestionCode(header) else {
      let (question, option) = BracketedRow.split(header)
      return FormColumn(name: header, question: question, option: option)
    }
    guard !code.rest.isEmpty else { return FormColumn(name: header) }
    let (question, option) = BracketedRow.split(code.rest)
    return FormColumn(name: code.code, question: question, option: option, aliases: [header, code.rest])
  }

  /// Questions over their choices, where a question of several answers has Yes or No under each of its choices.
  private static func spreadsheet(of sample: FormSample) -> SurveyForm? {
    guard TwoRowHeader.isLikely(sample) else { return nil }
    let columns = TwoRowHeader.columns(sample.first, over: sample.row(1)).map { header in
      var column = FormColumn(name: header.question, question: header.question, option: header.choice)
      column.name = column.text ?? ""
      return column
    }
    let flags = columns.indices.filter { isYesOrNo(sample.answers(ofColumn: $0, from: 2)) }
    let isMultiple = flags.contains { left in
      flags.contains { $0 != left && columns[$0].question == columns[left].question }
    }
    return isMultiple ? SurveyForm(.limeSurvey, sample: sample, headerRows: 2, columns: columns) : nil
  }

  /// Answers without a value stand as N/A or not at all.
  private static func isYesOrNo(_ answers: [String]) -> Bool {
    let given = answers.filter { $0.lowercased() != "n/a" }
    return !given.isEmpty
      && flagWords.contains { words in given.allSatisfy { words.contains($0.lowercased()) } }
  }

  private static let flagWords: [Set<String>] = [
    ["yes", "no"], ["ja", "nein"], ["oui", "non"], ["sí", "no"], ["sì", "no"], ["sim", "não"], ["ja", "nee"],
    ["ja", "nej"], ["y", "n"],
  ]

  /// Names that only LimeSurvey gives, as codes and as texts, in lower case.
  private static let telling: Set<String> = [
    "submitdate", "lastpage", "startlanguage", "seed", "date submitted", "last page", "start language",
    "datum abgeschickt", "abgeschickt am", "letzte seite", "start-sprache", "startsprache", "zufallsstartwert",
    "date de soumission", "dernière page", "langue de départ",
  ]

  private static let roles: [String: ColumnRole] = [
    "id": .responseID, "response id": .responseID, "antwort id": .responseID, "antwort-id": .responseID,
    "id de la réponse": .responseID, "submitdate": .end, "date submitted": .end, "datum abgeschickt": .end,
    "abgeschickt am": .end, "date de soumission": .end, "lastpage": .progress, "last page": .progress,
    "letzte seite": .progress, "dernière page": .progress, "startlanguage": .language, "start language": .language,
    "start-sprache": .language, "startsprache": .language, "langue de départ": .language, "seed": .reference,
    "zufallsstartwert": .reference, "token": .reference, "access code": .reference, "startdate": .start,
    "date started": .start, "datum gestartet": .start, "gestartet am": .start, "datestamp": .recorded,
    "date last action": .recorded, "datum letzte aktivität": .recorded, "ipaddr": .ipAddress,
    "ip address": .ipAddress, "ip-adresse": .ipAddress, "refurl": .channel, "referrer url": .channel,
    "firstname": .respondentName, "first name": .respondentName, "lastname": .respondentName,
    "last name": .respondentName, "email": .email, "email address": .email, "interviewtime": .duration,
    "total time": .duration,
  ]
}

/// LimeSurvey's code at the beginning of a header: `Q1[SQ001][1]`, alone or followed by `. ` and the text.
private struct QuestionCode {
  let code: String
  let rest: String

  init?(_ header: String) {
    let name = header.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = name.first, first.isLetter, !header.contains("\n") else { return nil }
    var end = name.endIndex
    while end < header.endIndex, header[end] == "[", let close = header[end...].firstIndex(of: "]"),
      header[end..<close].dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    {
      end = header.index(after: close)
    }
    code = String(header[..<end])
    let tail = header[end...]
    guard !tail.isEmpty else {
      rest = ""
      return
    }
    guard tail.hasPrefix(". "), name.contains(where: \.isNumber) || end > name.endIndex else { return nil }
    rest = String(tail.dropFirst(2))
  }
}

/// `question [row]`, as Google Forms and LimeSurvey write the rows of a grid.
enum BracketedRow {
  static func split(_ header: String) -> (question: String, row: String?) {
    guard header.hasSuffix("]"), let open = header.lastIndex(of: "["), open > header.startIndex else {
      return (header, nil)
    }
    let question = String(header[..<open]).trimmingBlanks
    let row = String(header[header.index(after: open)...].dropLast()).trimmingBlanks
    return question.isEmpty || row.isEmpty ? (header, nil) : (question, row)
  }
}
