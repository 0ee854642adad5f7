package import Audit
import Statistics

/// What is to be said of the weights of surveys: why there are none, what they cost, whom they leave out.
package func weightRemarks(_ surveys: [Survey]) -> [Diagnostic] {
  surveys.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.flatMap { survey in
    survey.waves.sorted { $0.wave < $1.wave }.flatMap { WeightRemarks(wave: $0).all }
  }
}

/// Those of one wave.
private struct WeightRemarks {
  let wave: SurveyWave
  private var place: Place { Place(file: wave.files.first ?? "") }
  private var label: String { wave.wave.label }

  /// Above this less than half of the information is left.
  private static let muchTooUneven = 2.0

  var all: [Diagnostic] {
    guard let raked = RakedWeights(wave) else {
      if let tally = wave.tally.weights, tally.n > 0, tally.sum == 0 {
        return [.surveyWeightsZero(tally.n, wave: label, at: place)]
      }
      return cost(wave.tally.weights.flatMap(Self.deff))
    }
    switch raked.raking.outcome {
    case .noData: return [.surveyRakeWithoutRows(wave: label, at: place)]
    case .noConvergence: return [.surveyRakeDiverges(wave: label, at: place)]
    case .notRakeable(_, _):
      return raked.contradiction.map {
        [.surveyNotRakeable($0.segment, value: $0.value, isAnswered: $0.isAnswered, wave: label, at: place)]
      } ?? []
    case .raked: return cost(raked.raking.kish.deff.value) + rows(raked.raking)
    }
  }

  private func cost(_ deff: Double?) -> [Diagnostic] {
    guard let deff, deff > Self.muchTooUneven else { return [] }
    return [.surveyDesignEffect(FigureText.fixed(deff, decimals: 1), wave: label, at: place)]
  }

  /// Rows whose weight was cut, and those without a weight.
  private func rows(_ raking: Raking) -> [Diagnostic] {
    let left = (wave.tally.slices.first?.rows ?? 0) - raking.kish.n
    return (raking.trimmedRows > 0 ? [.surveyWeightsTrimmed(raking.trimmedRows, wave: label, at: place)] : [])
      + (left > 0 ? [.surveyRakedRowsLeft(left, wave: label, at: place)] : [])
  }

  private static func deff(_ tally: WeightTally) -> Double? {
    guard tally.n > 0, tally.sum > 0 else { return nil }
    let sum = Double(tally.sum)
    return Double(tally.n) * Double(tally.squares) / (sum * sum)
  }
}
