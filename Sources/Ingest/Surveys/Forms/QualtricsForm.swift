/// Qualtrics: names, question texts, and a third row of `{"ImportId": "QID4_1"}` in either quotes.
///
/// A file whose authors removed the third row, or the second too, is told by the fixed names.
enum QualtricsForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let names = sample.first
    let imports = sample.row(2).map(ImportID.init)
    let found = imports.count { $0 != nil }
    if found > 0, imports.first != .some(nil), found * 5 >= names.count * 4 {
      return form(of: sample, headerRows: 3, imports: imports.map { $0?.text ?? "" })
    }
    let fixed = names.map { fixedNames[$0.lowercased()] }
    guard fixed.count(where: { $0 != nil }) >= 5, fixed.contains("responseid"),
      let start = fixed.firstIndex(of: "startdate")
    else { return nil }
    let isAnswer = !sample.hasRow(1) || WrittenDay(sample.row(1)[start]) != nil
    // Names twice over are the two-row form of old.
    guard isAnswer || sample.row(1)[start] != names[start] else { return nil }
    return form(of: sample, headerRows: isAnswer ? 1 : 2, imports: fixed.map { $0 ?? "" })
  }

  private static func form(of sample: FormSample, headerRows: Int, imports: [String]) -> SurveyForm {
    let names = sample.first
    let texts = headerRows > 1 ? sample.row(1) : names.map { _ in "" }
    var columns = names.indices.map { index in
      let role = roles[imports[index].lowercased()]
      return FormColumn(
        name: names[index],
        question: role == nil && !texts[index].isEmpty && texts[index] != names[index] ? texts[index] : nil, role: role,
        aliases: texts[index].isEmpty || texts[index] == names[index] ? [] : [texts[index]])
    }
    let questions = imports.map(ImportID.question)
    for id in questions.uniqueInOrder {
      QuestionRows.split(&columns, at: questions.indices.filter { questions[$0] == id })
    }
    var form = SurveyForm(.qualtrics, sample: sample, headerRows: headerRows, columns: columns)
    form.completion = completion(in: columns)
    return form.withUniqueNames { $0.text }
  }

  /// `Finished` holds 1 or True.
  static func completion(in columns: [FormColumn]) -> SurveyForm.Completion? {
    columns.firstIndex { $0.role == .finished }.map { SurveyForm.Completion(column: $0, values: ["1", "True"]) }
  }

  /// Import ids in lower case; those of older files have `panel-` or `location-` in front.
  private static let roles: [String: ColumnRole] = [
    "_recordid": .responseID, "responseid": .responseID, "responsesetid": .reference, "startdate": .start,
    "enddate": .end, "recordeddate": .recorded, "status": .status, "ipaddress": .ipAddress, "progress": .progress,
    "duration": .duration, "finished": .finished, "recipientlastname": .respondentName,
    "recipientfirstname": .respondentName, "recipientemail": .email, "externaldatareference": .reference,
    "panel-recipientlastname": .respondentName, "panel-recipientfirstname": .respondentName,
    "panel-recipientemail": .email, "panel-externaldatareference": .reference, "locationlatitude": .location,
    "locationlongitude": .location, "location-locationlatitude": .location, "location-locationlongitude": .location,
    "location-locationaccuracy": .location, "distributionchannel": .channel, "userlanguage": .language,
  ]

  /// Names in the first row, in lower case, to their import ids.
  private static let fixedNames: [String: String] = [
    "responseid": "responseid", "startdate": "startdate", "enddate": "enddate", "recordeddate": "recordeddate",
    "status": "status", "ipaddress": "ipaddress", "progress": "progress", "duration (in seconds)": "duration",
    "finished": "finished", "recipientlastname": "recipientlastname", "recipientfirstname": "recipientfirstname",
    "recipientemail": "recipientemail", "externalreference": "externaldatareference",
    "externaldatareference": "externaldatareference", "locationlatitude": "locationlatitude",
    "locationlongitude": "locationlongitude", "distributionchannel": "distributionchannel",
    "userlanguage": "userlanguage", "responseset": "responsesetid",
  ]
}

/// The cell of Qualtrics' third row.
struct ImportID: Equatable {
  let text: String

  /// Nil when the cell does not begin with `{"ImportId":` or the same in single quotes.
  init?(_ cell: String) {
    let bare = cell.filter { $0 != "\"" && $0 != "'" && $0 != " " }
    guard bare.hasPrefix("{ImportId:"), bare.hasSuffix("}") else { return nil }
    text = String(bare.dropFirst("{ImportId:".count).dropLast().prefix { $0 != "," })
  }

  /// `QID4` of `QID4-1-1`, `1_QID4` and `QID4_TEXT`; nil for what is no question.
  static func question(_ id: String) -> String? {
    guard let start = id.firstRange(of: "QID") else { return nil }
    let digits = id[start.upperBound...].prefix { ("0"..."9").contains($0) }
    return digits.isEmpty ? nil : "QID\(digits)"
  }
}

extension [String?] {
  /// Those that are there, each once.
  fileprivate var uniqueInOrder: [String] {
    var seen: Set<String> = []
    return compactMap { $0 }.filter { seen.insert($0).inserted }
  }
}
