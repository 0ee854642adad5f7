/// How often a standard was found met: in checklists of notes and on the visits of scorecards.
package struct StandardRecord: Hashable, Sendable {
  /// One file in which it was checked.
  package struct Source: Hashable, Sendable {
    package enum Kind: Sendable { case note, scorecard }

    package var kind: Kind
    package var file: String
    /// Of the first check that missed, else of the first.
    package var line: Int
    package var count: MetCount
    /// Visits among the checks: a note is one, however often it checks a standard.
    package var visits: Int

    package init(kind: Kind, file: String, line: Int, count: MetCount, visits: Int) {
      self.kind = kind
      self.file = file
      self.line = line
      self.count = count
      self.visits = visits
    }
  }

  package var standard: Standard
  /// Set where the standard is a criterion of a scorecard that stands for none of `cxaudit.yml`.
  package var criterion: String?
  /// It is a knock-out of a scorecard.
  package var isKnockOut: Bool
  /// In the order of notes, then of scorecards; never empty.
  package var sources: [Source]

  package init(standard: Standard, criterion: String? = nil, isKnockOut: Bool = false, sources: [Source]) {
    self.standard = standard
    self.criterion = criterion
    self.isKnockOut = isKnockOut
    self.sources = sources
  }

  package var met: Int { sources.reduce(0) { $0 + $1.count.met } }

  package var checks: Int { sources.reduce(0) { $0 + $1.count.occasions } }

  package var share: Double { Double(met) / Double(checks) }

  package var isMissed: Bool { share < standard.target }

  /// No visit checked it twice, so that checks are visits.
  package var isByVisit: Bool { sources.allSatisfy { $0.visits == $0.count.occasions } }

  /// The part of the record that stands in one kind of source; nil where there is none.
  package func only(_ kind: Source.Kind) -> StandardRecord? {
    var part = self
    part.sources = sources.filter { $0.kind == kind }
    return part.sources.isEmpty ? nil : part
  }
}

extension Project {
  /// Every standard that was checked at all: those of `cxaudit.yml` in their order, then criteria of scorecards that stand
  /// for none of them.
  package var standardRecords: [StandardRecord] {
    let declared = configuration.standards.compactMap { standard in
      record(of: standard) { $0.standard == standard.id }
    }
    let own = scorecards.flatMap { scorecard in
      scorecard.criteria.indices.compactMap { index -> StandardRecord? in
        let criterion = scorecard.criteria[index]
        guard criterion.standard == nil, let source = scorecard.source(at: [index]) else { return nil }
        return StandardRecord(
          standard: Standard(criterion, of: scorecard), criterion: criterion.id, isKnockOut: criterion.isKnockOut,
          sources: [source])
      }
    }
    return declared + own
  }

  /// The standards of the project: the declared ones, and the criteria of scorecards that name a touchpoint or a dimension.
  package var standards: [Standard] {
    configuration.standards
      + scorecards.flatMap { scorecard in
        scorecard.criteria.filter { $0.standard == nil && ($0.touchpoint != nil || $0.dimension != nil) }
          .map { Standard($0, of: scorecard) }
      }
  }

  private func record(of standard: Standard, _ isIt: (Criterion) -> Bool) -> StandardRecord? {
    var sources = notes.compactMap { $0.source(of: standard) }
    sources += scorecards.compactMap { scorecard in
      scorecard.source(at: scorecard.criteria.indices.filter { isIt(scorecard.criteria[$0]) })
    }
    guard !sources.isEmpty else { return nil }
    let isKnockOut = scorecards.contains { $0.criteria.contains { isIt($0) && $0.isKnockOut } }
    return StandardRecord(standard: standard, isKnockOut: isKnockOut, sources: sources)
  }
}

extension Standard {
  fileprivate init(_ criterion: Criterion, of scorecard: Scorecard) {
    self.init(
      id: "\(scorecard.id).\(criterion.id)", text: criterion.text, touchpoint: criterion.touchpoint,
      dimension: criterion.dimension, target: criterion.target)
  }
}

extension Note {
  fileprivate func source(of standard: Standard) -> StandardRecord.Source? {
    let own = checks.filter { $0.standard == standard.id }
    guard let shown = own.first(where: { !$0.met }) ?? own.first else { return nil }
    let count = MetCount(met: own.count(where: \.met), occasions: own.count)
    return StandardRecord.Source(kind: .note, file: file, line: shown.line, count: count, visits: 1)
  }
}

extension Scorecard {
  /// What the visits say of the criteria at `indices`, which are one standard; nil where none of them ever applied.
  fileprivate func source(at indices: [Int]) -> StandardRecord.Source? {
    let criteria = criteria
    var count = MetCount()
    var checked = 0
    var line: (missed: Int?, first: Int?) = (nil, nil)
    for visit in visits {
      let results = indices.compactMap { criteria[$0].isMet(visit.marks[$0]) }
      guard !results.isEmpty else { continue }
      checked += 1
      count.occasions += results.count
      count.met += results.count { $0 }
      line.first = line.first ?? visit.line
      if results.contains(false) { line.missed = line.missed ?? visit.line }
    }
    guard let shown = line.missed ?? line.first else { return nil }
    return StandardRecord.Source(kind: .scorecard, file: file, line: shown, count: count, visits: checked)
  }
}
