import Audit

/// What `data/findings.json` says of earlier builds, and what later builds need of it.
enum HistoryDocument {
  /// The figure by which a finding is followed; null where there is none to show.
  static func json(_ measure: FindingMeasure?) -> JSON {
    guard let measure else { return .null }
    return .object([
      JSON.Member("figure", .optional(measure.figure)), JSON.Member("value", .canonical(measure.value)),
      JSON.Member("low", .canonical(measure.low)), JSON.Member("high", .canonical(measure.high)),
      JSON.Member("n", .optional(measure.n)), JSON.Member("better", .optional(measure.better?.rawValue)),
    ])
  }

  static func json(_ history: Finding.History?) -> JSON {
    guard let history else { return .null }
    let before = history.before
    return .object([
      JSON.Member("state", .string(history.state.rawValue)), JSON.Member("since", .string(history.since.iso)),
      JSON.Member("firstReport", .optional(history.firstReport?.iso)),
      JSON.Member("change", .optional(history.change.flatMap(direction))),
      JSON.Member("ground", .optional(history.change?.ground?.rawValue)),
      JSON.Member("class", .optional(before?.findingClass.rawValue)),
      JSON.Member("status", .optional(before?.status.rawValue)), JSON.Member("measure", json(before?.measure)),
    ])
  }

  private static func direction(_ change: FindingChange) -> String? {
    switch change.kind {
    case .better, .worse: change.kind.rawValue
    case .new, .gone, .changed: nil
    }
  }

  static func json(_ history: RegisterHistory?) -> JSON {
    guard let history else { return .null }
    return .object([
      JSON.Member("since", .string(history.since.iso)),
      JSON.Member("reports", .array(history.snapshots.map { .string($0.day.iso) })),
      JSON.Member("gone", .array(history.gone.map(gone))),
    ])
  }

  private static func gone(_ gone: GoneFinding) -> JSON {
    let record = gone.record
    return .object([
      JSON.Member("id", .string(record.id)), JSON.Member("kind", .optional(record.kind?.rawValue)),
      JSON.Member("title", .string(record.title)), JSON.Member("class", .string(record.findingClass.rawValue)),
      JSON.Member("state", .string(gone.state.rawValue)), JSON.Member("why", .string(gone.why)),
      JSON.Member("measure", json(record.measure)), JSON.Member("firstSeen", .optional(record.firstSeen)),
      JSON.Member("lastSeen", .optional(record.lastSeen)),
    ])
  }
}
