import Audit
import CSV

/// Units by group of respondents, as long as there are few of them (methodology 0.2, A10).
extension ScanTally {
  /// Counters of all units, groups and waves together, 16 MiB. Whether there are more depends on the rows alone: a part of
  /// them never has more than all.
  static let mostUnitGroupCounters = 1 << 23

  /// Columns by whose codes the rows of units are told apart.
  func unitColumns(_ plan: SurveyPlan) -> [Int] {
    [plan.unit, plan.rows.touchpoint, unitsHaveGroups ? plan.groupColumn : nil].compactMap { $0 }
  }

  var hasTooManyUnitGroups: Bool {
    guard unitsHaveGroups, let counters = waves.first?.units.counters else { return false }
    return units.count * counters.stride * waves.count > ScanTally.mostUnitGroupCounters
  }

  /// Puts the groups of each unit together, for good.
  mutating func joinUnitGroups() {
    guard unitsHaveGroups else { return }
    var joined = SlotNumbering(limits: unitLimits)
    let slots = (0..<units.count).map { joined.slot(of: Array(units.codes(of: $0).dropLast())) }
    for wave in waves.indices { waves[wave].units = waves[wave].units.moved(to: slots) }
    units = joined
    unitsHaveGroups = false
  }
}
