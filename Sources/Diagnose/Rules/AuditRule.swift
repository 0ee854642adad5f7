import Audit

/// One rule of the audit: what it means, and why it may not have run. How it finds what it finds is its own.
protocol AuditRule {
  static var metadata: RuleMetadata { get }

  /// The data that the rule lacks, in words; nil where it ran. `findings` are all that the rules made.
  static func missing(_ material: Material, _ findings: [Finding]) -> String?
}
