import Audit

/// Places of deficiencies: in the register, how far those depend on weights, and in the order in which to act
/// (methodology 6.6).
struct Ranking {
  /// Under which each place is found anew.
  private static let credibilities = [5.0, 20, 40]
  private static let errors = 1.96

  private let credibility: Double
  private let corrections: [Correction]
  private let plans: [String: [Correction]]

  init(_ material: Material, plans: [String: [Correction]]) {
    credibility = material.configuration.thresholds.credibility
    corrections = material.project.corrections
    self.plans = plans
  }

  /// `register` in its order; only deficiencies of the service get a rank.
  func ranked(_ register: [Finding]) -> [Finding] {
    let places = register.indices.filter { register[$0].isAboutService && register[$0].findingClass.isDeficiency }
    let deficiencies = places.map { register[$0] }
    let ranges = self.ranges(of: deficiencies)
    let acts = actOrder(deficiencies)
    var ranked = register
    for (index, place) in places.enumerated() {
      ranked[place].rank = Rank(
        place: index + 1, of: places.count, best: ranges[index].lowerBound, worst: ranges[index].upperBound,
        act: acts.firstIndex(of: deficiencies[index].id).map { $0 + 1 })
    }
    return ranked
  }

  // MARK: - Robustness

  /// The best and the worst place of each under K of 5, 20 and 40 (and the agreed one), importance as taken and as derived,
  /// and its own shortfall 1.96 standard errors smaller and larger.
  private func ranges(of deficiencies: [Finding]) -> [ClosedRange<Int>] {
    var ranges = deficiencies.indices.map { ($0 + 1)...($0 + 1) }
    for k in Self.credibilities + [credibility] {
      for isDerived in [false, true] {
        let standings = Standings(deficiencies, weights: deficiencies.map { weight($0, k, isDerived: isDerived) })
        for index in deficiencies.indices {
          let spread = Self.errors * (deficiencies[index].size?.error ?? 0)
          for factor in spread > 0 ? [1, max(0, 1 - spread), 1 + spread] : [1] {
            let place = standings.place(of: index, times: factor)
            ranges[index] = min(ranges[index].lowerBound, place)...max(ranges[index].upperBound, place)
          }
        }
      }
    }
    return ranges
  }

  /// Z·B under another K.
  private func weight(_ finding: Finding, _ k: Double, isDerived: Bool) -> Double {
    guard let size = finding.size, size.n > 0 else { return finding.order }
    let weight = finding.order * (size.n + credibility) / (size.n + k)
    return isDerived ? weight * (size.derived ?? 1) : weight
  }

  // MARK: - What to do first

  /// Ids of open deficiencies that steps should correct: graver classes first, then value for effort, then the register's order; but what a
  /// correction waits for comes before it.
  private func actOrder(_ deficiencies: [Finding]) -> [String] {
    let open = deficiencies.enumerated().filter { $0.element.isOpen && $0.element.kind.asksForSteps }
    let wanted = open.sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.findingClass != b.findingClass { return a.findingClass < b.findingClass }
      let (x, y) = (a.priority ?? -1, b.priority ?? -1)
      return x != y ? x > y : left.offset < right.offset
    }.map(\.element)
    var walk = PrerequisiteWalk(corrections: corrections, open: wanted.map { ($0.id, live($0)) })
    for finding in walk.open { walk.add(finding.id, finding.plans) }
    return walk.order
  }

  private func live(_ finding: Finding) -> [Correction] { (plans[finding.id] ?? []).filter(\.isLive) }
}

/// Puts before each finding those whose plans have to be carried out first, before those theirs, and so on.
private struct PrerequisiteWalk {
  let corrections: [Correction]
  /// Ids with the plans that are still to be carried out, the first to act on first.
  let open: [(id: String, plans: [Correction])]
  private(set) var order: [String] = []
  private var met: Set<String> = []
  private var walked: Set<String> = []

  init(corrections: [Correction], open: [(id: String, plans: [Correction])]) {
    (self.corrections, self.open) = (corrections, open)
  }

  mutating func add(_ id: String, _ plans: [Correction]) {
    guard met.insert(id).inserted else { return }
    for plan in plans { walk(plan) }
    order.append(id)
  }

  /// What the plan waits for, then what waited for plans corrects.
  private mutating func walk(_ plan: Correction) {
    guard walked.insert(plan.slug).inserted else { return }
    for slug in plan.after.map(\.id) {
      guard let first = corrections.first(where: { $0.slug == slug }), first.isLive else { continue }
      walk(first)
      for (id, plans) in open where plans.contains(where: { $0.slug == slug }) { add(id, plans) }
    }
  }
}

extension Correction {
  /// Still to be carried out.
  var isLive: Bool { status == .planned || status == .inProgress }
}

/// Deficiencies by class, then weight, then the register's order.
private struct Standings {
  private let weights: [Double]
  private let classes: [FindingClass]
  /// Of each class, the heaviest first, of equal ones the earlier.
  private let ordered: [FindingClass: [Int]]
  /// How many are of a graver class.
  private let graver: [FindingClass: Int]

  init(_ deficiencies: [Finding], weights: [Double]) {
    self.weights = weights
    classes = deficiencies.map(\.findingClass)
    ordered = Dictionary(grouping: deficiencies.indices) { deficiencies[$0].findingClass }.mapValues { members in
      members.sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    }
    var graver: [FindingClass: Int] = [:]
    var count = 0
    for findingClass in FindingClass.allCases {
      graver[findingClass] = count
      count += ordered[findingClass]?.count ?? 0
    }
    self.graver = graver
  }

  /// From 1, were the weight of this one alone multiplied.
  func place(of index: Int, times factor: Double) -> Int {
    let own = weights[index] * factor
    let members = ordered[classes[index]] ?? []
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      let other = members[middle]
      if weights[other] != own ? weights[other] > own : other < index { low = middle + 1 } else { high = middle }
    }
    // It does not stand before itself.
    let isItself = weights[index] > own ? 1 : 0
    return 1 + (graver[classes[index]] ?? 0) + low - isItself
  }
}
