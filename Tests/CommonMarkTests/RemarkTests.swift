import CommonMark
import Testing

@Suite struct RemarkTests {
  @Test func remarksOnHTMLThatIsShownAsText() throws {
    let remarks = try Document(parsing: "a\n\n<div>\n\nb <i>c</i><br><!-- d -->").html().remarks
    #expect(remarks == [.rawHTML(line: 3, column: 1), .rawHTML(line: 5, column: 1), .rawHTML(line: 5, column: 1)])
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| é | 2 | 3 |", [Rendering.Remark.surplusCells(line: 3, column: 10)]),
    ("a | b\n--|--\n1 | 2 | 3", [.surplusCells(line: 3, column: 8)]),
    ("> a | b\n> --|--\n> 1 | 2 | 3", [.surplusCells(line: 3, column: 10)]),
    ("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |  ", []), ("a | b\n--|--\n1 | 2", []), ("a | b\n--|--\n1 | 2 |", []),
  ])
  func remarksOnCellsThatNoHeaderHas(markdown: String, remarks: [Rendering.Remark]) throws {
    #expect(try Document(parsing: markdown).html().remarks == remarks)
  }
}
