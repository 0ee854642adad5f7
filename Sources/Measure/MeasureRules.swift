import Audit

/// What the configuration says about measuring one survey.
struct MeasureRules {
  /// Coverage of every interval, between 0 and 1.
  let confidence: Double
  /// Most non-zero pairs for the exact tests.
  let exactLimit: Int
  /// Customers in all, where they are few enough to matter to a standard error (methodology 6.3).
  let populationSize: Int?
  /// K of the credibility.
  let credibility: Double
  /// Tests on fewer rows are in no family.
  let minimumCell: Int
  /// Fewer answers close nothing.
  let lowBase: Int
  /// What staff say of their work is judged by the share at the two lowest levels, too.
  let countsLowest: Bool
  /// Chance of seeing a change as large as the detectable effect.
  let power: Double
  /// Parity margin in scale points, where one is agreed.
  private let parity: Double?
  /// Share of customers who pass each touchpoint, where declared.
  let volumes: [String: Double]

  /// The tests themselves stop here.
  private static let mostExactPairs = 1000

  init(_ configuration: Configuration, respondents: Respondents) {
    let thresholds = configuration.thresholds
    let isSmall = respondents == .customers && configuration.isSmallPopulation
    populationSize = isSmall ? configuration.engagement.population : nil
    confidence = thresholds.confidence
    exactLimit = min(MeasureRules.mostExactPairs, max(thresholds.exactPairs, populationSize ?? 0))
    credibility = thresholds.credibility
    power = thresholds.power
    parity = thresholds.parity
    minimumCell = configuration.minimumCell(for: respondents)
    lowBase = configuration.lowBase
    countsLowest = respondents == .staff
    volumes = Dictionary(
      configuration.journey.touchpoints.compactMap { touchpoint in
        touchpoint.volume.map { (touchpoint.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Δ of equivalence in units of a measure: what is agreed of ratings, in points of their scale; else a twentieth of how far
  /// its values lie apart at most.
  func parityMargin(of measure: ComparedMeasure) -> Double {
    parity.flatMap { measure.isRating ? $0 : nil } ?? measure.range / 20
  }
}
