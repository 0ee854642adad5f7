import Audit
import Testing

/// Surveys of real customers make a spread of classes, not all critical (methodology 6.6, case g).
struct PublicSurveyTests {
  /// Critical, major, minor, observation; pandas counts the same from the files.
  private func count(_ classes: [FindingClass]) -> [Int] {
    [FindingClass.critical, .major, .minor, .observation].map { graded in classes.count { $0 == graded } }
  }

  @Test(
    "Oddjob Airways: 23 pairs of expectation and satisfaction on 1 to 100",
    .enabled(if: SharedSurvey.exists("oddjob-airways/airlinesat.csv")))
  func oddjob() throws {
    let scale = scale(1, 100)
    let rows = try SharedSurvey("oddjob-airways/airlinesat.csv").answers(
      (1...23).map { "e\($0)" }, (1...23).map { "s\($0)" }, on: scale)
    let items = (1...23).map { item("s\($0)", "item \($0)", scale) }
    let classes = TestEngagement(items: items, rows: rows).findings().map(\.findingClass)
    #expect(count(classes) == [1, 17, 5, 0])
  }

  @Test(
    "airline passengers: 14 ratings of 1 to 5, where 0 does not apply",
    .enabled(if: SharedSurvey.exists("airline-passenger/test.csv")))
  func passengers() throws {
    let scale = scale(1, 5)
    let names = [
      "Inflight wifi service", "Departure/Arrival time convenient", "Ease of Online booking", "Gate location",
      "Food and drink", "Online boarding", "Seat comfort", "Inflight entertainment", "On-board service",
      "Leg room service", "Baggage handling", "Checkin service", "Inflight service", "Cleanliness",
    ]
    let rows = try SharedSurvey("airline-passenger/test.csv", every: 10).answers([], names, on: scale)
    let items = names.map { item($0, "of \($0)", scale, .none) }
    let classes = TestEngagement(items: items, rows: rows).findings().map(\.findingClass)
    #expect(count(classes) == [0, 4, 10, 0])
  }
}
