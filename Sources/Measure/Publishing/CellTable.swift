/// Counts that add up, as they are published side by side.
///
/// What the lines leave out, such as rows that name no value of a segment, is taken to be known: the counts of columns and
/// of comparisons give it away. So it shields nothing.
struct CellTable {
  struct Line {
    /// The cell that the parts add up to; it may itself be a part of another line.
    var total: Int
    var parts: [Int]
    /// Figures of all parts together are published, from which Σn² of the hidden ones follows, and the like of their
    /// answers: two could be solved for, and so could any number that are all of one size.
    var tellsSizes = false
  }

  struct Cell {
    /// Rows; nil where they are withheld already.
    var count: Int?
    /// Of two cells the one of the higher level goes first: totals stay.
    var level = 0
    /// It stays, whatever it gives away: everyone.
    var isFixed = false
    /// Cells each of which, as long as it is shown, tells this one: hiding it would be of no use.
    var toldBy: [Int] = []
  }

  /// In byte order of what they are, so that what is hidden does not depend on the order of the data.
  var cells: [Cell]
  var lines: [Line]
}

/// Cells of a table that are not shown, so that no count of 1 up to the minimum can be had, directly or by adding and
/// subtracting what is shown (methodology 2.8).
///
/// Each line is an equation of its cells, and so is every sum of multiples of lines. An equation speaks of the hidden cells
/// in it; where all of them have one factor, their sum is known. Then there must be none, or at least two that together
/// are not few and are not all 1. As long as that is not so of a line, and then of an equation to which all lines are
/// reduced together (``ReducedEquations``: every hidden cell with one possible value stands alone in one of them), one more
/// cell of it is hidden: the highest level, then the fewest rows, then the first. Where no cell is few nothing is hidden.
struct HiddenCells {
  private let table: CellTable
  private let minimum: Int
  private var isHidden: [Bool]
  /// Cells that are all there is of a total that stays: hiding them would be of no use.
  private var known: Set<Int> = []

  /// - Parameters:
  ///   - table: The counts.
  ///   - minimum: Fewer rows than this are few; none may be shown.
  ///   - hidden: Cells that are hidden for another reason, also empty ones.
  init(_ table: CellTable, minimum: Int, hidden: Set<Int> = []) {
    self.table = table
    self.minimum = minimum
    isHidden = table.cells.map { isFew($0.count, minimum) }
    for cell in hidden { isHidden[cell] = true }
    if table.lines.isEmpty || !isHidden.contains(true) { return }
    for line in table.lines where table.cells[line.total].isFixed && !isHidden[line.total] {
      known.formUnion(line.parts.filter { table.cells[$0].count == table.cells[line.total].count })
    }
    protect()
  }

  var cells: Set<Int> { Set(isHidden.indices.filter { isHidden[$0] }) }

  private mutating func protect() {
    let lines = table.lines.map(SumEquation.init)
    while true {
      while protect(lines) {}
      guard protect(ReducedEquations(lines, isHidden: isHidden).equations) else { return }
    }
  }

  /// Whether something had to be hidden, and could be.
  private mutating func protect(_ equations: [SumEquation]) -> Bool {
    var hidesMore = false
    for equation in equations {
      while givesAway(equation), let next = equation.cells.filter(canBeHidden).min(by: precedes) {
        isHidden[next] = true
        hidesMore = true
      }
    }
    return hidesMore
  }

  private func givesAway(_ equation: SumEquation) -> Bool {
    guard let pool = equation.pool(isHidden), !pool.isEmpty else { return false }
    let counts = pool.map { table.cells[$0].count }
    return sumGivesAway(counts, minimum) || (equation.tellsSizes && sizesGiveAway(counts))
  }

  /// Visible, and somebody is in it.
  private func canBeHidden(_ index: Int) -> Bool {
    let cell = table.cells[index]
    return !isHidden[index] && !cell.isFixed && !known.contains(index) && (cell.count ?? 0) > 0
      && cell.toldBy.allSatisfy { isHidden[$0] }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (table.cells[left], table.cells[right])
    if one.level != other.level { return one.level > other.level }
    return (one.count ?? 0, left) < (other.count ?? 0, right)
  }
}

/// Somebody, but fewer than the minimum; zero may be shown, and what is hidden already stays so.
func isFew(_ count: Int?, _ minimum: Int) -> Bool { count.map { $0 > 0 && $0 < minimum } ?? true }

/// Hidden counts that are no secret once their sum is known: one alone, few together, or all of them 1, since zero would be
/// shown. What is withheld already comes from a table that was protected before, so it is not few.
func sumGivesAway(_ counts: [Int?], _ minimum: Int) -> Bool {
  let together = counts.reduce(0) { $0 + ($1 ?? minimum) }
  return counts.count == 1 || together < minimum || together == counts.count
}

/// Hidden counts that are no secret once Σn and Σn² are known: fewer than three, or all of one size.
func sizesGiveAway(_ counts: [Int?]) -> Bool {
  let counts = counts.filter { $0 != 0 }
  return counts.count < 3 || counts.allSatisfy { $0 != nil && $0 == counts[0] }
}
