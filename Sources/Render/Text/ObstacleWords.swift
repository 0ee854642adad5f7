import Audit

/// Why figures of two waves are not compared, in words.
enum ObstacleWords {
  /// `2026-Q1: “Waiting time” is worded otherwise there`.
  static func text(_ obstacle: WaveObstacle, since earlier: MeasuredWave, _ definition: SurveyDefinition) -> String {
    let label = earlier.wave.label.isEmpty ? "the wave before" : earlier.wave.label
    func named(_ id: String) -> String { definition.items.first { $0.id == id }?.text.map { "“\($0)”" } ?? id }
    let reason =
      switch obstacle {
      case .scale(let item): "\(named(item)) was asked on another scale"
      case .target(let item): "\(named(item)) was held against something else"
      case .wording(let item): "\(named(item)) was worded otherwise"
      case .items: "other questions were asked"
      case .outcome: "it was asked in another way"
      }
    return "\(label): \(reason)"
  }
}
