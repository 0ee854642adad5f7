import Audit
import Testing

@testable import Ingest

/// Real exports that lie beside some checkouts. Counts were made with Python's csv module, or stand in their SOURCE.txt.
@Suite(.enabled(if: ExportFixture.isThere, "there is no ../shared/data/exports"))
struct Exports {
  @Test func qualtricsWithThreeRows() async throws {
    let file = try await ExportFixture(
      "exports/qualtrics/Better_Sample_Survey.csv",
      codebook: """
        scale: {min: 1, max: 3}
        items:
          - {perception: q2_favorite, dimension: d}
          - {id: grid, perception: "Q10#2_1_-1", scale: {min: -1, max: 1}, dimension: d}
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .qualtrics)
    #expect(file.form.headerRows == 3)
    #expect(file.form.columns.count == 59)
    #expect(file.rows == 10)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.answers("q2_favorite") == [4, 5, 1])
    #expect(file.text("q2_favorite") == "Please select your favorite fruit from the following options")
    #expect(file.answers("grid") == [6, 0, 0])
    #expect(
      file.text("grid")
        == "Click to write the question text [Click to write Column 2-Click to write Statement 1-Answer 1]")
    #expect(file.form.columns[11].name == "q1_recent_q1_recent_1_1")
    #expect(file.form.completion == SurveyForm.Completion(column: 9, values: ["1", "True"]))
  }

  @Test func qualtricsWithCodesBelowTheScale() async throws {
    let file = try await ExportFixture(
      "exports/qualtrics/No_Basis_for_Evaluation (Insights).csv",
      codebook: """
        scale: {min: 1, max: 3}
        not-applicable: [-1, -2]
        items:
          - {perception: Q1, dimension: d}
          - {perception: Q3_1..Q3_4, dimension: d}
          - {perception: Q4_2, dimension: d}
        outcomes: [{id: none, kind: "yes", column: "Q2_-1", yes: ["1"]}]
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .qualtrics)
    #expect(file.form.headerRows == 3)
    #expect(file.form.columns.count == 49)
    #expect(file.rows == 15)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.answers("Q1") == [3, 3, 7])
    #expect(file.answers("Q3_1") == [3, 3, 4])
    #expect(file.column("Q3_1")?.notApplicable == 5)
    #expect(file.answers("Q3_2") == [3, 2, 6])
    #expect(file.column("Q4_2")?.notApplicable == 7)
    #expect(file.outcome("none") == [0, 10])
    #expect(file.text("Q3_1") == "Indicate how you feel about the following vegetables [Squash]")
  }

