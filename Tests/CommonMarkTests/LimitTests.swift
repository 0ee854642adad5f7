import CommonMark
import Testing

@Suite struct LimitTests {
  private func limit(_ text: String) -> ParsingLimit? {
    do {
      _ = try Document(parsing: text)
      return nil
    } catch {
      return error
    }
  }

  @Test func refusesATableLineOfHundredsOfColumns() {
    let line = String(repeating: "|x", count: 30_000)
    let text = "a\n\né " + line + "\n" + String(repeating: "|-", count: 30_000)
    #expect(limit(text) == ParsingLimit(kind: .columns, line: 3, column: 1003))
  }

  @Test func refusesALineLongerThan64KiB() {
    // 200 KB in one line: the quadratic case.
    #expect(limit(String(repeating: "|x", count: 100_000))?.kind == .lineBytes)
    #expect(limit(String(repeating: "a", count: 65_536)) == nil)
    #expect(
      limit("b\r\n" + String(repeating: "ä", count: 32_769)) == ParsingLimit(kind: .lineBytes, line: 2, column: 32_769))
  }

  @Test func refusesATextOver16MiB() {
    let text = String(repeating: "a", count: 1023)
    let lines = (1...(16 << 10)).map { SourceLine(number: $0, text: text) }
    #expect(throws: ParsingLimit(kind: .documentBytes, line: 20_000, column: 1)) {
      _ = try Document(parsing: lines + [SourceLine(number: 20_000, text: "")])
    }
  }

  @Test(arguments: [
    String(repeating: "> ", count: 101), String(repeating: ">", count: 101) + "a", String(repeating: "- ", count: 101),
    String(repeating: "1. ", count: 101), String(repeating: "> * ", count: 51),
  ])
  func refusesMoreThanAHundredLevelsInALine(line: String) {
    #expect(limit("a\n\n" + line)?.kind == .nesting)
    #expect(limit("a\n\n" + line)?.line == 3)
  }

  @Test func refusesATableThatShortRowsBlowUp() {
    let header = String(repeating: "|a", count: 100) + "\n" + String(repeating: "|-", count: 100) + "\n"
    #expect(limit(header + String(repeating: "b\n", count: 2_400)) == nil)
    #expect(limit(header + String(repeating: "b\n", count: 2_500))?.kind == .cells)
    #expect(limit("> " + header + String(repeating: "> b\n", count: 2_500))?.kind == .cells)
  }

  @Test func refusesAParagraphFullOfDelimiterRows() {
    #expect(limit(String(repeating: "a\n|-|-|\n", count: 50)) == nil)
    #expect(
      limit(String(repeating: "a\n|-|-|\n", count: 51)) == ParsingLimit(kind: .delimiterRows, line: 102, column: 1))
    #expect(limit(String(repeating: "a\n|-|-|\n\n", count: 500)) == nil)
  }

  @Test func refusesAParagraphFullOfBrackets() {
    #expect(limit(String(repeating: "![[]()\n", count: 10_001))?.kind == .brackets)
    #expect(limit(String(repeating: "- [x] a\n\n", count: 30_000)) == nil)
  }

  @Test func saysWhatTheLimitIs() {
    #expect(ParsingLimit(kind: .columns, line: 1, column: 1).summary == "more than 500 bars | in one line")
  }

  /// Inputs that are known to bring parsers down; each is as long as the limits let it be.
  @Test(arguments: [
    "[", "]", "![", "*", "_", "~", "`", "*a ", "*a **a ", "_a __a ", "[a](", "[a](<b", "<a ", "<!--", "<?", "<!A ",
    "&", "\\", "www.", "http://", "a@", "[^a]", "\t", "a**b", "``a`", "![](", "- a\n  ", ">\n", "a\n\n", "* *\n",
    "1. a\n   ",
  ])
  func survives(repeated: String) throws {
    let line = String(repeating: repeated, count: 60_000 / repeated.utf8.count)
    for text in [line, String(repeating: line.prefix(500) + "\n", count: 40)] {
      guard limit(text) == nil else { continue }
      // Whatever the text means, its letters are shown.
      let html = try Document(parsing: text).html().html
      #expect(html.utf8.count { $0 == UInt8(ascii: "a") } >= text.utf8.count { $0 == UInt8(ascii: "a") })
    }
  }

  @Test func survivesTextsThatNestThroughTheirLines() throws {
    let list = (0..<300).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    let document = try Document(parsing: list)
    #expect(document.blocks.map(\.depth).max() == 600)
    #expect(document.html().html.split(separator: "<li>").count == 301)
  }

  @Test(arguments: [">", "[", "*", "`", "_"])
  func aHundredThousandOfOneMarkAreRefusedAtOnce(mark: String) {
    #expect(limit(String(repeating: mark, count: 100_000)) != nil)
  }
}
