import Testing

@testable import Ingest

@Suite struct HeaderTexts {
  @Test(arguments: [
    ("Plain", "Plain"), ("  two \u{A0} blanks ", "two blanks"), ("line\r\nbreak", "line break"), ("a<br>b", "a b"),
    ("a<br />b</p>", "a b"), ("<strong>Bold</strong>ly", "Boldly"), ("<span style=\"color:red\">red</span>", "red"),
    ("R&amp;D &lt;5 &#8211; &#x27;x&#x27;", "R&D <5 – 'x'"), ("caf&eacute;&nbsp;au lait", "café au lait"),
    ("under < 18 or > 60", "under < 18 or > 60"), ("<none>", "<none>"),
    ("AT&T; &unknown; &#0; &#xD800; &", "AT&T; &unknown; &#0; &#xD800; &"),
    ("a\u{FEFF}b\u{200B}", "ab"), ("", ""), ("<br>", ""), ("&#+5;", "&#+5;"),
  ])
  func markupIsTakenOut(_ case: (raw: String, plain: String)) {
    #expect(HeaderText(`case`.raw).plain == `case`.plain)
  }

  @Test func bytesThatAreNoTextAreCounted() {
    #expect(HeaderText("\0").plain == "")
    #expect(HeaderText("a\0b\0").plain == "ab")
    #expect(HeaderText("a\0b\0").nulBytes == 2)
  }
}

@Suite struct DayPatterns {
  @Test(arguments: [
    (["8/6/2019 10:01:25"], "MM/DD/YYYY"), (["8/6/2019", "28/6/2019"], "DD/MM/YYYY"), (["8/26/2019"], "MM/DD/YYYY"),
    (["06.08.2019 10:01:25"], "DD.MM.YYYY"), (["2019/08/06 10:01:25 AM GMT+2"], "YYYY/MM/DD"),
    (["1-2-2019"], "DD-MM-YYYY"), (["1-2-2019", "1-13-2019"], "MM-DD-YYYY"), (["5.8.2019 10.01.25"], "DD.MM.YYYY"),
    (["2019-08-06 10:01:25"], nil), (["13/6/2019", "6/13/2019"], nil), (["1/2/2019", "1.2.2019"], nil), ([], nil),
  ])
  func areToldFromTheDays(_ case: (days: [String], pattern: String?)) {
    #expect(DayOrder(`case`.days.compactMap { WrittenDay($0) })?.pattern == `case`.pattern)
  }

  @Test(arguments: [
    "", "7", "1-2", "10:01", "a/b/2019", "2019/08", "1/2/19", "12-2019-08", "+1/2/2019", "N/A", "2019-08-2019",
    "123/4/2019",
    "1/2/2019 was a bad day", "1/2/2019and", "0/1/2019",
  ])
  func otherTextsAreNoDays(_ text: String) {
    #expect(WrittenDay(text) == nil)
  }
}
