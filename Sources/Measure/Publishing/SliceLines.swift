import Audit

/// How slices add up: the values of a segment to everyone, crossed slices to each of their margins.
struct SliceLines {
  struct Line {
    /// Index of a slice, and of those that add up to it.
    var total: Int
    var parts: [Int]
    /// Segments that tell the parts apart.
    var segments: Set<String>
  }

  /// By total, then by first part.
  let lines: [Line]

  init(_ slices: [Slice]) {
    let segments = slices.map { Set($0.parts.map(\.segment)) }
    let groups = Set(segments)
    let places = Dictionary(
      slices.enumerated().map { (Set($0.element.parts), $0.offset) }, uniquingKeysWith: { first, _ in first })
    var parts: [Margin: [Int]] = [:]
    for (index, slice) in slices.enumerated() {
      for margin in groups where margin.isStrictSubset(of: segments[index]) {
        guard let total = places[Set(slice.parts.filter { margin.contains($0.segment) })] else { continue }
        parts[Margin(total: total, group: segments[index]), default: []].append(index)
      }
    }
    lines = parts.map { Line(total: $0.key.total, parts: $0.value, segments: $0.key.group) }
      .sorted { ($0.total, $0.parts[0]) < ($1.total, $1.parts[0]) }
  }

  private struct Margin: Hashable {
    var total: Int
    var group: Set<String>
  }
}
