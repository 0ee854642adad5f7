/// Alchemer, once SurveyGizmo: its own columns in front, `row:question` over the rows of a grid.
enum AlchemerForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let headers = sample.first
    let fixed = Set(headers.prefix(8).map { $0.lowercased() })
    guard fixed.isSuperset(of: ["time started", "date submitted", "status"]) else { return nil }
    let rows = headers.map(split)
    // A question with rows has several, or stands over a column of its own.
    let questions = (rows.compactMap { $0?.question } + headers).reduce(into: [String: Int]()) {
      $0[$1, default: 0] += 1
    }
    let columns = zip(headers, rows).map { header, row in
      if let role = roles[header.lowercased()] { return FormColumn(name: header, role: role) }
      guard let row, questions[row.question, default: 0] > 1 else {
        return FormColumn(name: header, question: header.isEmpty ? nil : header)
      }
      return FormColumn(name: header, question: row.question, option: row.row)
    }
    var form = SurveyForm(.alchemer, sample: sample, headerRows: 1, columns: columns)
    form.completion = columns.firstIndex { $0.role == .finished }.map {
      SurveyForm.Completion(column: $0, values: ["Complete"])
    }
    return form
  }

  /// At the first colon that no blank follows; `Other word(s)::Select all` is the row `Other word(s):`.
  private static func split(_ header: String) -> (row: String, question: String)? {
    var start = header.startIndex
    while let colon = header[start...].firstIndex(of: ":") {
      start = header.index(after: colon)
      guard start < header.endIndex else { return nil }
      if header[start] == " " || header[start] == ":" { continue }
      let row = String(header[..<colon]).trimmingBlanks
      return row.isEmpty ? nil : (row, String(header[start...]).trimmingBlanks)
    }
    return nil
  }

  private static let roles: [String: ColumnRole] = [
    "response id": .responseID, "time started": .start, "date submitted": .end, "status": .finished,
    "contact id": .reference, "legacy comments": .reference, "comments": .reference, "language": .language,
    "referer": .channel, "extended referer": .channel, "sessionid": .device, "user agent": .device,
    "ip address": .ipAddress, "longitude": .location, "latitude": .location, "country": .location,
    "city": .location, "state/region": .location, "postal": .location, "link name": .channel,
  ]
}
