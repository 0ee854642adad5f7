import Audit

/// How the figures came about, what was left out and why.
struct MethodView: View {
  var frame: FrameView
  var sound: [String]
  var surveys: [SurveyView]
  var withheld: String
  var tests: String
  var confidence: String
  var falseDiscovery: String
  var thresholds: TableView
  var gates: TableView?
  var standards: [MetaView]
  var benchmarks: [BenchmarkView]
  var economics: [MetaView]
  var rules: [RuleView]
  var hidden: [MetaView]
  var figures: [FigureMeaningsView]
  /// How comments were read.
  var comments: CommentsMethodView?
  var remarks: [RemarkView]
  var remarksMore: String?
  var inputs: TableView?
  var files: [DataFileView]

  static let fields: [Field<MethodView>] = [
    .object("frame", \.frame), .texts("sound", \.sound), .list("surveys", \.surveys), .text("withheld", \.withheld),
    .text("tests", \.tests), .text("confidence", \.confidence), .text("falseDiscovery", \.falseDiscovery),
    .object("thresholds", \.thresholds), .object("gates", \.gates), .list("standards", \.standards),
    .list("rules", \.rules), .list("benchmarks", \.benchmarks), .list("economics", \.economics),
    .list("hidden", \.hidden),
    .list("figures", \.figures), .object("comments", \.comments),
    .list("remarks", \.remarks),
    .text("remarksMore", \.remarksMore), .object("inputs", \.inputs), .list("files", \.files),
  ]

  /// More remarks than this are counted, not listed.
  private static let remarkLimit = 200

  init(_ context: SiteContext) {
    let configuration = context.configuration
    frame = context.frame(.method, title: say("Method"))
    sound = Soundness(context).sentences
    surveys = context.measured.surveys.flatMap { survey in
      survey.waves.reversed().map { SurveyView(survey, $0, context) }
    }
    let cells = Respondents.allCases.map { configuration.minimumCell(for: $0) }
    withheld = MethodWords.withheld(
      customers: cells[0], staff: cells[1], named: configuration.engagement.named,
      hidden: context.measured.measurements.count(where: \.isSuppressed))
    tests = CountWords.of(context.measured.latestTests, .test)
    confidence = FigureText.percent(configuration.thresholds.confidence)
    falseDiscovery = FigureText.percent(configuration.thresholds.falseDiscovery)
    thresholds = MethodWords.thresholds(configuration)
    gates = GatesTable.view(context.report.gates)
    comments = CommentsMethodView(context)
    standards = configuration.standards.map {
      MetaView(name: $0.id, value: say("\($0.text), on \(FigureText.percent($0.target)) of occasions"))
    }
    benchmarks = context.benchmarks.map { BenchmarkView($0, context) }
    economics = configuration.economics.all.map {
      EconomicsWords.row($0.parameter, $0.value, configuration.economics.currency)
    }
    rules = context.report.rules.map(RuleView.init)
    hidden = context.report.hidden.map(MethodWords.hidden)
    figures = FigureMeaningsView.all(of: context.measured.glossary)
    let all = Self.publishable(context.report.remarks, surveys: context.measured)
    remarks = all.prefix(Self.remarkLimit).map(RemarkView.init)
    remarksMore = all.count > remarks.count ? say("and \(FigureText.count(all.count - remarks.count)) more") : nil
    inputs = Self.inputs(context.report.project.inputs)
    files = DataFileView.all(context)
  }

  private static let ofWeights = ["survey/weights-trimmed", "survey/rake-rows-left", "survey/design-effect"]

  /// Without what points to a row of a survey: it would repeat the answer of one respondent, whatever was written there;
  /// without the news that a survey was guessed, whose guesses stand on the page; without snapshots that are no part of the
  /// report; and without what tells of weights that are withheld.
  ///
  /// How many there were stands beside the columns.
  private static func publishable(_ remarks: [Diagnostic], surveys: MeasuredAudit) -> [Diagnostic] {
    let files = Set(surveys.surveys.flatMap { $0.waves.flatMap(\.files) })
    let ofSurveys = remarks.filter { $0.location.map { files.contains($0.file) } ?? false }
    let ofRows = Set(ofSurveys.filter { $0.location?.line != nil }.map(\.id))
    let withheld = Set(
      surveys.surveys.flatMap(\.waves).filter { $0.all?.measurement(.weights, "all")?.isSuppressed == true }
        .flatMap(\.files))
    return remarks.filter { remark in
      if ofWeights.contains(remark.id), let file = remark.location?.file, withheld.contains(file) { return false }
      return remark.id != "survey/guessed-codebook" && remark.id != Diagnostic.leftOutID
        && (!ofSurveys.contains(remark) || !ofRows.contains(remark.id))
    }
  }

  private static func inputs(_ files: [InputFile]) -> TableView? {
    guard !files.isEmpty else { return nil }
    return TableView(
      ChartTable(
        columns: [
          ChartTable.Column(title: say("File"), isNumber: false), ChartTable.Column(title: "SHA-256", isNumber: false),
        ],
        rows: files.map { [$0.path, $0.sha256] }), caption: say("Input files"))
  }
}

