/// Google Forms: a day and time under `Timestamp`, then questions as headers; `question [row]` over the rows of a grid.
enum GoogleForms {
  static func form(of sample: FormSample) -> SurveyForm? {
    let headers = sample.first
    guard let first = headers.first, timestamps.contains(first.lowercased()), headers.count > 1 else { return nil }
    let days = sample.answers(ofColumn: 0, from: 1).map(WrittenDay.init)
    guard days.allSatisfy({ $0 != nil && $0?.hasTime == true }) else { return nil }
    // Elsewhere a `Timestamp` stands before short names, not before questions.
    let questions = headers.dropFirst().filter { $0.contains(" ") || $0.hasSuffix("?") }
    guard questions.count * 2 >= headers.count - 1 else { return nil }
    let columns = headers.enumerated().map { index, header in
      if index == 0 {
        return FormColumn(name: header, role: .end, days: DayOrder(days.compactMap { $0 }))
      }
      if let role = roles[header.lowercased()] { return FormColumn(name: header, role: role) }
      let (question, row) = BracketedRow.split(header)
      return FormColumn(name: header, question: question.isEmpty ? nil : question, option: row)
    }
    return SurveyForm(.googleForms, sample: sample, headerRows: 1, columns: columns)
  }

  private static let timestamps: Set<String> = [
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel", "tidsstämpel", "tidsstempel", "sygnatura czasowa", "отметка времени", "タイムスタンプ", "时间戳记", "타임스탬프",
  ]

  private static let roles: [String: ColumnRole] = [
    "email address": .email, "e-mail-adresse": .email, "adresse e-mail": .email, "username": .email, "score": .score,
  ]
}
