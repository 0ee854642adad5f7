import Audit

/// Holds the audit against what client and auditor agreed on.
///
/// It sees what may be published only, so no gate tells of a figure that is withheld.
struct GateJudge {
  let material: Material
  /// In register order.
  let findings: [Finding]

  /// A result for each gate but those about a figure that is not there, which are errors.
  func judge() -> (results: [GateResult], diagnostics: [Diagnostic]) {
    var results: [GateResult] = []
    var diagnostics: [Diagnostic] = []
    for gate in material.configuration.gates {
      switch gate.condition {
      case .rule(let rule): results.append(result(of: rule, gate))
      case .metric(let address, let limit, let bound):
        do throws(FigureFinder.Unknown) {
          let metric = try MetricGate(address, material, findings)
          if let range = metric.impossible(limit) {
            diagnostics.append(.gateLimitOutOfRange(gate, range))
            continue
          }
          results.append(metric.result(of: gate, limit, on: bound))
        } catch {
          diagnostics.append(.gateUnknownMetric(gate, error.diagnostic))
        }
      }
    }
    return (results, diagnostics)
  }

  private func result(of rule: AgreedGate.Rule, _ gate: AgreedGate) -> GateResult {
    switch rule {
    case .criticalWithoutPlan:
      let found = findings.filter {
        $0.isAboutService && $0.findingClass == .critical && NoPlanRule.isUnplanned($0)
      }
      return counted(found.map(\.id), gate)
    case .overdue:
      // What the consultant left out of the register breaks no gate.
      return counted(findings.filter { $0.kind == .overdue }.compactMap(\.plan?.correction), gate)
    case .lapsedAcceptance:
      let found = findings.filter {
        $0.findingClass.isDeficiency && $0.plan?.status == .accepted && $0.status == .open
      }
      return counted(found.map(\.id), gate)
    case .regression: return RegressionGate(material: material, findings: findings).result(of: gate)
    }
  }

  private func counted(_ ids: [String], _ gate: AgreedGate) -> GateResult {
    guard !ids.isEmpty else { return GateResult(gate, .passed, actual: say("none", as: "gate")) }
    return GateResult(gate, .failed, actual: "\(ids.count): \(ids.shortList)", breakers: ids)
  }
}

extension [String] {
  /// Up to six, or five and how many more there are.
  var shortList: String {
    let first = prefix(count > 6 ? 5 : 6).joined(separator: ", ")
    return count > 6 ? say("\(first) and \(count - 5) more", as: "list") : first
  }
}
