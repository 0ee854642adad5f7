import Audit

/// Joins deficiencies with the plans that correct them, and gives each its steps and status.
struct PlanJoin {
  struct Result {
    var findings: [Finding]
    /// Of each finding, the leading one first.
    var plans: [String: [Correction]]
    var verdicts: [PlanVerdict]
    var diagnostics: [Diagnostic]
  }

  var material: Material
  var seen: ObservedRule.Result
  private let playbook: Playbook

  init(_ material: Material, _ seen: ObservedRule.Result) {
    self.material = material
    self.seen = seen
    playbook = Playbook(remedies: material.project.remedies)
  }

  func join() -> Result {
    var plans: [String: [Correction]] = [:]
    for correction in material.project.corrections {
      var corrected: Set<String> = []
      for reference in correction.corrects {
        let id = seen.aliases[reference.id] ?? reference.id
        if corrected.insert(id).inserted { plans[id, default: []].append(correction) }
      }
    }
    let actions = NoteActions(material.project.notes, seen.groups)
    let verdicts = PlanVerdicts(material, aliases: seen.aliases).all
    for (id, all) in plans {
      let failed = all.filter { Self.verdict(on: $0, of: id, verdicts)?.word?.isFailure ?? false }
      let own = Set(verdicts.filter { $0.measure == id && $0.word != nil }.map(\.correction))
      plans[id] = Self.ordered(all, asOf: material.asOf, failed: Set(failed.map(\.slug)), own: own)
    }
    let references = PlanReferences(material, aliases: seen.aliases).diagnostics(seen.findings)
    return Result(
      findings: seen.findings.map { planned($0, plans[$0.id] ?? [], actions, verdicts) }, plans: plans,
      verdicts: verdicts,
      diagnostics: references + PlanPrerequisites(material, aliases: seen.aliases).diagnostics
        + PlanMeasures(material, seen.findings, aliases: seen.aliases).diagnostics)
  }

  private func planned(
    _ finding: Finding, _ plans: [Correction], _ actions: NoteActions, _ verdicts: [PlanVerdict]
  ) -> Finding {
    var finding = finding
    let verdicts = verdicts.filter { $0.deficiencies.contains(finding.id) }
    finding.plans = plans.map(\.slug)
    let isStrength = finding.findingClass == .strength
    // `new correction` copies what a note proposes into the plan: there it is the plan's.
    let planned = Set(plans.flatMap(\.steps).map(\.text))
    finding.steps =
      plans.flatMap(\.steps) + (isStrength ? [] : actions.steps(of: finding).filter { !planned.contains($0.text) })
    if let lead = plans.first {
      var plan = Finding.Plan(lead)
      plan.steps = plans.reduce(0) { $0 + $1.steps.count }
      plan.stepsDone = plans.reduce(0) { $0 + $1.steps.count(where: \.done) }
      finding.plan = plan
      finding.status = lead.status(asOf: material.asOf)
      judge(&finding, lead, verdicts)
      if let until = lead.lapsed(asOf: material.asOf) {
        finding.remarks.append(say("risk was accepted until \(DayText.long(until))"))
      }
    }
    if finding.findingClass.isDeficiency, plans.isEmpty, let remedy = playbook.remedy(for: finding) {
      finding.steps += remedy.steps.map { Step(text: $0, source: .playbook) }
      finding.remedy = remedy.title
    }
    return finding
  }

