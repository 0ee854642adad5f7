/// Typeform: a token under `#`, one column for each choice with the choice as its header, days in UTC at the end.
enum TypeformForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let headers = sample.first
    let roles = headers.map { TypeformForm.roles[$0.lowercased()] }
    guard headers.first == "#", roles.contains(.end) || roles.contains(.start) || roles.contains(.device) else {
      return nil
    }
    let counts = headers.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    var columns: [FormColumn] = []
    // `Other` and `None` belong to the choices before them.
    var before: String?
    for (header, role) in zip(headers, roles) {
      var column = FormColumn(name: header, question: role == nil ? header : nil, role: role)
      if counts[header, default: 0] > 1 {
        column.option = before
      } else if role == nil, !["other", "none"].contains(header.lowercased()) {
        before = header
      }
      columns.append(column)
    }
    for index in columns.indices where isChoice(index, in: sample) {
      // The question above the choices is nowhere in the file.
      columns[index].aliases = columns[index].text.map { [$0] } ?? []
      columns[index].question = nil
    }
    var form = SurveyForm(.typeform, sample: sample, headerRows: 1, columns: columns)
    if let type = roles.firstIndex(of: .finished) {
      form.completion = SurveyForm.Completion(column: type, values: ["completed"])
    }
    return form.withUniqueNames { $0.option }
  }

  /// Its cells repeat its header.
  private static func isChoice(_ column: Int, in sample: FormSample) -> Bool {
    let answers = sample.answers(ofColumn: column, from: 1)
    return !answers.isEmpty && answers.allSatisfy { $0 == sample.first[column] }
  }

  private static let roles: [String: ColumnRole] = [
    "#": .responseID, "start date (utc)": .start, "submit date (utc)": .end, "stage date (utc)": .recorded,
    "network id": .device, "response type": .finished, "tags": .reference, "ending": .reference, "score": .score,
  ]
}
