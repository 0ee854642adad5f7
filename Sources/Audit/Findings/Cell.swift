/// What a finding is about: touchpoint × dimension, or the one of them that is known.
package struct Cell: Hashable, Sendable {
  package var touchpoint: String?
  package var dimension: String?

  package init(touchpoint: String? = nil, dimension: String? = nil) {
    self.touchpoint = touchpoint
    self.dimension = dimension
  }

  /// `branch.responsiveness`, `branch` or `responsiveness`; empty where neither is known.
  package var id: String { [touchpoint, dimension].compactMap(\.self).joined(separator: ".") }
}

extension Finding {
  package var cell: Cell { Cell(touchpoint: touchpoint, dimension: dimension) }

  /// A trouble or a strength of the service itself, not of the audit or of how it is being mended.
  package var isAboutService: Bool { kind.concern == .service }

  /// Something is still to be done about it.
  package var isOpen: Bool {
    switch status {
    case .open, .planned, .inProgress, .overdue, .reopened: true
    case .done, .accepted, .closed: false
    }
  }
}

extension Finding.Kind {
  package var concern: Finding.Concern {
    switch self {
    case .gap, .zone, .parity, .consistency, .weakestLink, .knowledge, .belief, .employees, .internal, .information,
      .loyalty, .risingBar, .regression, .fixed, .strength, .observed, .standard:
      .service
    case .blindSpot, .dataQuality, .instrument: .audit
    case .noPlan, .overdue: .plans
    }
  }

  /// Made by the tests of its wave's family, whose false alarms are held down together.
  package var isOfFamily: Bool {
    switch self {
    case .gap, .zone, .parity, .consistency, .internal, .regression, .risingBar: true
    case .weakestLink, .knowledge, .belief, .employees, .information, .loyalty, .fixed, .strength, .observed,
      .standard, .blindSpot, .dataQuality, .instrument, .noPlan, .overdue:
      false
    }
  }

  /// Steps should follow from it. What tells of a change, of touchpoints beside each other or of the audit itself has its
  /// trouble in another finding.
  package var asksForSteps: Bool {
    switch self {
    case .gap, .zone, .parity, .consistency, .knowledge, .belief, .employees, .internal, .information, .loyalty,
      .observed,
      .standard:
      true
    case .weakestLink, .risingBar, .regression, .fixed, .strength, .blindSpot, .dataQuality, .instrument, .noPlan,
      .overdue:
      false
    }
  }
}

extension Standard {
  /// The standard may speak of this cell: what either leaves open fits anything.
  package func covers(_ cell: Cell) -> Bool {
    func fits(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }
    return fits(touchpoint, cell.touchpoint) && fits(dimension, cell.dimension)
  }

  /// The standard speaks of this very cell: of its dimension at its touchpoint, or at all of them.
  package func isHeld(against cell: Cell) -> Bool {
    guard let dimension = cell.dimension else { return cell.touchpoint != nil && touchpoint == cell.touchpoint }
    return self.dimension == dimension
      && (touchpoint == nil || cell.touchpoint == nil || touchpoint == cell.touchpoint)
  }
}
