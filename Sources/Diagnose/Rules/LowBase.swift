import Audit

/// Why a finding is only watched: too few have answered.
enum LowBase {
  /// `low base: needs 30 answers; major if it holds`.
  static func remark(_ configuration: Configuration, ifItHolds graded: FindingClass) -> String {
    let needed = FigureText.count(configuration.lowBase)
    return switch graded {
    case .critical: say("low base: needs \(needed) answers; critical if it holds")
    case .major: say("low base: needs \(needed) answers; major if it holds")
    case .minor: say("low base: needs \(needed) answers; minor if it holds")
    case .observation: say("low base: needs \(needed) answers; observation if it holds")
    case .watch, .strength: remark(configuration)
    }
  }

  /// `low base: needs 30 answers`.
  static func remark(_ configuration: Configuration) -> String {
    say("low base: needs \(FigureText.count(configuration.lowBase)) answers")
  }
}
