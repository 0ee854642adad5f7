import Audit
import Testing

@testable import Ingest

@Suite struct CodebookProblemTests {
  private static let idHint = "help: ids of items, dimensions, touchpoints and outcomes must differ from each other"

  /// Codebooks that cannot be read, whatever the file's header.
  @Test(arguments: [
    (
      "{}",
      "1:1: error: the codebook names neither items nor outcomes [codebook/empty] help: add 'items:' or 'outcomes:'; "
        + "'cxaudit init' makes a codebook with both"
    ),
    (
      "items: [{perceptoin: a}]",
      "1:9: error: 'perception' is missing in an item [yaml/missing-key] help: add 'perception:'"
    ),
    (
      "outcomes: [{kind: ces, column: a}]",
      "1:12: error: 'better' is missing in an outcome [yaml/missing-key] help: add 'better:'"
    ),
    (
      "outcomes: [{kind: yes, column: a}]",
      "1:12: error: 'yes' is missing in an outcome [yaml/missing-key] help: add 'yes:'"
    ),
    ("outcomes: [{column: a}]", "1:12: error: 'kind' is missing in an outcome [yaml/missing-key] help: add 'kind:'"),
    (
      "outcomes: [{kind: npss, column: a}]",
      "1:19: error: 'kind' cannot be 'npss' [yaml/not-one-of] help: did you mean 'nps'? possible are 'nps', 'csat', 'ces', "
        + "'yes'"
    ),
    (
      "outcomes: [{kind: nps, column: a, scale: {min: 1, max: 11}}]",
      "1:35: error: an outcome of kind nps is on the scale 0…10 [codebook/nps-scale] help: leave 'scale' out; a file that "
        + "stores 1…11 needs 'offset: -1'"
    ),
    (
      "scale: {min: 7, max: 1}",
      "1:8: error: a scale must go up from 'min' to 'max' by at most 1000 steps [codebook/scale]"
    ),
    ("scale: {min: 1}", "1:8: error: 'max' is missing in 'scale' [yaml/missing-key] help: add 'max:'"),
    (
      "labels: {Yes: 1, yes: 2}",
      "1:18: error: the label 'yes' stands there twice [codebook/label-twice] help: capitals make no difference"
    ),
    ("labels: {Yes: one}", "1:15: error: 'Yes' must be a whole number, not 'one' [yaml/wrong-type]"),
    (
      "items: [{perception: a, expectation: b, standard: 6}]",
      "1:51: error: an item has an 'expectation', or a 'standard', or 'minimum' and 'desired' [codebook/two-comparisons] "
        + "help: a standard stands in for expectations that nobody was asked for"
    ),
    (
      "csv: {encoding: my/own}",
      "1:17: error: 'my/own' is no name of an encoding [codebook/encoding] help: write a name such as UTF-8, UTF-16, "
        + "windows-1252, Shift_JIS or CP949"
    ),
    (
      "csv: {limits: {record: 2 MB}}",
      "1:24: error: 'record' cannot be '2 MB' [codebook/size] help: write a size from 1 KiB to 1 GiB, such as 64 MiB"
    ),
    (
      "csv: {limits: {columns: 0}}",
      "1:25: error: 'columns' must be 1 to 1000000, not 0 [yaml/out-of-range]"
    ),
    (
      "csv: {quote: '`'}",
      "1:14: error: 'quote' cannot be '`' [yaml/not-one-of] help: possible are 'double', 'single'"
    ),
    (
      "csv: {header-rows: 0}",
      "1:20: error: a file cannot have 0 header rows [codebook/header-rows] help: write how many rows stand before the first "
        + "answer, 1 to 10; blank rows in front do not count"
    ),
    (
      "csv: {delimiter: x}",
      "1:18: error: 'x' cannot be a delimiter [codebook/delimiter] help: possible are comma, semicolon, tab and bar, or the "
        + "character itself"
    ),
    (
      "fieldwork: {from: 2026-02-01, to: 2026-01-01}",
      "1:31: error: the fieldwork ends before it begins [codebook/fieldwork-order]"
    ),
    (
      "fieldwork: {invited: 10000000001}",
      "1:22: error: 'invited' must be 1 to 10000000000, not 10000000001 [yaml/out-of-range]"
    ),
    (
      "respondents: clients",
      "1:14: error: 'respondents' cannot be 'clients' [yaml/not-one-of] help: possible are 'customers', "
        + "'staff', 'management'"
    ),
  ])
  func reportsWhatCannotBeRead(text: String, expected: String) {
    let fixture = PlanFixture(text, header: "a")
    #expect(lines(fixture.diagnostics).first == "s.yml:\(expected)")
    #expect(fixture.plan == nil)
  }

