import Audit
import TestSupport
import Testing

/// Every figure of real surveys that R computes (`Tests/Fixtures/Surveys/reference`) is printed and agrees.
@Suite struct ReferenceFiguresTests {
  @Test(
    "figures agree with R to 1e-9", .enabled(if: ReferenceSurvey.areThere, "the surveys of ../shared are not here"),
    arguments: ReferenceSurvey.allCases)
  func agree(_ survey: ReferenceSurvey) async throws {
    let expected = try ReferenceFigure.all().filter { $0.survey == survey.rawValue }
    #expect(!expected.isEmpty)
    let found = try await survey.figures()
    let differences = expected.compactMap { difference($0, found[$0.address]) }
    #expect(differences.isEmpty, "\(differences.count) of \(expected.count):\n\(differences.joined(separator: "\n"))")
  }

  private func difference(_ expected: ReferenceFigure, _ found: Figure?) -> String? {
    let name = "\(expected.group): \(expected.address)"
    guard let found else { return "\(name) is not printed" }
    guard let value = found.value else {
      return "\(name) has no value (\(found.reason?.rawValue ?? "")), R \(expected.value)"
    }
    guard expected.agrees(with: value) else { return "\(name) is \(value), R \(expected.value)" }
    guard expected.n == nil || found.n == expected.n else {
      return "\(name) rests on \(found.n ?? -1) rows, R on \(expected.n ?? -1)"
    }
    return nil
  }

  @Test func everyGroupAndEverySurveyHasFigures() throws {
    let figures = try ReferenceFigure.all()
    #expect(figures.count > 4000)
    #expect(Set(figures.map(\.group)) == Set(FigureGroup.allCases))
    #expect(Set(figures.map(\.survey)) == Set(ReferenceSurvey.allCases.map(\.rawValue)))
    let places = figures.map { "\($0.survey)::\($0.address)" }
    #expect(Set(places).count == places.count)
  }

  /// Tenenhaus, Esposito Vinzi, Chatelin and Lauro (2005), standardised.
  @Test(arguments: [("image", 0.7228), ("expectations", 0.4519), ("value", 0.8236), ("satisfaction", 0.7792)])
  func alphasOfTheMobileSurveyAreThePublishedOnes(_ block: String, _ published: Double) throws {
    let figure = try ReferenceFigure.all().first {
      $0.survey == "mobi" && $0.address.subject == block && $0.address.statistic == "alpha.standardised"
    }
    #expect(abs(try #require(figure).value - published) <= 0.00005)
  }
}
