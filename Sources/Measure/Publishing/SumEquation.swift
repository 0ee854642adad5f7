/// Σ factor · cell = 0, of the cells of a table.
struct SumEquation {
  struct Term {
    var cell: Int
    var factor: Residue
  }

  /// By cell, ascending; no factor is 0.
  private(set) var terms: [Term]
  /// See ``CellTable/Line/tellsSizes``.
  private(set) var tellsSizes = false

  /// The parts less their total.
  init(_ line: CellTable.Line) {
    terms = line.parts.map { Term(cell: $0, factor: .one) } + [Term(cell: line.total, factor: .minusOne)]
    terms.sort { $0.cell < $1.cell }
    tellsSizes = line.tellsSizes
  }

  private init(_ terms: [Term]) {
    self.terms = terms
  }

  var cells: [Int] { terms.map(\.cell) }

  /// The hidden cells, if all have one factor, so that the others tell their sum.
  func pool(_ isHidden: [Bool]) -> [Int]? {
    let unknown = terms.filter { isHidden[$0.cell] }
    return unknown.allSatisfy { $0.factor == unknown[0].factor } ? unknown.map(\.cell) : nil
  }

  func factor(of cell: Int) -> Residue? {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].cell == cell ? terms[low].factor : nil
  }

  /// The same with 1 before the cell, which has a factor.
  func divided(at cell: Int) -> SumEquation {
    guard let factor = factor(of: cell), factor != .one else { return self }
    let inverse = factor.inverse
    return SumEquation(terms.map { Term(cell: $0.cell, factor: $0.factor * inverse) })
  }

  /// Without the cell, by taking away a multiple of an equation with 1 before it.
  func without(_ cell: Int, by other: SumEquation) -> SumEquation {
    guard let factor = factor(of: cell) else { return self }
    let scale = factor.negative
    var result: [Term] = []
    result.reserveCapacity(terms.count + other.terms.count)
    var (own, its) = (0, 0)
    while own < terms.count || its < other.terms.count {
      let left = own < terms.count ? terms[own].cell : .max
      let right = its < other.terms.count ? other.terms[its].cell : .max
      var sum = left <= right ? terms[own].factor : .zero
      if right <= left { sum = sum + other.terms[its].factor * scale }
      if sum != .zero { result.append(Term(cell: min(left, right), factor: sum)) }
      own += left <= right ? 1 : 0
      its += right <= left ? 1 : 0
    }
    return SumEquation(result)
  }
}

/// The lines of a table solved together for the hidden cells (Gauss–Jordan).
///
/// Each equation has a hidden cell that no other has. A hidden cell has one possible value exactly if it is the only hidden
/// one of an equation; the visible cells of the equation are those that give it away.
struct ReducedEquations {
  let equations: [SumEquation]

  init(_ lines: [SumEquation], isHidden: [Bool]) {
    var rest = lines.filter { $0.terms.contains { isHidden[$0.cell] } }
    var solved: [SumEquation] = []
    while !rest.isEmpty {
      let next = rest.removeFirst()
      guard let cell = next.terms.first(where: { isHidden[$0.cell] })?.cell else { continue }
      let pivot = next.divided(at: cell)
      rest = rest.map { $0.without(cell, by: pivot) }
      solved = solved.map { $0.without(cell, by: pivot) } + [pivot]
    }
    equations = solved
  }
}

/// A whole number modulo the prime 2⁶¹ − 1.
///
/// Sums of a table have factors of 1 and −1, and elimination gives small fractions. Two of them that differ, or one that is
/// not 0, would be mistaken only if 2⁶¹ − 1 divided a determinant of the lines.
struct Residue: Equatable {
  private static let prime: UInt64 = (1 << 61) - 1
  private let value: UInt64

  static let zero = Residue(value: 0)
  static let one = Residue(value: 1)
  static let minusOne = Residue(value: prime - 1)

  var negative: Residue { Residue(value: value == 0 ? 0 : Residue.prime - value) }

  /// By Fermat's little theorem; of 0 it is 0.
  var inverse: Residue {
    if self == .one || self == .minusOne { return self }
    var (result, base, exponent) = (Residue.one, self, Residue.prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base }
      base = base * base
      exponent >>= 1
    }
    return result
  }

  static func + (left: Residue, right: Residue) -> Residue {
    Residue(value: (left.value + right.value) % prime)
  }

  static func * (left: Residue, right: Residue) -> Residue {
    let (high, low) = left.value.multipliedFullWidth(by: right.value)
    return Residue(value: prime.dividingFullWidth((high, low)).remainder)
  }
}