  /// The same survey in the form of today and in that of old, each with the codebook that its own names need.
  @Test func qualtricsGivesTheSameFiguresInBothForms() async throws {
    let given = "Click to write the question text This question has variables given for its Question Export Tags,..."
    func codebook(_ export: [String]) -> String {
      let items = export.enumerated().map {
        "  - {id: tag\($0.offset), perception: \"\($0.element)\", scale: {min: 1, max: 4}, dimension: d}\n"
      }
      return """
        scale: {min: 10, max: 13}
        items:
          - {perception: Q2_1..Q2_3, scale: {min: 1, max: 4}, dimension: d}
          - {perception: Q4_1..Q4_3, dimension: d}
        \(items.joined())
        """
    }
    let name = "exports/qualtrics/Single_Answer_Matrix_Questions"
    let today = try await ExportFixture(
      name + " (Insights).csv", codebook: codebook(["Q3_question_one", "Q3_question_two", "Q3_question_three"]))
    let old = try await ExportFixture(
      name + ".csv",
      codebook: codebook((1...3).map { "\(given)-Click to write Statement \($0)" }))
    #expect(today.errors == [])
    #expect(old.errors == [])
    #expect((today.form.tool, today.form.headerRows, today.form.columns.count) == (.qualtrics, 3, 30))
    #expect((old.form.tool, old.form.headerRows, old.form.columns.count) == (.qualtricsLegacy, 2, 30))
    #expect(today.rows == 5)
    #expect(old.rows == 5)
    #expect(today.dialect == "UTF-8 , \" LF")
    #expect(old.dialect == "UTF-8 BOM , \" LF")
    let ids = ["Q2_1", "Q2_2", "Q2_3", "Q4_1", "Q4_2", "Q4_3", "tag0", "tag1", "tag2"]
    for id in ids { #expect(today.answers(id) == old.answers(id), "\(id)") }
    #expect(old.answers("Q2_1") == [0, 1, 2, 2])
    #expect(old.answers("Q4_3") == [0, 1, 1, 3])
    #expect(old.answers("tag1") == [1, 1, 0, 3])
    // A trailing comma is a column without a name.
    #expect(old.form.columns.last == FormColumn(name: ""))
  }

  @Test func qualtricsInGermanAndOfOld() async throws {
    let codebook = """
      scale: {min: 1, max: 3}
      items: [{perception: Q1, dimension: d}]
      """
    let today = try await ExportFixture("exports/qualtrics/rOpenSci-sample.csv", codebook: codebook)
    let old = try await ExportFixture("exports/qualtrics/rOpenSci-sample_legacy.csv", codebook: codebook)
    #expect((today.form.tool, today.form.headerRows, today.form.columns.count) == (.qualtrics, 3, 20))
    #expect((old.form.tool, old.form.headerRows, old.form.columns.count) == (.qualtricsLegacy, 2, 16))
    for file in [today, old] {
      #expect(file.errors == [])
      #expect(file.rows == 1)
      #expect(file.answers("Q1") == [0, 1, 0])
      #expect(file.text("Q1") == "This is a multiple choice question.")
      #expect(file.form.completion != nil)
    }
    #expect(today.dialect == "UTF-8 , \" LF")
    #expect(old.dialect == "UTF-8 BOM , \" LF")
    // The texts of the tool's own columns are in the language of the account; the roles are not.
    #expect(today.form.columns[11].aliases == ["E-Mail des Empfängers"])
    #expect(today.form.columns[11].role == .email)
    #expect(old.form.columns[5].role == .ipAddress)
  }

  @Test func surveyMonkeyWithTwoRows() async throws {
    let file = try await ExportFixture(
      "exports/surveymonkey/steak-risk-survey.csv",
      codebook: """
        items:
          - id: lottery
            perception: "Consider the following hypothetical situations:"
            labels: {Lottery A: 1, Lottery B: 2}
            scale: {min: 1, max: 2}
            dimension: d
        outcomes: [{id: steak, kind: "yes", column: "Do you eat steak?", yes: ["Yes"]}]
        segments: [{id: age, column: Age}]
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .surveyMonkey)
    #expect(file.form.headerRows == 2)
    #expect(file.form.columns.count == 15)
    #expect(file.rows == 550)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.outcome("steak") == [109, 430])
    #expect(file.segment("age") == ["18-29": 110, "30-44": 133, "45-60": 140, "> 60": 131])
    #expect(
      file.text("lottery")?.hasPrefix("Consider the following hypothetical situations: In Lottery A, you") == true)
  }

  @Test func surveyMonkeyWithoutAnswers() async throws {
    let file = try await ExportFixture(
      "exports/surveymonkey/Sheet_1-header-rows-only.csv",
      codebook: """
        outcomes: [{id: city, kind: "yes", column: "#14", yes: ["x"]}]
        """)
    #expect(file.form.tool == .surveyMonkey)
    #expect(file.form.headerRows == 2)
    #expect(file.form.columns.count == 256)
    #expect(file.form.nulBytes == 9)
    #expect(
      file.form.columns.prefix(9).map(\.role) == [
        .responseID, .collector, .start, .end, .ipAddress, .email, .respondentName, .respondentName, .reference,
      ])
    let contact = "Contact Information (if your location is undisclosed and you can't share, write N/A)"
    #expect(file.form.columns[13].name == "\(contact) [City/Town]")
    #expect(
      file.form.columns[30].name
        == "Would you like your organization's information to be part of the public resource database? "
        + "[No Please explain the reason for not wanting to be included in the database.]")
    #expect(file.form.columns[31].name.hasSuffix("please provide the addresses to them below in the text box."))
    #expect(file.wave == nil || file.rows == 0)
    #expect(file.errors == ["there is a header but not one answer"])
  }

  @Test func typeformWithAColumnForEachChoice() async throws {
    let file = try await ExportFixture(
      "exports/typeform/2016 New Coders Survey Part 1.csv",
      codebook: """
        outcomes:
          - {id: developer, kind: "yes", column: "Are you already working as a software developer?", yes: ["1"]}
          - {id: bootcamp, kind: "yes", column: "Based on your experience, would you recommend", yes: ["1"]}
          - {id: no-podcast, kind: "yes", column: "None [JavaScript Jabber]", yes: ["None"]}
          - {id: no-event, kind: "yes", column: "#18", yes: ["None"]}
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .typeform)
    #expect(file.form.headerRows == 1)
    #expect(file.form.columns.count == 51)
    #expect(file.rows == 15_653)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.outcome("developer") == [11_261, 4309])
    #expect(file.outcome("bootcamp") == [201, 738])
    #expect(file.outcome("no-podcast") == [0, 10_968])
    #expect(file.outcome("no-event") == [0, 8612])
    #expect(
      [4, 17, 18, 30, 35, 36].map { file.form.columns[$0].name } == [
        "Other [Which one of these roles are you most interested in?]", "None [Girl Develop It]",
        "Other [Girl Develop It]", "Other [DevTips]", "None [JavaScript Jabber]", "Other [JavaScript Jabber]",
      ])
  }

