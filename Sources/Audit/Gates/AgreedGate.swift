/// A condition that client and auditor agreed on: a build that breaks it does not pass.
///
/// Not to be mistaken for the statistical gate of a rule, which decides what is a deficiency.
package struct AgreedGate: Hashable, Sendable {
  /// What is asked of the register.
  package enum Rule: String, Sendable, CaseIterable {
    case criticalWithoutPlan = "critical-without-plan"
    case overdue, regression
    case lapsedAcceptance = "lapsed-acceptance"
  }

  /// Which end of a figure's interval is held against the limit, or the figure itself.
  package enum Bound: String, Sendable, CaseIterable {
    case estimate, lower, upper
  }

  package enum Limit: Hashable, Sendable {
    case atLeast(Double)
    case atMost(Double)
  }

  package enum Condition: Hashable, Sendable {
    case rule(Rule)
    /// `address` is that of a figure, or the id of a finding or an outcome.
    case metric(address: String, Limit, on: Bound)
  }

  package var condition: Condition
  /// Its entry in `cxaudit.yml`.
  package var location: SourceLocation

  package init(_ condition: Condition, at location: SourceLocation) {
    self.condition = condition
    self.location = location
  }

  /// `overdue`; for a figure its address.
  package var name: String {
    switch condition {
    case .rule(let rule): rule.rawValue
    case .metric(let address, _, _): address
    }
  }

  /// What has to be so, in plain words.
  package var expected: String {
    switch condition {
    case .rule(.criticalWithoutPlan): say("no critical deficiency without a plan")
    case .rule(.overdue): say("no plan past its due day")
    case .rule(.regression): say("nothing worse than before")
    case .rule(.lapsedAcceptance): say("no accepted risk past its last day")
    case .metric(_, let limit, let bound):
      switch (bound, limit) {
      case (.estimate, .atLeast(let value)): say("at least \(Self.text(value))")
      case (.estimate, .atMost(let value)): say("at most \(Self.text(value))")
      case (.lower, .atLeast(let value)): say("lower bound at least \(Self.text(value))")
      case (.lower, .atMost(let value)): say("lower bound at most \(Self.text(value))")
      case (.upper, .atLeast(let value)): say("upper bound at least \(Self.text(value))")
      case (.upper, .atMost(let value)): say("upper bound at most \(Self.text(value))")
      }
    }
  }

  /// `14.25`, `0.6131`: two decimals, four below 1, without trailing zeros.
  package static func text(_ value: Double) -> String {
    let most = value.magnitude < 1 ? 4 : 2
    let rounded = DecimalDigits(value)?.rounded(decimals: most)
    let decimals = (0...most).first { DecimalDigits(value)?.rounded(decimals: $0) == rounded }
    return FigureText.fixed(value, decimals: decimals ?? most)
  }
}

extension AgreedGate.Limit {
  /// Limits are written by people: what differs from one by the rounding of doubles meets it.
  package func isMet(by value: Double) -> Bool {
    switch self {
    case .atLeast(let limit): value >= limit || Self.isSame(value, limit)
    case .atMost(let limit): value <= limit || Self.isSame(value, limit)
    }
  }

  private static func isSame(_ value: Double, _ limit: Double) -> Bool {
    (value - limit).magnitude <= 1e-12 * max(1, limit.magnitude)
  }
}

/// What came of an agreed gate.
package struct GateResult: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case passed, failed
    /// With the reason. A gate that nobody can judge does not pass.
    case notJudged(String)
  }

  package var gate: AgreedGate
  package var outcome: Outcome
  /// What is so, in plain words.
  package var actual: String
  /// Findings or plans that break it.
  package var breakers: [String]
  /// The figure with its interval, where the gate is about one; nil, too, where it is withheld.
  package var value: Double?
  package var low: Double?
  package var high: Double?
  /// Rows that the figure rests on.
  package var n: Int?

  package init(_ gate: AgreedGate, _ outcome: Outcome, actual: String, breakers: [String] = []) {
    self.gate = gate
    self.outcome = outcome
    self.actual = actual
    self.breakers = breakers
  }

  package var isPassed: Bool { outcome == .passed }

  /// `passed`, `failed`, `cannot be judged`.
  package var word: String {
    switch outcome {
    case .passed: say("passed", as: "gate")
    case .failed: say("failed", as: "gate")
    case .notJudged: say("cannot be judged")
    }
  }

  /// `11.9 to 26.4`; nil without an interval.
  package var interval: String? {
    guard let low, let high else { return nil }
    return say("\(AgreedGate.text(low)) to \(AgreedGate.text(high))", as: "range")
  }
}
