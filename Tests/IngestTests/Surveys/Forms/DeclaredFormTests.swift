import Audit
import TestSupport
import Testing

@testable import Ingest

/// `csv: {form: …, header-rows: …}` and what a form gives a codebook by default.
@Suite struct DeclaredForms {
  private let qualtrics = """
    StartDate,Finished,ResponseId,Q1
    Start,Finished,Id,How was it?
    "{""ImportId"":""startDate""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
    2026-01-01 10:00:00,1,R_1,5
    2026-01-01 10:00:00,0,R_2,4

    """
  private let plain = "a,b\nFirst text,Second text\n1,2\n3,4\n"

  /// The header of a file that a codebook with this line under `csv:` explains, or what is wrong with it.
  private func header(_ text: String, _ csv: String) throws -> (header: SurveyHeader?, problem: String?) {
    let (file, problems) = CodebookReader.read(
      SourceText("csv: {\(csv)}\nscale: {min: 1, max: 5}\nitems: [{perception: Q1, dimension: d}]\n", file: "s.yml"))
    guard case .codebook(let codebook) = file, problems.isEmpty else {
      return (nil, problems.first.map { "\($0.summary): \($0.hint ?? "")" })
    }
    let folder = try TemporaryFolder()
    try folder.write(text, to: "s.csv")
    let survey = SurveyFile(path: folder.path("s.csv"), name: "s.csv", codebook: "s.yml")
    switch SurveyHeader.read(survey, declared: codebook.origin.csv) {
    case .success(let header): return (header, nil)
    case .failure(let problem): return (nil, "\(problem.diagnostic.summary): \(problem.diagnostic.hint ?? "")")
    }
  }

  @Test func aFormIsRecognisedOrDeclaredByItsKeyOrName() throws {
    for csv in ["", "form: qualtrics", "form: Qualtrics", "header-rows: 3", "form: qualtrics, header-rows: 3"] {
      let header = try header(qualtrics, csv).header
      #expect(header?.form.tool == .qualtrics, "\(csv)")
      #expect(header?.form.headerRows == 3)
      #expect(header?.columns == ["StartDate", "Finished", "ResponseId", "Q1"])
      #expect(header?.linesBefore == 3)
    }
  }

  @Test func headerRowsCanBeDeclared() throws {
    let one = try header(plain, "").header
    #expect(one?.linesBefore == 1)
    let two = try header(plain, "header-rows: 2").header
    #expect(two?.linesBefore == 2)
    #expect(two?.form.columns.map(\.text) == ["First text", "Second text"])
    #expect(two?.dataOffset == "a,b\nFirst text,Second text\n".utf8.count)
    let fewer = try header(qualtrics, "header-rows: 2").header
    #expect(fewer?.form.tool == .plain)
    #expect(fewer?.linesBefore == 2)
  }

  @Test(arguments: [
    ("form: qualtrix", "'form' cannot be 'qualtrix'"), ("header-rows: 0", "a file cannot have 0 header rows"),
    ("header-rows: 11", "a file cannot have 11 header rows"),
    ("form: typeform", "'s.csv' does not begin as files of Typeform do: it looks like Qualtrics"),
    ("form: qualtrics, header-rows: 2", "as a file of Qualtrics it has 3 header rows, not 2"),
  ])
  func whatDoesNotFitIsRefused(_ case: (csv: String, problem: String)) throws {
    let problem = try header(qualtrics, `case`.csv).problem
    #expect(problem?.contains(`case`.problem) == true, "\(problem ?? "nothing")")
  }

  @Test func unfinishedAnswersAreSeen() throws {
    #expect(try header(qualtrics, "").header?.form.completion?.isUnfinishedSeen == true)
    let finished = qualtrics.replacing(",0,", with: ",1,")
    #expect(try header(finished, "").header?.form.completion?.isUnfinishedSeen == false)
  }

  @Test func blankLinesInFrontAreCountedAsLinesOnly() throws {
    let header = try header(",\n\n\"a\nb\",c\n1,2\n", "").header
    #expect(header?.form.blankRows == 2)
    #expect(header?.columns == ["a b", "c"])
    #expect(header?.linesBefore == 4)
  }

