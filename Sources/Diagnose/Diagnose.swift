package import Audit

/// Turns figures, notes and plans into findings.
///
/// No statistic is computed here: rules compare figures that stand in `measured`, which holds nothing that may not be
/// published.
package func diagnose(_ project: Project, measured: MeasuredAudit, asOf: Day) -> Diagnosis {
  Language.$current.withValue(project.language) {
    diagnosis(of: Material(project: project, measured: measured, asOf: asOf))
  }
}

/// Ids that stand for those of other findings: what auditors saw of a cell that a survey finds, and what the consultant
/// joined.
package func otherNames(_ project: Project, measured: MeasuredAudit, asOf: Day) -> [String: String] {
  Language.$current.withValue(project.language) {
    found(Material(project: project, measured: measured, asOf: asOf)).seen.aliases
  }
}

/// All findings but those on plans, with the consultant's word.
private func found(
  _ material: Material
) -> (seen: ObservedRule.Result, spoken: WordsApplied, onPlans: [ConsultantWord]) {
  let measuredFindings = findings(ofSurveys: material)
  var seen = ObservedRule.findings(material, beside: measuredFindings)
  seen.findings += StandardRule.findings(material, beside: seen.findings)
  seen.findings += BlindSpotRule.findings(material)
  seen.findings += DataQualityRule.findings(material)
  seen.findings += InstrumentRule.findings(material)
  let (onPlans, onService) = words(material.project.words)
  let spoken = WordsApplied(onService, to: seen.findings, aliases: seen.aliases)
  seen.take(spoken)
  return (seen, spoken, onPlans)
}

private func diagnosis(of material: Material) -> Diagnosis {
  let (project, measured, asOf) = (material.project, material.measured, material.asOf)
  var (seen, spoken, onPlans) = found(material)
  seen.findings = CommentEvidence.joined(to: seen.findings, material)
  let planned = PlanJoin(material, seen).join()
  let unplanned = NoPlanRule.findings(planned.findings)
  let overdue = OverdueRule.findings(material, beside: planned.findings, aliases: seen.aliases)
  let late = WordsApplied(onPlans, to: unplanned + overdue, aliases: [:])

  let valued = Valuation(material, plans: planned.plans).applied(to: planned.findings + late.findings)
  let ranked = Ranking(material, plans: planned.plans).ranked(valued.sorted(by: Priorities.comesBefore))
  let (findings, history) = HistoryJoin.joined(
    ranked, material, seen.aliases, hidden: spoken.hidden + late.hidden)
  let gates = GateJudge(material: material, findings: findings).judge()
  return Diagnosis(
    findings: findings, rules: Rule.all.map { $0.outcome(material, findings: findings) },
    hidden: spoken.hidden + late.hidden, verdicts: planned.verdicts, gates: gates.results,
    history: history,
    diagnostics: spoken.diagnostics + planned.diagnostics + late.diagnostics + gates.diagnostics
      + benchmarkDiagnostics(measured, asOf: asOf) + noteDiagnostics(project.notes, asOf: asOf)
      + waveDiagnostics(measured.surveys, asOf: asOf))
}

/// Those on what stands still, whose findings are made last, and all others.
private func words(_ words: [ConsultantWord]) -> (onPlans: [ConsultantWord], onService: [ConsultantWord]) {
  let kinds = Finding.Kind.allCases.filter { $0.concern == .plans }
  let onPlans = words.filter { word in kinds.contains { word.finding.hasPrefix("\($0.rawValue).") } }
  return (onPlans, words.filter { !onPlans.contains($0) })
}

extension Finding {
  /// The same with a remark where what was judged rests on weights.
  fileprivate func sayingWeights(in measured: MeasuredAudit) -> Finding {
    guard let own = measurement.flatMap({ measured[$0] }), own.isJudgedByWeights(statistic ?? .failedShare) else {
      return self
    }
    var finding = self
    finding.remarks.append(say("answers count by their weights"))
    return finding
  }
}

extension ObservedRule.Result {
  /// What became part of another finding is found under that one's id.
  fileprivate mutating func take(_ spoken: WordsApplied) {
    findings = spoken.findings
    aliases = aliases.mapValues { spoken.merged[$0] ?? $0 }
    for part in spoken.parts {
      guard let whole = spoken.merged[part] else { continue }
      aliases[part] = whole
      groups[whole, default: []] += groups.removeValue(forKey: part) ?? []
    }
  }
}

/// What figures of surveys say by themselves. An id stands once: where two surveys make one, the first has it.
private func findings(ofSurveys material: Material) -> [Finding] {
  let gaps = GapRule.findings(material)
  var findings = gaps + ZoneRule.findings(material, beside: gaps)
  findings += ParityRule.findings(material)
  findings += ConsistencyRule.findings(material)
  findings += WeakestLinkRule.findings(material)
  findings += KnowledgeRule.findings(material)
  findings += BeliefRule.findings(material)
  findings += EmployeesRule.findings(material, beside: findings)
  findings += InternalRule.findings(material)
  findings += InformationRule.findings(material)
  findings += LoyaltyRule.findings(material)
  findings += RisingBarRule.findings(material)
  findings += RegressionRule.findings(material)
  findings += FixedRule.findings(material)
  findings += StrengthRule.findings(material)
  var known: Set<String> = []
  return findings.filter { known.insert($0.id).inserted }.map { $0.sayingWeights(in: material.measured) }
}
