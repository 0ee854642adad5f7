import Audit
import Testing

@testable import Render

struct RegisterTests {
  @Test("every deficiency is a row with what it is filtered and sorted by")
  func rows() throws {
    let context = SiteContext(try SampleReport.make())
    let rows = RegisterView(context).rows
    #expect(rows.map(\.id) == context.deficiencies.map(\.id))
    for (row, finding) in zip(rows, context.deficiencies) {
      #expect(row.classId == finding.findingClass.rawValue)
      #expect(row.status == finding.status.rawValue)
      #expect(row.failed.isEmpty == (finding.reach == nil))
    }
  }

  @Test("a filter offers each value that rows have, once, and none that they have not")
  func choices() throws {
    let view = RegisterView(SiteContext(try SampleReport.make()))
    #expect(!view.filters.isEmpty)
    for filter in view.filters {
      let kind = try #require(RegisterFilter(rawValue: filter.id))
      let values = filter.options.map(\.value)
      #expect(Set(values).count == values.count)
      #expect(Set(values) == Set(view.rows.map { $0.value(of: kind) }).subtracting([""]))
      #expect(filter.options.allSatisfy { !$0.label.isEmpty })
    }
  }

  @Test("nothing is offered where all rows are alike")
  func alike() throws {
    var report = try SampleReport.make()
    report.findings = Array(report.findings.filter { $0.findingClass.isDeficiency && $0.isAboutService }.prefix(1))
    #expect(RegisterView(SiteContext(report)).filters.isEmpty)
  }
}
