import Audit

/// The register: every deficiency in one plain table, then what is watched, what is well done, and what is late.
struct RegisterView: View {
  var frame: FrameView
  var headline: String
  var counts: [CountView]
  var filters: [FilterView]
  var rows: [RegisterRowView]
  var watch: [FindingView]
  var strengths: [FindingView]
  var audit: [FindingView]
  var plans: [FindingView]

  static let fields: [Field<RegisterView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .list("counts", \.counts),
    .list("filters", \.filters), .list("rows", \.rows), .list("watch", \.watch),
    .list("strengths", \.strengths),
    .list("audit", \.audit), .list("plans", \.plans),
  ]

  init(_ context: SiteContext) {
    let findings = context.report.findings
    func views(_ filter: (Finding) -> Bool) -> [FindingView] {
      findings.filter(filter).map { FindingView($0, on: .register, context) }
    }
    frame = context.frame(.register, title: say("Deficiencies"))
    let count = context.deficiencies.count
    headline =
      count == 0
      ? say("No deficiency was found")
      : say("\(LetterCase.capitalised(CountWords.spelled(count, .deficiency))), gravest first")
    counts = FindingClass.allCases.filter(\.isDeficiency).compactMap { findingClass in
      let number = context.deficiencies.count { $0.findingClass == findingClass }
      return number > 0 ? CountView(classification: ClassView(findingClass), count: FigureText.count(number)) : nil
    }
    let rows = context.deficiencies.map { RegisterRowView($0, context) }
    self.rows = rows
    filters = RegisterFilter.allCases.compactMap { FilterView($0, rows, context) }
    watch = views { $0.isAboutService && $0.findingClass == .watch }
    strengths = views { $0.findingClass == .strength }
    audit = views { $0.kind.concern == .audit }
    plans = findings.filter { $0.kind.concern == .plans }.map { finding in
      var view = FindingView(finding, on: .register, context)
      view.href = context.target(ofPlanning: finding, from: .register)
      return view
    }
  }

  struct CountView: View {
    var classification: ClassView
    var count: String

    static let fields: [Field<CountView>] = [.object("class", \.classification), .text("count", \.count)]
  }
}

extension SiteContext {
  /// Where a finding about plans leads: to the deficiency that lacks one, or to the plan that is late.
  func target(ofPlanning finding: Finding, from page: Page) -> String? {
    // Its id is the rule's and, after a point, the deficiency's or the plan's.
    let subject = String(finding.id.dropFirst(finding.kind.rawValue.count + 1))
    if let link = sitemap.link(from: page, to: .deficiency(subject)) { return link }
    let plan = report.project.corrections.first { $0.slug == subject }
    return sitemap.link(from: page, to: .corrections, fragment: plan.map { "plan-\($0.slug)" })
  }
}
