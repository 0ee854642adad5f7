/// Mystery-shopping visits, marked against criteria: one file of `content/scorecards`.
package struct Scorecard: Hashable, Sendable {
  /// File name without extension, or as declared; unique in the project.
  package var id: String
  /// The CSV file, relative to the project.
  package var file: String
  package var title: String
  /// Label of the wave that the visits belong to; empty where none is declared.
  package var wave: String
  /// In declared order; each has at least one criterion.
  package var sections: [ScorecardSection]
  /// In the order of the file.
  package var visits: [ScorecardVisit]
  /// Nil where nobody planned how many visits there should be.
  package var plan: VisitPlan?

  package init(
    id: String, file: String, title: String, wave: String = "", sections: [ScorecardSection], visits: [ScorecardVisit],
    plan: VisitPlan? = nil
  ) {
    self.id = id
    self.file = file
    self.title = title
    self.wave = wave
    self.sections = sections
    self.visits = visits
    self.plan = plan
  }

  /// All criteria, section by section; a visit's marks have their order.
  package var criteria: [Criterion] { sections.flatMap(\.criteria) }

  /// Units in byte order: those visited, and those that the plan names.
  package var units: [String] {
    let names = Set(visits.compactMap(\.unit) + (plan?.units ?? []))
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Criteria that are judged together, such as the welcome.
package struct ScorecardSection: Hashable, Sendable {
  package var id: String
  package var name: String
  package var criteria: [Criterion]

  package init(id: String, name: String, criteria: [Criterion]) {
    self.id = id
    self.name = name
    self.criteria = criteria
  }
}

/// What a visit is marked for: a column of the scorecard.
package struct Criterion: Hashable, Sendable {
  package var id: String
  package var text: String
  /// What a yes is worth, 1 or more.
  package var points: Int
  /// Points from which the criterion counts as met, 1…points.
  package var metFrom: Int
  /// Missing it makes the visit's score 0.
  package var isKnockOut: Bool
  /// Id of the service standard of `cxaudit.yml` that it stands for; without one it is a standard of its own.
  package var standard: String?
  package var touchpoint: String?
  package var dimension: String?
  /// Required share of visits on which it is met, 0…1; of one that stands for a standard, that standard's.
  package var target: Double

  package init(
    id: String, text: String, points: Int = 1, metFrom: Int? = nil, isKnockOut: Bool = false, standard: String? = nil,
    touchpoint: String? = nil, dimension: String? = nil, target: Double = Thresholds().required
  ) {
    self.id = id
    self.text = text
    self.points = points
    self.metFrom = metFrom ?? points
    self.isKnockOut = isKnockOut
    self.standard = standard
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.target = target
  }
}

/// One visit of a mystery shopper, whose name is not kept.
package struct ScorecardVisit: Hashable, Sendable {
  /// As the file names it, else its number in the file.
  package var id: String
  package var unit: String?
  package var date: Day?
  /// One for each criterion, in the scorecard's order.
  package var marks: [Mark]
  /// Line of the file on which it begins.
  package var line: Int

  package init(id: String, unit: String? = nil, date: Day? = nil, marks: [Mark], line: Int) {
    self.id = id
    self.unit = unit
    self.date = date
    self.marks = marks
    self.line = line
  }

  /// What a shopper noted for one criterion.
  package enum Mark: Hashable, Sendable {
    /// Points gained, from 0 to the criterion's; a yes is all of them.
    case points(Int)
    /// It did not apply to this visit: it counts neither as met nor as missed.
    case notApplicable
    /// The cell is empty: it counts no more than one that does not apply.
    case none
  }
}

/// How many visits there should be.
package struct VisitPlan: Hashable, Sendable {
  package var visitsPerUnit: Int
  /// The units to be visited; empty where only those visited are known.
  package var units: [String]

  package init(visitsPerUnit: Int, units: [String] = []) {
    self.visitsPerUnit = visitsPerUnit
    self.units = units
  }
}
