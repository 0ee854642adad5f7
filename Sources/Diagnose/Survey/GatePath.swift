package import Audit

/// The conditions that a finding had to meet, in the order in which they are asked (methodology 6.3 to 6.5).
///
/// Empty for findings that come of no condition: what auditors saw, and plans.
package func gatePath(of finding: Finding, in project: Project, measured: MeasuredAudit) -> [GateStep] {
  guard finding.conditions.isEmpty else { return finding.conditions }
  switch finding.kind {
  case .gap:
    guard let cell = MeasuredCell.gather(measured).first(where: { $0.lead.measurement.key == finding.measurement })
    else {
      return []
    }
    return GatePath(cell: cell.lead, configuration: project.configuration).steps
  case .standard:
    let key = finding.measurement ?? MeasurementKey(survey: "", wave: "", kind: .standard, subject: finding.standardID)
    return measured[key].map { StandardRule.path($0, finding.findingClass, project.configuration) } ?? []
  case .zone, .parity, .consistency, .knowledge, .belief, .employees, .internal, .information, .loyalty, .risingBar,
    .regression, .fixed, .strength, .dataQuality, .instrument:
    guard let figures = finding.measurement.flatMap({ measured[$0] }) else { return [] }
    return RulePath(finding: finding, figures: figures, configuration: project.configuration, measured: measured).steps
  case .weakestLink, .observed, .blindSpot, .noPlan, .overdue: return []
  }
}

extension Finding {
  /// Of a finding about a standard.
  fileprivate var standardID: String { String(id.dropFirst("standard.".count)) }
}

/// The conditions of the gap rule for one cell.
struct GatePath {
  let cell: SurveyCell
  let configuration: Configuration

  var steps: [GateStep] {
    let gate = Gate(cell, configuration)
    return [base] + byMean(gate) + byReach(gate) + graded(gate)
  }

  private var thresholds: Thresholds { configuration.thresholds }

  private var base: GateStep {
    let n = cell.n ?? 0
    return GateStep(
      "at least \(configuration.lowBase) answers", .n, Double(n), holds: n >= configuration.lowBase)
  }

  private func byMean(_ gate: Gate) -> [GateStep] {
    let (failed, mean, q, effect) = (cell[.failedShare] ?? 0, cell.mean, cell.q, cell.effect)
    return [
      GateStep(
        "at least \(FigureText.percent(thresholds.reach)) are seriously failed", cell.deciding(.failedShare), failed,
        holds: failed >= thresholds.reach),
      GateStep("the mean is below the target", cell.meanStatistic, mean, holds: (mean ?? 0) < 0),
      GateStep(
        "q of the mean is at most \(FigureText.percent(thresholds.falseDiscovery))", cell.qStatistic, q,
        holds: q.map { $0 <= thresholds.falseDiscovery } ?? false),
      GateStep(
        "the mean is at least \(FigureText.fixed(thresholds.effect, decimals: 2)) standard deviations short",
        cell.effectStatistic, effect?.value,
        holds: effect?.reason == .zeroVariance || abs(effect?.value ?? 0) >= thresholds.effect),
      GateStep("so it is a deficiency by its mean (all four)", holds: gate.isNet),
    ]
  }

  private func byReach(_ gate: Gate) -> [GateStep] {
    let low = cell[.failedLow]
    var steps = [
      GateStep(
        "surely more than \(FigureText.percent(thresholds.reach)) are seriously failed", cell.deciding(.failedLow), low,
        holds: low.map { $0 > thresholds.reach } ?? false)
    ]
    if cell.target == .expectation {
      let (shortfalls, surpluses, q) = (cell[.failedShortfalls], cell[.failedSurpluses], cell[.failedSignQ])
      steps.append(
        GateStep(
          "more are seriously failed than seriously surpassed (\(FigureText.count(Int(surpluses ?? 0))))",
          cell.deciding(.failedShortfalls), shortfalls, holds: (shortfalls ?? 0) > (surpluses ?? 0)))
      steps.append(
        GateStep(
          "q of that is at most \(FigureText.percent(thresholds.falseDiscovery))", cell.deciding(.failedSignQ), q,
          holds: q.map { $0 <= thresholds.falseDiscovery } ?? false))
    }
    return steps + [GateStep("so it is a deficiency by its reach", holds: gate.isByReach)]
  }

  private func graded(_ gate: Gate) -> [GateStep] {
    let failed = cell[.failedShare] ?? 0
    var steps = [
      (FindingClass.critical, thresholds.critical), (.major, thresholds.major), (.minor, thresholds.minor),
    ].map { grade, limit in
      GateStep(
        "\(grade.rawValue) from \(FigureText.percent(limit)) seriously failed", cell.deciding(.failedShare), failed,
        holds: failed >= limit)
    }
    if gate.isRaised, let below = cell[.zoneBelow] {
      steps.append(
        GateStep(
          "raised by one class: more than 25 % are below their minimum", cell.deciding(.zoneBelow), below, holds: true))
    }
    if gate.isCeiling {
      steps.append(
        GateStep(
          "customers expect the top of the scale and 85 % are satisfied: observation", .satisfiedShare,
          cell[.satisfiedShare], holds: true))
    }
    if case .watch = gate.outcome {
      steps.append(GateStep("too few answers for a deficiency: watch", .n, holds: true))
    }
    return steps
  }
}

extension StandardRule {
  /// The conditions of a standard that is not kept.
  static func path(_ figures: Measurement, _ found: FindingClass, _ configuration: Configuration) -> [GateStep] {
    let limit = configuration.thresholds.falseDiscovery
    let (share, required, q) = (figures[.share], figures[.required] ?? 0, figures[.requiredQ])
    return [
      GateStep(
        "met on less than the \(FigureText.percent(required)) that are required", .share, share,
        holds: share.map { $0 < required } ?? false),
      GateStep(
        "q of so few is at most \(FigureText.percent(limit))", .requiredQ, q, holds: q.map { $0 <= limit } ?? false),
      GateStep("missing it makes a visit's score zero: major", holds: found == .major),
    ]
  }
}
