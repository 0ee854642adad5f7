package import Audit
import CSV

/// Reads a survey file once and says what it holds.
package enum ProfileReader {
  /// A file's profile with the codebook that it suggests; nil where the file cannot be read.
  package struct Reading: Sendable {
    package var profile: SurveyProfile?
    /// A codebook to start from, as YAML; nil where nothing useful can be guessed.
    package var draft: String?
    package var diagnostics: [Diagnostic] = []
  }

  /// Records that are held until it is known what to look for in whole rows.
  private static let sample = 1000
  /// Bytes of them.
  private static let sampleBytes = 8 << 20
  /// Different texts that are remembered, over all columns and in one.
  private static let texts = (all: 400_000, column: 2000)

  /// `path` is for the system, `name` for people; `configuration` holds names that no id of a draft may take.
  package static func read(path: String, name: String, configuration: Configuration) -> Reading {
    do {
      let study = try study(path: path, name: name)
      var guesser = CodebookGuesser(study, configuration: configuration)
      let draft = guesser.guess()
      let profile = study.profile(guesses: draft.guesses)
      let text = draft.isUseful ? DraftText(draft, study: study, name: name, configuration: configuration).text : nil
      return Reading(
        profile: profile, draft: text, diagnostics: study.remarks + (study.rows == 0 ? [.surveyNoRows(name)] : []))
    } catch {
      return Reading(diagnostics: [error.diagnostic])
    }
  }

  /// The profile of what standard input holds; it is kept in `folder` while it is read.
  package static func read(standardInputKeptIn folder: String, configuration: Configuration) -> Reading {
    let name = "standard input"
    do throws(CSVError) {
      let input = try SpooledInput(in: folder)
      let reading = read(path: input.path, name: name, configuration: configuration)
      withExtendedLifetime(input) {}
      return reading
    } catch {
      return Reading(diagnostics: [error.diagnostic(of: name)])
    }
  }

  private static func study(path: String, name: String) throws(DiagnosedError) -> SurveyStudy {
    var records = try SurveyRecords.open(path: path, name: name)
    let count = records.form.columns.count
    let limit = max(60, min(texts.column, texts.all / max(1, count)))
    let decimalComma = records.reading.decimalComma
    var census = [ColumnCensus](repeating: ColumnCensus(limit: limit, decimalComma: decimalComma), count: count)
    var unusable: [UnusableRows] = []
    var held: [RecordReader.Record] = []
    var bytes = 0
    var rows: RowCensus?
    var total = 0
    do throws(CSVError) {
      while let record = try records.next() {
        if let reason = Self.reason(record, columns: count) {
          note(reason, at: record.line, in: &unusable)
          continue
        }
        total += 1
        for index in 0..<count { census[index].add(record.fields[index]) }
        if rows == nil {
          held.append(record)
          bytes += record.fields.reduce(0) { $0 + $1.count }
          if held.count >= sample || bytes >= sampleBytes {
            rows = watch(held, QuestionBlocks(columns(records.form, census)))
            held = []
          }
        } else {
          rows?.add(record.fields, line: record.line)
        }
      }
    } catch {
      throw DiagnosedError(error.diagnostic(of: name))
    }
    let questions = QuestionBlocks(columns(records.form, census))
    let seen = rows ?? watch(held, questions)
    var remarks = records.remarks
    let headers = records.repeatedHeaders
    if headers.count > 0 { remarks.append(.surveyRepeatedHeader(headers.count, lines: headers.lines, file: name)) }
    return SurveyStudy(
      reading: records.reading, form: records.form, rows: total, unusable: unusable, questions: questions, whole: seen,
      remarks: remarks)
  }

  private static func columns(_ form: SurveyForm, _ census: [ColumnCensus]) -> [SurveyColumn] {
    form.columns.indices.map { SurveyColumn(index: $0, form: form.columns[$0], facts: census[$0].facts) }
  }

  private static func watch(_ records: [RecordReader.Record], _ questions: QuestionBlocks) -> RowCensus {
    var rows = RowCensus(questions)
    for record in records { rows.add(record.fields, line: record.line) }
    return rows
  }

  private static func reason(_ record: RecordReader.Record, columns: Int) -> UnusableRows.Reason? {
    if record.fields.count != columns { return .ragged }
    return record.hasStrayQuote ? .strayQuote : nil
  }

  private static func note(_ reason: UnusableRows.Reason, at line: Int, in unusable: inout [UnusableRows]) {
    if let known = unusable.firstIndex(where: { $0.reason == reason }) {
      unusable[known].count += 1
    } else {
      unusable.append(UnusableRows(reason: reason, count: 1, firstLine: line))
    }
  }
}

/// All that was found in a file, before it is put into words.
struct SurveyStudy {
  var reading: FileReading
  var form: SurveyForm
  var rows: Int
  var unusable: [UnusableRows]
  var questions: QuestionBlocks
  var whole: RowCensus
  /// What a reader should know about the file itself.
  var remarks: [Diagnostic]

