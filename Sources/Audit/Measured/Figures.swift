/// The figures of one subject, in the order in which they were set.
///
/// A subject has a few dozen at most, so that looking along a list is faster than hashing.
package struct Figures: Hashable, Sendable {
  /// One statistic and its figure.
  package typealias Element = (key: Statistic, value: Figure)

  private struct Entry: Hashable, Sendable {
    // In this order it takes 32 bytes.
    var figure: Figure
    var statistic: Statistic
  }

  private var entries: [Entry] = []

  package init() {}

  /// With room for so many.
  package init(capacity: Int) { entries.reserveCapacity(capacity) }

  package var count: Int { entries.count }
  package var keys: [Statistic] { entries.map(\.statistic) }
  package var values: [Figure] { entries.map(\.figure) }

  package subscript(_ statistic: Statistic) -> Figure? {
    get { place(of: statistic).map { entries[$0].figure } }
    set {
      switch (place(of: statistic), newValue) {
      case (let place?, let figure?): entries[place].figure = figure
      case (let place?, nil): entries.remove(at: place)
      case (nil, let figure?): entries.append(Entry(figure: figure, statistic: statistic))
      case (nil, nil): break
      }
    }
  }

  private func place(of statistic: Statistic) -> Int? {
    for index in entries.indices where entries[index].statistic == statistic { return index }
    return nil
  }

  package func mapValues(_ transform: (Figure) -> Figure) -> Figures {
    var result = self
    for index in entries.indices { result.entries[index].figure = transform(entries[index].figure) }
    return result
  }

  /// The same figures, in whatever order they were set.
  package static func == (one: Figures, other: Figures) -> Bool {
    one.count == other.count && one.entries.allSatisfy { other[$0.statistic] == $0.figure }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

extension Figures: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }
  package subscript(position: Int) -> Element { (entries[position].statistic, entries[position].figure) }
}

extension Figures: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (Statistic, Figure)...) {
    for (statistic, figure) in elements { self[statistic] = figure }
  }
}
