import Audit

/// The order of the register (methodology 6.6).
enum Priorities {
  /// Graver classes first, then the larger Z·B, then the larger value for effort, then ids by their bytes: a total order,
  /// since ids are unique.
  static func comesBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.findingClass != right.findingClass { return left.findingClass < right.findingClass }
    if left.order != right.order { return left.order > right.order }
    let (value, other) = (left.priority ?? -1, right.priority ?? -1)
    if value != other { return value > other }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
