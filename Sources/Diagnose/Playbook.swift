import Audit

/// Finds the remedy that fits a finding best.
struct Playbook {
  var remedies: [Remedy]

  /// The entry that agrees on most; nil where none fits.
  ///
  /// Where two agree on as much, the one for the cause goes before the one for the dimension, the project's own before the
  /// built-in one, and the first file before later ones. A finding without a cause takes entries without one: those that
  /// find the cause.
  func remedy(for finding: Finding) -> Remedy? {
    var best: (rank: [Int], remedy: Remedy)?
    for remedy in remedies {
      guard let rank = rank(of: remedy, for: finding) else { continue }
      if let known = best, !known.rank.lexicographicallyPrecedes(rank) { continue }
      best = (rank, remedy)
    }
    return best?.remedy
  }

  private func rank(of remedy: Remedy, for finding: Finding) -> [Int]? {
    guard remedy.dimension == nil || remedy.dimension == finding.dimension,
      remedy.cause == nil || remedy.cause == finding.cause,
      let rule = rank(ofRule: remedy.rule, for: finding.kind)
    else { return nil }
    let (cause, dimension) = (remedy.cause == nil ? 0 : 1, remedy.dimension == nil ? 0 : 1)
    let isOwn = rule == 1 && !finding.kind.isTroubleOfCell ? 1 : 0
    return [isOwn, cause + dimension + rule, cause, dimension, rule, remedy.isProjects ? 1 : 0]
  }

  /// Troubles of a cell are mended like what customers say of it, unless an entry speaks of their rule. What tells of a
  /// change, of staff or of the audit takes entries for its own rule alone.
  private func rank(ofRule rule: String?, for kind: Finding.Kind) -> Int? {
    if rule == kind.rawValue { return 1 }
    guard kind.isMendedLikeGap else { return nil }
    return rule == nil || (kind != .gap && rule == Finding.Kind.gap.rawValue) ? 0 : nil
  }
}

extension Finding.Kind {
  /// The same trouble that a gap tells of, so that its cause and its dimension matter more than which rule found it.
  fileprivate var isTroubleOfCell: Bool {
    switch self {
    case .gap, .zone, .observed, .standard: true
    case .parity, .consistency, .knowledge, .belief, .internal, .information, .weakestLink, .employees, .loyalty,
      .risingBar, .regression, .fixed, .strength, .blindSpot, .dataQuality, .instrument, .noPlan, .overdue:
      false
    }
  }

  fileprivate var isMendedLikeGap: Bool {
    switch self {
    case .gap, .zone, .observed, .standard, .parity, .consistency, .knowledge, .belief, .internal, .information: true
    case .weakestLink, .employees, .loyalty, .risingBar, .regression, .fixed, .strength, .blindSpot, .dataQuality,
      .instrument, .noPlan, .overdue:
      false
    }
  }
}
