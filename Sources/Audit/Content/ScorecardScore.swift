/// Points gained out of those that could be: integers, so that sums do not depend on the order of visits.
package struct Points: Hashable, Sendable {
  package var gained: Int
  package var applicable: Int

  package init(gained: Int = 0, applicable: Int = 0) {
    self.gained = gained
    self.applicable = applicable
  }

  /// gained ÷ applicable, 0…1; nil where nothing applied.
  package var share: Double? { applicable == 0 ? nil : Double(gained) / Double(applicable) }

  package static func + (left: Points, right: Points) -> Points {
    Points(gained: left.gained + right.gained, applicable: left.applicable + right.applicable)
  }
}

/// On how many occasions something was met, out of those on which it applied.
package struct MetCount: Hashable, Sendable {
  package var met: Int
  package var occasions: Int

  package init(met: Int = 0, occasions: Int = 0) {
    self.met = met
    self.occasions = occasions
  }
}

extension Scorecard {
  /// Points of one visit over the criteria at `indices`; what does not apply or is empty leaves both numbers.
  package func points(of visit: ScorecardVisit, at indices: Range<Int>) -> Points {
    let criteria = criteria
    return indices.reduce(Points()) { sum, index in
      switch visit.marks[index] {
      case .points(let gained): sum + Points(gained: gained, applicable: criteria[index].points)
      case .notApplicable, .none: sum
      }
    }
  }

  /// Points of one visit over all criteria, knock-outs left aside.
  package func points(of visit: ScorecardVisit) -> Points { points(of: visit, at: 0..<visit.marks.count) }

  /// The knock-out criteria that a visit missed.
  package func knockOuts(of visit: ScorecardVisit) -> [Criterion] {
    zip(criteria, visit.marks).compactMap { criterion, mark in
      criterion.isKnockOut && criterion.isMet(mark) == false ? criterion : nil
    }
  }

  /// Points of one visit as they count: none of those that applied where a knock-out criterion was missed.
  package func score(of visit: ScorecardVisit) -> Points {
    var points = points(of: visit)
    if !knockOuts(of: visit).isEmpty { points.gained = 0 }
    return points
  }

  /// On how many visits the criterion at `index` was met, out of those to which it applied.
  package func met(at index: Int) -> MetCount {
    let criterion = criteria[index]
    return visits.reduce(into: MetCount()) { count, visit in
      guard let isMet = criterion.isMet(visit.marks[index]) else { return }
      count.occasions += 1
      if isMet { count.met += 1 }
    }
  }

  /// Places of each section's criteria among all, in the order of sections.
  package var sectionRanges: [Range<Int>] {
    var start = 0
    return sections.map { section in
      defer { start += section.criteria.count }
      return start..<start + section.criteria.count
    }
  }
}

extension Criterion {
  /// Nil where the criterion did not apply or was not marked.
  package func isMet(_ mark: ScorecardVisit.Mark) -> Bool? {
    switch mark {
    case .points(let gained): gained >= metFrom
    case .notApplicable, .none: nil
    }
  }
}
