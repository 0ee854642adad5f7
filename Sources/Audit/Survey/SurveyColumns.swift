/// Which columns of a wave's file feed what: places in the tally's columns, arrays parallel to the definition's.
package struct SurveyColumns: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var perception: Int
    package var expectation: Int?
    package var minimum: Int?
    package var desired: Int?
    package var importance: Int?

    package init(
      perception: Int, expectation: Int? = nil, minimum: Int? = nil, desired: Int? = nil, importance: Int? = nil
    ) {
      self.perception = perception
      self.expectation = expectation
      self.minimum = minimum
      self.desired = desired
      self.importance = importance
    }
  }

  /// Texts of one column that are no answer, as the codebook names them; an empty cell is missing anyway.
  package struct Codes: Hashable, Sendable {
    package var missing: [String]
    package var notApplicable: [String]

    package init(missing: [String] = [], notApplicable: [String] = []) {
      self.missing = missing
      self.notApplicable = notApplicable
    }
  }

  package var items: [Item]
  package var outcomes: [Int]
  package var segments: [Int]
  /// Of importance points, parallel to the dimensions that points are spread over.
  package var points: [Int]
  package var unit: Int?
  /// Of the touchpoint that a row is about.
  package var touchpoint: Int?
  package var wave: Int?
  package var weight: Int?
  package var respondent: Int?
  /// Parallel to the tally's columns.
  package var codes: [Codes]

  package init(
    items: [Item] = [], outcomes: [Int] = [], segments: [Int] = [], points: [Int] = [], unit: Int? = nil,
    touchpoint: Int? = nil, wave: Int? = nil, weight: Int? = nil, respondent: Int? = nil, codes: [Codes] = []
  ) {
    self.items = items
    self.outcomes = outcomes
    self.segments = segments
    self.points = points
    self.unit = unit
    self.touchpoint = touchpoint
    self.wave = wave
    self.weight = weight
    self.respondent = respondent
    self.codes = codes
  }
}
