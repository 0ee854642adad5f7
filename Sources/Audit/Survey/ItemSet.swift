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

  /// Order of slices: all, then segment by segment, then cross by cross; values as declared and the others behind them
  /// in byte order.
  package func precedes(_ left: Slice, _ right: Slice) -> Bool {
    let (first, second) = (group(of: left), group(of: right))
    if first != second { return first < second }
    for (a, b) in zip(left.parts, right.parts) where a != b {
      let order = segments.first { $0.id == a.segment }?.order ?? []
      let (i, j) = (order.firstIndex(of: a.value) ?? order.count, order.firstIndex(of: b.value) ?? order.count)
      return i != j ? i < j : a.value.utf8.lexicographicallyPrecedes(b.value.utf8)
    }
    return left.parts.count < right.parts.count
  }

  /// 0 for everyone, then the segments, the crosses, and whatever else.
  private func group(of slice: Slice) -> Int {
    guard let first = slice.parts.first else { return 0 }
    if slice.parts.count == 1 {
      return 1 + (segments.firstIndex { $0.id == first.segment } ?? segments.count + crosses.count)
    }
    let cross = crosses.firstIndex { $0.map { segments[$0].id } == slice.parts.map(\.segment) }
    return 1 + segments.count + (cross ?? crosses.count)
  }

  /// Cells, dimensions, touchpoints and overall, in this order; each in the order in which items name them.
  ///
  /// Items that share touchpoint and dimension form a cell; all items together are `overall`. Where rows are about
  /// touchpoints, each of those is a touchpoint of all items without their own, and a cell with each of their dimensions.
  package var sets: [ItemSet] {
    let cells = gathered(.cell) { item in
      guard let touchpoint = item.touchpoint, let dimension = item.dimension else { return nil }
      return ("\(touchpoint)/\(dimension)", touchpoint, dimension)
    }
    let rowCells = rowTouchpoints.flatMap { touchpoint in
      gathered(.cell, rowTouchpoint: touchpoint) { item in
        item.dimension.map { ("\(touchpoint)/\($0)", touchpoint, $0) }
      }
    }
    let dimensions = gathered(.dimension) { item in item.dimension.map { ($0, nil, $0) } }
    let touchpoints = gathered(.touchpoint) { item in item.touchpoint.map { ($0, $0, nil) } }
    let rowSets = rowTouchpoints.flatMap { touchpoint in
      gathered(.touchpoint, rowTouchpoint: touchpoint) { _ in (touchpoint, touchpoint, nil) }
    }
    let overall = gathered(.overall) { _ in ("all", nil, nil) }
    return cells + rowCells + dimensions + touchpoints + rowSets + overall
  }

  /// Sets by the subject that `key` gives an item. Under a row touchpoint items with a touchpoint of their own are none.
  private func gathered(
    _ kind: SubjectKind, rowTouchpoint: String? = nil,
    _ key: (Item) -> (subject: String, touchpoint: String?, dimension: String?)?
  ) -> [ItemSet] {
    var sets: [ItemSet] = []
    var position: [String: Int] = [:]
    for (index, item) in items.enumerated() where rowTouchpoint == nil || item.touchpoint == nil {
      guard let (subject, touchpoint, dimension) = key(item) else { continue }
      if let known = position[subject] {
        sets[known].items.append(index)
      } else {
        position[subject] = sets.count
        sets.append(
          ItemSet(
            kind: kind, subject: subject, touchpoint: touchpoint, dimension: dimension, items: [index],
            rowTouchpoint: rowTouchpoint))
      }
    }
    return sets
  }
}