  /// A plan that was carried out is closed by its verdict or reopened by it; one that is under way goes on.
  ///
  /// What works in some places only closes nothing: it is to be extended.
  private func judge(_ finding: inout Finding, _ lead: Correction, _ verdicts: [PlanVerdict]) {
    let own = Self.verdict(on: lead, of: finding.id, verdicts)
    finding.verdict = own?.word == nil ? verdicts.first { $0.word != nil } ?? own : own
    guard lead.status == .done, let own, let word = own.word else { return }
    switch word {
    case .closed:
      guard !lead.isPartial else { return }
      guard speaks(own, of: finding, lead) else {
        finding.remarks.append(
          say("not closed: the plan reached the target of another deficiency, or of a part of this one"))
        return
      }
      finding.status = .closed
      if finding.findingClass.isDeficiency {
        finding.remarks.append(
          say("the plan's target is reached; what is left is classed like any other shortfall"))
      }
    case .noEffect, .worse:
      finding.status = .reopened
      finding.remarks.append(
        word == .worse
          ? say("reopened: the correction “\(lead.title)” made it worse")
          : say("reopened: the correction “\(lead.title)” had no effect"))
    case .works, .cannotTell: break
    }
  }

  /// What is judged by the measure of another deficiency, or of a part of this one, is not closed by it.
  private func speaks(_ verdict: PlanVerdict, of finding: Finding, _ plan: Correction) -> Bool {
    guard let measure = verdict.measure, measure != finding.id else { return true }
    return plan.measure != nil && seen.aliases[measure] == nil && !seen.findings.contains { $0.id == measure }
  }

  /// Of a finding that others are part of a plan may be judged by each: the finding's own measure speaks for it.
  private static func verdict(on plan: Correction, of id: String, _ verdicts: [PlanVerdict]) -> PlanVerdict? {
    let own = verdicts.filter { $0.correction == plan.slug && $0.deficiencies.contains(id) }
    return own.first { $0.measure == id && $0.word != nil } ?? own.first { $0.word != nil } ?? own.first
  }

  /// The plan that says most about where things stand comes first: late, under way, planned, accepted, done, lapsed; of those
  /// that are done the one that began last, and of several begun on one day those without success last, before them those that
  /// the finding's own measure judges; then by due day and slug.
  private static func ordered(
    _ plans: [Correction], asOf day: Day, failed: Set<String>, own: Set<String>
  ) -> [Correction] {
    func rank(_ plan: Correction) -> Int {
      switch plan.status(asOf: day) {
      case .overdue: 0
      case .inProgress: 1
      case .planned: 2
      case .accepted: 3
      case .done: 4
      case .open, .closed, .reopened: 5
      }
    }
    return plans.sorted { left, right in
      let (a, b) = (rank(left), rank(right))
      if a != b { return a < b }
      if left.status == .done, right.status == .done {
        let (start, begun) = (left.start?.ordinal ?? .min, right.start?.ordinal ?? .min)
        if start != begun { return start > begun }
        let (isFailed, hasFailed) = (failed.contains(left.slug), failed.contains(right.slug))
        if isFailed != hasFailed { return hasFailed }
        let (isOwn, hasOwn) = (own.contains(left.slug), own.contains(right.slug))
        if isOwn != hasOwn { return isOwn }
      }
      let (due, other) = (left.due?.ordinal ?? .max, right.due?.ordinal ?? .max)
      return due != other ? due < other : left.slug.utf8.lexicographicallyPrecedes(right.slug.utf8)
    }
  }
}

extension Correction {
  /// It was made in some units, or for some customers, only; what is wrong with one group alone is mended there as a whole.
  var isPartial: Bool {
    if scope?.part(.unit) != nil { return true }
    guard let groups = scope?.part(.segment)?.names.compactMap({ Slice(key: $0.id)?.parts }) else { return false }
    let own = groups.filter { $0.count == 1 }.map { "parity.\($0[0].segment).\($0[0].value)" }
    let isOwn =
      own.count == groups.count
      && corrects.allSatisfy { reference in
        own.contains { reference.id == $0 || reference.id.hasPrefix("\($0).") }
      }
    return !isOwn
  }
}

extension Finding.Plan {
  init(_ correction: Correction) {
    self.init(
      correction: correction.slug, owner: correction.owner, due: correction.due, status: correction.status,
      stepsDone: correction.steps.count(where: \.done), steps: correction.steps.count)
  }
}
