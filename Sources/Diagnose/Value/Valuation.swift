import Audit

/// What deficiencies cost, what correcting them is worth, and which are quick to mend (methodology 6.6).
///
/// What one plan corrects has one cost, so value for effort belongs to all of it together. The unit is one for the whole
/// audit, since money and points of burden cannot stand in one order.
struct Valuation {
  private let estimate: ImpactEstimate
  private let reduction: Worth.Reduction
  private let unit: Worth.Unit
  private let playbook: Playbook
  /// Of each finding, the leading one first.
  private let plans: [String: [Correction]]

  init(_ material: Material, plans: [String: [Correction]]) {
    let configuration = material.configuration
    estimate = ImpactEstimate(configuration: configuration)
    reduction = ExpectedReduction.of(material)
    let economics = configuration.economics
    unit =
      estimate.isPossible && economics[.dayRate] != nil ? .money(currency: economics.currency ?? "") : .burden
    playbook = Playbook(remedies: material.project.remedies)
    self.plans = plans
  }

  /// The same findings in the same order, each deficiency that steps should correct with its impact, worth and π.
  func applied(to findings: [Finding]) -> [Finding] {
    var valued: [Finding] = []
    var efforts: [Effort] = []
    for finding in findings {
      var finding = finding
      if finding.isAboutService, finding.findingClass.isDeficiency, finding.kind.asksForSteps {
        (finding.impact, finding.impactNotes) = estimate.impact(of: finding)
        finding.worth = worth(of: finding)
        efforts.append(effort(for: finding))
      }
      valued.append(finding)
    }
    let bundles = Bundles(efforts, dayRate: dayRate)
    return valued.map { finding in
      guard var worth = finding.worth, let bundle = bundles.bundle(of: finding.id) else { return finding }
      var finding = finding
      worth.outlay = bundle.outlay
      worth.cost = bundle.cost
      worth.together = bundle.findings.filter { $0 != finding.id }
      worth.onlyUnlocks = bundle.onlyUnlocks
      finding.worth = worth
      finding.priority = bundle.value
      finding.isQuickWin =
        finding.findingClass <= .major && finding.isOpen && (bundle.outlay.map { $0.days <= Self.quick } ?? false)
      return finding
    }
  }

  /// Working days within which a grave deficiency is a quick win.
  private static let quick = 10.0

  /// What a working day costs; nil where π counts days.
  private var dayRate: Spread? {
    switch unit {
    case .money: estimate.configuration.economics[.dayRate]
    case .burden: nil
    }
  }

  private func worth(of finding: Finding) -> Worth {
    var worth = Worth(unit: unit, reduction: reduction)
    switch unit {
    case .money: worth.relief = finding.impact?.total.map { reduction.share * $0 }
    case .burden: worth.relief = finding.burden.map { reduction.share * $0 }
    }
    return worth
  }

  /// The plans that are still to be carried out, or the one that was; without any the playbook's remedy.
  private func effort(for finding: Finding) -> Effort {
    let all = plans[finding.id] ?? []
    let live = all.filter(\.isLive)
    let isOver = finding.status == .done || finding.status == .closed
    let counted = live.isEmpty && isOver ? Array(all.prefix(1)) : live
    return Effort(
      finding: finding.id, relief: finding.worth?.relief, figure: finding.measurement,
      whole: finding.kind == .parity ? finding.pictured : nil, plans: counted,
      suggested: playbook.remedy(for: finding)?.effort?.days)
  }

  /// What correcting one deficiency takes.
  struct Effort {
    var finding: String
    var relief: Spread?
    var figure: MeasurementKey?
    /// Of what is wrong with one group of customers the figure of all of them.
    var whole: MeasurementKey?
    var plans: [Correction]
    /// Working days that the playbook gives it.
    var suggested: Double?
  }
}