/// A rule of the audit and what came of it.
struct RuleView: View {
  var name: String
  var outcome: String
  var holds: String
  var source: String

  static let fields: [Field<RuleView>] = [
    .text("name", \.name), .text("outcome", \.outcome), .text("holds", \.holds), .text("source", \.source),
  ]

  init(_ rule: RuleOutcome) {
    name = rule.metadata.name.text
    outcome =
      rule.notRun.map { say("not applied: \($0)") }
      ?? (rule.findings == 0 ? rule.metadata.whenItFails.text : CountWords.of(rule.findings, .finding))
    holds = rule.metadata.whenItHolds.text
    source = rule.metadata.source.text
  }
}

/// A warning about the inputs.
struct RemarkView: View {
  var place: String
  var text: String
  var hint: String?

  static let fields: [Field<RemarkView>] = [
    .text("place", \.place), .text("text", \.text), .text("hint", \.hint),
  ]

  init(_ diagnostic: Diagnostic) {
    place =
      diagnostic.location.map { location in
        location.line.map { say("\(location.file), line \($0)") } ?? location.file
      } ?? ""
    text = diagnostic.summary
    hint = diagnostic.hint
  }
}

/// One wave of a survey: who was asked, how, and what their answers were worth.
struct SurveyView: View {
  var title: String
  var meta: [MetaView]
  var columns: TableView?
  var readings: TableView?
  var guesses: [GuessesView]

  static let fields: [Field<SurveyView>] = [
    .text("title", \.title), .list("meta", \.meta), .object("columns", \.columns), .object("readings", \.readings),
    .list("guesses", \.guesses),
  ]

  init(_ survey: MeasuredSurvey, _ wave: MeasuredWave, _ context: SiteContext) {
    title = [survey.id, wave.wave.label].filter { !$0.isEmpty }.joined(separator: ", ")
    let files = context.report.project.surveys.first { $0.id == survey.id }?.waves.first { $0.wave == wave.wave }
    readings = ReadingsTable.table(of: files?.readings ?? [])
    guesses = (files?.readings ?? []).filter { !$0.guesses.isEmpty }.map(GuessesView.init)
    meta = []
    if !wave.columns.isEmpty {
      columns = TableView(
        ChartTable(
          columns: [ChartTable.Column(title: say("Column"), isNumber: false)]
            + [say("Answers"), say("Missing"), say("Does not apply"), say("Invalid")]
            .map { ChartTable.Column(title: $0) },
          rows: wave.columns.map { column in
            [column.header]
              + [column.valid, column.missing, column.notApplicable, column.invalid].map(FigureText.count)
          }), caption: say("Columns of \(title)"))
    }
    add(say("Who answered"), MethodWords.name(survey.respondents))
    add(say("Files"), wave.files.joined(separator: ", "))
    add(say("Rows"), wave.rows.map(FigureText.count) ?? ReasonWords.text(.suppressed))
    for unusable in wave.unusable {
      let (rows, reason) = (
        MethodWords.rows(unusable.count, lines: unusable.lines), MethodWords.reason(unusable.reason)
      )
      add(say("Left out"), say("\(rows): \(reason), first on line \(FigureText.count(unusable.firstLine))"))
    }
    addRows(wave)
    guard let fieldwork = wave.fieldwork else { return }
    add(say("Asked by"), fieldwork.mode)
    if let from = fieldwork.from, let to = fieldwork.to { add(say("Between", as: "days"), DayText.range(from, to)) }
    add(say("Out of"), fieldwork.frame)
    if let invited = fieldwork.invited {
      let number = FigureText.count(invited)
      add(say("Invited"), wave.response.map { say("\(number), \(FigureText.percent($0)) answered") } ?? number)
    }
  }

  /// What is known about the rows apart from their answers.
  private mutating func addRows(_ wave: MeasuredWave) {
    let quality = wave.quality
    let areExcluded = wave.unusable.contains { $0.reason == .unfinished }
    if quality.unfinished > 0, !areExcluded {
      add(say("Unfinished"), say("\(CountWords.of(quality.unfinished, .row)), counted with what was answered"))
    }
    if quality.respondents > 0 {
      var words = [say("\(FigureText.count(quality.respondents)) different")]
      if quality.repeatedRows > 0 {
        words.append(say("\(CountWords.of(quality.repeatedRows, .row)) more by the same, counted"))
      }
      if quality.unnamedRows > 0 { words.append(say("\(CountWords.of(quality.unnamedRows, .row)) without a name")) }
      add(say("Respondents"), words.joined(separator: "; "))
    }
    add(
      say("Languages"), quality.languages.map { "\($0.language) \(FigureText.count($0.rows))" }.joined(separator: ", "))
    add(say("Weights"), wave.all?.measurement(.weights, "all").flatMap(MethodWords.weights))
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { meta.append(MetaView(name: name, value: value)) }
  }
}
