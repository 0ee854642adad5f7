import Audit

/// A finding in a list: what it is, what supports it, who mends it and how far that is.
struct FindingView: View {
  var id: String
  var href: String?
  var title: String
  var classification: ClassView
  var statement: String
  var place: String
  /// `62 %`, of how many answers.
  var share: String
  var answers: String
  var support: String
  var owner: String
  var progress: String
  var isLate: Bool
  var remarks: [String]

  static let fields: [Field<FindingView>] = [
    .text("id", \.id), .text("href", \.href), .text("title", \.title), .object("class", \.classification),
    .text("statement", \.statement), .text("place", \.place), .text("share", \.share), .text("answers", \.answers),
    .text("support", \.support), .text("owner", \.owner), .text("progress", \.progress), .flag("isLate", \.isLate),
    .texts("remarks", \.remarks),
  ]

  init(_ finding: Finding, on page: Page, _ context: SiteContext) {
    id = finding.id
    href = context.sitemap.link(from: page, to: .deficiency(finding.id))
    title = finding.title
    classification = ClassView(finding.findingClass)
    statement = FindingWords.firstSentence(of: finding)
    place = context.place(of: finding)
    share = finding.reach.map { FigureText.percent($0.share) } ?? ""
    answers = finding.reach.map { FigureText.count($0.n) } ?? ""
    support = context.support(of: finding)
    let plan = PlanWords(finding, context)
    owner = plan.owner
    progress = plan.progress
    isLate = plan.isLate
    remarks = finding.remarks
  }
}

/// Who mends a deficiency and how far that is, in words.
struct PlanWords {
  var owner: String
  var progress: String
  var isLate: Bool

  init(_ finding: Finding, _ context: SiteContext) {
    let named = finding.touchpoint.flatMap { context.configuration.touchpoint($0)?.owner }
    owner = finding.plan?.owner ?? named ?? ""
    isLate = finding.status == .overdue
    guard let plan = finding.plan else {
      progress =
        finding.findingClass.isDeficiency && finding.kind.asksForSteps ? FindingWords.name(Finding.Status.open) : ""
      isLate = finding.findingClass <= .major
      return
    }
    let today = context.report.asOf
    var parts: [String] = []
    switch finding.status {
    case .accepted:
      let until = context.correction(plan.correction)?.until
      parts.append(
        until.map { say("risk accepted until \(DayText.short($0, readIn: today))") }
          ?? FindingWords.name(finding.status))
    case .overdue:
      parts.append(plan.due.map { say("due \(DayText.short($0, readIn: today))") } ?? "")
      parts.append(FindingWords.name(finding.status))
    case .open, .planned, .inProgress, .done, .closed, .reopened:
      if let due = plan.due { parts.append(say("due \(DayText.short(due, readIn: today))")) }
      if plan.steps == 0 || finding.status != .inProgress { parts.append(FindingWords.name(finding.status)) }
    }
    if plan.steps > 0, finding.status != .accepted {
      parts.append(StepWords.count(plan.stepsDone, of: plan.steps))
    }
    progress = parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension SiteContext {
  /// `Branch visit · Responsiveness`.
  func place(of finding: Finding) -> String {
    [finding.touchpoint.map(name(ofTouchpoint:)), finding.dimension.map(name(ofDimension:))]
      .compactMap(\.self).joined(separator: " · ")
  }

  /// `confirmed: survey, 5 notes`.
  func support(of finding: Finding) -> String {
    guard let support = finding.support else { return "" }
    var seen: Set<String> = []
    let notes = finding.evidence.filter { $0.kind == .note && seen.insert($0.source).inserted }.count
    switch support {
    case .confirmed: return say("confirmed: survey, \(CountWords.of(notes, .note))")
    case .surveyOnly: return say("survey only")
    case .seenOnly: return notes > 0 ? say("seen only: \(CountWords.of(notes, .note))") : say("seen only")
    }
  }
}
