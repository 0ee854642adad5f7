import Audit

/// Management or staff think that customers are served better than customers say.
enum BeliefRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Service is thought better than it is"),
    whenItHolds: Phrase(
      """
      Management or staff estimate what customers get higher than customers say they do, by more than chance explains. \
      Nobody mends what is thought to be whole.
      """),
    whenItFails: Phrase("Nobody inside is shown to think better of the service than its customers do."),
    needs: Phrase("a survey of customers, and one of management or staff with the same items"),
    source: Phrase(
      "Allen, Reichheld, Hamilton & Markey 2005, Bain & Company (the delivery gap); Welch 1947, Biometrika 34, 28–35"))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    Judgement.missing(.belief, material)
  }

  static func findings(_ material: Material) -> [Finding] {
    Judgement.latest(.belief, material) { $0.second == .customers && $0.low > 0 }.map { judgement in
      var finding = judgement.finding(
        id: ["belief", judgement.pair].compactMap(\.self) + [judgement.subject], kind: .belief, material)
      finding.title = title(judgement)
      finding.statement = statement(judgement)
      finding.cause = .knowledge
      return finding
    }
  }

  private static func title(_ judgement: Judgement) -> String {
    judgement.first == .management
      ? say("Management thinks better of it than customers do: \(judgement.name)")
      : say("Staff think better of it than customers do: \(judgement.name)")
  }

  /// `Management thinks that customers get 0.9 points more of reliability than they say, on a scale of 1 to 7 (0.7 to
  /// 1.2 more): 27 answers of management, 506 of customers.`
  private static func statement(_ judgement: Judgement) -> String {
    let more = say("more", as: "amount")
    let (amount, scale) = (judgement.amount(more), judgement.scaleAndInterval(more))
    let (what, answers) = (judgement.inSentence, judgement.answers)
    return judgement.first == .management
      ? say("Management thinks that customers get \(amount) of \(what) than they say\(scale): \(answers).")
      : say("Staff think that customers get \(amount) of \(what) than they say\(scale): \(answers).")
  }
}
