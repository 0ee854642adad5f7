import Audit

extension PlanBuilder {
  mutating func resolve(_ entry: PointsEntry) -> (dimension: String, column: Int)? {
    let dimension = entry.dimension.text
    let known = configuration.dimensions.map(\.id)
    let named = codebook.items.compactMap(\.dimension?.text)
    if !known.contains(dimension), !named.contains(dimension) {
      let all = known + named.filter { !known.contains($0) }
      report(.unknownName(dimension, kind: "dimension", known: all, at: place(entry.dimension.span)))
    }
    guard let column = column(entry.column), let scale = Scale(minimum: 0, maximum: 100) else { return nil }
    let reading = decoding(ColumnRules(), scale: scale, reversed: false)
    use(
      column, as: .points, for: "the points of dimension '\(dimension)'", reading: .rating(reading),
      at: place(entry.column.span))
    return (dimension, column)
  }

  mutating func resolve(_ entry: OutcomeEntry) -> (outcome: Outcome, column: Int)? {
    guard let column = column(entry.column) else { return nil }
    let name = header.columns[column]
    let id = identify(entry.id, fallback: name, for: "an outcome", at: entry.column.span)
    guard let scale = scale(of: entry) else {
      report(
        .codebookNoScale("outcome '\(id)'", column: name, observed: observed(column), at: place(entry.column.span)))
      return nil
    }
    var reading = decoding(
      entry.rules, scale: scale, reversed: entry.rules.reversed, isYes: entry.kind == .yes)
    if entry.kind == .yes {
      reading.otherwise = 0
      for text in entry.yes {
        reading.labels[text] = 1
        // A yes is never a code of no answer.
        reading.missing.removeAll { $0.lowercased() == text }
        reading.notApplicable.removeAll { $0.lowercased() == text }
      }
    }
    use(column, as: .outcome, for: "outcome '\(id)'", reading: .rating(reading), at: place(entry.column.span))
    let outcome = Outcome(
      id: id, name: wording(entry.name), kind: entry.kind, scale: scale, better: entry.better, about: entry.about)
    return (outcome, column)
  }

  private func scale(of entry: OutcomeEntry) -> Scale? {
    switch entry.kind {
    case .nps: Scale(minimum: 0, maximum: 10)
    case .yes: Scale(minimum: 0, maximum: 1)
    case .csat, .ces: entry.rules.scale ?? codebook.rules.scale
    }
  }
}
