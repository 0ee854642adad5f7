/// Items that are judged together: a cell, a dimension, a touchpoint, or all.
package struct ItemSet: Hashable, Sendable {
  package var kind: SubjectKind
  /// `TOUCHPOINT/DIMENSION`, a dimension's or touchpoint's id, or `all`.
  package var subject: String
  package var touchpoint: String?
  package var dimension: String?
  /// Indices into the definition's items, ascending.
  package var items: [Int]
  /// The set rests on the rows about this touchpoint alone; nil for every row.
  package var rowTouchpoint: String?

  package init(
    kind: SubjectKind, subject: String, touchpoint: String? = nil, dimension: String? = nil, items: [Int],
    rowTouchpoint: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.items = items
    self.rowTouchpoint = rowTouchpoint
  }

  /// How many of so many items a row has to answer to count: half of them, rounded up.
  package static func leastAnswers(of items: Int) -> Int { max(1, (items + 1) / 2) }
}

/// What one survey file measures: the codebook, resolved against the file's header.
package struct SurveyDefinition: Hashable, Sendable {
  package var items: [Item]
  package var outcomes: [Outcome]
  package var segments: [Segment]
  /// Dimensions over which respondents spread 100 points of importance; empty when not asked.
  package var pointDimensions: [String]
  /// Name of the column of units (branches, teams), if any.
  package var unitColumn: String?
  /// Crossed segments asked for, as indices into `segments` in the order written; each at least two.
  package var crosses: [[Int]]
  /// Touchpoints that rows are about, where a column says so: in declared order, then byte order. Items then have no
  /// touchpoint of their own.
  package var rowTouchpoints: [String]
  /// There is a column of weights.
  package var isWeighted: Bool
  /// Rows have weights: of a column, or raked ones.
  package var hasWeights: Bool { isWeighted || !rake.isEmpty }
  /// Known margins that answers are raked to; empty where there are none.
  package var rake: [RakeTarget]

  package init(
    items: [Item], outcomes: [Outcome], segments: [Segment], pointDimensions: [String] = [], unitColumn: String? = nil,
    crosses: [[Int]] = [], rowTouchpoints: [String] = [], isWeighted: Bool = false,
    rake: [RakeTarget] = []
  ) {
    self.items = items
    self.outcomes = outcomes
    self.segments = segments
    self.pointDimensions = pointDimensions
    self.unitColumn = unitColumn
    self.crosses = crosses
    self.rowTouchpoints = rowTouchpoints
    self.isWeighted = isWeighted
    self.rake = rake
  }
}

extension SurveyDefinition: Codable {}

extension SurveyDefinition {
  /// Rows are about the touchpoint that a column names, so that an item's figures are of all touchpoints, and those of this
  /// set of one.
  package func asksItemsOfAllTouchpoints(_ set: ItemSet) -> Bool { !rowTouchpoints.isEmpty && set.touchpoint != nil }
}
