extension SurveyDefinition {
  /// The one touchpoint that all questions are about; nil where there are others, or none is named.
  package var onlyTouchpoint: String? {
    guard let first = items.first?.touchpoint, rowTouchpoints.isEmpty, items.allSatisfy({ $0.touchpoint == first })
    else { return nil }
    return first
  }

  /// Cells, dimensions, touchpoints and overall, in this order; each in the order in which items name them.
  ///
  /// Items that share touchpoint and dimension form a cell; all items together are `overall`. Where a column says which
  /// touchpoint a row is about, every touchpoint has all items, on its rows alone.
  package var sets: [ItemSet] {
    var sets = cells
    sets += gather(.dimension) { item in item.dimension.map { ($0, nil, $0) } }
    if rowTouchpoints.isEmpty {
      sets += gather(.touchpoint) { item in item.touchpoint.map { ($0, $0, nil) } }
    } else if !items.isEmpty {
      sets += rowTouchpoints.map { id in
        ItemSet(kind: .touchpoint, subject: id, touchpoint: id, items: Array(items.indices), rowTouchpoint: id)
      }
    }
    return sets + gather(.overall) { _ in ("all", nil, nil) }
  }

  /// Touchpoints that items or rows are about, in the order in which they are named.
  package var touchpoints: [String] {
    if !rowTouchpoints.isEmpty { return rowTouchpoints }
    var touchpoints: [String] = []
    for case let id? in items.map(\.touchpoint) where !touchpoints.contains(id) { touchpoints.append(id) }
    return touchpoints
  }

  /// What findings can be about: cells; dimensions none of whose items has a touchpoint; touchpoints none of whose items
  /// has a dimension.
  package var findingSets: [ItemSet] {
    sets.filter { set in
      switch set.kind {
      case .cell: true
      case .dimension: rowTouchpoints.isEmpty && set.items.allSatisfy { items[$0].touchpoint == nil }
      case .touchpoint: set.items.allSatisfy { items[$0].dimension == nil }
      case .column, .item, .overall, .outcome, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit,
        .change,
        .knowledge, .belief, .agreement:
        false
      }
    }
  }

  private var cells: [ItemSet] {
    if rowTouchpoints.isEmpty {
      return gather(.cell) { item in
        guard let touchpoint = item.touchpoint, let dimension = item.dimension else { return nil }
        return ("\(touchpoint)/\(dimension)", touchpoint, dimension)
      }
    }
    return rowTouchpoints.flatMap { id in
      gather(.cell) { item in item.dimension.map { ("\(id)/\($0)", id, $0) } }.map { set in
        var set = set
        set.rowTouchpoint = id
        return set
      }
    }
  }

  private func gather(
    _ kind: SubjectKind, _ key: (Item) -> (subject: String, touchpoint: String?, dimension: String?)?
  ) -> [ItemSet] {
    var sets: [ItemSet] = []
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
    return sets
  }
}
