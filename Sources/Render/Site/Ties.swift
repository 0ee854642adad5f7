import Audit

/// Deficiencies of one class whose places in the register depend on weights so much that they might change places.
struct Ties: Sendable {
  private struct Standing: Sendable {
    var place: Int
    var findingClass: FindingClass
    var rank: Rank
  }

  /// Small values apart from the findings, since each sheet looks through all of them.
  private let standings: [Standing]
  private let titles: [String]
  private let places: [String: Int]

  /// `deficiencies` in register order.
  init(_ deficiencies: [Finding]) {
    titles = deficiencies.map(\.title)
    places = Dictionary(deficiencies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    standings = deficiencies.enumerated().compactMap { place, finding in
      finding.rank.map { Standing(place: place, findingClass: finding.findingClass, rank: $0) }
    }
  }

  /// The titles of those tied with a finding, in register order.
  func titles(tiedWith finding: Finding) -> [String] {
    guard let rank = finding.rank else { return [] }
    let own = places[finding.id]
    var tied: [String] = []
    for other in standings
    where other.findingClass == finding.findingClass && rank.isTied(with: other.rank) && other.place != own {
      tied.append(titles[other.place])
    }
    return tied
  }
}
