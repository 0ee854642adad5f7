extension Finding {
  /// How a finding stands against the latest snapshot before the day of the report.
  package struct History: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
      /// In no snapshot so far.
      case new
      case persisting
      /// Closed by its verdict.
      case fixed
      /// Worse: a graver class, or an interval that lies beyond that of the snapshot.
      case regressed
      /// It was gone or closed, and is back; or its verdict reopened it.
      case reopened
    }

    package var state: State
    /// The day of the latest snapshot.
    package var since: Day
    /// What the latest snapshot that has it said.
    package var before: FindingRecord?
    /// The day of the first snapshot that has it.
    package var firstReport: Day?
    /// Better or worse than the latest snapshot says, and by what.
    package var change: FindingChange?

    package init(
      state: State, since: Day, before: FindingRecord? = nil, firstReport: Day? = nil, change: FindingChange? = nil
    ) {
      self.state = state
      self.since = since
      self.before = before
      self.firstReport = firstReport
      self.change = change
    }
  }
}

/// A deficiency of the latest snapshot that the register does not have any more.
package struct GoneFinding: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Shown to be mended.
    case fixed
    /// Not found any more, which proves nothing.
    case gone
  }

  package var record: FindingRecord
  package var state: State
  /// One plain sentence without a full stop.
  package var why: String

  package init(record: FindingRecord, state: State, why: String) {
    self.record = record
    self.state = state
    self.why = why
  }
}

/// The register against the latest snapshot before the day of the report.
package struct RegisterHistory: Hashable, Sendable {
  /// The day of the latest snapshot.
  package var since: Day
  /// Earliest first.
  package var snapshots: [KeptRegister]
  /// Gravest first.
  package var gone: [GoneFinding]

  package init(since: Day, snapshots: [KeptRegister], gone: [GoneFinding]) {
    self.since = since
    self.snapshots = snapshots
    self.gone = gone
  }
}
