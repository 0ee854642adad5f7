import Audit

/// Management or staff misjudge what customers expect (the provider's gap 1; gaps 6 and 7 of staff).
enum KnowledgeRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Expectations are misjudged",
    whenItHolds: """
      What management or staff believe that customers expect differs from what customers say they expect, or staff from \
      management, by more than chance explains and by a twelfth of the scale or more, either way.
      """,
    whenItFails: """
      Nobody is shown to misjudge what customers expect. A few managers' answers can hide much.
      """,
    needs: "a survey of customers with expectations, and one of management or staff with the same items",
    source: """
      Parasuraman, Zeithaml & Berry 1985, J. Marketing 49(4), 41–50 (gap 1); Luk & Layton 2002, Service Industries J. \
      22(2), 109–128 (gaps 6 and 7); Welch 1947, Biometrika 34, 28–35
      """)

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    Judgement.missing(.knowledge, material, what: "expect")
  }

  static func findings(_ material: Material) -> [Finding] {
    Judgement.latest(.knowledge, material).filter { isMisjudged($0, material) }.map { judgement in
      var finding = judgement.finding(
        id: ["knowledge", judgement.pair].compactMap(\.self) + [judgement.subject], kind: .knowledge, material)
      finding.title =
        "\(judgement.judge(isFirst: true)) \(judgement.misjudges) what customers expect: \(judgement.name)"
      finding.statement = statement(judgement)
      finding.cause = .knowledge
      return finding
    }
  }

  /// Managers misjudge what customers expect of the cell's dimension.
  static func isMisjudged(_ cell: Cell, _ material: Material) -> Bool {
    guard let dimension = cell.dimension else { return false }
    return Judgement.latest(.knowledge, material).contains {
      $0.first == .management && $0.second == .customers && $0.dimension == dimension && isMisjudged($0, material)
    }
  }

  private static func isMisjudged(_ judgement: Judgement, _ material: Material) -> Bool {
    let margin = material.configuration.thresholds.knowledge ?? Double(judgement.scale.range) / 12
    return judgement.excludesZero && abs(judgement.difference) >= margin
  }

  /// `Management thinks that customers expect 0.7 points less of reliability than they say, on a scale of 1 to 7 (0.2 to
  /// 1.3 less): 20 answers of management, 611 of customers.`
  private static func statement(_ judgement: Judgement) -> String {
    let side = judgement.difference < 0 ? "less" : "more"
    let other = judgement.second == .customers ? "than they say" : "than \(judgement.judge(isFirst: false)) thinks"
    return "\(judgement.judge(isFirst: true)) \(judgement.thinks) that customers expect \(judgement.amount(side)) of "
      + "\(judgement.inSentence) \(other)\(judgement.scaleAndInterval(side)): \(judgement.answers)."
  }
}
