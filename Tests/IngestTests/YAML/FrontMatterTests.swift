import Audit
import Testing

@testable import Ingest

@Suite struct FrontMatterTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func splitsAtTheFences(lineBreak: String) {
    let text = ["---", "title: a", "date: b", "---", "# Head", "text"].joined(separator: lineBreak)
    let matter = FrontMatter(SourceText(text, file: "n.md"))
    #expect(matter.yaml?.lines == ["title: a", "date: b"])
    #expect(matter.yaml?.firstLine == 2)
    #expect(matter.body == MarkdownText(text: "# Head\(lineBreak)text", file: "n.md", firstLine: 5))
    #expect(matter.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("# Head\n---\n", "# Head\n---\n", 1), ("", "", 1), (" ---\na: b\n---\n", " ---\na: b\n---\n", 1),
    ("----\n---\n", "----\n---\n", 1),
  ])
  func leavesATextWithoutFrontMatterAlone(text: String, body: String, line: Int) {
    let matter = FrontMatter(SourceText(text, file: "n.md"))
    #expect(matter.yaml == nil)
    #expect(matter.body == MarkdownText(text: body, file: "n.md", firstLine: line))
  }

  @Test func readsAnEmptyFrontMatterAndAnEmptyBody() {
    let matter = FrontMatter(SourceText("---\n---\n", file: "n.md"))
    #expect(matter.yaml?.text == "")
    #expect(matter.body.text == "")
    #expect(matter.body.firstLine == 3)
  }

  @Test func reportsAFrontMatterThatNeverEnds() {
    let matter = FrontMatter(SourceText("---\ntitle: a\n# Head\n", file: "n.md"))
    #expect(
      lines(matter.diagnostics) == [
        "n.md:1:1: error: the front matter that begins here never ends [front-matter/unclosed] help: close it with a line "
          + "'---'"
      ])
    #expect(matter.diagnostics.first.flatMap(underlined) == "---")
  }

  @Test func dropsAByteOrderMark() throws {
    let source = try TextDecoding.text(of: [0xEF, 0xBB, 0xBF] + Array("---\na: b\n---\nx".utf8), file: "n.md").get()
    #expect(FrontMatter(source).yaml?.lines == ["a: b"])
  }

  @Test(arguments: [
    ([0x61, 0xFF], "n.md:1:2"), ([0x61, 0x0A, 0xC3, 0xA9, 0x62, 0xE9, 0x63], "n.md:2:3"),
    ([0x61, 0x0D, 0x0A, 0xC3], "n.md:2:1"), ([0xEF, 0xBB, 0xBF, 0xED, 0xA0, 0x80], "n.md:1:1"),
  ])
  func pointsAtTheFirstByteThatIsNotUTF8(bytes: [UInt8], place: String) {
    guard case .failure(let error) = TextDecoding.text(of: bytes, file: "n.md") else {
      Issue.record("decoded")
      return
    }
    #expect(
      lines([error.diagnostic]) == [
        "\(place): error: this byte is not UTF-8 [text/not-utf-8] help: save the file in the encoding UTF-8"
      ])
  }
}
