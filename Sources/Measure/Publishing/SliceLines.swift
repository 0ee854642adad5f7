import Audit

/// How the slices of a wave add up: the values of a segment to everyone, crossed slices to each of their margins.
struct SliceLines {
  /// Index of a slice, and of those that add up to it.
  let lines: [CellTable.Line]

  init(_ slices: [Slice]) {
    let segments = slices.map { Set($0.parts.map(\.segment)) }
    let groups = Set(segments)
    let places = Dictionary(
      slices.enumerated().map { (Set($0.element.parts), $0.offset) }, uniquingKeysWith: { first, _ in first })
    // Of its margins only the nearest: the others follow.
    var margins: [Set<String>: [Set<String>]] = [:]
    for group in groups {
      let within = groups.filter { $0.isStrictSubset(of: group) }
      margins[group] = within.filter { one in !within.contains { one.isStrictSubset(of: $0) } }
    }
    var parts: [Margin: [Int]] = [:]
    for (index, slice) in slices.enumerated() {
      for margin in margins[segments[index]] ?? [] {
        guard let total = places[Set(slice.parts.filter { margin.contains($0.segment) })] else { continue }
        parts[Margin(total: total, group: segments[index]), default: []].append(index)
      }
    }
    lines = parts.map { CellTable.Line(total: $0.key.total, parts: $0.value) }
      .sorted { ($0.total, $0.parts[0]) < ($1.total, $1.parts[0]) }
  }

  private struct Margin: Hashable {
    var total: Int
    var group: Set<String>
  }
}
