import Audit

/// Why figures of two waves are not compared, in words.
enum ObstacleWords {
  /// What stands behind "not compared with": `2026-Q1: “Waiting time” was worded otherwise`.
  static func text(_ obstacle: WaveObstacle, since earlier: MeasuredWave, _ definition: SurveyDefinition) -> String {
    func named(_ id: String) -> String { definition.items.first { $0.id == id }?.text.map { say("“\($0)”") } ?? id }
    let reason =
      switch obstacle {
      case .scale(let item): say("\(named(item)) was asked on another scale")
      case .target(let item): say("\(named(item)) was held against something else")
      case .wording(let item): say("\(named(item)) was worded otherwise")
      case .items: say("other questions were asked")
      case .outcome: say("it was asked in another way")
      case .weights: say("only one of the two counts answers by their weights")
      }
    let label = earlier.wave.label.isEmpty ? say("the wave before", as: "with") : earlier.wave.label
    return "\(label): \(reason)"
  }
}
