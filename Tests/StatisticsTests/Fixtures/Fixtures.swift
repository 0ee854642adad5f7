/// Reference values, one point a line, numbers apart by spaces; fixtures.py writes the tables.
enum Fixtures {
  static func rows(_ table: String) -> [[Double]] {
    table.split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
  }
}

/// Whether two numbers agree to a relative error; 0 agrees with 0 alone.
func agree(_ computed: Double, _ expected: Double, within relative: Double) -> Bool {
  abs(computed - expected) <= relative * abs(expected)
}
