import Audit
import Testing

@testable import Ingest

/// The agreed gates of `cxaudit.yml`.
@Suite struct GateReadingTests {
  private func read(_ text: String) -> (value: Configuration?, diagnostics: [Diagnostic]) {
    ConfigurationReader.read(SourceText(text, file: "cxaudit.yml"))
  }

  @Test func readsRulesAndMetricsWithTheirPlaces() {
    let (configuration, diagnostics) = read(
      """
      gates:
        - {rule: critical-without-plan}
        - {rule: regression}
        - {metric: nps, at-least: 20, on: lower}
        - metric: customers::cell/branch/empathy/failed.share
          at-most: 15%
      """)
    #expect(diagnostics.isEmpty)
    func gate(_ line: Int, _ condition: AgreedGate.Condition) -> AgreedGate {
      AgreedGate(condition, at: SourceLocation("cxaudit.yml", line: line, column: 5))
    }
    #expect(
      configuration?.gates == [
        gate(2, .rule(.criticalWithoutPlan)), gate(3, .rule(.regression)),
        gate(4, .metric(address: "nps", .atLeast(20), on: .lower)),
        gate(5, .metric(address: "customers::cell/branch/empathy/failed.share", .atMost(0.15), on: .estimate)),
      ])
  }

  @Test(arguments: [
    ("{}", "10: error: this gate asks for nothing [config/gate]"),
    ("{rule: overdue, metric: nps}", "10: error: a gate is either a 'rule' or a 'metric' [config/gate]"),
    ("{metric: nps}", "19: error: the gate on 'nps' names no limit [config/gate]"),
    ("{metric: nps, at-least: 1, at-most: 2}", "19: error: the gate on 'nps' names two limits [config/gate]"),
    ("{rule: overdue, at-least: 1}", "26: error: 'at-least' goes with 'metric', not with 'rule' [config/gate]"),
    ("{rule: over-due}", "17: error: 'rule' cannot be 'over-due' [yaml/not-one-of]"),
    ("{metric: nps, at-least: 20, on: low}", "42: error: 'on' cannot be 'low' [yaml/not-one-of]"),
    (
      "{metric: nps, at-least: many}",
      "34: error: 'at-least' must be a number such as 20, or a share such as 80%, not 'many' [yaml/wrong-type]"
    ),
    ("{metric: nps, atleast: 20, at-least: 1}", "24: error: unknown key 'atleast' in a gate [yaml/unknown-key]"),
    ("overdue", "10: error: 'gates' must be a list of mappings, not 'overdue' [yaml/wrong-type]"),
  ])
  func reportsWhatIsWrong(gate: String, expected: String) {
    let (_, diagnostics) = read("gates:\n       - \(gate)")
    #expect(
      diagnostics.map { "\($0.location?.column ?? 0): \($0.severity.rawValue): \($0.summary) [\($0.id)]" } == [expected]
    )
  }
}
