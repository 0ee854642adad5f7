package import Audit

/// The rules, in the order in which they run; the list behind the method page and the documentation.
package enum Rule: CaseIterable, Sendable {
  case gap, observed, standard, noPlan, overdue

  /// The kind of its findings.
  package var id: Finding.Kind {
    switch self {
    case .gap: .gap
    case .observed: .observed
    case .standard: .standard
    case .noPlan: .noPlan
    case .overdue: .overdue
    }
  }

  package var metadata: RuleMetadata {
    switch self {
    case .gap: GapRule.metadata
    case .observed: ObservedRule.metadata
    case .standard: StandardRule.metadata
    case .noPlan: NoPlanRule.metadata
    case .overdue: OverdueRule.metadata
    }
  }

  func outcome(_ material: Material, findings: [Finding]) -> RuleOutcome {
    RuleOutcome(
      id: id, metadata: metadata, findings: findings.count { $0.kind == id }, notRun: missing(material, findings))
  }

  /// The data that the rule lacks, in words.
  private func missing(_ material: Material, _ findings: [Finding]) -> String? {
    switch self {
    case .gap: GapRule.missing(material)
    case .observed: ObservedRule.missing(material)
    case .standard: StandardRule.missing(material)
    case .noPlan: NoPlanRule.missing(findings)
    case .overdue: OverdueRule.missing(material)
    }
  }
}
