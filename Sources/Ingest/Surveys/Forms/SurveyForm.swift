/// The form in which a tool wrote a survey file: how many rows its header has, and what stands in each column.
struct SurveyForm: Hashable, Sendable {
  var tool: SurveyTool
  /// Records before the header in which every cell is blank.
  var blankRows = 0
  /// Records of the header, 1 or more, without the blank ones before it.
  var headerRows: Int
  /// One for each field of a record, in order.
  var columns: [FormColumn]
  /// How the tool tells finished answers from unfinished ones.
  var completion: Completion?
  /// NUL bytes removed from the header.
  var nulBytes = 0

  /// Records before the first answer.
  var recordsBefore: Int { blankRows + headerRows }

  struct Completion: Hashable, Sendable {
    /// 0-based.
    var column: Int
    /// Cells of finished answers, capitals making no difference; nil where any cell that is not empty says so.
    var values: [String]?
    /// Among the first answers there is one that is not finished.
    var isUnfinishedSeen = false

    /// The cell is that of a finished answer.
    func isFinished(_ cell: String) -> Bool {
      guard let values else { return !cell.isEmpty }
      return values.contains { $0.lowercased() == cell.lowercased() }
    }
  }
}

/// Who wrote a file; the raw value is its name for people.
enum SurveyTool: String, Hashable, Sendable, CaseIterable {
  // The more exact a form is told, the earlier it is tried.
  case qualtrics = "Qualtrics"
  case qualtricsLegacy = "Qualtrics (legacy)"
  case surveyMonkey = "SurveyMonkey"
  case typeform = "Typeform"
  case limeSurvey = "LimeSurvey"
  case alchemer = "Alchemer"
  case microsoftForms = "Microsoft Forms"
  case googleForms = "Google Forms"
  case plain = "CSV"

  /// As a codebook declares it: `google-forms`.
  var key: String {
    switch self {
    case .qualtrics: "qualtrics"
    case .qualtricsLegacy: "qualtrics-legacy"
    case .surveyMonkey: "surveymonkey"
    case .typeform: "typeform"
    case .limeSurvey: "limesurvey"
    case .alchemer: "alchemer"
    case .microsoftForms: "microsoft-forms"
    case .googleForms: "google-forms"
    case .plain: "csv"
    }
  }

  /// The form of a file that begins so; nil when it is none of this tool.
  func form(of sample: FormSample) -> SurveyForm? {
    switch self {
    case .qualtrics: QualtricsForm.form(of: sample)
    case .qualtricsLegacy: QualtricsLegacyForm.form(of: sample)
    case .surveyMonkey: SurveyMonkeyForm.form(of: sample)
    case .typeform: TypeformForm.form(of: sample)
    case .limeSurvey: LimeSurveyForm.form(of: sample)
    case .alchemer: AlchemerForm.form(of: sample)
    case .microsoftForms: MicrosoftForms.form(of: sample)
    case .googleForms: GoogleForms.form(of: sample)
    case .plain: PlainForm.form(of: sample)
    }
  }
}

/// What a form says about one column.
struct FormColumn: Hashable, Sendable {
  /// By which a codebook names it; unique where the form allows it, empty where nothing stands over the column.
  var name: String
  /// The question as respondents read it; nil where the file does not tell it.
  var question: String?
  /// The row of a grid or the choice of a question with several columns.
  var option: String?
  /// What the tool itself writes there.
  var role: ColumnRole?
  /// How its days are written, where it has some.
  var days: DayOrder?
  /// Other words of the header by which a codebook may name it.
  var aliases: [String] = []

  /// How its days are written, `MM/DD/YYYY`, where that is not `YYYY-MM-DD`.
  var datePattern: String? { days?.pattern }

  /// The whole wording: the question, with the row or choice behind it.
  var text: String? {
    guard let question else { return nil }
    guard let option, !option.isEmpty else { return question }
    return "\(question) [\(option)]"
  }
}

/// What a survey tool writes beside the answers.
enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  case responseID, start, end, recorded, finished, status, progress, duration, score
  case ipAddress, email, respondentName, location, device
  case language, collector, channel, reference

  /// For people.
  var words: String {
    switch self {
    case .responseID: "id of the answer"
    case .start: "begin"
    case .end: "end"
    case .recorded: "day of recording"
    case .finished: "finished or not"
    case .status: "status"
    case .progress: "progress"
    case .duration: "duration"
    case .score: "score"
    case .ipAddress: "IP address"
    case .email: "e-mail address"
    case .respondentName: "name of the respondent"
    case .location: "location"
    case .device: "device"
    case .language: "language"
    case .collector: "collector"
    case .channel: "channel"
    case .reference: "reference"
    }
  }
}

extension SurveyForm {
  /// The form of a file that begins so: of the first tool that it fits, a plain CSV file at last.
  static func recognised(in sample: FormSample) -> SurveyForm {
    for tool in SurveyTool.allCases {
      if let form = tool.form(of: sample) { return form }
    }
    return PlainForm.form(of: sample, headerRows: 1)
  }

  init(_ tool: SurveyTool, sample: FormSample, headerRows: Int, columns: [FormColumn]) {
    self.init(
      tool: tool, blankRows: sample.blankRows, headerRows: headerRows, columns: columns,
      nulBytes: sample.nulBytes(inHeaderRows: headerRows))
  }

  /// The same with names made longer where several columns share one: `name [text]`.
  func withUniqueNames(_ detail: (FormColumn) -> String?) -> SurveyForm {
    var counts: [[UInt8]: Int] = [:]
    for column in columns { counts[Array(column.name.utf8), default: 0] += 1 }
    var result = self
    for (index, column) in columns.enumerated() where counts[Array(column.name.utf8), default: 0] > 1 {
      guard !column.name.isEmpty, let detail = detail(column), !detail.isEmpty, detail != column.name else { continue }
      result.columns[index].name = "\(column.name) [\(detail)]"
    }
    return result
  }
}
