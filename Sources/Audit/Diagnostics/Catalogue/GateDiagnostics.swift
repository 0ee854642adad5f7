/// Agreed gates: how they are written, and which are broken.
extension Diagnostic {
  package static func gateWithoutCondition(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/gate", at: place, "this gate asks for nothing",
      hint: "write {rule: overdue} or {metric: nps, at-least: 20}")
  }

  package static func gateWithTwoConditions(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/gate", at: place, "a gate is either a 'rule' or a 'metric'", hint: "make two gates of it")
  }

  package static func gateLimitOfRule(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/gate", at: place, "'\(key)' goes with 'metric', not with 'rule'", hint: "take it out")
  }

  package static func gateLimits(_ metric: String, isNone: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/gate", at: place,
      isNone ? "the gate on '\(metric)' names no limit" : "the gate on '\(metric)' names two limits",
      hint: isNone ? "add 'at-least:' or 'at-most:'" : "make two gates of it, one with 'at-least', one with 'at-most'")
  }

  /// `problem` says what is not known, and what is nearest.
  package static func gateUnknownMetric(_ gate: AgreedGate, _ problem: Diagnostic) -> Diagnostic {
    Diagnostic(
      .error, "gate/unknown-metric", at: gate.location,
      "a gate is about a figure that is not there: \(problem.summary)", hint: problem.hint)
  }

  /// The figure lies within `range`, the limit does not: the gate would pass or fail whatever customers say.
  package static func gateLimitOutOfRange(_ gate: AgreedGate, _ range: ClosedRange<Double>) -> Diagnostic {
    let (low, high) = (AgreedGate.text(range.lowerBound), AgreedGate.text(range.upperBound))
    return Diagnostic(
      .error, "gate/limit-out-of-range", at: gate.location,
      "the limit of the gate '\(gate.name)' decides nothing: the figure lies between \(low) and \(high)",
      hint: range.upperBound == 1 ? "write a share as 0.6 or 60%" : "name a limit within this range")
  }

  /// Somebody relies on gates that nobody wrote down.
  package static func gateNone() -> Diagnostic {
    Diagnostic(
      .warning, "gate/none", at: nil, "there is no gate to judge",
      hint: "agree on some and write them into cxaudit.yml, such as 'gates: [{rule: critical-without-plan}]'")
  }

  /// Nil for a gate that passed.
  package static func gateBroken(_ result: GateResult) -> Diagnostic? {
    let name = "the agreed gate '\(result.gate.name)'"
    switch result.outcome {
    case .passed: return nil
    case .failed:
      return Diagnostic(
        .error, "gate/broken", at: result.gate.location,
        "\(name) is broken: expected \(result.gate.expected), found \(found(result))", hint: hint(result.gate))
    case .notJudged(let reason):
      return Diagnostic(
        .error, "gate/not-judged", at: result.gate.location,
        "\(name) cannot be judged, so it does not pass: \(reason)",
        hint: "name a figure that can be judged, or agree to drop the gate from cxaudit.yml")
    }
  }

  /// For programs, which get each gate as a diagnostic.
  package static func gatePassed(_ result: GateResult) -> Diagnostic {
    Diagnostic(
      .note, "gate/passed", at: result.gate.location,
      "the agreed gate '\(result.gate.name)' passes: expected \(result.gate.expected), found \(found(result))")
  }

  private static func found(_ result: GateResult) -> String {
    let details = [result.interval, result.n.map { "n \($0)" }].compactMap(\.self)
    return result.actual + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  private static func hint(_ gate: AgreedGate) -> String {
    switch gate.condition {
    case .rule(.criticalWithoutPlan): "begin a plan with 'cxaudit new correction ID'"
    case .rule(.overdue): "tick what is done in the plan, or agree on a new due day and write it as 'due:'"
    case .rule(.regression): "see what changed with 'cxaudit explain ID', and plan how to mend it"
    case .rule(.lapsedAcceptance): "plan a correction, or have the risk accepted again with a later 'until:'"
    case .metric(let address, _, _): "see where it comes from with 'cxaudit explain \(address)'"
    }
  }
}
