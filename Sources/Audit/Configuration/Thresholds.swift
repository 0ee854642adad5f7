/// The agreed limits, printed in each report (methodology, defaults).
package struct Thresholds: Hashable, Sendable {
  /// Confidence of every interval, 0…1.
  package var confidence = 0.95
  /// Benjamini–Hochberg level q.
  package var falseDiscovery = 0.05
  /// Parity margin in scale points; nil is a twentieth of the scale's range.
  package var parity: Double?
  /// Knowledge gap in scale points; nil is a twelfth of the scale's range.
  package var knowledge: Double?
  package var alpha = 0.70
  package var itemRest = 0.30
  /// Smallest |d_z| of a net deficiency.
  package var effect = 0.20
  /// Bound that the lower Wilson limit of F_s must pass for a deficiency by reach.
  package var reach = 0.10
  /// F_s from which a deficiency is critical, major, minor.
  package var critical = 0.50
  package var major = 0.33
  package var minor = 0.15
  /// K of the credibility Z = n/(n+K).
  package var credibility = 20.0
  /// Share of occasions on which a standard without a target of its own must be met.
  package var required = 0.95
  package var icc = 0.02
  /// Largest number of non-zero pairs for exact tests.
  package var exactPairs = 50
  package var power = 0.80

  package init() {}
}

/// What may be shown about few people.
package struct Privacy: Hashable, Sendable {
  package enum Verbatims: String, Sendable, CaseIterable {
    case redacted, none
  }

  /// Figures about fewer answers are withheld; nil is 5 for customers and management, 11 for staff, 1 when named.
  package var minimumCell: Int?
  /// Figures about fewer answers raise no deficiency; nil is 30, or 10 where the population is 200 or fewer.
  package var lowBase: Int?
  package var verbatims = Verbatims.redacted
  package var names: [String] = []
  package var patterns: [String] = []

  package init() {}
}

/// Whom the engagement is about.
package struct Engagement: Hashable, Sendable {
  /// Number of customers in all, as declared.
  package var population: Int?
  /// The respondents agreed to be named, so nothing is withheld.
  package var named = false

  package init() {}
}
