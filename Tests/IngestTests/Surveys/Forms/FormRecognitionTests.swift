import Testing

@testable import Ingest

/// Small files as the tools write them, made up here.
@Suite struct FormRecognition {
  private func form(_ rows: [String], delimiter: Character = "|") -> SurveyForm {
    SurveyForm.recognised(
      in: FormSample(rows.map { $0.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init) }))
  }

  @Test(arguments: ["\"", "'"])
  func qualtricsHasThreeRows(_ quote: String) {
    func id(_ text: String) -> String { "{\(quote)ImportId\(quote): \(quote)\(text)\(quote)}" }
    let form = form([
      "StartDate|Finished|ResponseId|Q1|Q2_1|Q2_-1|Q3",
      "Anfangsdatum|Beendet|Antwort-ID|How was it?|Rate-each of these-Staff|Rate-each of these-No basis|Why?<br>Tell us",
      [id("startDate"), id("finished"), id("_recordId"), id("QID1"), id("QID2_1"), id("QID2_2"), id("QID3_TEXT")]
        .joined(separator: "|"),
      "2026-01-01 10:00:00|1|R_1|5|3|-1|because",
    ])
    #expect(form.tool == .qualtrics)
    #expect(form.headerRows == 3)
    #expect(form.columns.map(\.name) == ["StartDate", "Finished", "ResponseId", "Q1", "Q2_1", "Q2_-1", "Q3"])
    #expect(form.columns.map(\.role) == [.start, .finished, .responseID, nil, nil, nil, nil])
    #expect(
      form.columns.map(\.text) == [
        nil, nil, nil, "How was it?", "Rate-each of these [Staff]", "Rate-each of these [No basis]", "Why? Tell us",
      ])
    #expect(form.columns[4].aliases == ["Rate-each of these-Staff"])
    #expect(form.completion == SurveyForm.Completion(column: 1, values: ["1", "True"]))
  }

  @Test func qualtricsIsKnownByItsNamesWhenRowsWereRemoved() {
    let names = "StartDate|EndDate|Status|Progress|Finished|ResponseId|Q1"
    let texts = "Start Date|End Date|Response Type|Progress|Finished|Response ID|How was it?"
    let answer = "2026-01-01 10:00:00|2026-01-01 10:01:00|IP Address|100|True|R_1|5"
    #expect(form([names, answer]).headerRows == 1)
    #expect(form([names, answer]).columns[6].text == nil)
    #expect(form([names, texts, answer]).headerRows == 2)
    #expect(form([names, texts, answer]).columns[6].text == "How was it?")
    #expect(form([names, texts, answer]).tool == .qualtrics)
  }

  @Test func qualtricsOfOldHasTwoRows() {
    let form = form([
      "V1|V2|V3|V8|V9|V10|Q1|one|one|",
      "ResponseID|ResponseSet|Name|StartDate|EndDate|Finished|How was it?|Rate-Staff|Rate again-Staff|",
      "R_1|Default|Anonymous|2016-05-27 11:33:34|2016-05-27 11:33:34|1|5|4|3|",
    ])
    #expect(form.tool == .qualtricsLegacy)
    #expect(form.headerRows == 2)
    #expect(form.columns.map(\.role).prefix(6) == [.responseID, .reference, .respondentName, .start, .end, .finished])
    #expect(form.columns[0].aliases == ["ResponseID"])
    #expect(form.columns.suffix(3).map(\.name) == ["one [Rate-Staff]", "one [Rate again-Staff]", ""])
  }

  @Test func surveyMonkeyWritesAQuestionOnce() {
    let form = form([
      "RespondentID|CollectorID|StartDate|Email Address|How was it?|Which ones?||Why?|Rate:|",
      "\0|\0|||Response|Staff|Other (please specify)|Open-Ended Response|Speed|Price<br>paid",
      "1|2|01/02/2026 10:00:00|a@example.org|5|Staff|||4|3",
    ])
    #expect(form.tool == .surveyMonkey)
    #expect(form.headerRows == 2)
    #expect(form.nulBytes == 2)
    #expect(form.columns.prefix(4).map(\.role) == [.responseID, .collector, .start, .email])
    #expect(
      form.columns.dropFirst(4).map(\.name) == [
        "How was it?", "Which ones? [Staff]", "Which ones? [Other (please specify)]", "Why?", "Rate: [Speed]",
        "Rate: [Price paid]",
      ])
  }

  @Test func anIdAloneIsNoSurveyMonkey() {
    #expect(form(["RespondentID|Q1|Q2", "|3|4", "2|3|5"]).tool == .plain)
    #expect(form(["RespondentID|Q1|Q2", "|Response|Response", "2|3|5"]).tool == .surveyMonkey)
  }

  @Test func googleFormsHasQuestionsBehindATimestamp() {
    let form = form([
      "Timestamp|Email Address|How satisfied are you?|How good was …  [The food]|How good was …  [The staff]|Which? ",
      "8/6/2019 10:01:25|a@example.org|4|Good|Poor|A;B",
    ])
    #expect(form.tool == .googleForms)
    #expect(form.headerRows == 1)
    #expect(form.columns.map(\.role) == [.end, .email, nil, nil, nil, nil])
    #expect(form.columns[0].datePattern == "MM/DD/YYYY")
    #expect(form.columns[3].name == "How good was … [The food]")
    #expect(form.columns[3].question == "How good was …")
    #expect(form.columns[3].option == "The food")
  }

  @Test(arguments: [
    ["Timestamp|q1|q2|q3", "2026-01-01 10:00:00|1|2|3"], ["Timestamp|How was it?|And now?", "17|3|4"],
    ["Timestamp|How was it?|And now?", "2026-01-01|3|4"],
  ])
  func aTimestampAloneIsNoGoogleForms(_ rows: [String]) {
    #expect(form(rows).tool == .plain)
  }

  @Test(arguments: [
    "ID|Start time|Completion time|Email|Name", "ID|Startzeit|Fertigstellungszeit|E-Mail|Name",
    "ID|Heure de début|Heure de fin|Adresse de messagerie|Nom",
  ])
  func microsoftFormsHasFiveColumnsInFront(_ fixed: String) {
    let form = form([fixed + "|How was it?|Name", "1|2026-01-01 10:00:00|2026-01-01 10:01:00|anonymous||5|me"])
    #expect(form.tool == .microsoftForms)
    #expect(form.columns.map(\.role) == [.responseID, .start, .end, .email, .respondentName, nil, nil])
    #expect(form.columns[5].text == "How was it?")
  }

  @Test func limeSurveyWritesCodes() {
    let form = form([
      "id|submitdate|lastpage|startlanguage|seed|Q1[SQ001]|Q1[SQ002]|Q2[other]|free",
      "1|2026-01-01 10:00:00|3|de|17|A1|N/A||x", "2||1|de|18|A2|||",
    ])
    #expect(form.tool == .limeSurvey)
    #expect(form.columns.prefix(5).map(\.role) == [.responseID, .end, .progress, .language, .reference])
    #expect(form.columns.dropFirst(5).map(\.name) == ["Q1[SQ001]", "Q1[SQ002]", "Q2[other]", "free"])
    #expect(form.columns[5].text == nil)
    #expect(form.completion == SurveyForm.Completion(column: 1, values: nil))
  }

  @Test func limeSurveyWritesTextsOrBoth() {
    let fixed = "Response ID|Date submitted|Last page|Start language"
    let texts = form([fixed + "|How good was it? [Staff]|Why?", "1|2026-01-01 10:00:00|3|en|4|x"])
    #expect(texts.tool == .limeSurvey)
    #expect(texts.columns[4].name == "How good was it? [Staff]")
    #expect(texts.columns[4].option == "Staff")
    let both = form([fixed + "|Q1[SQ001]. How good was it? [Staff]|Q2. Why?", "1|2026-01-01 10:00:00|3|en|4|x"])
    #expect(both.columns.dropFirst(4).map(\.name) == ["Q1[SQ001]", "Q2"])
    #expect(both.columns[4].text == "How good was it? [Staff]")
    #expect(both.columns[5].text == "Why?")
  }

  @Test func limeSurveyFromASpreadsheetHasQuestionsOverTheirChoices() {
    let rows = ["Background?|||How often?||", "IT|Law|Other|At home|At work|Elsewhere"]
    let form = form(rows + ["Ja|Nein||selten|oft|", "Nein|Ja|x|oft|N/A|", "N/A|Ja||||"])
    #expect(form.tool == .limeSurvey)
    #expect(form.headerRows == 2)
    #expect(form.columns[4].name == "How often? [At work]")
  }

  @Test func twoRowsWithoutSuchAnswersArePlain() {
    let rows = ["Background?|||How often?||", "IT|Law|Other|At home|At work|Elsewhere"]
    let form = form(rows + ["1|0||2|3|", "0|1|x|3|2|"])
    #expect(form.tool == .plain)
    #expect(form.headerRows == 2)
    #expect(form.columns[1].name == "Background? [Law]")
  }

  @Test(arguments: [
    ["|a|b", "1|2|3"], ["a||b|", "1|2|3|4"], ["a||||", "x|y|z|v|w", "x|y|z|v|w"], ["a|b|c", "x|y|z"], ["a"], [],
    ["a||||", "x|x|x|x|x", "u|u|u|u|u"],
  ])
  func gapsInAHeaderMakeNoSecondRow(_ rows: [String]) {
    #expect(form(rows).tool == .plain)
    #expect(form(rows).headerRows == 1)
  }

  @Test func typeformRepeatsChoicesAsHeaders() {
    let form = form([
      "#|How was it?|Staff|Price|Other|Food|None|Other|Start Date (UTC)|Submit Date (UTC)|Network ID",
      "ab12|4|Staff|||Food||bread|2026-01-01 10:00:00|2026-01-01 10:01:00|f0",
      "ab13|5|Staff|Price|x||None||2026-01-01 10:00:00|2026-01-01 10:01:00|f1",
    ])
    #expect(form.tool == .typeform)
    #expect(
      form.columns.dropFirst().prefix(7).map(\.name) == [
        "How was it?", "Staff", "Price", "Other [Price]", "Food", "None", "Other [Food]",
      ])
    #expect(form.columns[1].text == "How was it?")
    #expect(form.columns[2].text == nil)
    #expect(form.columns.suffix(3).map(\.role) == [.start, .end, .device])
    #expect(form.completion == nil)
  }

  @Test func alchemerPutsRowsBeforeQuestions() {
    let form = form([
      "Response ID|Time Started|Date Submitted|Status|Speed:Rate us|Price:Rate us|Other word(s)::Rate us|Why: tell us|At 10:30?",
      "1|2026-01-01 10:00:00|2026-01-01 10:01:00|Complete|4|3||x|y",
    ])
    #expect(form.tool == .alchemer)
    #expect(
      form.columns.dropFirst(4).map(\.text) == [
        "Rate us [Speed]", "Rate us [Price]", "Rate us [Other word(s):]", "Why: tell us", "At 10:30?",
      ])
    #expect(form.columns[4].name == "Speed:Rate us")
    #expect(form.completion == SurveyForm.Completion(column: 3, values: ["Complete"]))
  }

  @Test func blankRowsBeforeTheHeaderAreNone() {
    let form = form(["||", " |\u{A0}|", "a|b\nc|d", "1|2|3"])
    #expect(form.blankRows == 2)
    #expect(form.headerRows == 1)
    #expect(form.recordsBefore == 3)
    #expect(form.columns.map(\.name) == ["a", "b c", "d"])
  }

  @Test func severalRowsCanBeDeclared() {
    let rows = ["Q1|Q2", "How was it?|And now?", "{}|{}", "1|2"]
    let sample = FormSample(rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) })
    let form = PlainForm.form(of: sample, headerRows: 3)
    #expect(form.recordsBefore == 3)
    #expect(form.columns.map(\.name) == ["Q1", "Q2"])
    #expect(form.columns.map(\.text) == ["How was it?", "And now?"])
  }
}
