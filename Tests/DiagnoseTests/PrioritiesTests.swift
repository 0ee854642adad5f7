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

  @Test("where classes and burdens are equal, value for effort comes before ids")
  func value() {
    var findings = [finding("a", .minor, 6), finding("b", .minor, 6), finding("c", .minor, 6)]
    findings[1].priority = 0.2
    findings[2].priority = 0.5
    #expect(findings.sorted(by: Priorities.comesBefore).map(\.id) == ["c", "b", "a"])
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
}
