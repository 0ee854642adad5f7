import Audit

/// Management or staff misjudge what customers expect (the provider's gap 1; gaps 6 and 7 of staff).
enum KnowledgeRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Expectations are misjudged"),
    whenItHolds: Phrase(
      """
      What management or staff believe that customers expect differs from what customers say they expect, or staff \
      from management, by more than chance explains and by a twelfth of the scale, or what was agreed, or more, \
      either way.
      """),
    whenItFails: Phrase("Nobody is shown to misjudge what customers expect. A few managers' answers can hide much."),
    needs: Phrase("a survey of customers with expectations, and one of management or staff with the same items"),
    source: Phrase(
      """
      Parasuraman, Zeithaml & Berry 1985, J. Marketing 49(4), 41–50 (gap 1); Luk & Layton 2002, Service Industries J. \
      22(2), 109–128 (gaps 6 and 7); Welch 1947, Biometrika 34, 28–35
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    Judgement.missing(.knowledge, material)
  }

  static func findings(_ material: Material) -> [Finding] {
    Judgement.latest(.knowledge, material) { isMisjudged($0, material) }.map { judgement in
      var finding = judgement.finding(
        id: ["knowledge", judgement.pair].compactMap(\.self) + [judgement.subject], kind: .knowledge, material)
      finding.title = title(judgement)
      finding.statement = statement(judgement)
      finding.cause = .knowledge
      return finding
    }
  }

  /// Managers misjudge what customers expect of the cell's dimension.
  static func isMisjudged(_ cell: Cell, _ material: Material) -> Bool {
    guard let dimension = cell.dimension else { return false }
    return Judgement.latest(.knowledge, material) { isMisjudged($0, material) }.contains {
      $0.first == .management && $0.second == .customers && $0.dimension == dimension
        && ($0.touchpoint == nil || $0.touchpoint == cell.touchpoint)
    }
  }

  private static func isMisjudged(_ judgement: Judgement, _ material: Material) -> Bool {
    let margin = material.configuration.thresholds.knowledge ?? Double(judgement.scale.range) / 12
    return judgement.excludesZero && abs(judgement.difference) >= margin
  }

  private static func title(_ judgement: Judgement) -> String {
    judgement.first == .management
      ? say("Management misjudges what customers expect: \(judgement.name)")
      : say("Staff misjudge what customers expect: \(judgement.name)")
  }

  /// `Management thinks that customers expect 0.7 points less of reliability than they say, on a scale of 1 to 7 (0.2
  /// to 1.3 less): 20 answers of management, 611 of customers.`
  private static func statement(_ judgement: Judgement) -> String {
    let side = judgement.difference < 0 ? say("less", as: "amount") : say("more", as: "amount")
    let (amount, scale) = (judgement.amount(side), judgement.scaleAndInterval(side))
    let (what, answers) = (judgement.inSentence, judgement.answers)
    return switch (judgement.first, judgement.second) {
    case (.management, _):
      say("Management thinks that customers expect \(amount) of \(what) than they say\(scale): \(answers).")
    case (_, .customers):
      say("Staff think that customers expect \(amount) of \(what) than they say\(scale): \(answers).")
    case (_, .management), (_, .staff):
      say("Staff think that customers expect \(amount) of \(what) than management thinks\(scale): \(answers).")
    }
  }
}
