import Audit
import Testing

/// `MEASURE` and `MEASURE/UNIT` are told apart by the measures that there are.
struct UnitSubjectTests {
  private static let measures: Set<String> = ["branch", "branch/empathy", "branch/empathy:gap", "overall"]

  private static let cases: [(subject: String, measure: String, unit: String?)] = [
    ("branch", "branch", nil),
    ("branch/B1", "branch", "B1"),
    ("branch/empathy", "branch/empathy", nil),
    ("branch/empathy/B1", "branch/empathy", "B1"),
    ("branch/empathy:gap/B1", "branch/empathy:gap", "B1"),
    ("branch/North/B1", "branch", "North/B1"),
    ("overall/branch/empathy", "overall", "branch/empathy"),
    ("overall/", "overall", ""),
  ]

  @Test(arguments: cases)
  func takesTheLongestMeasureThatFits(subject: String, measure: String, unit: String?) {
    let found = UnitSubject(subject, measures: Self.measures)
    #expect(found?.measure == measure)
    #expect(found?.unit == unit)
  }

  @Test(arguments: ["", "phone", "phone/B1", "branches/B1"])
  func findsNothingWithoutAMeasure(subject: String) {
    #expect(UnitSubject(subject, measures: Self.measures) == nil)
  }
}
