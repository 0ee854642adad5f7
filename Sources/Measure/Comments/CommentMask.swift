import Audit

/// Which counts of comments may be shown (methodology 2.8).
///
/// A count of 1 to below the minimum cell is withheld, and so is any at a place with so few comments. Themes of one dimension and
/// the places they were named at form a table with its sums: theme by theme over all places, place by place over the
/// dimension. In every line of it either nothing is withheld, or two counts at least, no fewer people than the minimum
/// together, or the sum itself: nothing follows by subtraction.
struct CommentMask {
  private var hidden: Set<Cell> = []
  private let minimum: Int

  /// A count of a subject at a place; the place behind the last is all of them.
  private struct Cell: Hashable {
    var subject: CommentTally.Subject
    var place: Int
  }

  /// `count` gives the comments on a subject at a place; places are numbered, `places` is all of them together.
  init(
    themes: [CommentTheme], places: Int, minimum: Int, count: (CommentTally.Subject, Int) -> Int
  ) {
    self.minimum = minimum
    mask([.all], places, count)
    var dimensions: [String] = []
    for case let id? in themes.map(\.dimension) where !dimensions.contains(id) { dimensions.append(id) }
    for dimension in dimensions {
      let own = themes.filter { $0.dimension == dimension }.map { CommentTally.Subject.theme($0.id) }
      mask(own + [.dimension(dimension)], places, count)
    }
    for theme in themes where theme.dimension == nil { mask([.theme(theme.id)], places, count) }
  }

  func isShown(_ subject: CommentTally.Subject, at place: Int) -> Bool {
    !hidden.contains(Cell(subject: subject, place: place))
  }

  /// One table: the last subject is the sum of the others, the last place that of the others.
  private mutating func mask(
    _ subjects: [CommentTally.Subject], _ places: Int, _ count: (CommentTally.Subject, Int) -> Int
  ) {
    let counts = subjects.map { subject in (0...places).map { count(subject, $0) } }
    var table = counts.enumerated().map { row, counts in
      counts.enumerated().map { place, count in
        (1..<max(1, minimum)).contains(count) || count > 0 && !isShown(.all, at: place) && subjects[row] != .all
      }
    }
    let rows = subjects.indices.map { row in (0...places).map { (row, $0) } }
    let columns = subjects.count == 1 ? [] : (0...places).map { place in subjects.indices.map { ($0, place) } }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, line) in (rows + columns).enumerated() {
        // Of a dimension its cells are what findings show: rather the sum over all places goes.
        let givesSum = subjects.count > 2 && index == subjects.count - 1
        guard let next = Self.next(in: line, counts, table, minimum, givesSum: givesSum) else { continue }
        table[next.0][next.1] = true
        hasChanged = true
      }
    }
    for (row, subject) in subjects.enumerated() {
      for place in 0...places where table[row][place] { hidden.insert(Cell(subject: subject, place: place)) }
    }
  }

  /// The count of a line that has to be withheld next; nil where nothing of it can be worked out.
  private static func next(
    in line: [(Int, Int)], _ counts: [[Int]], _ table: [[Bool]], _ minimum: Int, givesSum: Bool
  ) -> (Int, Int)? {
    guard let sum = line.last, line.count > 1 else { return nil }
    let parts = line.dropLast().filter { counts[$0.0][$0.1] > 0 }
    let withheld = parts.filter { table[$0.0][$0.1] }
    let smallest = parts.filter { !table[$0.0][$0.1] }.min { counts[$0.0][$0.1] < counts[$1.0][$1.1] }
    if table[sum.0][sum.1] { return withheld.isEmpty ? smallest : nil }
    if withheld.isEmpty { return nil }
    let people = withheld.reduce(0) { $0 + counts[$1.0][$1.1] }
    if withheld.count >= 2, people >= minimum { return nil }
    return givesSum ? sum : smallest ?? sum
  }
}
