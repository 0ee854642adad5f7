/// Microsoft Forms, which exports workbooks: ID, start time, completion time, e-mail, name, then questions.
enum MicrosoftForms {
  static func form(of sample: FormSample) -> SurveyForm? {
    let headers = sample.first
    let fixed = headers.prefix(8).map { roles[$0.lowercased()] }
    guard fixed.first == .responseID, fixed.contains(.start), fixed.contains(.end), headers.count > 3 else {
      return nil
    }
    // A question may be called `Name`, too: only what stands in front is the tool's own.
    let own = fixed.prefix { $0 != nil }.count
    let columns = headers.enumerated().map { index, header in
      guard index < own else { return FormColumn(name: header, question: header.isEmpty ? nil : header) }
      let days = sample.answers(ofColumn: index, from: 1).compactMap { WrittenDay($0) }
      return FormColumn(name: header, role: fixed[index], days: DayOrder(days))
    }
    return SurveyForm(.microsoftForms, sample: sample, headerRows: 1, columns: columns)
  }

  private static let roles: [String: ColumnRole] = [
    "id": .responseID, "start time": .start, "startzeit": .start, "heure de début": .start, "hora de inicio": .start,
    "hora de início": .start, "ora di inizio": .start, "begintijd": .start, "starttid": .start,
    "completion time": .end, "fertigstellungszeit": .end, "heure de fin": .end, "hora de finalización": .end,
    "hora de conclusão": .end, "ora di completamento": .end, "tijd van voltooien": .end, "slutförandetid": .end,
    "last modified time": .recorded, "uhrzeit der letzten änderung": .recorded, "email": .email, "e-mail": .email,
    "adresse de messagerie": .email, "correo electrónico": .email, "posta elettronica": .email, "name": .respondentName,
    "nom": .respondentName, "nombre": .respondentName, "nome": .respondentName, "naam": .respondentName,
    "namn": .respondentName, "language": .language, "sprache": .language, "langue": .language, "idioma": .language,
    "total points": .score, "gesamtpunkte": .score, "quiz feedback": .reference, "grade posted time": .reference,
  ]
}
