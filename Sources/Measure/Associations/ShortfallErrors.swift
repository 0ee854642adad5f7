import Audit
import Statistics

/// The standard error of F1 by leaving out one group of respondents at a time (methodology 0.7), which holds where one
/// respondent gives several rows, too. Of everyone; nothing where respondents are not grouped.
struct ShortfallErrors {
  let tally: SliceTally
  let groups: [SliceTally]
  let definition: SurveyDefinition

  /// Adds it to the measurements of items and sets that have an F1.
  func add(to measurements: inout [Measurement]) {
    guard !groups.isEmpty else { return }
    let rests = groups.filter { $0.rows > 0 }.map { tally.removing($0) }
    for index in measurements.indices {
      let key = measurements[index].key
      guard let f1 = measurements[index].figure(.f1), f1.reason != .mixedScales,
        let estimate = estimate(of: key.kind, key.subject)
      else { continue }
      let error = Jackknife(estimate: estimate(tally), replicates: rests.map(estimate)).se
      measurements[index].record(.f1Jackknife, error, n: f1.n ?? 0)
    }
  }

  /// From a tally to F1 of a subject.
  private func estimate(of kind: SubjectKind, _ subject: String) -> ((SliceTally) -> Estimate)? {
    if kind == .item, let index = definition.items.firstIndex(where: { $0.id == subject }) {
      let item = definition.items[index]
      return { Shortfall(RowSample(item, $0.items[index]).shortfall, range: item.scale.range).f1 }
    }
    guard let index = definition.sets.firstIndex(where: { $0.kind == kind && $0.subject == subject }),
      let first = definition.sets[index].items.first
    else { return nil }
    let range = definition.items[first].scale.range
    return { Shortfall(RowMeans.counts($0.sets[index].shortfall), range: range).f1 }
  }
}
