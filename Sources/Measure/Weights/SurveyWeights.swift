import Audit

/// The weights of a survey's waves, found once: raking takes rounds.
struct SurveyWeights {
  /// By the wave's label; nothing for a wave that is not weighted, or cannot be.
  private let waves: [String: WaveWeights]

  init(_ survey: Survey) {
    var found: [String: WaveWeights] = [:]
    for wave in survey.waves { found[wave.wave.label] = WaveWeights(wave) }
    waves = found
  }

  func of(_ wave: SurveyWave) -> WaveWeights? { waves[wave.wave.label] }
}

extension [Survey] {
  /// Those of each survey, by its id.
  var weights: [String: SurveyWeights] {
    Dictionary(map { ($0.id, SurveyWeights($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
