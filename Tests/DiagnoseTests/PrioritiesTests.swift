import Audit
import Testing

@testable import Diagnose

/// The order of the register.
struct PrioritiesTests {
  private func finding(_ id: String, _ findingClass: FindingClass, _ order: Double) -> Finding {
    var finding = Finding(id: id, kind: .gap, title: "", findingClass: findingClass, statement: "")
    finding.order = order
    return finding
  }

  @Test("graver classes first, then the larger burden that can be believed, then ids")
  func order() {
    let findings = [
      finding("strength", .strength, 99), finding("b", .minor, 6), finding("a", .minor, 6), finding("c", .minor, 14),
      finding("watch", .watch, 50), finding("major", .major, 0), finding("critical", .critical, 0),
      finding("observation", .observation, 70),
    ]
    #expect(
      findings.sorted(by: Priorities.comesBefore).map(\.id) == [
        "critical", "major", "c", "a", "b", "observation", "watch", "strength",
      ])
  }

  @Test("the order is total: whichever way findings come in, one register comes out")
  func total() {
    var findings: [Finding] = []
    for findingClass in FindingClass.allCases {
      for order in [0.0, 1, 1, 2] { findings.append(finding("f\(findings.count)", findingClass, order)) }
    }
    let register = findings.sorted(by: Priorities.comesBefore).map(\.id)
    for step in [5, 7, 11, 23] {
      let shuffled = findings.indices.map { findings[($0 * step) % findings.count] }
      #expect(shuffled.sorted(by: Priorities.comesBefore).map(\.id) == register)
    }
    for left in findings {
      for right in findings where left.id != right.id {
        #expect(Priorities.comesBefore(left, right) != Priorities.comesBefore(right, left))
      }
    }
  }

  static let values: [(Double?, Effort, Double?)] = [
    (7.4, .days(20), 7.4 * 0.3 / 20), (7.4, .small, 7.4 * 0.3 / 3), (7.4, .days(0), nil), (nil, .large, nil),
  ]

  @Test("value for effort is the burden that may go, a working day", arguments: values)
  func value(burden: Double?, effort: Effort, expected: Double?) {
    #expect(Priorities.value(burden: burden, effort: effort) == expected)
  }

  @Test("without an effort there is no value")
  func noEffort() {
    #expect(Priorities.value(burden: 7.4, effort: nil) == nil)
  }
}
