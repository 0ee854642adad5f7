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

  package init(
    items: [Item], outcomes: [Outcome], segments: [Segment], pointDimensions: [String] = [], unitColumn: String? = nil,
    crosses: [[Int]] = [], rowTouchpoints: [String] = [], isWeighted: Bool = false
  ) {
    self.items = items
    self.outcomes = outcomes
    self.segments = segments
    self.pointDimensions = pointDimensions
    self.unitColumn = unitColumn
    self.crosses = crosses
    self.rowTouchpoints = rowTouchpoints
    self.isWeighted = isWeighted
  }

  /// Order of slices: all, then segment by segment, values as declared and the others behind them in byte order.
  package func precedes(_ left: Slice, _ right: Slice) -> Bool {
    guard let a = left.parts.first, let b = right.parts.first else { return left.parts.isEmpty && !right.parts.isEmpty }
    func place(_ part: Slice.Part) -> (segment: Int, value: Int) {
      let segment = segments.firstIndex { $0.id == part.segment } ?? segments.count
      let order = segment < segments.count ? segments[segment].order : []
      return (segment, order.firstIndex(of: part.value) ?? order.count)
    }
    let (first, second) = (place(a), place(b))
    if first != second { return first < second }
    return a.value.utf8.lexicographicallyPrecedes(b.value.utf8)
  }

  /// Cells, dimensions, touchpoints and overall, in this order; each in the order in which items name them.
  ///
  /// Items that share touchpoint and dimension form a cell; all items together are `overall`.
  package var sets: [ItemSet] {
    var sets: [ItemSet] = []
    func gather(_ kind: SubjectKind, _ key: (Item) -> (subject: String, touchpoint: String?, dimension: String?)?) {
      var position: [String: Int] = [:]
      for (index, item) in items.enumerated() {
        guard let (subject, touchpoint, dimension) = key(item) else { continue }
        if let known = position[subject] {
          sets[known].items.append(index)
        } else {
          position[subject] = sets.count
          sets.append(
            ItemSet(kind: kind, subject: subject, touchpoint: touchpoint, dimension: dimension, items: [index]))
        }
      }
    }
    gather(.cell) { item in
      guard let touchpoint = item.touchpoint, let dimension = item.dimension else { return nil }
      return ("\(touchpoint)/\(dimension)", touchpoint, dimension)
    }
    gather(.dimension) { item in item.dimension.map { ($0, nil, $0) } }
    gather(.touchpoint) { item in item.touchpoint.map { ($0, $0, nil) } }
    gather(.overall) { _ in ("all", nil, nil) }
    return sets
  }
}