  @Test func alchemerWithUnfinishedAnswers() async throws {
    let file = try await ExportFixture(
      "exports/surveygizmo/20160115235816-SurveyExport.csv",
      codebook: """
        items:
          - id: often
            perception: How often do you use Jupyter Notebook?
            labels: {Less often than monthly: 1, Monthly: 2, Weekly: 3, Daily: 4}
            scale: {min: 1, max: 4}
            dimension: d
        segments: [{id: status, column: Status}]
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .alchemer)
    #expect(file.form.headerRows == 1)
    #expect(file.form.columns.count == 37)
    #expect(file.rows == 1706)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.segment("status") == ["Partial": 927, "Complete": 779])
    #expect(file.answers("often") == [58, 111, 392, 530])
    #expect(file.text("often") == "How often do you use Jupyter Notebook?")
    #expect(
      file.form.columns[17].text
        == "What aspects of Jupyter Notebook make it pleasant to use in your workflow? [Aspect #1]")
    #expect(
      file.form.completion == SurveyForm.Completion(column: 2, values: ["Complete"], isUnfinishedSeen: true))
    #expect(file.diagnostics.map(\.id) == ["survey/unfinished-counted"])
  }

  @Test func limeSurveySavedFromASpreadsheet() async throws {
    let file = try await ExportFixture(
      "exports/limesurvey/results-survey.csv",
      codebook: """
        labels: {gar nicht: 1, selten: 2, eher selten: 3, eher häufig: 4, sehr häufig: 5}
        scale: {min: 1, max: 5}
        items:
          - id: communication
            perception: "Wie häufig werden solche informellen Diagramme für die folgenden Zwecke genutzt? [Communication]"
            dimension: d
        outcomes:
          - {id: mechanics, kind: "yes", column: "Welchen fachlichen Hintergrund haben Sie? [Maschinenbau]", yes: [Ja]}
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .limeSurvey)
    #expect(file.form.headerRows == 2)
    #expect(file.form.columns.count == 38)
    #expect(file.rows == 45)
    #expect(file.dialect == "UTF-8 BOM ; \" LF")
    #expect(file.answers("communication") == [0, 2, 1, 16, 20])
    #expect(file.outcome("mechanics") == [39, 6])
  }

  @Test func googleFormsWithAGrid() async throws {
    let file = try await ExportFixture(
      "pandas-users-2019/2019.csv",
      codebook: """
        scale: {min: 1, max: 5}
        items:
          - {id: satisfied, perception: "How satisfied are you with pandas?", dimension: d}
          - id: gpus
            perception: "What common feature requests do you care about most?  [GPUs]"
            labels: {Not relevant for me: 1, Somewhat useful: 2, Critical to me: 3}
            scale: {min: 1, max: 3}
            dimension: d
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .googleForms)
    #expect(file.form.headerRows == 1)
    #expect(file.form.columns.count == 32)
    #expect(file.rows == 1249)
    #expect(file.dialect == "UTF-8 , \" LF")
    #expect(file.answers("satisfied") == [1, 18, 84, 524, 601])
    #expect(file.answers("gpus") == [453, 514, 193])
    #expect(file.text("gpus") == "What common feature requests do you care about most? [GPUs]")
    #expect(file.form.columns[0].role == .end)
    #expect(file.form.columns[0].datePattern == nil)
  }

  @Test func aLogWhoseFirstLineIsBlank() async throws {
    let file = try await ExportFixture(
      "notes/jupytercon-2018/jupyterlab-ux-data.csv",
      codebook: """
        outcomes:
          - {id: first, kind: "yes", column: First Success (Y or N), yes: ["Y"], missing: ["N/A", Skipped]}
        """)
    #expect(file.errors == [])
    #expect(file.form.tool == .plain)
    #expect(file.form.blankRows == 1)
    #expect(file.form.headerRows == 1)
    #expect(file.form.columns.count == 9)
    #expect(file.form.columns[4].name == "First Action: initial steps user takes (C if correct path)")
    #expect(file.rows == 1581)
    #expect(file.dialect == "UTF-8 , \" LF")
    // `y` is a yes, too; `Y?` and `C` are none.
    #expect(file.outcome("first") == [420, 1025])
  }
}
