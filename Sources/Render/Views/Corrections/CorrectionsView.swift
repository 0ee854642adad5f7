import Audit

/// All plans: late ones first, then by due date; then open steps by owner, and what nobody has planned.
struct CorrectionsView: View {
  var frame: FrameView
  var headline: String
  var lede: String
  var strip: ChartView?
  var plans: [PlanView]
  var owners: [OwnerView]
  var unplanned: [FindingView]

  static let fields: [Field<CorrectionsView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .text("lede", \.lede),
    .object("strip", \.strip), .list("plans", \.plans),
    .list("owners", \.owners), .list("unplanned", \.unplanned),
  ]

  init(_ context: SiteContext, _ prose: inout Prose) {
    let today = context.report.asOf
    let corrections = context.report.project.corrections
    let ordered = corrections.enumerated().sorted { left, right in
      let (a, b) = (PlanOrder(left.element, today), PlanOrder(right.element, today))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    frame = context.frame(.corrections, title: say("Corrections"))
    let late = corrections.count { $0.isOverdue(on: today) }
    headline = Self.headline(plans: corrections.count, late: late)
    let steps = corrections.flatMap(\.steps)
    lede =
      steps.isEmpty
      ? ""
      : StepWords.areDone(steps.count(where: \.done), of: steps.count) + " "
        + say("Late plans stand first, then those that are due first.")
    plans = ordered.map { PlanView($0, context, &prose) }
    strip = Self.strip(ordered, context)
    owners = OwnerView.all(ordered, context, &prose)
    unplanned = context.deficiencies.filter { $0.plan == nil }.map { FindingView($0, on: .corrections, context) }
  }

  /// Plans that have a start and a due day, in the page's order.
  private static func strip(_ plans: [Correction], _ context: SiteContext) -> ChartView? {
    let today = context.report.asOf
    let rows = plans.compactMap { plan -> PlanStrip.Row? in
      guard let start = plan.start, let due = plan.due, start <= due else { return nil }
      let done = plan.steps.count(where: \.done)
      let isLate = plan.isOverdue(on: today)
      let status = FindingWords.state(of: plan, asOf: today)
      let steps = plan.steps.isEmpty ? "" : StepWords.count(done, of: plan.steps.count) + " · "
      return PlanStrip.Row(
        name: plan.title, detail: "\(steps)\(status)", start: start, due: due,
        progress: plan.steps.isEmpty ? (plan.status == .done ? 1 : 0) : Double(done) / Double(plan.steps.count),
        isLate: isLate)
    }
    guard rows.count > 1 else { return nil }
    let late = rows.filter(\.isLate).map(\.name)
    let title = late.isEmpty ? say("Nothing is late") : say("Late: \(CountWords.list(late))")
    return PlanStrip.chart(
      id: "plans-chart", title: title, summary: rows.map { "\($0.name): \($0.detail)" }.joined(separator: "; ") + ".",
      strip: PlanStrip(rows: rows, today: today)
    ).map { ChartView($0) }
  }

  private static func headline(plans: Int, late: Int) -> String {
    guard plans > 0 else { return say("Nothing is planned yet") }
    let count = LetterCase.capitalised(CountWords.spelled(plans, .plan))
    switch late {
    case 0: return say("\(count), none late", as: "plans")
    case 1: return say("\(count), one late", as: "plans")
    default: return say("\(count), \(CountWords.spelled(late)) late", as: "plans")
    }
  }
}

/// Late plans first, then what is under way, planned, accepted, done; earlier due days first.
private struct PlanOrder: Comparable {
  let rank: Int
  let due: Int

  init(_ plan: Correction, _ today: Day) {
    due = plan.due?.ordinal ?? .max
    if plan.isOverdue(on: today) {
      rank = 0
    } else {
      switch plan.status {
      case .inProgress, .planned: rank = 1
      case .accepted: rank = 2
      case .done: rank = 3
      }
    }
  }

