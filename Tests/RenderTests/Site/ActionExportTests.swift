import Audit
import TestSupport
import Testing
import Workbooks

@testable import Render

/// `data/actions.csv`, `data/actions.ics` and `data/register.xlsx`.
struct ActionExportTests {
  private static func file(_ path: String, _ report: Report) throws -> [UInt8] {
    try #require(render(report).site.files.first { $0.path == path }).bytes
  }

  private static func text(_ path: String, _ report: Report) throws -> String {
    String(decoding: try file(path, report), as: UTF8.self)
  }

  /// A second plan that serves two findings, with all that a step can have; a note's step; a plan without steps.
  private static func report() throws -> Report {
    var report = try SampleReport.make()
    var plan = Correction(
      slug: "calls", file: "content/corrections/calls.md", title: "Answer, \"at once\" now", status: .planned,
      body: MarkdownText(text: "", file: "content/corrections/calls.md", firstLine: 1))
    plan.milestones = [Correction.Milestone(title: "Trial", due: try SampleReport.day("2026-11-30"), line: 4)]
    var first = Step(text: "Listen to **forty** [calls](calls.md)\nin a week.", source: .plan, line: 5)
    first.milestone = "Trial"
    var second = Step(
      text: "=HYPERLINK(1)", done: true, owner: "@Ann", due: try SampleReport.day("2027-01-15"), source: .plan, line: 6)
    second.doneOn = try SampleReport.day("2026-09-01")
    plan.steps = [first, second]
    var accepted = Correction(
      slug: "app", file: "content/corrections/app.md", title: "Live with the app", status: .accepted, body: plan.body)
    accepted.until = try SampleReport.day("2027-06-30")
    report.project.corrections += [plan, accepted]
    for index in [0, 1] { report.findings[index].plans.append("calls") }
    var noted = Step(text: "Ask the host.", due: try SampleReport.day("2026-10-01"), source: .note, line: 30)
    noted.file = "content/notes/main-street.md"
    report.findings[0].steps.append(noted)
    report.findings[1].steps.append(noted)
    return report
  }

