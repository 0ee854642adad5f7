/// `cxaudit.yml`, parsed.
package struct Configuration: Hashable, Sendable {
  package var title = "Customer experience audit"
  package var client: String?
  /// BCP 47 tag of the site's own words.
  package var language = "en"
  package var journey = Journey()
  package var dimensions = Dimension.servqual
  package var standards: [Standard] = []
  package var thresholds = Thresholds()
  package var privacy = Privacy()
  package var engagement = Engagement()
  package var economics = Economics()
  package var benchmarks: [Benchmark] = []
  /// The day of the report as the file pins it; the command line goes before it.
  package var asOf: Day?
  /// What a build has to keep, as agreed with the client.
  package var gates: [AgreedGate] = []
  /// Accent colour `#rrggbb`.
  package var accent: String?

  package init() {}

  /// Answers under which a figure is withheld for this kind of respondent.
  package func minimumCell(for respondents: Respondents) -> Int {
    if engagement.named { return 1 }
    if let declared = privacy.minimumCell { return declared }
    switch respondents {
    case .customers, .management: return 5
    case .staff: return 11
    }
  }

  /// Comments on one theme at one place from which one may be quoted (methodology 8).
  package var quotedFrom: Int { engagement.named ? 1 : max(11, minimumCell(for: .customers)) }

  /// Answers under which no deficiency is raised.
  package var lowBase: Int {
    if let declared = privacy.lowBase { return declared }
    return isSmallPopulation ? 10 : 30
  }

  /// At most 200 customers: the small-base rules hold.
  package var isSmallPopulation: Bool { (engagement.population ?? .max) <= 200 }

  package func touchpoint(_ id: String) -> Touchpoint? { journey.touchpoints.first { $0.id == id } }

  package func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }
}
