package import Audit

/// The rules, in the order in which they run; the list behind the method page and the documentation.
package struct Rule: Sendable {
  /// The kind of its findings.
  package let id: Finding.Kind

  package static let all = Finding.Kind.allCases.map(Rule.init)

  package var metadata: RuleMetadata { type.metadata }

  private var type: any AuditRule.Type {
    switch id {
    case .gap: GapRule.self
    case .zone: ZoneRule.self
    case .parity: ParityRule.self
    case .consistency: ConsistencyRule.self
    case .weakestLink: WeakestLinkRule.self
    case .knowledge: KnowledgeRule.self
    case .belief: BeliefRule.self
    case .employees: EmployeesRule.self
    case .internal: InternalRule.self
    case .information: InformationRule.self
    case .loyalty: LoyaltyRule.self
    case .risingBar: RisingBarRule.self
    case .regression: RegressionRule.self
    case .fixed: FixedRule.self
    case .strength: StrengthRule.self
    case .observed: ObservedRule.self
    case .standard: StandardRule.self
    case .blindSpot: BlindSpotRule.self
    case .dataQuality: DataQualityRule.self
    case .instrument: InstrumentRule.self
    case .noPlan: NoPlanRule.self
    case .overdue: OverdueRule.self
    }
  }

  func outcome(_ material: Material, findings: [Finding]) -> RuleOutcome {
    RuleOutcome(
      id: id, metadata: metadata, findings: findings.count { $0.kind == id },
      notRun: type.missing(material, findings))
  }
}
