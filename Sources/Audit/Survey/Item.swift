/// One question, or one pair of questions, of a survey.
package struct Item: Hashable, Sendable {
  /// What a perception is compared with.
  package enum Comparison: Hashable, Sendable {
    /// The respondent's own expectation, on the same row and scale.
    case expectation
    /// A level that stands in for expectations.
    case standard(Int)
    /// The respondent's own minimum and desired levels, on the same row and scale: the zone of tolerance.
    case zone
    /// Nothing: shortfalls are counted against the *satisfied-from* answer.
    case none
  }

  package var id: String
  package var text: String?
  package var dimension: String?
  package var touchpoint: String?
  package var scale: Scale
  package var comparison: Comparison
  /// The answer from which a customer counts as satisfied.
  package var satisfiedFrom: Int
  /// There is a column of importance ratings.
  package var importance: Scale?

  package init(
    id: String, text: String? = nil, dimension: String? = nil, touchpoint: String? = nil, scale: Scale,
    comparison: Comparison, satisfiedFrom: Int? = nil, importance: Scale? = nil
  ) {
    self.id = id
    self.text = text
    self.dimension = dimension
    self.touchpoint = touchpoint
    self.scale = scale
    self.comparison = comparison
    self.satisfiedFrom = satisfiedFrom ?? scale.satisfiedFrom
    self.importance = importance
  }

  /// The item has a gap: an expectation or a standard.
  package var hasGap: Bool {
    switch comparison {
    case .expectation, .standard: true
    case .zone, .none: false
    }
  }
}

/// An overall judgement: recommendation, satisfaction, effort, or a yes.
package struct Outcome: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case nps, csat, ces, yes
  }

  package enum Direction: String, Sendable, CaseIterable {
    case high, low
  }

  /// What it is about, where a rule has to know.
  package enum About: String, Sendable, CaseIterable {
    /// Whether what was promised, or told, was kept.
    case promise
  }

  package var id: String
  package var name: String?
  package var kind: Kind
  /// 0…10 for NPS, 0…1 for yes.
  package var scale: Scale
  package var better: Direction
  package var about: About?

  package init(
    id: String, name: String? = nil, kind: Kind, scale: Scale, better: Direction = .high, about: About? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.scale = scale
    self.better = better
    self.about = about
  }
}

/// A column that divides respondents.
package struct Segment: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Values in their declared order; values not named follow in byte order.
  package var order: [String]

  package init(id: String, name: String? = nil, order: [String] = []) {
    self.id = id
    self.name = name ?? IdentifierText.name(of: id)
    self.order = order
  }
}

extension Item: Codable {}
extension Item.Comparison: Codable {}
extension Outcome: Codable {}
extension Outcome.Kind: Codable {}
extension Outcome.Direction: Codable {}
extension Outcome.About: Codable {}
extension Segment: Codable {}
