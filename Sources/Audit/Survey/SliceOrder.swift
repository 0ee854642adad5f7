extension SurveyDefinition {
  /// Order of slices: all, then segment by segment and cross by cross, values as declared and the others behind them in
  /// byte order.
  package func precedes(_ left: Slice, _ right: Slice) -> Bool {
    let (a, b) = (place(of: left), place(of: right))
    if a.group != b.group { return a.group < b.group }
    for ((segment, one), (_, other)) in zip(a.values, b.values) {
      let order = segment.map { segments[$0].order } ?? []
      let (first, second) = (order.firstIndex(of: one) ?? order.count, order.firstIndex(of: other) ?? order.count)
      if first != second { return first < second }
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
    }
    return false
  }

  /// 0 for all, then the segments, then the crosses; with the values and their segments.
  private func place(of slice: Slice) -> (group: Int, values: [(segment: Int?, value: String)]) {
    let values = slice.parts.map { part in (segments.firstIndex { $0.id == part.segment }, part.value) }
    switch values.count {
    case 0: return (0, values)
    case 1: return (1 + (values[0].0 ?? segments.count), values)
    default:
      let cross = crosses.firstIndex(of: values.compactMap(\.0)) ?? crosses.count
      return (2 + segments.count + cross, values)
    }
  }
}
