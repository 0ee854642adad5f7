/// Items that are judged together: a cell, a dimension, a touchpoint, or all.
package struct ItemSet: Hashable, Sendable {
  package var kind: SubjectKind
  /// `TOUCHPOINT/DIMENSION`, a dimension's or touchpoint's id, or `all`.
  package var subject: String
  package var touchpoint: String?
  package var dimension: String?
  /// Indices into the definition's items, ascending.
  package var items: [Int]

  package init(kind: SubjectKind, subject: String, touchpoint: String? = nil, dimension: String? = nil, items: [Int]) {
    self.kind = kind
    self.subject = subject
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.items = items
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

  package init(
    items: [Item], outcomes: [Outcome], segments: [Segment], pointDimensions: [String] = [], unitColumn: String? = nil
  ) {
    self.items = items
    self.outcomes = outcomes
    self.segments = segments
    self.pointDimensions = pointDimensions
    self.unitColumn = unitColumn
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
