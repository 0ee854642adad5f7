import Audit

/// `data/findings.json`: the register for other programs. Absent values are null, every key is always there.
enum FindingsDocument {
  static func json(_ report: Report) -> JSON {
    .object([
      JSON.Member("schema", .string("cxaudit/findings/\(KeptRegister.version)")),
      JSON.Member("project", .string(report.project.configuration.keptTitle)),
      JSON.Member("client", .optional(report.project.configuration.client)),
      JSON.Member("asOf", .string(report.asOf.iso)),
      JSON.Member("history", HistoryDocument.json(report.history)),
      JSON.Member("findings", .array(report.findings.map { finding($0, report) })),
      JSON.Member("hidden", .array(report.hidden.map { finding($0, report) })),
      JSON.Member("rules", .array(report.rules.map(rule))),
    ])
  }

  private static func rule(_ outcome: RuleOutcome) -> JSON {
    .object([
      JSON.Member("id", .string(outcome.id.rawValue)), JSON.Member("name", .string(outcome.metadata.name.text)),
      JSON.Member("findings", .integer(outcome.findings)), JSON.Member("notRun", .optional(outcome.notRun)),
    ])
  }

  private static func finding(_ finding: Finding, _ report: Report) -> JSON {
    .object([
      JSON.Member("id", .string(finding.id)),
      JSON.Member("kind", .string(finding.kind.rawValue)),
      JSON.Member("title", .string(finding.title)),
      JSON.Member("class", .string(finding.findingClass.rawValue)),
      JSON.Member("severity", number(finding.severity)),
      JSON.Member("burden", number(finding.burden)),
      JSON.Member("priority", number(finding.priority)),
      JSON.Member("touchpoint", .optional(finding.touchpoint)),
      JSON.Member("dimension", .optional(finding.dimension)),
      JSON.Member("segment", segment(finding.segment)),
      JSON.Member("cause", .optional(finding.cause?.rawValue)),
      JSON.Member("statement", .string(finding.statement)),
      JSON.Member("evidence", .array(finding.evidence.map(evidence))),
      JSON.Member("support", .optional(finding.support?.rawValue)),
      JSON.Member("words", words(finding.words)),
      JSON.Member("reach", reach(finding.reach)),
      JSON.Member("impact", ValueDocument.impact(finding.impact)),
      JSON.Member("value", ValueDocument.value(finding)),
      JSON.Member("rank", ValueDocument.rank(finding.rank)),
      JSON.Member("quickWin", .bool(finding.isQuickWin)),
      JSON.Member("steps", .array(finding.steps.map(step))),
      JSON.Member("plan", plan(finding.plan)),
      JSON.Member("verdict", verdict(finding.verdict)),
      JSON.Member("status", .string(finding.status.rawValue)),
      JSON.Member("firstSeen", .optional(finding.firstSeen)),
      JSON.Member("lastSeen", .optional(finding.lastSeen)),
      JSON.Member("computed", computed(finding.computed)),
      JSON.Member("measure", HistoryDocument.json(FindingMeasure(of: finding, in: report.measured))),
      JSON.Member("history", HistoryDocument.json(finding.history)),
    ])
  }

  private static func computed(_ computed: Finding.Computed?) -> JSON {
    guard let computed else { return .null }
    return .object([
      JSON.Member("title", .string(computed.title)), JSON.Member("class", .string(computed.findingClass.rawValue)),
      JSON.Member("cause", .optional(computed.cause?.rawValue)),
      JSON.Member("merged", .array(computed.merged.map(JSON.string))),
      JSON.Member("because", .optional(computed.because)),
    ])
  }

  private static func segment(_ part: Slice.Part?) -> JSON {
    guard let part else { return .null }
    return .object([JSON.Member("id", .string(part.segment)), JSON.Member("value", .string(part.value))])
  }

  private static func evidence(_ evidence: Evidence) -> JSON {
    .object([
      JSON.Member("kind", .string(evidence.kind.rawValue)), JSON.Member("source", .string(evidence.source)),
      JSON.Member("line", .optional(evidence.line)), JSON.Member("figure", .optional(evidence.figure)),
      JSON.Member("value", number(evidence.value)), JSON.Member("n", .optional(evidence.n)),
      JSON.Member("text", .optional(evidence.text)),
    ])
  }

  /// Null where no comment could speak of it; numbers about few are null.
  private static func words(_ words: Finding.Words?) -> JSON {
    guard let words else { return .null }
    return .object([
      JSON.Member("says", .string(words.says.rawValue)), JSON.Member("comments", .optional(words.figures.comments)),
      JSON.Member("of", .optional(words.figures.of)), JSON.Member("share", number(words.figures.share)),
      JSON.Member("low", number(words.figures.low)), JSON.Member("high", number(words.figures.high)),
      JSON.Member("complaints", .optional(words.figures.bad)), JSON.Member("moreOften", .bool(words.isMoreOften)),
      JSON.Member("themes", .array(words.themes.map(JSON.string))),
    ])
  }

  private static func reach(_ reach: Finding.Reach?) -> JSON {
    guard let reach else { return .null }
    return .object([
      JSON.Member("share", number(reach.share)), JSON.Member("n", .integer(reach.n)),
      JSON.Member("low", number(reach.low)), JSON.Member("high", number(reach.high)),
    ])
  }

  private static func step(_ step: Step) -> JSON {
    .object([
      JSON.Member("text", .string(step.text)), JSON.Member("done", .bool(step.done)),
      JSON.Member("owner", .optional(step.owner)), JSON.Member("due", .optional(step.due?.iso)),
      JSON.Member("source", .string(step.source.rawValue)), JSON.Member("evidence", .optional(step.evidence)),
    ])
  }

  /// Null where no wave has judged the plan.
  private static func verdict(_ verdict: PlanVerdict?) -> JSON {
    guard let verdict, let effect = verdict.effect else { return .null }
    return .object([
      JSON.Member("word", .string(effect.word.rawValue)), JSON.Member("change", number(effect.change.value)),
      JSON.Member("low", number(effect.change.low)), JSON.Member("high", number(effect.change.high)),
      JSON.Member("needed", .optional(verdict.needed)), JSON.Member("next", .string(verdict.next)),
    ])
  }

  private static func plan(_ plan: Finding.Plan?) -> JSON {
    guard let plan else { return .null }
    return .object([
      JSON.Member("owner", .optional(plan.owner)), JSON.Member("due", .optional(plan.due?.iso)),
      JSON.Member("status", .string(plan.status.rawValue)), JSON.Member("progress", number(plan.progress)),
    ])
  }

  /// Twelve significant digits, as in `data/statistics.csv`; infinities and not-a-number are null.
  private static func number(_ value: Double?) -> JSON { .canonical(value) }
}