  var columns: [SurveyColumn] { questions.columns }

  func profile(guesses: [Guess]) -> SurveyProfile {
    SurveyProfile(
      reading: reading, rows: rows, unusable: unusable, emptyRows: whole.emptyRows, completion: completion,
      repeats: whole.repeats, straightLines: whole.straightLines, columns: columns.map(\.profile), guesses: guesses)
  }

  /// A column that says which answers were finished, by its header and its words.
  var completion: SurveyProfile.Completion? {
    if let told = form.completion {
      let levels = columns[told.column].facts.levels
      let words = (told.values ?? []).map { $0.lowercased() }
      let values = levels.map(\.text).filter { words.contains($0.lowercased()) }
      let finished =
        told.values == nil
        ? columns[told.column].facts.answers
        : levels.filter { values.contains($0.text) }.reduce(0) { $0 + $1.count }
      return SurveyProfile.Completion(
        column: told.column + 1, values: values, finished: finished, unfinished: rows - finished)
    }
    for column in columns
    where column.words.header.count <= 2
      && column.words.headerHas("finished", "status", "completed", "complete", "beendet")
    {
      let finished = column.facts.levels.filter { Self.isFinished($0.text, in: column) }
      let known = column.facts.levels.filter {
        Self.isFinished($0.text, in: column) || Self.isUnfinished($0.text, in: column)
      }
      guard !column.facts.isOpen, !finished.isEmpty, known.count == column.facts.levels.count else { continue }
      let count = finished.reduce(0) { $0 + $1.count }
      return SurveyProfile.Completion(
        column: column.position, values: finished.map(\.text), finished: count, unfinished: rows - count)
    }
    return nil
  }

  private static func isFinished(_ text: String, in column: SurveyColumn) -> Bool {
    let isFlag = column.words.headerHas("finished", "completed", "complete", "beendet")
    return ["complete", "completed", "finished", "done", "submitted", "vollständig", "abgeschlossen"].contains(
      text.lowercased()) || isFlag && ["1", "true", "yes", "ja", "wahr"].contains(text.lowercased())
  }

  private static func isUnfinished(_ text: String, in column: SurveyColumn) -> Bool {
    let isFlag = column.words.headerHas("finished", "completed", "complete", "beendet")
    return ["partial", "incomplete", "disqualified", "started", "in progress", "abandoned", "unvollständig"].contains(
      text.lowercased()) || isFlag && ["0", "false", "no", "nein", "falsch"].contains(text.lowercased())
  }
}

extension SurveyColumn {
  /// The column as a profile shows it.
  fileprivate var profile: ColumnProfile {
    ColumnProfile(
      position: position, header: header, question: question, kind: kind, answers: facts.answers, blank: facts.blank,
      distinct: facts.levels.count, isOpen: facts.isOpen, levels: shownLevels, lowest: ends?.low, highest: ends?.high,
      scale: scale, codes: codes, personal: personal)
  }

  private var shownLevels: [ColumnProfile.Level] {
    switch kind {
    case .identifier, .freeText, .empty, .date: []
    case .rating: ratingLevels
    case .number, .weight: []
    case .category, .yesNo, .constant, .multiple: Array(facts.levels.prefix(30))
    }
  }

  private var ratingLevels: [ColumnProfile.Level] {
    guard let scale else { return [] }
    if scale.labels.isEmpty {
      let counts = facts.integers
      return counts.filter { scale.scale.contains($0.value) }.map { ColumnProfile.Level(String($0.value), $0.count) }
    }
    let labels = scale.labels.compactMap { label in facts.levels.first { $0.text == label.text } }
    return labels
  }

  private var ends: (low: String, high: String)? {
    switch kind {
    case .number, .weight, .rating, .category:
      guard let low = facts.traits.lowest, let high = facts.traits.highest else { return nil }
      return (DecimalText.plain(low), DecimalText.plain(high))
    case .date:
      let days = facts.days.compactMap { $0.day(isDayFirst: self.days?.isDayFirst ?? false) }.sorted()
      guard let low = days.first, let high = days.last else { return nil }
      return (low.iso, high.iso)
    case .empty, .constant, .identifier, .freeText, .yesNo, .multiple: return nil
    }
  }

  private var personal: [ColumnProfile.PersonalData] {
    var counts = facts.traits.personal
    // A column of names is known by its header, not by its cells.
    let named =
      words.says("first name", "last name", "full name", "vorname", "nachname", "your name", "firstname", "lastname")
      || words.headerHas("surname", "name") && (kind == .freeText || kind == .identifier)
    if named, facts.answers > 0, facts.traits.integers == 0 { counts[.name] = facts.answers }
    return ColumnProfile.PersonalData.Kind.allCases.compactMap { kind in
      counts[kind].map { ColumnProfile.PersonalData(kind, $0) }
    }
  }
}
