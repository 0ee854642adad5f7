/// Somebody who subtracts: solves all that is known about sums of counts for the counts that are not shown.
///
/// Gauss–Jordan elimination in floating point with pivoting; an independent reading of what must not be possible.
struct Attacker {
  /// Published counts by name.
  var shown: [String: Int] = [:]
  /// Σ of the parts = total.
  var sums: [(total: String, parts: [String])] = []

  /// The counts that are not shown and follow all the same, by name.
  var found: [String: Int] {
    let names = Set(sums.flatMap { $0.parts + [$0.total] }).filter { shown[$0] == nil }.sorted()
    let column = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    var rows = sums.map { sum in
      var row = Array(repeating: 0.0, count: names.count + 1)
      for (name, sign) in sum.parts.map({ ($0, 1.0) }) + [(sum.total, -1.0)] {
        if let place = column[name] { row[place] += sign } else { row[names.count] -= sign * Double(shown[name] ?? 0) }
      }
      return row
    }
    reduce(&rows, columns: names.count)
    var result: [String: Int] = [:]
    for row in rows {
      let places = names.indices.filter { abs(row[$0]) > 1e-9 }
      if places.count == 1 { result[names[places[0]]] = Int((row[names.count] / row[places[0]]).rounded()) }
    }
    return result
  }

  private func reduce(_ rows: inout [[Double]], columns: Int) {
    var top = 0
    for column in 0..<columns {
      guard let best = (top..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[best][column]) > 1e-9
      else { continue }
      rows.swapAt(top, best)
      for other in rows.indices where other != top && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column] / rows[top][column]
        for place in rows[other].indices { rows[other][place] -= factor * rows[top][place] }
      }
      top += 1
    }
  }
}
