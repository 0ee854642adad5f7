import Audit
import CSV

/// Reads the scorecards of a project: each CSV file with the YAML file of its name beside it.
struct ScorecardsReader {
  let input: InputReader
  let terms: NoteTerms
  /// Share of visits on which a criterion without a target of its own has to be met.
  let required: Double

  struct Reading {
    var scorecards: [Scorecard] = []
    var diagnostics: [Diagnostic] = []
  }

  /// `tables` and `sheets` are relative paths in byte order.
  func read(tables: [String], sheets: [String]) -> Reading {
    var reading = Reading()
    var owners: [String: String] = [:]
    for sheet in sheets where !tables.contains(SurveyName.stem(sheet) + ".csv") {
      reading.diagnostics.append(.scorecardSheetAlone(sheet))
    }
    for file in tables {
      let expected = SurveyName.stem(file) + ".yml"
      var sheet = ScorecardSheet()
      if sheets.contains(expected) {
        guard let found = self.sheet(expected, &reading.diagnostics) else { continue }
        sheet = found
      }
      let id = sheet.id?.text ?? SurveyName.name(SurveyName.stem(file))
      if let other = owners.updateValue(file, forKey: id) {
        let place = sheet.id.flatMap { id in sheet.source?.place(of: id.span) } ?? Place(file: file)
        reading.diagnostics.append(.scorecardIDTaken(id, by: other, at: place))
      }
      if let scorecard = scorecard(id, file, sheet, expected: expected, &reading.diagnostics) {
        reading.scorecards.append(scorecard)
      }
    }
    return reading
  }

  /// Nil where the file has errors: what is half understood would be resolved into more of them.
  private func sheet(_ file: String, _ diagnostics: inout [Diagnostic]) -> ScorecardSheet? {
    switch input.text(of: file) {
    case .failure(let problem):
      diagnostics.append(problem.diagnostic)
      return nil
    case .success(let source):
      let (sheet, problems) = ScorecardSheetReader(terms: terms, required: required).read(source)
      diagnostics += problems
      return problems.contains { $0.severity == .error } ? nil : sheet
    }
  }

  private func scorecard(
    _ id: String, _ file: String, _ sheet: ScorecardSheet, expected: String, _ diagnostics: inout [Diagnostic]
  ) -> Scorecard? {
    let path = input.path(of: file)
    do throws(CSVError) {
      let found = try Sniffer.sniff(.path(path), declared: sheet.csv.forSniffer)
      let places = CellPlaces(
        file: file, source: try? input.text(of: file).get(), delimiter: found.file.dialect.delimiter,
        quote: found.file.dialect.quote)
      var reader = try RecordReader(found.file)
      guard let first = try reader.next(), first.fields != [[]] else {
        diagnostics.append(.scorecardEmpty(file))
        return nil
      }
      let headers = first.fields.map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
      let columns = ScorecardColumns(
        sheet, headers: headers, file: file, expected: SurveyName.name(expected),
        header: places.place(ofLine: first.line), required: required)
      diagnostics += columns.diagnostics
      guard !columns.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
      var table = ScorecardTable(columns, of: sheet, file: file, places: places)
      while let record = try reader.next() {
        guard record.fields != [[]] else { continue }
        if let problem = Self.problem(of: record, expected: headers.count, places) {
          diagnostics.append(problem)
        } else {
          table.add(record)
        }
      }
      table.finish()
      diagnostics += table.diagnostics
      if table.visits.isEmpty { diagnostics.append(.scorecardNoVisits(file)) }
      return Scorecard(
        id: id, file: file, title: sheet.title ?? ContentNames.title(ofFile: file), wave: sheet.wave,
        sections: columns.sections, visits: table.visits, plan: sheet.plan)
    } catch {
      diagnostics.append(error.diagnostic(of: file))
      return nil
    }
  }

  private static func problem(of record: RecordReader.Record, expected: Int, _ places: CellPlaces) -> Diagnostic? {
    let place = places.place(ofLine: record.line)
    if record.hasStrayQuote { return .scorecardStrayQuote(at: place) }
    guard record.fields.count != expected else { return nil }
    return .scorecardRagged(fields: record.fields.count, expected: expected, at: place)
  }
}
