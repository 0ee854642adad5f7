extension CodeColumns {
  /// How many of the first rows of a column have no level, and its lowest code.
  package func withoutLevel(_ column: Int, rows: Int) -> (count: Int, lowest: Int) {
    let codes = unsafe self[column]
    var row = 0
    var found = CodeVector()
    var low = CodeVector()
    while row &+ 8 <= rows {
      let code = unsafe CodeVector.load(codes, row)
      found &-= code.isNegative
      low = low.minimum(code)
      row &+= 8
    }
    var (count, lowest) = (Int(found.wrappedSum()), Int(low.min()))
    while row < rows {
      let code = unsafe Int(codes[row])
      if code < 0 { count += 1 }
      lowest = min(lowest, code)
      row &+= 1
    }
    return (count, lowest)
  }

  /// Adds the codes of the first rows of a column to their counts: code k at k, and −1, −2, … at 0, 1, … of `others`,
  /// those further down at its last.
  package func count(_ column: Int, rows: Int, levels: inout [Int], others: inout [Int]) {
    for code in codes(column, rows: rows) {
      if code < 0 {
        others[min(others.count - 1, -1 - Int(code))] += 1
      } else {
        if Int(code) >= levels.count {
          levels.append(contentsOf: repeatElement(0, count: Int(code) + 1 - levels.count))
        }
        levels[Int(code)] += 1
      }
    }
  }
}
