/// What a later wave says of a correction plan, in words, and where to go from there (methodology 5.6).
package struct PlanVerdict: Hashable, Sendable {
  /// Slug of the plan.
  package var correction: String
  /// Id of what it measures: a deficiency's as the plan writes it, or a figure's address.
  package var measure: String?
  /// Ids of the deficiencies that it speaks of, as findings have them.
  package var deficiencies: [String]
  /// Nil where nothing was measured: the plan is unverified, never closed.
  package var effect: CorrectionEffect?
  /// Plain sentences with their numbers; why nothing was measured where nothing was.
  package var statement: String
  /// The next step that it suggests.
  package var next: String
  /// What to keep in mind when reading it.
  package var cautions: [String]

  package init(
    correction: String, deficiencies: [String], effect: CorrectionEffect?, statement: String, next: String,
    cautions: [String] = [], measure: String? = nil
  ) {
    self.correction = correction
    self.deficiencies = deficiencies
    self.effect = effect
    self.statement = statement
    self.next = next
    self.cautions = cautions
    self.measure = measure
  }

  package var word: VerdictWord? { effect?.word }

  /// So many more answers are needed to tell; nil where that is not what is lacking.
  package var needed: Int? {
    switch effect?.needed {
    case .answers(let more): more
    case .base(let more): more
    case .units, .enough, .outOfReach, nil: nil
    }
  }
}