  @Test("one action a row: plans by their gravest finding, notes, suggestions, then what corrects nothing")
  func table() throws {
    let both = "gap.branch.responsiveness; gap.phone.responsiveness,Nobody takes notice of a waiting customer,critical"
    let host = "gap.branch.responsiveness,Nobody takes notice of a waiting customer,critical,branch,responsiveness"
    let page = "deficiencies/gap.branch.responsiveness.html"
    #expect(
      try Self.text("data/actions.csv", Self.report()) == """
        findings,title,class,touchpoint,dimension,number,step,done,done-on,owner,due,milestone,plan,plan-title,plan-status,source,page
        \(host),1,Map arrivals.,true,,Head of branches,2026-08-31,,host,A host at the door,overdue,plan,\(page)
        \(host),2,Put a host at the door.,false,,Head of branches,2026-08-31,,host,A host at the door,overdue,plan,\(page)
        \(both),branch,responsiveness,1,Listen to forty calls in a week.,false,,Head of branches,2026-11-30,Trial,calls,"Answer, ""at once"" now",planned,plan,\(page)
        \(both),branch,responsiveness,2,'=HYPERLINK(1),true,2026-09-01,'@Ann,2027-01-15,,calls,"Answer, ""at once"" now",planned,plan,\(page)
        \(both),branch,responsiveness,1,Ask the host.,false,,Head of branches,2026-10-01,,,,,note,\(page)
        gap.phone.responsiveness,Phone enquiry: responsiveness falls short,major,phone,responsiveness,1,Listen to forty calls.,false,,Contact centre,,,,,,playbook,deficiencies/gap.phone.responsiveness.html
        ,,,,,,Live with the app,false,,,,,app,Live with the app,accepted,plan,corrections/index.html#plan-app

        """)
  }

  @Test(
    "a text is no formula to a spreadsheet",
    arguments: [
      ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5 degrees", "'-5 degrees"), ("@Ann", "'@Ann"), ("\tx", "'\tx"),
      ("\rx", "'\rx"), ("＝1", "'＝1"), ("a=1", "a=1"), ("5 - 3", "5 - 3"), ("", ""), ("'x", "'x"),
    ])
  func guarded(_ case: (text: String, written: String)) {
    #expect(CSVText.guarded(`case`.text) == `case`.written)
  }

  @Test("the register's numbers keep their sign, its texts are guarded")
  func register() {
    var finding = Finding(id: "x", kind: .gap, title: "-T", findingClass: .minor, statement: "=S")
    finding.severity = -1.5
    finding.touchpoint = "@t"
    let row = String(decoding: FindingsTable.csv([finding]), as: UTF8.self).split(separator: "\n")[1]
    #expect(row == "x,gap,minor,open,'@t,,,,,,,,-1.5,,,,,,,,,,,,,,,,,,'-T,'=S")
  }

  // MARK: Calendar

  /// The logical lines of a calendar, unfolded.
  private static func lines(_ calendar: [UInt8]) throws -> [String] {
    let text = String(decoding: calendar, as: UTF8.self)
    let physical = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(physical.last?.isEmpty == true)
    #expect(physical.dropLast().allSatisfy { $0.last == "\r" && String($0.dropLast()).utf8.count <= 75 })
    var lines: [String] = []
    for line in physical.dropLast() {
      let line = String(line.dropLast())
      if line.hasPrefix(" ") { lines[lines.count - 1] += line.dropFirst() } else { lines.append(line) }
    }
    return lines
  }

  @Test("each plan and each step with a day is an event of a whole day")
  func calendar() throws {
    let lines = try Self.lines(Self.file("data/actions.ics", Self.report()))
    #expect(lines.prefix(3) == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cxaudit//actions//EN"])
    #expect(lines.last == "END:VCALENDAR")
    #expect(
      lines.filter { $0.hasPrefix("SUMMARY") || $0.hasPrefix("DTSTART") } == [
        "DTSTART;VALUE=DATE:20260831", "SUMMARY:Plan due: A host at the door",
        "DTSTART;VALUE=DATE:20260831", "SUMMARY:Done: Map arrivals.",
        "DTSTART;VALUE=DATE:20260831", "SUMMARY:Put a host at the door.",
        "DTSTART;VALUE=DATE:20261130", "SUMMARY:Listen to forty calls in a week.",
        "DTSTART;VALUE=DATE:20270115", "SUMMARY:Done: =HYPERLINK(1)",
        "DTSTART;VALUE=DATE:20261001", "SUMMARY:Ask the host.",
        "DTSTART;VALUE=DATE:20270630", "SUMMARY:Accepted until this day: Live with the app",
      ])
    #expect(lines.contains("DTEND;VALUE=DATE:20270701") && lines.contains("DTSTAMP:20260930T000000Z"))
    #expect(
      lines.contains(
        #"DESCRIPTION:Owner: Head of branches\nStep 1 of 2 of the plan “Answer\, "at once" now”\nMilestone: Trial\n"#
          + #"Critical: Nobody takes notice of a waiting customer (gap.branch.responsiveness)\n"#
          + #"Major: Phone enquiry: responsiveness falls short (gap.phone.responsiveness)\n"#
          + #"Page: deficiencies/gap.branch.responsiveness.html"#))
    let begins = lines.count { $0 == "BEGIN:VEVENT" }
    #expect(begins == 7 && lines.count { $0 == "END:VEVENT" } == 7)
    let uids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == 7 && uids.allSatisfy { $0.hasSuffix("@cxaudit") })
  }

  @Test("an entry keeps its id when days, owners and other steps change, and gets a new one with a new text")
  func ids() throws {
    func ids(_ report: Report) throws -> [String: String] {
      let lines = try Self.lines(Self.file("data/actions.ics", report))
      let uids = lines.filter { $0.hasPrefix("UID:") }
      let names = lines.filter { $0.hasPrefix("SUMMARY:") }
      return Dictionary(zip(names, uids)) { _, last in last }
    }
    let before = try ids(Self.report())
    var report = try Self.report()
    report.asOf = try SampleReport.day("2026-12-24")
    report.project.corrections[0].due = try SampleReport.day("2026-12-31")
    report.project.corrections[0].steps.insert(Step(text: "Hire.", source: .plan, line: 9), at: 1)
    report.project.corrections[1].steps[0].text = "Listen to fifty calls."
    let after = try ids(report)
    for name in ["SUMMARY:Plan due: A host at the door", "SUMMARY:Put a host at the door.", "SUMMARY:Ask the host."] {
      #expect(before[name] != nil && before[name] == after[name])
    }
    #expect(after["SUMMARY:Listen to fifty calls."] != before["SUMMARY:Listen to forty calls in a week."])
    report.project.corrections[0].steps[1].text = "Map arrivals."
    let uids = try Self.lines(Self.file("data/actions.ics", report)).filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == uids.count)
  }

  @Test("long lines are folded between characters", arguments: [1, 2, 3, 5, 70, 71, 72, 73, 74, 75, 76, 400])
  func folding(count: Int) throws {
    for letter in ["a", "é", "水", "🏦", "\\"] {
      let long = String(repeating: letter, count: count)
      var calendar = CalendarText()
      calendar.add("SUMMARY", text: long)
      #expect(try Self.lines(calendar.bytes) == ["SUMMARY:" + (letter == "\\" ? long + long : long)])
    }
  }

  @Test(
    "what has a meaning in a calendar is escaped",
    arguments: [
      ("a;b,c\\d", #"a\;b\,c\\d"#), ("a\nb\r\nc\rd", #"a\nb\nc\nd"#), ("a\u{0}\u{7}b\tc", "ab\tc"), ("a:b", "a:b"),
    ])
  func escaping(_ case: (text: String, written: String)) {
    #expect(CalendarText.escaped(`case`.text) == `case`.written)
  }

  @Test("the method page leads to every file for others that there is")
  func listed() throws {
    let files = render(try Self.report()).site.files
    let method = String(decoding: try #require(files.first { $0.path == "method.html" }).bytes, as: UTF8.self)
    let data = files.map(\.path).filter { $0.hasPrefix("data/") }
    #expect(data.count == 6)
    for path in data { #expect(method.contains("<dt><a href=\"\(path)\">\(path)</a></dt>")) }
  }

  @Test("without a day there is no calendar")
  func nothingDue() throws {
    var report = try SampleReport.make()
    report.project.corrections[0].due = nil
    let paths = render(report).site.files.map(\.path)
    #expect(!paths.contains("data/actions.ics") && paths.contains("data/actions.csv"))
    #expect(report.calendar == nil && !ActionDays.hasDays(report))
  }

  // MARK: Workbook

  private static func sheet(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "register.xlsx")
    let sheet = try Workbook.sheet(named: name, ofFile: folder.path("register.xlsx"))
    return String(decoding: sheet.csv, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("the workbook has the register, the steps and the headline figures")
  func workbook() throws {
    let bytes = try Self.file("data/register.xlsx", Self.report())
    let register = try Self.sheet("Register", bytes)
    #expect(register.count == 6)
    #expect(register[1].hasPrefix("Critical,Nobody takes notice of a waiting customer,Branch visit,Responsiveness,,"))
    #expect(register[1].contains(",0.62,0.58,0.66,611,41.2,22.66,,,,,0.27,,"))
    #expect(register[1].contains(",overdue,Head of branches,2026-08-31,2,1,A host at the door,"))
    let steps = try Self.sheet("Steps", bytes)
    #expect(steps.count == 8)
    #expect(steps[2].hasPrefix("Put a host at the door.,late,Head of branches,2026-08-31,,Critical,"))
    #expect(steps[4].hasPrefix("=HYPERLINK(1),done,@Ann,2027-01-15,2026-09-01,Critical,"))
    #expect(steps[6].contains(",suggested,"))
    let figures = try Self.sheet("Statistics", bytes)
    #expect(figures.contains { $0.hasPrefix("customers,2026-Q3,outcome,Would recommend (NPS),nps,21,15,27,1842,,") })
    #expect(figures.contains { $0.hasPrefix("customers,2026-Q3,cell,Branch visit · Responsiveness,gap.mean,-1.7,") })
    #expect(!figures.contains { $0.contains("2026-Q1") })
  }

  @Test("cells lead to the pages only where the workbook lies in the site")
  func links() throws {
    let report = try Self.report()
    #expect(try Self.file("data/register.xlsx", report) != report.workbook)
    #expect(try Self.sheet("Steps", Self.file("data/register.xlsx", report)) == Self.sheet("Steps", report.workbook))
  }

  @Test("what is withheld has a reason in place of its value")
  func withheld() throws {
    var report = try Self.report()
    var surveys = report.measured.surveys
    let wave = surveys[0].waves.count - 1
    let place = try #require(
      surveys[0].waves[wave].slices[0].measurements.firstIndex { $0.key.kind == .cell })
    var measurement = surveys[0].waves[wave].slices[0].measurements[place]
    measurement = Measurement(key: measurement.key, n: nil, figures: measurement.figures)
    for statistic in measurement.figures.keys { measurement.set(statistic, .suppressed) }
    surveys[0].waves[wave].slices[0].measurements[place] = measurement
    report.measured = MeasuredAudit(surveys: surveys)
    let rows = try Self.sheet("Statistics", Self.file("data/register.xlsx", report)).filter {
      $0.contains(",\(measurement.key.subject)") && $0.contains(",cell,")
    }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(",,,,,\(ReasonWords.text(.suppressed)),") })
  }

  @Test("only what is asked for keeps its plans")
  func keep() throws {
    var report = try Self.report()
    report.keep { $0.touchpoint == "phone" }
    #expect(report.project.corrections.map(\.slug) == ["calls"])
    #expect(try Self.sheet("Register", report.workbook).count == 3)
  }
}
