/// How grave a finding is, gravest first.
package enum FindingClass: String, Sendable, CaseIterable, Hashable {
  case critical, major, minor, observation, watch, strength

  /// A deficiency that steps should correct.
  package var isDeficiency: Bool {
    switch self {
    case .critical, .major, .minor, .observation: true
    case .watch, .strength: false
    }
  }

  /// The next graver class of a deficiency; critical stays so, and what is no deficiency stays what it is.
  package var raised: FindingClass {
    switch self {
    case .critical, .major: .critical
    case .minor: .major
    case .observation: .minor
    case .watch: .watch
    case .strength: .strength
    }
  }

  /// Its name within a sentence, where the class alone stands for what is of it: `minor by the consultant's word`.
  package var inSentence: String {
    switch self {
    case .critical: say("critical")
    case .major: say("major")
    case .minor: say("minor")
    case .observation: say("observation")
    case .watch: say("watch")
    case .strength: say("strength")
    }
  }
}

extension FindingClass {
  /// The class that a share of seriously failed customers makes.
  package init(seriouslyFailed share: Double, _ thresholds: Thresholds) {
    self =
      share >= thresholds.critical
      ? .critical : share >= thresholds.major ? .major : share >= thresholds.minor ? .minor : .observation
  }
}

extension FindingClass: Comparable {
  /// Graver classes come first.
  package static func < (left: FindingClass, right: FindingClass) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .critical: 0
    case .major: 1
    case .minor: 2
    case .observation: 3
    case .watch: 4
    case .strength: 5
    }
  }
}

/// Which of the provider's gaps is behind a deficiency (Parasuraman, Zeithaml & Berry 1985), or that customers do not notice
/// what is delivered.
package enum Cause: String, Sendable, CaseIterable, Hashable {
  case knowledge, standards, delivery, communication, perception
}
