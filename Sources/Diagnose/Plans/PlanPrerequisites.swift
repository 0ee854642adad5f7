import Audit

/// Checks how plans stand to each other and to the day of the report: which come first, whether two correct the same thing,
/// and what was done before its time.
struct PlanPrerequisites {
  private let plans: [Correction]
  private let asOf: Day
  private let aliases: [String: String]

  init(_ material: Material, aliases: [String: String]) {
    self.aliases = aliases
    (plans, asOf) = (material.project.corrections, material.asOf)
  }

  var diagnostics: [Diagnostic] { circles + early + doubled + plans.flatMap(future) }

  // MARK: - The report

  /// What was done on a day that is still to come.
  private func future(_ plan: Correction) -> [Diagnostic] {
    let hasBegun = plan.status == .inProgress || plan.status == .done
    let start = plan.start.flatMap { start -> Diagnostic? in
      guard hasBegun, start > asOf else { return nil }
      return .planLaterThanReport(nil, start, asOf: asOf, at: plan.places.start ?? SourceLocation(plan.file))
    }
    return [start].compactMap(\.self)
      + plan.steps.compactMap { step in
        guard step.done, let day = step.doneOn, day > asOf else { return nil }
        let location = SourceLocation(plan.file, line: step.line ?? 1)
        return .planLaterThanReport(PlainInline.text(of: step.text), day, asOf: asOf, at: location)
      }
  }

  // MARK: - After each other

  /// Each circle once, at the plan whose file comes first.
  private var circles: [Diagnostic] {
    var told: Set<String> = []
    return plans.compactMap { plan in
      guard !told.contains(plan.slug), let circle = circle(from: plan) else { return nil }
      told.formUnion(circle.map(\.slug))
      let next = circle.count > 1 ? circle[1].slug : plan.slug
      let reference = plan.after.first { $0.id == next }
      return reference.map { .circularPlans(circle.map(\.slug), at: $0.location) }
    }
  }

  /// The plans from this one back to itself, this one first; one that waits for itself is told when it is read.
  private func circle(from plan: Correction) -> [Correction]? {
    var trails = plan.after.filter { $0.id != plan.slug }.compactMap { named($0.id) }.map { [plan, $0] }
    var seen: Set<String> = []
    while let trail = trails.popLast() {
      guard let last = trail.last, seen.insert(last.slug).inserted else { continue }
      for reference in last.after {
        if reference.id == plan.slug { return trail }
        if let next = named(reference.id) { trails.append(trail + [next]) }
      }
    }
    return nil
  }

  private func named(_ slug: String) -> Correction? { plans.first { $0.slug == slug } }

  /// A plan that starts before one that comes first is to be done.
  private var early: [Diagnostic] {
    plans.flatMap { plan -> [Diagnostic] in
      guard let start = plan.start, plan.status != .done else { return [] }
      return plan.after.compactMap { reference in
        guard let first = named(reference.id), first.status != .done, let due = first.due, start < due else {
          return nil
        }
        return .planBeforePrerequisite(start, first.slug, due: due, at: reference.location)
      }
    }
  }

  // MARK: - Beside each other

  /// Two plans under way for one deficiency, of which neither comes after the other.
  private var doubled: [Diagnostic] {
    let live = plans.filter { $0.status == .planned || $0.status == .inProgress }
    return live.enumerated().flatMap { position, plan -> [Diagnostic] in
      plan.corrects.compactMap { reference in
        let other = live[..<position].first { earlier in
          earlier.corrects.contains { own($0) == own(reference) } && !isOrdered(plan, earlier)
        }
        return other.map { .twoPlans(reference, other: $0.slug) }
      }
    }
  }

  private func own(_ reference: Correction.Reference) -> String { aliases[reference.id] ?? reference.id }

  private func isOrdered(_ one: Correction, _ other: Correction) -> Bool {
    one.after.contains { $0.id == other.slug } || other.after.contains { $0.id == one.slug }
  }
}
