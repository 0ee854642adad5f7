/// Figures under the weights of rows, and which of two figures decides.
extension Statistic {
  /// The same under weights; nil for what has no such figure.
  package var weighted: Statistic? { Self.twins[self] }

  /// The same without weights; nil for what is not weighted, and for errors that are printed under weights alone.
  package var unweighted: Statistic? { Self.plain[self] }

  /// Rests on the weights of rows.
  package var isWeighted: Bool { rawValue.hasSuffix(Self.suffix) }

  private static let suffix = ".weighted"

  private static let plain: [Statistic: Statistic] = Dictionary(
    uniqueKeysWithValues: allCases.filter(\.isWeighted).compactMap { statistic in
      Statistic(rawValue: String(statistic.rawValue.dropLast(suffix.count))).map { (statistic, $0) }
    })

  private static let twins: [Statistic: Statistic] = Dictionary(
    uniqueKeysWithValues: plain.map { ($0.value, $0.key) })
}

extension Statistic {
  /// Of the same people in two waves.
  package var isPaired: Bool { rawValue.hasPrefix("paired.") }
}

extension Measurement {
  /// What is judged and printed: the weighted statistic, where the measurement has it and shows it; else the statistic.
  package func deciding(_ statistic: Statistic) -> Statistic {
    guard let weighted = statistic.weighted, let figure = figure(weighted), figure.reason != .suppressed else {
      return statistic
    }
    return weighted
  }

  package func isJudgedByWeights(_ statistic: Statistic) -> Bool { deciding(statistic) != statistic }

  /// The value that is judged.
  package func judged(_ statistic: Statistic) -> Double? { self[deciding(statistic)] }

  package func judgedFigure(_ statistic: Statistic) -> Figure? { figure(deciding(statistic)) }

  /// Rows that the judged figure rests on: under weights those that have one.
  package func rows(behind statistic: Statistic) -> Int? { judgedFigure(statistic)?.n ?? n }
}
