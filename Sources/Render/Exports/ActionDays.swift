import Audit

/// `data/actions.ics`: what is due on which day, as events of whole days that keep nobody from being invited elsewhere.
///
/// Events and not to-dos: Outlook, Google and Apple's calendars leave to-dos out when they read a file.
struct ActionDays {
  private let context: SiteContext
  private var text = CalendarText()
  private var used: [String: Int] = [:]
  private var count = 0

  /// Nil where no plan and no step has a day: a calendar without an entry is not valid.
  static func calendar(_ actions: [Action], _ context: SiteContext) -> [UInt8]? {
    var days = ActionDays(context: context)
    let configuration = context.configuration
    days.text.add("BEGIN", "VCALENDAR")
    days.text.add("VERSION", "2.0")
    days.text.add("PRODID", "-//cxaudit//actions//EN")
    days.text.add("CALSCALE", "GREGORIAN")
    days.text.add("X-WR-CALNAME", text: configuration.title)
    var plan: String?
    for action in actions {
      if let its = action.plan, its.slug != plan {
        days.add(its, of: action)
        plan = its.slug
      }
      if action.number != nil { days.add(action) }
    }
    days.text.add("END", "VCALENDAR")
    return days.count > 0 ? days.text.bytes : nil
  }

  /// Whether there is a calendar, found without making it.
  static func hasDays(_ report: Report) -> Bool {
    report.project.corrections.contains { plan in
      let milestones = Set(plan.milestones.map(\.title))
      return day(of: plan) != nil
        || plan.steps.contains { $0.due != nil || $0.milestone.map(milestones.contains) == true }
    } || report.findings.contains { $0.steps.contains { $0.source == .note && $0.due != nil } }
  }

  private static func day(of plan: Correction) -> Day? {
    plan.status == .accepted ? plan.until ?? plan.due : plan.due
  }

  private init(context: SiteContext) {
    self.context = context
  }

  private mutating func add(_ plan: Correction, of action: Action) {
    guard let day = Self.day(of: plan) else { return }
    let words =
      switch plan.status {
      case .accepted: say("Accepted until this day")
      case .done: say("Done")
      case .planned, .inProgress: say("Plan due")
      }
    var details = [plan.owner.map { say("Owner: \($0)") }]
    if !plan.steps.isEmpty {
      details.append(StepWords.done(plan.steps.count(where: \.done), of: plan.steps.count))
    }
    event([plan.slug], on: day, "\(words): \(plan.title)", details, action)
  }

  private mutating func add(_ action: Action) {
    guard let day = action.due else { return }
    var details = [action.owner.map { say("Owner: \($0)") }]
    if let plan = action.plan, let number = action.number {
      details.append(say("Step \(number) of \(plan.steps.count) of the plan “\(plan.title)”"))
    }
    details.append(action.milestone.map { say("Milestone: \($0)") })
    let place = action.plan?.slug ?? action.lead?.id ?? ""
    event([place, action.text], on: day, action.done ? say("Done: \(action.text)") : action.text, details, action)
  }

  private mutating func event(
    _ names: [String], on day: Day, _ summary: String, _ details: [String?], _ action: Action
  ) {
    count += 1
    let asOf = context.report.asOf
    let stamp = CalendarText.date(asOf) + "T000000Z"
    text.add("BEGIN", "VEVENT")
    text.add("UID", uid(names))
    text.add("DTSTAMP", stamp)
    text.add("LAST-MODIFIED", stamp)
    // Later reports go before earlier ones.
    text.add("SEQUENCE", String(max(0, asOf.ordinal)))
    text.add("DTSTART", day)
    if let next = Day(ordinal: day.ordinal + 1) { text.add("DTEND", next) }
    text.add("SUMMARY", text: summary)
    let lines = details.compactMap(\.self) + corrected(action) + (action.page.map { [say("Page: \($0)")] } ?? [])
    text.add("DESCRIPTION", text: lines.joined(separator: "\n"))
    if let lead = action.lead { text.add("CATEGORIES", text: FindingWords.name(lead.findingClass)) }
    text.add("TRANSP", "TRANSPARENT")
    text.add("END", "VEVENT")
  }

  private func corrected(_ action: Action) -> [String] {
    action.findings.map { "\(FindingWords.name($0.findingClass)): \($0.title) (\($0.id))" }
  }

  /// The same for the same step of the same plan in every report, so that a calendar that reads a newer file moves the entry it
  /// has; a step that is worded anew is a new one.
  private mutating func uid(_ names: [String]) -> String {
    var name = ([context.configuration.client ?? ""] + names).joined(separator: "\u{0}")
    let before = used[name, default: 0]
    used[name] = before + 1
    if before > 0 { name += "\u{0}\(before + 1)" }
    return SHA256.hexDigest(of: Array(name.utf8)).prefix(32) + "@cxaudit"
  }
}
