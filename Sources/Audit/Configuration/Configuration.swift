/// `cxaudit.yml`, parsed.
package struct Configuration: Hashable, Sendable {
  /// What `cxaudit.yml` calls the project; nil where it does not.
  package var ownTitle: String?
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
  package var brand = Brand()

  package init() {}

  /// Its own, else in the language of the site.
  package var title: String {
    get { ownTitle ?? Self.untitled.text }
    set { ownTitle = newValue }
  }

  /// By what snapshots know the project, in whatever language its sites are.
  package var keptTitle: String { ownTitle ?? Self.untitled.key }

  private static let untitled = Phrase("Customer experience audit")

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
