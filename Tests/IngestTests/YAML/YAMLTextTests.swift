import Audit
import Testing

@testable import Ingest

@Suite struct YAMLTextTests {
  /// What is not YAML is named in our own words, at the place that has to be mended.
  @Test(arguments: [
    ("title: a\ntitle: b", "f.yml:2:1: error: 'title' is written twice [yaml/duplicate-key] help: keep one of the two"),
    (
      "a:\n  x: 1\n  y: 2\n  x: 3",
      "f.yml:4:3: error: 'x' is written twice [yaml/duplicate-key] help: keep one of the two"
    ),
    (
      "a: {x: 1, y: {x: 2}, x: 3}",
      "f.yml:1:15: error: 'x' is written twice [yaml/duplicate-key] help: keep one of the two"
    ),
    (
      "1: a\n\"1\": b",
      "f.yml:2:2: error: '1' is written twice [yaml/duplicate-key] help: keep one of the two"
    ),
    (
      "!!int 1: a\n1: b",
      "f.yml:2:1: error: '1' is written twice [yaml/duplicate-key] help: keep one of the two"
    ),
    (
      "x: 1\n\"x\": 2",
      "f.yml:2:2: error: 'x' is written twice [yaml/duplicate-key] help: keep one of the two"
    ),
    (
      "a: &x 1\nb: 2",
      "f.yml:1:4: error: anchors and aliases ('&x', '*x') are not supported [yaml/anchor] help: write the value out; "
        + "put a text that begins with '&' or '*' in quotes"
    ),
    (
      "a: *x",
      "f.yml:1:4: error: anchors and aliases are not supported [yaml/syntax] help: put the text in quotes if it begins "
        + "with '*' or '&'"
    ),
    ("a:\n\tb: 1", "f.yml:2:1: error: a tab where YAML wants blanks [yaml/syntax] help: indent with blanks"),
    (
      "a: \"open\nb: 1\n",
      "f.yml:1:4: error: this quote is never closed [yaml/syntax] help: close it with the same quote"
    ),
    (
      "a: 'open\n",
      "f.yml:1:4: error: this quote is never closed [yaml/syntax] help: close it with the same quote"
    ),
    ("a: [1, 2\nb: 3\n", "f.yml:2:2: error: a ',' or the closing ']' is missing [yaml/syntax]"),
    ("a: {b: 1\n", "f.yml:1:9: error: a ',' or the closing '}' is missing [yaml/syntax]"),
    (
      "a: @home",
      "f.yml:1:4: error: a text cannot begin with '@' unquoted [yaml/syntax] help: put the text in quotes"
    ),
    (
      "a: b: c",
      "f.yml:1:5: error: unexpected ':' [yaml/syntax] help: put the text in quotes if it contains ': ', ' #' or begins "
        + "with one of []{}>|*&!%@`\"'; else mend the indentation"
    ),
    (
      "a: 1\nplain text\nb: 2",
      "f.yml:2:1: error: this line has neither 'key: value' nor a place in the text above [yaml/syntax] help: a ': ' is "
        + "missing"
    ),
    (
      "a: 1\n---\nb: 2",
      "f.yml:2:1: error: a second document begins here [yaml/syntax] help: keep everything in one document, without '---'"
    ),
    (
      "a: x\u{1}y",
      "f.yml:1:5: error: a control character (U+0001) has no place in YAML [yaml/syntax] help: delete it"
    ),
    ("? [a]\n: b", "f.yml:1:3: error: a key must be a text, not a list or a mapping [yaml/key]"),
    (
      "a: \"\\q\"",
      "f.yml:1:5: error: unknown escape in a text in double quotes [yaml/syntax] help: write \\\\ for a backslash, or use "
        + "single quotes"
    ),
  ])
  func namesWhatIsNotYAML(text: String, expected: String) {
    let (root, diagnostics) = YAMLText.parse(SourceText(text, file: "f.yml"))
    #expect(root == nil)
    #expect(lines(diagnostics) == [expected])
  }

  @Test func refusesNestingBeyondItsLimit() {
    let text = "a: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    let (root, diagnostics) = YAMLText.parse(SourceText(text, file: "f.yml"))
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["yaml/too-deep"])
  }

  @Test func countsPlacesFromTheFirstLineOfTheFile() {
    let source = SourceText("title: a\ntitle: b\n", file: "note.md", firstLine: 2)
    let (_, diagnostics) = YAMLText.parse(source)
    #expect(diagnostics.first?.location == SourceLocation("note.md", line: 3, column: 1))
    #expect(diagnostics.first.flatMap(underlined) == "title")
  }

  /// YAML 1.1 would convert all of these.
  @Test(arguments: ["Yes", "on", "12:30", "07", "2026-01-01", "1e3", "0x7", ".5"])
  func keepsValuesAsTheyAreWritten(text: String) {
    let (root, _) = YAMLText.parse(SourceText("a: \(text)", file: "f.yml"))
    guard case .mapping(let mapping) = root, case .scalar(let scalar) = mapping["a"] else {
      Issue.record("no scalar")
      return
    }
    #expect(scalar.text == text)
    #expect(scalar.span == TextSpan(line: 1, column: 4, length: text.unicodeScalars.count))
  }

  /// libyaml also breaks lines at U+2028; an editor does not.
  @Test func countsLinesAsAnEditorDoes() {
    let (_, diagnostics) = YAMLText.parse(SourceText("a: x\u{2028}y\r\nb: 1\rb: 2", file: "f.yml"))
    #expect(diagnostics.first?.location == SourceLocation("f.yml", line: 3, column: 1))
  }
}
