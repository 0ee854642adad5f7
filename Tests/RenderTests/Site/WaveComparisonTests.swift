import Audit
import Testing

@testable import Render

/// Pages compare waves only where both asked the same, and say why where they do not.
struct WaveComparisonTests {
  /// The pages of the sample, whose first wave asked its first item in another way.
  private func pages(_ change: (inout Item) -> Void) throws -> [String: String] {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    let index = try #require(surveys.firstIndex { $0.waves.count > 1 })
    for item in surveys[index].waves[0].definition.items.indices {
      change(&surveys[index].waves[0].definition.items[item])
    }
    report.measured = MeasuredAudit(surveys: surveys)
    var pages: [String: String] = [:]
    for file in render(report).site.files where file.path.hasSuffix(".html") {
      pages[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return pages
  }

  @Test("a page without a trend says what was asked otherwise") func refuses() throws {
    let same = try pages { _ in }
    let branch = "touchpoints/branch.html"
    #expect(same[branch]?.contains("waves-chart") == true)
    #expect(same[branch]?.contains("not compared") == false)
    #expect(same["index.html"]?.contains("not compared") == false)

    let other = try pages { $0.satisfiedFrom = 7 }
    #expect(other[branch]?.contains("waves-chart") == false)
    #expect(other[branch]?.contains("It is not compared with") == true)
    #expect(other[branch]?.contains("was held against something else") == true)
    #expect(other["index.html"]?.contains("<dt>not compared</dt>") == true)
  }

  @Test("capitals and punctuation are no other wording; words are") func wording() throws {
    var (before, now) = (try item("Waiting time, at the till!"), try item("waiting time at the TILL"))
    #expect(WaveObstacle(from: before, to: now) == nil)
    now.text = "Waiting time at the door"
    #expect(WaveObstacle(from: before, to: now) == .wording(item: "P1"))
    before.text = nil
    #expect(WaveObstacle(from: before, to: now) == nil)
    before.comparison = .standard(6)
    #expect(WaveObstacle(from: before, to: now) == .target(item: "P1"))
    now.scale = try #require(Scale(minimum: 1, maximum: 5))
    #expect(WaveObstacle(from: before, to: now) == .scale(item: "P1"))
  }

  private func item(_ text: String) throws -> Item {
    Item(id: "P1", text: text, scale: try #require(Scale(minimum: 1, maximum: 7)), comparison: .expectation)
  }
}
