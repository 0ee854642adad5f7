import Audit

/// The files under `content/`, told apart by where they lie and what they are called.
struct ContentFiles {
  private(set) var summary: String?
  private(set) var notes: [String] = []
  private(set) var corrections: [String] = []
  private(set) var remedies: [String] = []
  /// The consultant's word, each named after a finding's id.
  private(set) var words: [String] = []
  private(set) var surveys: [String] = []
  private(set) var codebooks: [String] = []
  /// Scorecards, and the files that explain them.
  private(set) var scorecards: [String] = []
  private(set) var scorecardSheets: [String] = []
  /// Registers of earlier builds, each named after its day.
  private(set) var history: [String] = []
  /// Themes of comments, and which comments may be quoted.
  private(set) var lexicons: [String] = []
  private(set) var quotes: String?
  private(set) var diagnostics: [Diagnostic] = []

  private enum Folder: String, CaseIterable {
    case notes, surveys, corrections, playbook, scorecards, findings, lexicon, history
  }

  /// `files` are relative to the project, in byte order.
  init(_ files: [String]) {
    for file in files {
      let parts = file.split(separator: "/").dropFirst().map(String.init)
      guard let first = parts.first else { continue }
      guard parts.count > 1 else {
        if first == "index.md" { summary = file }
        if file == QuotesReader.file { quotes = file }
        if first == "quotes.yaml" { diagnostics.append(.projectNotRead(file, hint: "name it quotes.yml")) }
        if SurveyName.isSurvey(file) {
          diagnostics.append(.projectNotRead(file, hint: "move it into content/surveys"))
        } else if file.hasSuffix(".md"), !["index.md", "README.md"].contains(first) {
          diagnostics.append(.projectNotRead(file, hint: "move it into content/notes or content/corrections"))
        }
        continue
      }
      guard let folder = Folder(rawValue: first) else {
        reportUnknown(first)
        continue
      }
      sort(file, into: folder, isNested: parts.count > 2)
    }
  }

  /// There is no answer, no note and no scorecard.
  var isEmpty: Bool { notes.isEmpty && surveys.isEmpty && codebooks.isEmpty && scorecards.isEmpty }

  /// Takes a single survey that lies in the project's folder itself, with the codebook beside it if there is one.
  mutating func adopt(_ loose: [String]) {
    let found = loose.filter { SurveyName.isSurvey($0) }
    guard let survey = found.first else { return }
    guard found.count == 1 else {
      diagnostics.append(.projectSeveralLooseSurveys(found))
      return
    }
    surveys = [survey]
    codebooks = loose.filter { $0 == SurveyName.stem(survey) + ".yml" }
  }

  private mutating func sort(_ file: String, into folder: Folder, isNested: Bool) {
    switch folder {
    case .surveys: sortSurvey(file, isNested: isNested)
    case .scorecards: sortScorecard(file, isNested: isNested)
    case .history: sortSnapshot(file, isNested: isNested)
    case .lexicon: sortLexicon(file, isNested: isNested)
    case .notes, .corrections, .playbook, .findings:
      sortText(file, into: folder, isNested: isNested)
    }
  }

  private mutating func sortText(_ file: String, into folder: Folder, isNested: Bool) {
    guard file.hasSuffix(".md") else {
      let isText = [".markdown", ".mdown", ".mkd", ".txt", ".docx", ".odt", ".MD"].contains { file.hasSuffix($0) }
      if isText { diagnostics.append(.projectNotRead(file, hint: "save it as Markdown, with a name that ends in .md")) }
      return
    }
    switch folder {
    case .notes: notes.append(file)
    case .corrections where !isNested: corrections.append(file)
    case .playbook where !isNested: remedies.append(file)
    case .findings where !isNested: words.append(file)
    case .corrections, .playbook, .findings:
      diagnostics.append(.projectNotRead(file, hint: "move it up into content/\(folder.rawValue)"))
    case .surveys, .scorecards, .lexicon, .history: break
    }
  }

  private mutating func sortSnapshot(_ file: String, isNested: Bool) {
    guard file.hasSuffix(".json") else { return }
    if isNested {
      diagnostics.append(.projectNotRead(file, hint: "move it up into content/history"))
    } else if HistoryReader.day(of: file) == nil {
      diagnostics.append(
        .projectNotRead(file, hint: "snapshots are named after the day of their report, such as 2026-06-30.json"))
    } else {
      history.append(file)
    }
  }

  private mutating func sortLexicon(_ file: String, isNested: Bool) {
    if file.hasSuffix(".yml"), !isNested {
      lexicons.append(file)
    } else if file.hasSuffix(".yml") {
      diagnostics.append(.projectNotRead(file, hint: "move it up into content/lexicon"))
    } else if file.hasSuffix(".yaml") {
      diagnostics.append(.projectNotRead(file, hint: "lexicons have names that end in .yml"))
    }
  }

  private mutating func sortSurvey(_ file: String, isNested: Bool) {
    // A spreadsheet that has the workbook open keeps a file of this name beside it.
    if SurveyName.name(file).hasPrefix("~$") { return }
    let isSurvey = SurveyName.isSurvey(file)
    if isSurvey || file.hasSuffix(".yml"), isNested {
      diagnostics.append(.projectNotRead(file, hint: "move it up into content/surveys"))
    } else if file.hasSuffix(".summary.csv") {
      diagnostics.append(
        .projectNotRead(file, hint: "summaries are not read in this version: use the answers themselves"))
    } else if isSurvey {
      surveys.append(file)
    } else if file.hasSuffix(".yml") {
      codebooks.append(file)
    } else if file.hasSuffix(".yaml") {
      diagnostics.append(.projectNotRead(file, hint: "codebooks have names that end in .yml"))
    } else if [".xls", ".xlsm", ".xlsb", ".ods", ".XLSX"].contains(where: { file.hasSuffix($0) }) {
      diagnostics.append(
        .projectNotRead(file, hint: "save it as a workbook with a name that ends in .xlsx, or as CSV"))
    } else if [".tab", ".sav", ".CSV", ".TSV"].contains(where: { file.hasSuffix($0) }) {
      diagnostics.append(.projectNotRead(file, hint: "save it as CSV, with a name that ends in .csv"))
    }
  }

  private mutating func sortScorecard(_ file: String, isNested: Bool) {
    let (isTable, isSheet) = (file.hasSuffix(".csv"), file.hasSuffix(".yml"))
    if isTable || isSheet, isNested {
      diagnostics.append(.projectNotRead(file, hint: "move it up into content/scorecards"))
    } else if isTable {
      scorecards.append(file)
    } else if isSheet {
      scorecardSheets.append(file)
    } else if file.hasSuffix(".yaml") {
      diagnostics.append(.projectNotRead(file, hint: "files that explain scorecards have names that end in .yml"))
    } else if [".csv.gz", ".tsv", ".tab", ".xlsx", ".xls", ".ods", ".CSV"].contains(where: { file.hasSuffix($0) }) {
      diagnostics.append(.projectNotRead(file, hint: "save it as CSV, with a name that ends in .csv"))
    }
  }

  /// A folder that is nearly one of ours was probably meant to be; any other is the author's own affair.
  private mutating func reportUnknown(_ folder: String) {
    guard let near = Suggestion.nearest(to: folder, in: Folder.allCases.map(\.rawValue)) else { return }
    let diagnostic = Diagnostic.projectUnknownFolder("content/\(folder)", near: "content/\(near)")
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
