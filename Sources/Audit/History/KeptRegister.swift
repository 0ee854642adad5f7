/// The register of an earlier build: `data/findings.json`, read again.
package struct KeptRegister: Hashable, Sendable {
  /// The version of `data/findings.json` that this program writes and reads.
  package static let version = 1

  package var project: String
  package var client: String?
  package var day: Day
  /// In register order.
  package var findings: [FindingRecord]
  /// What the consultant hid or made a part of another, by id.
  package var leftOut: [String: FindingChange.Ground]

  package init(
    project: String, client: String? = nil, day: Day, findings: [FindingRecord],
    leftOut: [String: FindingChange.Ground] = [:]
  ) {
    self.project = project
    self.client = client
    self.day = day
    self.findings = findings
    self.leftOut = leftOut
  }
}

/// A register that `cxaudit snapshot` kept under `content/history`.
package struct Snapshot: Hashable, Sendable {
  /// Relative to the project.
  package var file: String
  package var register: KeptRegister

  package init(file: String, register: KeptRegister) {
    self.file = file
    self.register = register
  }
}

extension Project {
  /// Leaves out what was kept on the day of the report or later, so that a report of a day is always the same.
  ///
  /// Files that change nothing are no inputs, either. Returns what was left out.
  package mutating func leaveOutHistory(from day: Day) -> [Snapshot] {
    let late = snapshots.filter { $0.register.day >= day }
    snapshots.removeAll { $0.register.day >= day }
    inputs.removeAll { input in late.contains { $0.file == input.path } }
    return late
  }
}
