import Audit

/// Deficiencies by what corrects them: those that share a plan, also by way of others, are corrected together.
struct Bundles {
  struct Bundle {
    /// Ids in byte order.
    var findings: [String]
    var plans: [Correction]
    /// Of all of them; nil where nobody knows of any.
    var relief: Spread?
    var outlay: Worth.Outlay?
    var cost: Spread?
    /// It mends nothing that is counted and makes others possible, with which it is joined.
    var onlyUnlocks = false

    /// π = V/cost.
    var value: Double? {
      guard let relief, let cost, cost.mid > 0 else { return nil }
      let value = relief.mid / cost.mid
      return value.isFinite ? value : nil
    }
  }

  private var bundles: [Bundle] = []
  private var places: [String: Int] = [:]

  /// `dayRate` is nil where cost is counted in days.
  init(_ efforts: [Valuation.Effort], dayRate: Spread?) {
    // Sums of doubles depend on their order.
    let sorted = efforts.sorted { $0.finding.utf8.lexicographicallyPrecedes($1.finding.utf8) }
    // What no plan corrects stands alone.
    bundles = sorted.filter(\.plans.isEmpty).map { Bundle([$0], dayRate: dayRate) }
    var rest = sorted.filter { !$0.plans.isEmpty }
    while let first = rest.first {
      var slugs = Set(first.plans.map(\.slug))
      var members = [rest.removeFirst()]
      while let next = rest.firstIndex(where: { effort in effort.plans.contains { slugs.contains($0.slug) } }) {
        slugs.formUnion(rest[next].plans.map(\.slug))
        members.append(rest.remove(at: next))
      }
      members.sort { $0.finding.utf8.lexicographicallyPrecedes($1.finding.utf8) }
      bundles.append(Bundle(members, dayRate: dayRate))
    }
    let alone = bundles
    for place in bundles.indices {
      for finding in bundles[place].findings { places[finding] = place }
      if let chain = Self.chain(from: alone[place], alone) { bundles[place] = chain }
    }
  }

  func bundle(of finding: String) -> Bundle? { places[finding].map { bundles[$0] } }

  /// A bundle of no value of its own, joined with what waits for it; nil where it has value, or where nothing waits.
  private static func chain(from bundle: Bundle, _ all: [Bundle]) -> Bundle? {
    guard (bundle.relief?.mid ?? 0) == 0, !bundle.plans.isEmpty else { return nil }
    var done = Set(bundle.plans.map(\.slug))
    var waiting: [Bundle] = []
    while let next = all.first(where: { other in
      !other.plans.isEmpty && other.plans.allSatisfy { !done.contains($0.slug) }
        && other.plans.contains { plan in plan.after.contains { done.contains($0.id) } }
    }) {
      done.formUnion(next.plans.map(\.slug))
      waiting.append(next)
    }
    guard !waiting.isEmpty else { return nil }
    var chain = bundle
    let links = [bundle] + waiting
    let costs = links.compactMap(\.cost)
    chain.findings = links.flatMap(\.findings).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    chain.relief = Spread.sum(links.compactMap(\.relief))
    chain.cost = costs.count == links.count ? Spread.sum(costs) : nil
    chain.onlyUnlocks = true
    return chain
  }
}

extension Bundles.Bundle {
  /// `members` in byte order of their ids.
  fileprivate init(_ members: [Valuation.Effort], dayRate: Spread?) {
    findings = members.map(\.finding)
    // A group of customers is among all of them: nobody is relieved twice.
    let figures = Set(members.compactMap(\.figure))
    relief = Spread.sum(members.filter { $0.whole.map { !figures.contains($0) } ?? true }.compactMap(\.relief))
    var known: Set<String> = []
    plans = members.flatMap(\.plans).filter { known.insert($0.slug).inserted }
      .sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    outlay = Self.outlay(plans, members)
    cost = outlay.map { outlay in
      guard let dayRate else { return Spread(outlay.days) }
      return dayRate * outlay.days + Spread(outlay.cash)
    }
  }

  /// A plan that does not say how many days it takes is given those of the playbook for what it leads; nil where nobody
  /// knows of one.
  private static func outlay(_ plans: [Correction], _ members: [Valuation.Effort]) -> Worth.Outlay? {
    var days: [Double] = []
    var isPlans = false
    for plan in plans {
      if let own = plan.effort?.days {
        days.append(own)
        isPlans = true
        continue
      }
      let led = members.filter { $0.plans.first?.slug == plan.slug }
      for member in led {
        guard let suggested = member.suggested else { return nil }
        days.append(suggested)
      }
    }
    if plans.isEmpty {
      guard let suggested = members.first?.suggested else { return nil }
      days = [suggested]
    }
    guard !days.isEmpty else { return nil }
    return Worth.Outlay(
      days: days.reduce(0, +), cash: plans.reduce(0) { $0 + ($1.cost ?? 0) }, source: isPlans ? .plan : .playbook)
  }
}
