/// SurveyMonkey: the question once and blanks over its other columns, the choices in a second row, nine columns of its
/// own in front.
enum SurveyMonkeyForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let (questions, choices) = (sample.first, sample.row(1))
    guard sample.hasRow(1), let first = questions.first, key(first) == "respondentid" else { return nil }
    let fixed = questions.prefix { roles[key($0)] != nil }.count
    guard choices.prefix(fixed).allSatisfy(\.isEmpty), choices.contains(where: { !$0.isEmpty }) else { return nil }
    // One id alone could stand over answers without it.
    let isTold = fixed > 1 || questions.contains("") || choices.contains { answerWords.contains($0.lowercased()) }
    guard isTold else { return nil }
    let columns = TwoRowHeader.columns(questions, over: choices).enumerated().map { index, header in
      if index < fixed { return FormColumn(name: questions[index], role: roles[key(questions[index])]) }
      let option = isAnswerWord(header.choice) ? nil : header.choice
      var column = FormColumn(name: header.question, question: header.question, option: option)
      column.name = column.text ?? ""
      return column
    }
    return SurveyForm(.surveyMonkey, sample: sample, headerRows: 2, columns: columns)
  }

  /// What stands under a question that has no choices of its own.
  private static func isAnswerWord(_ text: String) -> Bool {
    text.isEmpty || answerWords.contains(text.lowercased())
  }

  private static let answerWords: Set<String> = [
    "response", "open-ended response", "antwort", "offene antwort", "antwort mit offenem ende",
    "beantwortung mit offenem ende",
    "réponse", "réponse ouverte", "respuesta", "respuesta abierta", "resposta", "resposta aberta", "risposta",
    "risposta aperta", "antwoord", "open antwoord", "antwoord met open einde", "svar", "öppet svar",
  ]

  /// `Email Address` and `EmailAddress` are one.
  private static func key(_ header: String) -> String { header.lowercased().filter { $0 != " " && $0 != "_" } }

  private static let roles: [String: ColumnRole] = [
    "respondentid": .responseID, "collectorid": .collector, "startdate": .start, "datecreated": .start,
    "enddate": .end, "datemodified": .end, "ipaddress": .ipAddress, "emailaddress": .email,
    "firstname": .respondentName, "lastname": .respondentName, "customdata": .reference, "customdata1": .reference,
  ]
}
