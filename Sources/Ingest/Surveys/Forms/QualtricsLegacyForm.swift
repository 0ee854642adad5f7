/// Qualtrics as it exported until 2016: names (`V1` to `V10` for its own columns) and question texts.
enum QualtricsLegacyForm {
  static func form(of sample: FormSample) -> SurveyForm? {
    let names = sample.first
    let texts = sample.row(1)
    guard let first = names.first, sample.hasRow(1), texts.first?.lowercased() == "responseid",
      first == "V1" || first.lowercased() == "responseid", texts.count(where: { roles[$0.lowercased()] != nil }) >= 5
    else { return nil }
    var columns = names.indices.map { index in
      let role = roles[texts[index].lowercased()]
      return FormColumn(
        name: names[index],
        question: role == nil && !texts[index].isEmpty && texts[index] != names[index] ? texts[index] : nil, role: role,
        aliases: texts[index].isEmpty || texts[index] == names[index] ? [] : [texts[index]])
    }
    for run in runs(of: names) { QuestionRows.split(&columns, at: Array(run)) }
    var form = SurveyForm(.qualtricsLegacy, sample: sample, headerRows: 2, columns: columns)
    form.completion = QualtricsForm.completion(in: columns)
    return form.withUniqueNames { $0.aliases.first }
  }

  /// Neighbours whose names are equal up to the last underscore: `Q2_1`, `Q2_2`.
  private static func runs(of names: [String]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, name) in names.enumerated() {
      guard let mark = name.lastIndex(of: "_"), let last = result.last, last.upperBound == index,
        names[last.lowerBound].hasPrefix(name[...mark])
      else {
        result.append(index..<index + 1)
        continue
      }
      result[result.count - 1] = last.lowerBound..<index + 1
    }
    return result.filter { $0.count > 1 }
  }

  /// Second-row texts in lower case; they are English in every language.
  private static let roles: [String: ColumnRole] = [
    "responseid": .responseID, "responseset": .reference, "name": .respondentName, "externaldatareference": .reference,
    "emailaddress": .email, "ipaddress": .ipAddress, "status": .status, "startdate": .start, "enddate": .end,
    "finished": .finished, "recipientlastname": .respondentName, "recipientfirstname": .respondentName,
    "recipientemail": .email, "locationlatitude": .location, "locationlongitude": .location,
    "locationaccuracy": .location,
  ]
}
