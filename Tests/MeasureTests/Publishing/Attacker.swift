/// Somebody who subtracts: solves all that is known about sums of counts for the counts that are not shown.
///
/// Gauss–Jordan elimination in floating point with pivoting; an independent reading of what must not be possible.
struct Attacker {
  /// Published counts; nil where withheld.
  var counts: [Int?]
  /// Σ of the parts = total − others, where `others` is known.
  var sums: [(total: Int, parts: [Int], others: Int)]

  /// The withheld counts that follow, by cell.
  var found: [Int: Int] {
    let unknown = counts.indices.filter { counts[$0] == nil }
    let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($0.element, $0.offset) })
    var rows = sums.map { sum in
      var row = Array(repeating: 0.0, count: unknown.count + 1)
      row[unknown.count] = -Double(sum.others)
      for (cell, sign) in sum.parts.map({ ($0, 1.0) }) + [(sum.total, -1.0)] {
        if let place = column[cell] {
          row[place] += sign
        } else {
          row[unknown.count] -= sign * Double(counts[cell] ?? 0)
        }
      }
      return row
    }
    reduce(&rows, columns: unknown.count)
    var result: [Int: Int] = [:]
    for row in rows {
      let places = unknown.indices.filter { abs(row[$0]) > 1e-9 }
      if places.count == 1 { result[unknown[places[0]]] = Int((row[unknown.count] / row[places[0]]).rounded()) }
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