  /// Codebooks that do not fit the header `E1,E2,P1,P2,Other,Other,Overall`.
  @Test(arguments: [
    (
      "{perception: P3}",
      "2:22: error: there is no column 'P3' in s.csv [codebook/column-not-found] help: did you mean 'P1'?"
    ),
    (
      "{perception: waiting}",
      "2:22: error: there is no column 'waiting' in s.csv [codebook/column-not-found] help: the columns are 'E1', 'E2', 'P1', "
        + "'P2', 'Other', 'Other', 'Overall'"
    ),
    (
      "{perception: Other}",
      "2:22: error: the header 'Other' stands over several columns of s.csv: 5, 6 [codebook/header-repeated] help: name the "
        + "column by its position: \"#5\""
    ),
    (
      "{perception: E}",
      "2:22: error: 2 headers of s.csv begin with 'E': 'E1', 'E2' [codebook/column-ambiguous] help: write more of the header, "
        + "or the column's position such as \"#3\""
    ),
    (
      "{perception: '#8'}",
      "2:22: error: there is no column '#8' in s.csv [codebook/column-not-found] help: it has 7 columns, counted from \"#1\""
    ),
    (
      "{perception: '#-9223372036854775808'}",
      "2:22: error: there is no column '#-9223372036854775808' in s.csv [codebook/column-not-found] help: it has 7 columns, "
        + "counted from \"#1\""
    ),
    (
      "{perception: P1}, {perception: P1}",
      "2:40: error: the id 'P1' is taken by an item (line 2) [id/taken] \(idHint)"
    ),
    (
      "{id: a, perception: P1}, {id: b, perception: P1}",
      "2:54: error: column 'P1' cannot serve item 'b': it serves item 'a' [codebook/column-taken] help: name another column, "
        + "or take one of the two out"
    ),
    (
      "{perception: P1, expectation: P1}",
      "2:39: error: column 'P1' cannot serve item 'P1': it serves item 'P1' [codebook/column-taken] help: name another "
        + "column, or take one of the two out"
    ),
    (
      "{perception: P1..P2, expectation: E1}",
      "2:22: error: the columns of this entry do not pair up: 2 perceptions, 1 expectations [codebook/run] help: runs of one "
        + "entry have the same length"
    ),
    (
      "{perception: P1..E2}",
      "2:22: error: 'P1..E2' is no run of columns [codebook/run] help: the ends differ in their last number only, which goes "
        + "up: E1..E4"
    ),
    (
      "{id: p, perception: P1..P2}",
      "2:14: error: an entry with a run of columns takes no 'id' [codebook/run] help: it would go for all of its items; "
        + "write one entry for each column"
    ),
    (
      "{perception: P1..P3}",
      "2:22: error: there is no column 'P3' in s.csv [codebook/column-not-found] help: did you mean 'P1'?"
    ),
    (
      "{perception: P1, standard: 8}",
      "2:36: error: 'standard' 8 is outside the scale 1…7 of item 'P1' [codebook/level-off-scale]"
    ),
    (
      "{perception: P1, satisfied-from: 0}",
      "2:42: error: 'satisfied-from' 0 is outside the scale 1…7 of item 'P1' [codebook/level-off-scale]"
    ),
    (
      "{id: all, perception: P1}",
      "2:14: error: 'all' cannot be an id: it stands for everything [id/reserved] help: choose another"
    ),
    (
      "{id: empathy, perception: P1}",
      "2:14: error: the id 'empathy' is taken by a dimension of cxaudit.yml [id/taken] \(idHint)"
    ),
  ])
  func reportsWhatDoesNotFitTheHeader(items: String, expected: String) {
    let text = scale17 + "items: [\(items)]"
    let fixture = PlanFixture(text, header: "E1,E2,P1,P2,Other,Other,Overall")
    #expect(fixture.plan == nil)
    #expect(lines(fixture.diagnostics.filter { $0.severity == .error }).first == "s.yml:\(expected)")
  }

