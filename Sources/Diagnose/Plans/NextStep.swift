import Audit

/// Where to go after a verdict (methodology 5.6).
struct NextStep {
  let plan: Correction
  let effect: CorrectionEffect

  var text: String {
    switch effect.word {
    case .closed: closed
    case .works: works
    case .noEffect: say("Go back to the cause before doing more of the same.") + " " + question(.noEffect)
    case .worse where effect.bar == .risen:
      say("Do not roll back: customers get no less than before, they expect more. Aim at what they expect now.")
    case .worse: say("Roll back.") + " " + question(.worse)
    case .cannotTell:
      if case .fallen = effect.bar {
        say("Find out why customers expect less: they are not shown to get more.")
      } else {
        cannotTell
      }
    }
  }

  private var closed: String {
    if plan.isPartial { return say("It works where it was made: extend it to the rest.") }
    let open = openSteps
    guard let first = open.first else { return say("Close it, and take the next deficiency of the register.") }
    return say(
      """
      The target is reached with \(CountWords.of(open.count, .step)) still open: decide whether \(name(first)), is \
      still needed, and take the next deficiency of the register.
      """)
  }

  private var works: String {
    if let first = openSteps.first { return say("Continue with \(name(first)).") }
    if plan.isPartial { return say("Extend it to the rest: it works where it was made.") }
    guard effect.target != nil else {
      return say("Extend it: the steps are done and help. Name the level that the plan is to reach, under “target”.")
    }
    return say("Extend it: the steps are done and help, but the target is not shown to be reached.")
  }

  private var cannotTell: String {
    guard effect.target != nil else { return say("Name the level that the plan is to reach, under “target”.") }
    switch effect.needed {
    case .answers(let more):
      return say(
        """
        Measure more: \(CountWords.of(more, .answer)) more than in \(effect.later) would find a change that reaches \
        the target.
        """)
    case .base(let more):
      return say(
        "Measure more: so few are too few to judge by, however clear they are; \(CountWords.of(more, .answer)) more are needed."
      )
    case .units(let more):
      return say("Measure more: make and compare it in \(CountWords.of(more, .unit)) more.")
    case .enough:
      return say(
        "Measure again: the answers would find a change that reaches the target, so what there is may be smaller.")
    case .outOfReach:
      return say(
        """
        No number of answers in the next wave can settle this, since too few were asked before the start: compare with \
        places that do not have the correction yet.
        """)
    case nil: return say("Measure again in the next wave.")
    }
  }

  // MARK: - Steps

  private var openSteps: [(index: Int, step: Step)] {
    plan.steps.enumerated().filter { !$1.done }.map { ($0, $1) }
  }

  /// Done before customers were asked.
  private func isBehindIt(_ step: Step) -> Bool {
    guard step.done else { return false }
    guard let day = step.doneOn, let asked = effect.asked else { return true }
    return day <= asked
  }

  private enum Failure {
    case noEffect, worse
  }

  /// The step to question: what was made last where things got worse; else what was not done when customers were asked,
  /// what nothing shows to have been done, or the first, on which the others rest.
  private func question(_ failure: Failure) -> String {
    let steps = plan.steps.enumerated().map { (index: $0, step: $1) }
    switch failure {
    case .worse:
      let done = steps.filter { isBehindIt($0.step) }
      let dated = done.filter { $0.step.doneOn != nil }
      let last =
        dated.count == done.count
        ? dated.max { ($0.step.doneOn?.ordinal ?? 0) < ($1.step.doneOn?.ordinal ?? 0) } : done.last
      return last.map { say("Question \(name($0)): it was the last that was made before customers were asked.") } ?? ""
    case .noEffect:
      if let missing = steps.first(where: { !isBehindIt($0.step) }) {
        return say("Question \(name(missing)) first: it was not done when customers were asked.")
      }
      if steps.contains(where: { $0.step.evidence != nil }), let bare = steps.first(where: { $0.step.evidence == nil })
      {
        return say("Question \(name(bare)) first: nothing shows that it was done.")
      }
      return steps.first.map { say("Question \(name($0)) first: the others rest on it.") } ?? ""
    }
  }

  private func name(_ entry: (index: Int, step: Step)) -> String {
    say("step \(FigureText.count(entry.index + 1)), “\(PlainInline.text(of: entry.step.text))”")
  }
}
