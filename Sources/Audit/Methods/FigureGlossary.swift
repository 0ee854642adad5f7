/// Every figure of a site or of the product, by what it is about, with what it means.
package struct FigureGlossary: Hashable, Sendable {
  /// Subjects that have the same figures.
  package enum Section: String, CaseIterable, Sendable {
    case columns, answers, outcomes, weights, drivers, segments, units, changes, surveys, auditors, scorecards
    case standards

    package init(_ kind: SubjectKind) {
      switch kind {
      case .column: self = .columns
      case .item, .cell, .dimension, .touchpoint, .overall: self = .answers
      case .outcome: self = .outcomes
      case .weights: self = .weights
      case .driver: self = .drivers
      case .segment, .parity: self = .segments
      case .unit: self = .units
      case .change: self = .changes
      case .knowledge, .belief: self = .surveys
      case .agreement: self = .auditors
      case .scorecard: self = .scorecards
      case .standard: self = .standards
      }
    }

    package var title: String {
      switch self {
      case .columns: say("Columns of a survey")
      case .answers: say("Questions, cells, dimensions, touchpoints and all together")
      case .outcomes: say("Outcomes")
      case .weights: say("Weights")
      case .drivers: say("What goes with an outcome")
      case .segments: say("Segments")
      case .units: say("Units")
      case .changes: say("One wave against the one before")
      case .surveys: say("Staff and management against customers")
      case .auditors: say("Agreement of auditors")
      case .scorecards: say("Scorecards")
      case .standards: say("Standards")
      }
    }
  }

  /// One statistic where it means one thing.
  package struct Entry: Hashable, Sendable {
    package let section: Section
    package let statistic: Statistic
    package let meaning: StatisticMeaning
  }

  /// By section, then in the order in which statistics are declared; each meaning once in a section.
  package let entries: [Entry]

  /// - Parameter figures: What there is; more often than once does no harm.
  package init(_ figures: some Sequence<(kind: SubjectKind, statistic: Statistic)>) {
    var kinds: [Statistic: Set<SubjectKind>] = [:]
    for figure in figures { kinds[figure.statistic, default: []].insert(figure.kind) }
    entries = Section.allCases.flatMap { section in
      Statistic.allCases.flatMap { statistic -> [Entry] in
        let met = kinds[statistic] ?? []
        var entries: [Entry] = []
        for kind in SubjectKind.allCases where met.contains(kind) && Section(kind) == section {
          let meaning = statistic.meaning(in: kind)
          if entries.allSatisfy({ $0.meaning != meaning }) {
            entries.append(Entry(section: section, statistic: statistic, meaning: meaning))
          }
        }
        return entries
      }
    }
  }

  package func entries(of section: Section) -> [Entry] { entries.filter { $0.section == section } }
}

extension MeasuredAudit {
  /// What the figures of this audit mean.
  package var glossary: FigureGlossary {
    FigureGlossary(measurements.lazy.flatMap { one in one.figures.map { (kind: one.key.kind, statistic: $0.key) } })
  }
}