  @Test(arguments: [
    (
      1...5 as ClosedRange<Int>?,
      "the answers in column 'P1' go from 1 to 5: add 'scale: {min: 1, max: 5}' if these are its ends"
    ),
    (nil, "add 'scale: {min: 1, max: 7}' with the ends of the scale"),
  ])
  func wantsAScaleForEveryItem(observed: ClosedRange<Int>?, hint: String) {
    let fixture = PlanFixture("items: [{perception: P1}]", header: "P1", observed: observed)
    #expect(
      lines(fixture.diagnostics.filter { $0.severity == .error }) == [
        "s.yml:1:22: error: item 'P1' has no scale [codebook/no-scale] help: \(hint)"
      ])
  }

  @Test func suspectsTheDelimiterWhenThereIsOneColumn() {
    #expect(
      lines(PlanFixture(scale17 + "items: [{perception: P2}]", header: "P1;P2").diagnostics) == [
        "s.yml:2:22: error: there is no column 'P2' in s.csv [codebook/column-not-found] help: the header has one column only: "
          + "is the delimiter right? declare it with 'csv: {delimiter: \";\"}', or mend what is declared there"
      ])
  }

  /// A missing `P1` is not found in `P10`, the only column that begins so.
  @Test(arguments: ["P1", "P1..P2"]) func takesNoOtherNumberForABeginning(name: String) {
    let fixture = PlanFixture(scale17 + "items: [{perception: \(name)}]", header: "P2,P10")
    #expect(
      lines(fixture.diagnostics) == [
        "s.yml:2:22: error: there is no column 'P1' in s.csv [codebook/column-not-found] help: did you mean 'P2'?"
      ])
  }

  @Test func refusesOneColumnReadInTwoWays() {
    let text =
      scale17 + "items: [{perception: a}]\noutcomes: [{id: csat, kind: csat, column: a, scale: {min: 1, max: 5}}]"
    let fixture = PlanFixture(text, header: "a")
    #expect(
      lines(fixture.diagnostics.filter { $0.severity == .error }) == [
        "s.yml:3:43: error: column 'a' would be read in two ways: for item 'a' and for outcome 'csat' "
          + "[codebook/column-read-twice] help: give both the same scale and codes, or put a copy of the column into the file"
      ])
  }

  @Test func letsAnItemAndAnOutcomeShareAColumnThatBothReadAlike() {
    let text = scale17 + "items: [{perception: a, dimension: d}]\noutcomes: [{id: csat, kind: csat, column: a}]"
    let fixture = PlanFixture(text, header: "a")
    #expect(fixture.plan?.columns.count == 1)
    #expect(fixture.plan?.outcomes == [0])
  }

  @Test func wantsPointsForDimensionsThatExist() {
    let text = scale17 + "items: [{perception: a, dimension: speed}]\nimportance: {sped: w, speed: w2, empathy: w3}"
    let fixture = PlanFixture(text, header: "a,w,w2,w3")
    #expect(
      lines(fixture.diagnostics.filter { $0.severity == .error }) == [
        "s.yml:3:14: error: there is no dimension 'sped' [config/unknown-dimension] help: did you mean 'speed'?"
      ])
  }

  /// What can be left aside without making a figure wrong is a warning.
  @Test(arguments: [
    (
      "importance: derived",
      "2:13: warning: 'importance: derived' has no effect in this version: importance is not derived from the answers; it "
        + "is 1 for all"
    )
  ])
  func warnsAboutWhatHasNoEffect(line: String, expected: String) {
    let text = scale17 + "\(line)\nitems: [{perception: a, dimension: empathy}]"
    let fixture = PlanFixture(text, header: "a,b")
    #expect(lines(fixture.diagnostics) == ["s.yml:\(expected) [codebook/not-used-yet]"])
    #expect(fixture.plan != nil)
  }

  @Test func warnsAboutItemsThatRaiseNoFinding() {
    let text =
      scale17 + """
        items:
          - {perception: a, dimension: empathy, touchpoint: branch}
          - {perception: b, dimension: empathy}
          - {perception: c, touchpoint: branch}
          - {perception: d, dimension: speed}
          - {perception: e}
        """
    let fixture = PlanFixture(text, header: "a,b,c,d,e")
    #expect(
      lines(fixture.diagnostics) == [
        "s.yml:4:18: warning: this item counts for the dimension 'empathy' but raises no finding: other items of that "
          + "dimension have a touchpoint [codebook/mixed-cell] help: add 'touchpoint:'",
        "s.yml:5:18: warning: this item counts for the touchpoint 'branch' but raises no finding: other items of that "
          + "touchpoint have a dimension [codebook/mixed-cell] help: add 'dimension:'",
        "s.yml:7:18: warning: no finding can come from item 'e': neither touchpoint nor dimension [codebook/no-cell] help: add "
          + "'touchpoint:', 'dimension:' or both",
      ])
    #expect(fixture.plan?.definition.items.count == 5)
  }

  @Test func warnsAboutANameThatIsNearlyAKnownOne() {
    let fixture = PlanFixture(scale17 + "items: [{perception: a, dimension: empaty}]", header: "a")
    #expect(
      lines(fixture.diagnostics) == [
        "s.yml:2:36: warning: cxaudit.yml has no dimension 'empaty'; it is taken for one of its own "
          + "[codebook/unfamiliar-name] help: did you mean 'empathy'?"
      ])
  }

  @Test(
    "the name of a touchpoint or dimension in place of its id",
    arguments: [
      ("touchpoint: Branch visit", "error: 'Branch visit' cannot be an id [id/malformed] help: did you mean 'branch'?"),
      (
        "dimension: proximity",
        "warning: cxaudit.yml has no dimension 'proximity'; it is taken for one of its own [codebook/unfamiliar-name] "
          + "help: did you mean 'near'?"
      ),
    ])
  func name(written: String, told: String) {
    var configuration = Configuration()
    configuration.dimensions = [Dimension(id: "near", name: "Proximity")]
    let branch = Touchpoint(id: "branch", name: "Branch visit")
    configuration.journey = Journey(phases: [Phase(name: "during", touchpoints: [branch])])
    let fixture = PlanFixture(
      scale17 + "items: [{perception: a, \(written)}]", header: "a", configuration: configuration)
    #expect(lines(fixture.diagnostics).contains { $0.hasSuffix(told) }, "\(lines(fixture.diagnostics))")
  }

  @Test("a broken promise is no outcome of its own kind, and bands have an end")
  func limits() {
    let promise = "outcomes: [{kind: yes, column: a, yes: [broken], about: promise, better: low}]"
    #expect(
      lines(PlanFixture(promise, header: "a").diagnostics).contains { $0.contains("[codebook/broken-promise]") })
    let bands = "bands: [\((1...300).map { String($0) }.joined(separator: ", "))]"
    let text = scale17 + "items: [{perception: a, dimension: d}]\nsegments: [{column: b, \(bands)}]"
    #expect(lines(PlanFixture(text, header: "a,b").diagnostics).contains { $0.contains("more than 200 bands") })
    let recode = scale17 + "items: [{perception: a, dimension: d, recode: {1: 2, 01: 3}}]"
    #expect(lines(PlanFixture(recode, header: "a").diagnostics).contains { $0.contains("[codebook/label-twice]") })
  }

  @Test("a yes can be bad news", arguments: [("", Outcome.Direction.high), (", better: low", .low)])
  func yes(key: String, better: Outcome.Direction) {
    let text = "outcomes: [{kind: yes, column: a, yes: [y]\(key)}]"
    #expect(PlanFixture(text, header: "a").plan?.definition.outcomes.first?.better == better)
  }
}
