import Audit

/// The words for the closed sets that findings are made of.
enum FindingWords {
  static func name(_ findingClass: FindingClass) -> String {
    switch findingClass {
    case .critical: say("Critical")
    case .major: say("Major")
    case .minor: say("Minor")
    case .observation: say("Observation")
    case .watch: say("Watch")
    case .strength: say("Strength")
    }
  }

  /// The statement as far as its first sentence goes: what lists have room for.
  static func firstSentence(of finding: Finding) -> String {
    let text = finding.statement
    var index = text.startIndex
    while let end = text[index...].firstIndex(of: ".") {
      index = text.index(after: end)
      if endsSentence(text[..<end], before: text[index...]) { return String(text[..<index]) }
    }
    return text
  }

  /// Whether a dot ends a sentence; that of `30. Juni` belongs to the day.
  private static func endsSentence(_ text: Substring, before rest: Substring) -> Bool {
    guard rest.first == " ", rest.dropFirst().first?.isUppercase == true else { return false }
    let days = Language.current.formats.days
    guard days.long.hasPrefix("{day}."), text.last?.isNumber == true else { return true }
    return !(days.months + days.shortMonths).contains { rest.dropFirst().hasPrefix($0) }
  }

  static func name(_ status: Finding.Status) -> String {
    switch status {
    case .open: say("no plan yet")
    case .planned: say("planned")
    case .inProgress: say("in progress")
    case .overdue: say("overdue")
    case .done: say("steps done")
    case .accepted: say("risk accepted")
    case .closed: say("closed")
    case .reopened: say("reopened")
    }
  }

  /// How a plan stands: its status, unless it is late, or the acceptance over.
  static func state(of plan: Correction, asOf day: Day) -> String {
    switch plan.status(asOf: day) {
    case .overdue: name(Finding.Status.overdue)
    case .open: say("risk no longer accepted")
    case .planned, .inProgress, .done, .accepted, .closed, .reopened: name(plan.status)
    }
  }

  static func name(_ status: Correction.Status) -> String {
    switch status {
    case .planned: say("planned", as: "plan")
    case .inProgress: say("in progress")
    case .done: say("done", as: "plan")
    case .accepted: say("risk accepted")
    }
  }

  /// What the cause means, after its name.
  static func explanation(_ cause: Cause) -> String {
    switch cause {
    case .knowledge: say("Knowledge: the organisation does not know what customers expect")
    case .standards: say("Standards: no service standard asks for it")
    case .delivery: say("Delivery: a standard exists and is not met")
    case .communication: say("Communication: more is promised than is delivered")
    case .perception: say("Perception: it is delivered, and customers do not notice")
    }
  }

  /// `Cannot tell yet: 120 more answers needed`; what nobody measured is not verified.
  static func name(_ word: VerdictWord?, needed: Int?) -> String {
    switch word {
    case .closed: say("Closed")
    case .works: say("Works, not closed")
    case .noEffect: say("No effect")
    case .worse: say("Worse")
    case .cannotTell:
      needed.map { say("Cannot tell yet: \(CountWords.of($0, .answer)) more needed") } ?? say("Cannot tell yet")
    case nil: say("Not verified")
    }
  }

  static func name(_ source: Step.Source) -> String {
    switch source {
    case .plan: say("from the plan")
    case .playbook: say("suggested")
    case .note: say("from a note")
    }
  }
}
