/// Working days: declared, or S, M, L = 3, 15, 60.
package enum Effort: Hashable, Sendable {
  case small, medium, large
  case days(Double)

  package var days: Double {
    switch self {
    case .small: 3
    case .medium: 15
    case .large: 60
    case .days(let days): days
    }
  }
}

/// One step of a plan, a note's action table or the playbook.
package struct Step: Hashable, Sendable {
  package enum Source: String, Sendable { case plan, playbook, note }

  /// What a line below a step says of it: `done: 2026-04-14`.
  package enum Detail: String, Sendable { case owner, due, done, evidence }

  /// Inline Markdown of the step's own line.
  package var text: String
  package var done: Bool
  package var owner: String?
  package var due: Day?
  /// The day on which it was done, where the plan says so.
  package var doneOn: Day?
  /// What shows that it was done: inline Markdown.
  package var evidence: String?
  /// Title of the milestone that it belongs to.
  package var milestone: String?
  package var source: Source
  /// The note it stands in; nil for steps of a plan, which stand in the plan's file, and for the playbook's.
  package var file: String?
  /// Line in the file it comes from; nil for the playbook.
  package var line: Int?

  package init(
    text: String, done: Bool = false, owner: String? = nil, due: Day? = nil, source: Source, line: Int? = nil
  ) {
    self.text = text
    self.done = done
    self.owner = owner
    self.due = due
    self.source = source
    self.line = line
  }
}
