/// What became of a finding from one build to another.
package struct FindingChange: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// In this order they are told.
    case worse, new, better, gone
    /// Another class without a direction, or another status.
    case changed
  }

  /// By what it is called better or worse, or why it is on one side alone.
  package enum Ground: String, Sendable {
    /// The intervals of its figure lie apart.
    case interval
    /// Its class is another; the figures may differ by chance.
    case findingClass = "class"
    /// The consultant left it out.
    case hidden
    /// The consultant made it a part of another.
    case merged
  }

  package var kind: Kind
  package var before: FindingRecord?
  package var now: FindingRecord?
  /// Of what is better or worse; of what is new or gone where the consultant had it so.
  package var ground: Ground?

  package init(_ kind: Kind, before: FindingRecord?, now: FindingRecord?, ground: Ground? = nil) {
    self.kind = kind
    self.before = before
    self.now = now
    self.ground = ground
  }

  package var id: String { now?.id ?? before?.id ?? "" }
  package var title: String { now?.title ?? before?.title ?? "" }
  package var findingClass: FindingClass { now?.findingClass ?? before?.findingClass ?? .observation }
}

/// What became of an outcome's headline figure from one build to another.
package struct OutcomeChange: Hashable, Sendable {
  package enum Direction: String, Sendable {
    /// The intervals lie apart.
    case higher, lower
    case unclear = "no clear change"
  }

  package var before: OutcomeRecord
  package var now: OutcomeRecord
  package var direction: Direction

  package init(before: OutcomeRecord, now: OutcomeRecord, direction: Direction) {
    self.before = before
    self.now = now
    self.direction = direction
  }
}

/// The headline figure of an outcome, as `data/statistics.csv` has it.
package struct OutcomeRecord: Hashable, Sendable {
  package var survey: String
  package var outcome: String
  package var wave: String
  package var statistic: Statistic
  package var value: Double
  package var low: Double?
  package var high: Double?
  package var n: Int?

  package init(
    survey: String, outcome: String, wave: String, statistic: Statistic, value: Double, low: Double?, high: Double?,
    n: Int?
  ) {
    self.survey = survey
    self.outcome = outcome
    self.wave = wave
    self.statistic = statistic
    self.value = value
    self.low = low
    self.high = high
    self.n = n
  }
}