  static func < (left: PlanOrder, right: PlanOrder) -> Bool { (left.rank, left.due) < (right.rank, right.due) }
}

/// One correction plan.
struct PlanView: View {
  var anchor: String
  var title: String
  var isLate: Bool
  var status: String
  var progress: HTML?
  var progressText: String?
  var meta: [MetaView]
  var corrects: [CrumbView]
  var milestones: [MilestoneView]
  var verdicts: [VerdictView]
  var body: HTML

  static let fields: [Field<PlanView>] = [
    .text("anchor", \.anchor), .text("title", \.title), .flag("isLate", \.isLate), .text("status", \.status),
    .html("progress", \.progress), .text("progressText", \.progressText), .list("meta", \.meta),
    .list("corrects", \.corrects), .list("milestones", \.milestones), .list("verdicts", \.verdicts),
    .html("body", \.body),
  ]

  init(_ plan: Correction, _ context: SiteContext, _ prose: inout Prose) {
    anchor = "plan-\(plan.slug)"
    title = plan.title
    isLate = plan.isOverdue(on: context.report.asOf)
    status = FindingWords.state(of: plan, asOf: context.report.asOf)
    let done = plan.steps.count(where: \.done)
    progress = StepProgress.picture(done: done, of: plan.steps.count)
    progressText =
      plan.steps.isEmpty ? nil : StepWords.done(done, of: plan.steps.count)
    meta = []
    corrects = plan.corrects.map { reference in
      context.crumb(PlanMeta.name(of: reference.id, context), to: .deficiency(reference.id), from: .corrections)
    }
    milestones = plan.milestones.map { MilestoneView($0, of: plan, on: context.report.asOf) }
    verdicts = VerdictView.all(of: plan, context)
    body = prose.html(StepLines.told(plan.body.without(title: plan.title)), deeper: 2)
    add(say("Owner"), plan.owner)
    add(say("Start"), plan.start.map(DayText.long))
    add(say("Due"), plan.due.map(DayText.long))
    add(say("Until"), plan.until.map(DayText.long))
    add(say("Effort"), plan.effort.map { say("\(FigureText.fixed($0.days, decimals: 0)) working days") })
    add(say("Target"), PlanMeta.target(of: plan, context))
    add(say("Where"), PlanMeta.place(of: plan))
    add(say("Comes after"), PlanMeta.waits(plan, context))
    add(say("Reason"), plan.reason)
    add(say("Approved by"), plan.approver)
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { meta.append(MetaView(name: name, value: value)) }
  }
}

/// The open steps of one owner.
struct OwnerView: View {
  var name: String
  var count: String
  var steps: [OpenStepView]

  static let fields: [Field<OwnerView>] = [
    .text("name", \.name), .text("count", \.count), .list("steps", \.steps),
  ]

  /// In the order of the plans; steps of accepted and finished plans are not asked for.
  static func all(_ plans: [Correction], _ context: SiteContext, _ prose: inout Prose) -> [OwnerView] {
    var order: [String?] = []
    var open: [String?: [OpenStepView]] = [:]
    for plan in plans where plan.status == .planned || plan.status == .inProgress {
      for step in plan.steps where !step.done {
        let owner = step.owner ?? plan.owner
        if open[owner] == nil { order.append(owner) }
        open[owner, default: []].append(OpenStepView(step, plan, context, &prose))
      }
    }
    return order.map { name in
      let steps = open[name] ?? []
      return OwnerView(name: name ?? say("Nobody yet"), count: CountWords.of(steps.count, .step), steps: steps)
    }
  }

  struct OpenStepView: View {
    var text: HTML
    var plan: String
    var href: String
    var due: String
    var isLate: Bool

    static let fields: [Field<OpenStepView>] = [
      .html("text", \.text), .text("plan", \.plan), .text("href", \.href), .text("due", \.due),
      .flag("isLate", \.isLate),
    ]

    init(_ step: Step, _ plan: Correction, _ context: SiteContext, _ prose: inout Prose) {
      let day = step.due ?? plan.due
      text = prose.inline(step.text, from: plan.file, line: step.line)
      self.plan = plan.title
      href = "#plan-\(plan.slug)"
      due = day.map(DayText.long) ?? ""
      isLate = day.map { $0 < context.report.asOf } ?? false
    }
  }
}
