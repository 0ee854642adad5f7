/// Diagnostics in the order in which they were found; collected, never thrown.
package struct DiagnosticLog: Sendable {
  package private(set) var entries: [Diagnostic] = []

  package init() {}

  package mutating func add(_ diagnostic: Diagnostic) {
    entries.append(diagnostic)
  }

  package mutating func add(contentsOf more: some Sequence<Diagnostic>) {
    entries.append(contentsOf: more)
  }

  package mutating func merge(_ other: DiagnosticLog) {
    entries.append(contentsOf: other.entries)
  }

  package var hasErrors: Bool { entries.contains { $0.severity == .error } }

  /// By place, those without a place last; diagnostics of one place keep their order.
  package var sorted: [Diagnostic] {
    entries.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
