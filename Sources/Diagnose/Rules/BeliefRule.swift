import Audit

/// Management or staff think that customers are served better than customers say.
enum BeliefRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Service is thought better than it is",
    whenItHolds: """
      Management or staff estimate what customers get higher than customers say they do, by more than chance explains. \
      Nobody mends what is thought to be whole.
      """,
    whenItFails: "Nobody inside is shown to think better of the service than its customers do.",
    needs: "a survey of customers, and one of management or staff with the same items",
    source:
      "Allen, Reichheld, Hamilton & Markey 2005, Bain & Company (the delivery gap); Welch 1947, Biometrika 34, 28–35")

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    Judgement.missing(.belief, material, what: "get")
  }

  static func findings(_ material: Material) -> [Finding] {
    Judgement.latest(.belief, material).filter { $0.second == .customers && $0.low > 0 }.map { judgement in
      var finding = judgement.finding(
        id: ["belief", judgement.pair].compactMap(\.self) + [judgement.subject], kind: .belief, material)
      finding.title =
        "\(judgement.judge(isFirst: true)) \(judgement.thinks) better of it than customers do: \(judgement.name)"
      finding.statement =
        "\(judgement.judge(isFirst: true)) \(judgement.thinks) that customers get \(judgement.amount("more")) of "
        + "\(judgement.inSentence) than they say\(judgement.scaleAndInterval("more")): \(judgement.answers)."
      finding.cause = .knowledge
      return finding
    }
  }
}
