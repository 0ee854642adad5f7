/// What a deficiency costs in a year, from declared figures and the share of customers who are seriously failed.
///
/// The least takes every factor at its least, the lower bound of that share among them; the most likewise: a range of what
/// can be, not an interval of confidence. Customers who are failed at several places count at each, so impacts do not add
/// up.
package struct Impact: Hashable, Sendable {
  /// Code of three letters.
  package var currency: String
  /// C, customers who are hit.
  package var customers: Spread
  /// A, margin of those who leave for it, a year; nil where the chain is not declared.
  package var atRisk: Spread?
  /// People who are told of it.
  package var told: Spread?
  /// Wm, margin of customers who are lost for having been told, a year; nil where the chain is not declared.
  package var lostByTold: Spread?

  package init(
    currency: String, customers: Spread, atRisk: Spread? = nil, told: Spread? = nil, lostByTold: Spread? = nil
  ) {
    self.currency = currency
    self.customers = customers
    self.atRisk = atRisk
    self.told = told
    self.lostByTold = lostByTold
  }

  /// A + Wm, of what is known; nil where neither is.
  package var total: Spread? { Spread.sum([atRisk, lostByTold].compactMap(\.self)) }
}

/// What correcting a deficiency is worth for its effort, π (methodology 6.6).
package struct Worth: Hashable, Sendable {
  /// In what relief is counted: one for the whole audit.
  package enum Unit: Hashable, Sendable {
    /// Money a year for money.
    case money(currency: String)
    /// Points of burden for a working day.
    case burden
  }

  /// ρ, and who says so.
  package struct Reduction: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
      /// So many corrections that were carried out and judged.
      case verified(Int)
      case declared, assumed
    }

    package var share: Spread
    package var source: Source

    /// It was computed from what corrections have done, not declared.
    package var isVerified: Bool {
      switch source {
      case .verified: true
      case .declared, .assumed: false
      }
    }

    package init(share: Spread, source: Source) {
      self.share = share
      self.source = source
    }
  }

  /// Working days and cash, and where they are written.
  package struct Outlay: Hashable, Sendable {
    package enum Source: String, Hashable, Sendable {
      case plan, playbook
    }

    package var days: Double
    package var cash: Double
    package var source: Source

    package init(days: Double, cash: Double = 0, source: Source) {
      self.days = days
      self.cash = cash
      self.source = source
    }
  }

  package var unit: Unit
  package var reduction: Reduction
  /// V, of this deficiency alone, in the unit; nil where nobody knows.
  package var relief: Spread?
  package var outlay: Outlay?
  /// What the outlay costs in the unit of money, in days otherwise.
  package var cost: Spread?
  /// Ids of other deficiencies that the same plans correct, or that wait for them: π is that of all of them together.
  package var together: [String] = []
  /// The correction mends nothing that is counted and only makes others possible.
  package var onlyUnlocks = false

  package init(unit: Unit, reduction: Reduction) {
    self.unit = unit
    self.reduction = reduction
  }
}

/// Where a deficiency stands among all deficiencies of the register, from 1.
package struct Rank: Hashable, Sendable {
  package var place: Int
  /// How many there are.
  package var of: Int
  /// The best and the worst place under other reasonable weights: K of 5, 20 and 40, importance derived instead of stated,
  /// its own shortfall 1.96 standard errors smaller and larger. Where those of two overlap, nobody can say which comes first.
  package var best: Int
  package var worst: Int
  /// Place in the order in which to act: classes, then value for effort, what others wait for first; nil for what is done
  /// or accepted, and for what has its trouble in another finding.
  package var act: Int?

  package init(place: Int, of: Int, best: Int, worst: Int, act: Int? = nil) {
    self.place = place
    self.of = of
    self.best = best
    self.worst = worst
    self.act = act
  }

  package func isTied(with other: Rank) -> Bool { best <= other.worst && other.best <= worst }
}
