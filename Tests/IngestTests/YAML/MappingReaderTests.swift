import Audit
import Testing

@testable import Ingest

@Suite struct MappingReaderTests {
  private func read<Value>(
    _ text: String, _ body: (inout MappingReader) -> Value
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    MappingReader.read(SourceText(text, file: "f.yml"), as: "f.yml", body)
  }

  @Test func readsValuesOfTheirTypes() {
    let text = """
      title: 'Yes'
      count: -07
      ratio: 0.25
      volume: 80%
      on: true
      from: 2026-02-28
      status: done
      tags: [a, "b"]
      one: a
      nothing:
      """
    let (_, diagnostics) = read(text) { reader in
      #expect(reader.string("title") == "Yes")
      #expect(reader.integer("count") == -7)
      #expect(reader.number("ratio") == 0.25)
      #expect(reader.share("volume") == 0.8)
      #expect(reader.flag("on") == true)
      #expect(reader.day("from") == Day(year: 2026, month: 2, day: 28))
      #expect(reader.enumeration("status", as: Correction.Status.self) == .done)
      #expect(reader.texts("tags").map(\.text) == ["a", "b"])
      #expect(reader.texts("one").map(\.text) == ["a"])
      #expect(reader.string("nothing") == nil)
      #expect(reader.string("absent") == nil)
    }
    #expect(lines(diagnostics) == [])
  }

  @Test(arguments: [
    ("k: [a]", "f.yml:1:4: error: 'k' must be a text, not a list [yaml/wrong-type]", "string"),
    ("k: 7.5", "f.yml:1:4: error: 'k' must be a whole number, not '7.5' [yaml/wrong-type]", "integer"),
    ("k: +7", "f.yml:1:4: error: 'k' must be a whole number, not '+7' [yaml/wrong-type]", "integer"),
    ("k: 12", "f.yml:1:4: error: 'k' must be 0 to 10, not 12 [yaml/out-of-range]", "integer"),
    ("k: nan", "f.yml:1:4: error: 'k' must be a number, not 'nan' [yaml/wrong-type]", "number"),
    ("k: 120%", "f.yml:1:4: error: 'k' must be between 0 and 1, not 120% [yaml/out-of-range]", "share"),
    ("k: most", "f.yml:1:4: error: 'k' must be a share such as 80% or 0.8, not 'most' [yaml/wrong-type]", "share"),
    (
      "k: 40,5 %",
      "f.yml:1:4: error: 'k' must be a share such as 80% or 0.8, not '40,5 %' [yaml/wrong-type] help: write a decimal point: 40.5 %",
      "share"
    ),
    (
      "k: 80", "f.yml:1:4: error: 'k' must be between 0 and 1, not 80 [yaml/out-of-range] help: write 80% or 0.8",
      "share"
    ),
    (
      "k: 1,5", "f.yml:1:4: error: 'k' must be a number, not '1,5' [yaml/wrong-type] help: write a decimal point: 1.5",
      "number"
    ),
    ("k: yes", "f.yml:1:4: error: 'k' must be true or false, not 'yes' [yaml/wrong-type]", "flag"),
    (
      "k: 2026-02-29", "f.yml:1:4: error: 'k' must be a day such as 2026-03-31, not '2026-02-29' [yaml/wrong-type]",
      "day"
    ),
    (
      "k: plannd",
      "f.yml:1:4: error: 'k' cannot be 'plannd' [yaml/not-one-of] help: did you mean 'planned'? possible are 'planned', "
        + "'in-progress', 'done', 'accepted'", "enumeration"
    ),
    ("k: a", "f.yml:1:4: error: 'k' must be a list, not 'a' [yaml/wrong-type] help: write 'k: [...]'", "list"),
    ("k: [a, {b: c}]", "f.yml:1:8: error: 'k' must be a list of texts, not a mapping [yaml/wrong-type]", "texts"),
    (
      "k: 5", "f.yml:1:4: error: 'k' must be a mapping, not '5' [yaml/wrong-type] help: write 'k: {key: value}'",
      "mapping"
    ),
    (
      "k: [5]",
      "f.yml:1:5: error: 'k' must be a list of mappings, not '5' [yaml/wrong-type] help: write '- {key: value}'",
      "mappings"
    ),
    ("{}", "f.yml:1:1: error: 'k' is missing in f.yml [yaml/missing-key] help: add 'k:'", "required"),
  ])
  func reportsValuesOfTheWrongType(text: String, expected: String, type: String) {
    let (_, diagnostics) = read(text) { reader in
      switch type {
      case "string": #expect(reader.string("k") == nil)
      case "integer": #expect(reader.integer("k", in: 0...10) == nil)
      case "number": #expect(reader.number("k") == nil)
      case "share": #expect(reader.share("k") == nil)
      case "flag": #expect(reader.flag("k") == nil)
      case "day": #expect(reader.day("k") == nil)
      case "enumeration": #expect(reader.enumeration("k", as: Correction.Status.self) == nil)
      case "list": #expect(reader.list("k").isEmpty)
      case "texts": #expect(reader.texts("k").map(\.text) == ["a"])
      case "mapping": #expect(reader.mapping("k") { _ in 1 } == nil)
      case "mappings": #expect(reader.mappings("k", each: "a k") { _ in 1 }.isEmpty)
      default: #expect(reader.required("k") == nil)
      }
    }
    #expect(lines(diagnostics) == [expected])
  }

  @Test func reportsUnknownKeysWhereverTheyStand() {
    let (_, diagnostics) = read("titel: a\nbrand: {acent: x}\n") { reader in
      _ = reader.string("title")
      _ = reader.mapping("brand") { brand in brand.string("accent") }
    }
    #expect(
      lines(diagnostics) == [
        "f.yml:2:9: error: unknown key 'acent' in 'brand' [yaml/unknown-key] help: did you mean 'accent'?",
        "f.yml:1:1: error: unknown key 'titel' in f.yml [yaml/unknown-key] help: did you mean 'title'?",
      ])
    #expect(diagnostics.compactMap(underlined) == ["acent", "titel"])
  }

  @Test(arguments: [
    ("- a", "f.yml:1:1: error: this must be 'key: value' lines, not a list [yaml/syntax]"),
    ("just text", "f.yml:1:1: error: this is not 'key: value' [yaml/syntax]"),
  ])
  func wantsAMappingAtTheRoot(text: String, expected: String) {
    #expect(lines(read(text) { _ in () }.diagnostics) == [expected])
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n"]) func readsAnEmptyTextAsAnEmptyMapping(text: String) {
    let (value, diagnostics) = read(text) { $0.string("a") == nil }
    #expect(value == true)
    #expect(diagnostics.isEmpty)
  }
}
