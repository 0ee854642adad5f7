/// Whether something is named more often in one group than in another: the log-odds ratio with ½ added to each of the four
/// cells (Haldane 1956, Anscombe 1956).
///
/// Source: methodology 8. Edges: an empty group `no_data`.
public struct LogOdds: Sendable, Equatable {
  /// ln of the ratio; above 0 where the first group names it more often.
  public let logOdds: Estimate
  /// √Σ 1/(cell + ½).
  public let se: Estimate
  /// logOdds / se.
  public let z: Estimate
  /// Two-sided, from the normal distribution.
  public let p: Estimate

  /// - Parameters:
  ///   - first: How many of the first group name it, 0 to its size.
  ///   - firstSize: The size of the first group.
  ///   - second: How many of the second group name it, 0 to its size.
  ///   - secondSize: The size of the second group.
  public init(_ first: Int, of firstSize: Int, against second: Int, of secondSize: Int) {
    precondition((0...firstSize).contains(first) && (0...secondSize).contains(second), "a part of each group")
    guard firstSize > 0, secondSize > 0 else {
      (logOdds, se, z, p) = (
        .unavailable(.noData), .unavailable(.noData), .unavailable(.noData), .unavailable(.noData)
      )
      return
    }
    let cells = [first, firstSize - first, second, secondSize - second].map { Double($0) + 0.5 }
    let ratio = Elementary.log(cells[0] * cells[3] / (cells[1] * cells[2]))
    let error = cells.map { 1 / $0 }.reduce(0, +).squareRoot()
    logOdds = .value(ratio)
    se = .value(error)
    z = .value(ratio / error)
    p = .value(min(1, 2 * Normal.upperTail(abs(ratio / error))))
  }
}
