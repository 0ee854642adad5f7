import CommonMark
import Testing

@Suite struct BlockTests {
  /// One line a block: its kind, its lines and column, its text.
  private func outline(_ text: String, firstLine: Int = 1) throws -> [String] {
    try Document(parsing: text, firstLine: firstLine).blocks.map { block in
      let text = block.plainText.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
      return "\(block.depth) \(block.kind) \(block.line):\(block.column)-\(block.endLine) \(text)"
    }
  }

  @Test func readsListsWithTheirBoxes() throws {
    let text = """
      - [x] S1 met
      - [ ] S2 *missed* [x]
        second line

      1. [X] done
         - ✅ inner
      """
    #expect(
      try outline(text) == [
        "0 list(ordered: false) 1:1-3 ",
        "1 item(task: Optional(CommonMark.TaskMark.done)) 1:1-1 S1 met", "2 paragraph 1:3-1 S1 met",
        "1 item(task: Optional(CommonMark.TaskMark.open)) 2:1-3 S2 missed [x]⏎second line",
        "2 paragraph 2:3-3 S2 missed [x]⏎second line",
        "0 list(ordered: true) 5:1-6 ", "1 item(task: Optional(CommonMark.TaskMark.done)) 5:1-6 done",
        "2 paragraph 5:4-5 done", "2 list(ordered: false) 6:4-6 ", "3 item(task: nil) 6:4-6 ✅ inner",
        "4 paragraph 6:6-6 ✅ inner",
      ])
  }

  @Test func readsTablesAlsoWhereTheyCutAParagraphOff() throws {
    let text = """
      Text above
      in two lines
      | Issue | Severity |
      |---|---|
      | Ä \\| b | 3 |
      | short |

      > | a |
      > |---|
      """
    #expect(
      try outline(text, firstLine: 101) == [
        "0 paragraph 101:1-102 Text above⏎in two lines",
        "0 table 103:1-106 ", "1 tableRow(isHeader: true) 103:1-103 ", "2 tableCell 103:1-103 Issue",
        "2 tableCell 103:1-103 Severity", "1 tableRow(isHeader: false) 105:1-105 ", "2 tableCell 105:2-105 Ä | b",
        "2 tableCell 105:11-105 3", "1 tableRow(isHeader: false) 106:1-106 ", "2 tableCell 106:2-106 short",
        "2 tableCell 106:1-106 ",
        "0 blockQuote 108:1-109 ", "1 table 108:3-109 ", "2 tableRow(isHeader: true) 108:3-108 ",
        "3 tableCell 108:4-108 a",
      ])
  }

  @Test func readsHeadingsCodeQuotesAndFootnotes() throws {
    let text = """
      # One `two`
      setext
      over lines
      ===
      ```sh x
      a
      ```
      > quote
      lazy

      ***
      [^1]: note

      <div>
      x

      [ref]: a.md
      behind [ref] and[^1]
      two lines
      """
    #expect(
      try outline(text) == [
        "0 heading(level: 1) 1:1-1 One two", "0 heading(level: 1) 2:1-4 setext⏎over lines",
        "0 codeBlock(info: \"sh x\") 5:1-7 a⏎", "0 blockQuote 8:1-9 ", "1 paragraph 8:3-9 quote⏎lazy",
        "0 thematicBreak 11:1-11 ", "0 htmlBlock 14:1-15 <div>⏎x⏎", "0 paragraph 18:1-19 behind ref and⏎two lines",
        "0 footnote 12:7-12 ", "1 paragraph 12:7-12 note",
      ])
  }

  @Test func countsColumnsInScalars() throws {
    let blocks = try Document(parsing: "> ä\n\n| é | b |\n|---|---|\n| ❌ | d |").blocks
    #expect(blocks.last?.column == 6)
  }

  @Test func knowsWhatIsInsideWhat() throws {
    let blocks = try Document(parsing: "- a\n  - b\n  - c\n- d\n\ne").blocks
    #expect(blocks.topLevel == [0, 10])
    #expect(blocks.children(of: 0) == [1, 8])
    #expect(blocks.children(of: 1) == [2, 3])
    #expect(blocks.children(of: 3) == [4, 6])
    #expect(blocks.children(of: 2).isEmpty)
    #expect(blocks[0].descendants == 1..<10)
  }

  @Test func givesThePlainTextOfAllBlocksOnce() throws {
    let document = try Document(parsing: "# A\n\n- [x] b *c*\n\n| d |\n|---|\n| `e` |\n\n![f](g.png)<br>h<!-- i -->")
    #expect(document.plainText == "A\nb c\nd\ne\nf\nh")
  }

  @Test func sumsUpWithTheFirstParagraph() throws {
    #expect(
      try Document(parsing: "# A\n\n> q\n\n- l\n\nFirst *one*\nof two lines.\n\nNext").summary
        == "First one of two lines.")
    #expect(try Document(parsing: "# A\n\n- l").summary == nil)
  }

  @Test func aPartOfATextKeepsItsPlaces() throws {
    let document = try Document(parsing: "a\n\n- x\n  > ## q\n  > - [ ] é *b*\nlazy\n", firstLine: 7)
    let quote = try #require(document.blocks.first { $0.kind == .blockQuote })
    #expect(document.sourceLines(of: quote).map(\.text) == ["  > ## q", "  > - [ ] é *b*", "lazy"])
    let part = document.contentLines(of: quote)
    #expect(
      part == [
        SourceLine(number: 10, column: 5, text: "## q"), SourceLine(number: 11, column: 5, text: "- [ ] é *b*"),
        SourceLine(number: 12, column: 1, text: "lazy"),
      ])
    let blocks = try Document(parsing: part).blocks
    #expect(blocks.map(\.line) == [10, 11, 11, 11])
    #expect(blocks.map(\.column) == [5, 5, 5, 7])
  }

  @Test func givesTheMarkdownOfCells() throws {
    let document = try Document(parsing: "a\n| b | c |\n|---|---|\n|  *é* | d \\| e | f |\n| g |\n")
    let blocks = document.blocks
    let rows = blocks.filter { block in if case .tableRow = block.kind { true } else { false } }
    #expect(
      rows.map { document.cells(ofRow: $0, among: blocks) } == [
        [SourceLine(number: 2, column: 3, text: "b"), SourceLine(number: 2, column: 7, text: "c")],
        [SourceLine(number: 4, column: 4, text: "*é*"), SourceLine(number: 4, column: 10, text: "d \\| e")],
        [SourceLine(number: 5, column: 3, text: "g"), SourceLine(number: 5, column: 6, text: "")],
      ])
  }

  @Test func givesTheMarkdownOfParagraphs() throws {
    let document = try Document(parsing: "> 1. [x] *é* [b](c)\n>    d\n> e\n\n## *f* ##")
    let sources = document.blocks.filter { $0.kind == .paragraph }.map { document.inlineSource(of: $0) }
    #expect(
      sources == [
        [
          SourceLine(number: 1, column: 10, text: "*é* [b](c)"), SourceLine(number: 2, column: 6, text: "d"),
          SourceLine(number: 3, column: 3, text: "e"),
        ]
      ])
  }
}
