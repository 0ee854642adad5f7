import Audit

/// The three groups that answers to "would you recommend us", 0 to 10, fall into.
enum RecommendationBand: CaseIterable {
  case detractors, passives, promoters

  var answers: ClosedRange<Int> {
    switch self {
    case .detractors: 0...6
    case .passives: 7...8
    case .promoters: 9...10
    }
  }

  var name: String {
    switch self {
    case .detractors: say("Detractors")
    case .passives: say("Passives")
    case .promoters: say("Promoters")
    }
  }

  /// Of the answers counted in `counts`, 0, 1, …, 10.
  func share(_ counts: [Int]) -> Double {
    Double(counts[answers].reduce(0, +)) / Double(max(counts.reduce(0, +), 1))
  }
}
