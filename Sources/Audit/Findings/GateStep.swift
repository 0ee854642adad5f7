/// One condition on the way to a finding or to its class, and whether it holds.
package struct GateStep: Hashable, Sendable {
  /// In plain words with the limit: `at least 10 % of customers are seriously failed`.
  package var condition: String
  /// The figure that it looks at.
  package var statistic: Statistic?
  package var value: Double?
  package var holds: Bool

  package init(_ condition: String, _ statistic: Statistic? = nil, _ value: Double? = nil, holds: Bool) {
    self.condition = condition
    self.statistic = statistic
    self.value = value
    self.holds = holds
  }
}
