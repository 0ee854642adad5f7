/// Reference values, one point a line, numbers apart by spaces; fixtures.py writes the tables.
enum Fixtures {
  static func rows(_ table: String) -> [[Double]] {
    table.split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
  }
}
