extension CodeColumns {
  /// Puts the levels of one column into another, whose own codes stay where the first has no level.
  package func overlay(_ first: Int, on second: Int, rows: Int) {
    precondition(rows <= capacity, "rows of the column")
    let (source, target) = unsafe (self[first], self[second])
    for row in 0..<rows {
      unsafe target[row] = source[row] < 0 ? target[row] : source[row]
    }
  }
}