  private var form: SurveyForm {
    SurveyForm(
      tool: .alchemer, headerRows: 1,
      columns: [FormColumn(name: "Status"), FormColumn(name: "P1", question: "How was it?"), FormColumn(name: "Day")],
      completion: SurveyForm.Completion(column: 0, values: ["Complete"]))
  }

  private func fixture(_ codebook: String, form: SurveyForm) -> PlanFixture {
    PlanFixture("\(scale17)items: [{perception: P1, dimension: d}]\n\(codebook)", header: "", form: form)
  }

  @Test func questionTextsBecomeItemTexts() {
    let plan = fixture("", form: form).plan
    #expect(plan?.definition.items.map(\.text) == ["How was it?"])
    let own = PlanFixture(
      "\(scale17)items: [{perception: \"How was it?\", id: a, text: Mine, dimension: d}]\n", header: "", form: form)
    #expect(own.plan?.definition.items.map(\.text) == ["Mine"])
    #expect(own.plan?.columns.map(\.header) == ["P1"])
  }

  @Test(arguments: [
    "unfinished: exclude", "unfinished: include", "finished: {column: Status}",
    "finished: {column: Status, values: [Complete]}",
  ])
  func theToolSaysWhichAnswersAreFinished(_ codebook: String) {
    let fixture = fixture(codebook, form: form)
    #expect(fixture.diagnostics == [])
    let finished = fixture.plan?.columns.first { $0.header == "Status" }
    #expect(
      finished?.decoding == .category(CategoryDecoding(groups: ["complete": "finished"], otherwise: "unfinished")))
    #expect(fixture.plan?.rows.finished == 0)
    #expect(fixture.plan?.rows.excludesUnfinished == codebook.hasSuffix("exclude"))
  }

  @Test func unfinishedAnswersAreMentionedWhereNobodySaysWhatToDoWithThem() {
    var seen = form
    seen.completion?.isUnfinishedSeen = true
    #expect(fixture("", form: form).diagnostics == [])
    #expect(fixture("", form: seen).diagnostics.map(\.id) == ["survey/unfinished-counted"])
    #expect(fixture("", form: seen).diagnostics.map(\.severity) == [.note])
    #expect(fixture("unfinished: include", form: seen).diagnostics == [])
    var unknown = seen
    unknown.completion = nil
    #expect(fixture("unfinished: include", form: unknown).diagnostics == [])
  }

  @Test func anyCellMayMeanFinished() {
    var lime = form
    lime.completion = SurveyForm.Completion(column: 0, values: nil)
    let finished = fixture("unfinished: exclude", form: lime).plan?.columns.first
    #expect(finished?.decoding == .category(CategoryDecoding(otherwise: "finished")))
  }

  @Test(arguments: [
    ("unfinished: exclude", "nothing says which answers are unfinished"),
    ("finished: {column: Status}", "nothing says which cells of this column mean finished"),
  ])
  func withoutAToolTheCodebookHasToSay(_ case: (codebook: String, problem: String)) {
    var unknown = form
    unknown.completion = nil
    #expect(fixture(`case`.codebook, form: unknown).diagnostics.map(\.summary) == [`case`.problem])
  }

  @Test func daysAreReadAsTheToolWritesThem() throws {
    var dated = form
    dated.columns[2].days = DayOrder([try #require(WrittenDay("3/31/2026"))])
    let wave = "wave: {column: Day, period: month}"
    func pattern(_ codebook: String, _ form: SurveyForm) -> String? {
      guard case .period(let reading) = fixture(codebook, form: form).plan?.columns.last?.decoding else { return nil }
      return reading.pattern
    }
    #expect(pattern(wave, dated) == "MM/DD/YYYY")
    #expect(pattern(wave, form) == "YYYY-MM-DD")
    #expect(pattern("wave: {column: Day, period: month, date: D.M.YYYY}", dated) == "D.M.YYYY")
  }
}
