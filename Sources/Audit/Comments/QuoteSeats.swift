/// How many quotes each band of ratings gives, so that complaints and praise stand in the measured proportion.
package enum QuoteSeats {
  /// By largest remainder; of equals the earlier goes first. `bands` are counts of comments, `most` at least 0.
  package static func seats(_ bands: [Int], of most: Int) -> [Int] {
    let all = bands.reduce(0, +)
    guard all > 0 else { return bands.map { _ in 0 } }
    var seats = bands.map { most * $0 / all }
    let order = bands.indices.sorted { left, right in
      let (a, b) = (most * bands[left] % all, most * bands[right] % all)
      return a == b ? left < right : a > b
    }
    for band in order.prefix(most - seats.reduce(0, +)) { seats[band] += 1 }
    return seats
  }
}
