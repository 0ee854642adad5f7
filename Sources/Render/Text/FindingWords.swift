import Audit

/// The words for the closed sets that findings are made of.
enum FindingWords {
  static func name(_ findingClass: FindingClass) -> String {
    switch findingClass {
    case .critical: "Critical"
    case .major: "Major"
    case .minor: "Minor"
    case .observation: "Observation"
    case .watch: "Watch"
    case .strength: "Strength"
    }
  }

  /// The statement as far as its first sentence goes: what lists have room for.
  static func firstSentence(of finding: Finding) -> String {
    let text = finding.statement
    var index = text.startIndex
    while let end = text[index...].firstIndex(of: ".") {
      index = text.index(after: end)
      let rest = text[index...]
      if rest.first == " ", rest.dropFirst().first?.isUppercase == true { return String(text[..<index]) }
    }
    return text
  }

  static func name(_ status: Finding.Status) -> String {
    switch status {
    case .open: "no plan yet"
    case .planned: "planned"
    case .inProgress: "in progress"
    case .overdue: "overdue"
    case .done: "steps done"
    case .accepted: "risk accepted"
    case .closed: "closed"
    case .reopened: "reopened"
    }
  }

  static func name(_ status: Correction.Status) -> String {
    switch status {
    case .planned: "planned"
    case .inProgress: "in progress"
    case .done: "done"
    case .accepted: "risk accepted"
    }
  }

  /// What the cause means, after its name.
  static func explanation(_ cause: Cause) -> String {
    switch cause {
    case .knowledge: "Knowledge: the organisation does not know what customers expect"
    case .standards: "Standards: no service standard asks for it"
    case .delivery: "Delivery: a standard exists and is not met"
    case .communication: "Communication: more is promised than is delivered"
    case .perception: "Perception: it is delivered, and customers do not notice"
    }
  }

  /// `Cannot tell yet: 120 more answers needed`; what nobody measured is not verified.
  static func name(_ word: VerdictWord?, needed: Int?) -> String {
    switch word {
    case .closed: "Closed"
    case .works: "Works, not closed"
    case .noEffect: "No effect"
    case .worse: "Worse"
    case .cannotTell: "Cannot tell yet" + (needed.map { ": \(CountWords.of($0, .answer)) more needed" } ?? "")
    case nil: "Not verified"
    }
  }

  static func name(_ source: Step.Source) -> String {
    switch source {
    case .plan: "from the plan"
    case .playbook: "suggested"
    case .note: "from a note"
    }
  }
}
