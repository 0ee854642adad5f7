/// A plan that corrects one or more deficiencies.
package struct Correction: Hashable, Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case planned
    case inProgress = "in-progress"
    case done, accepted
  }

  /// From the file name; `[a-z0-9.-]+`.
  package var slug: String
  package var file: String
  package var title: String
  /// Ids of the deficiencies, with their places for diagnostics.
  package var corrects: [Reference]
  package var owner: String?
  package var start: Day?
  package var due: Day?
  package var effort: Effort?
  package var cost: Double?
  /// A finding's id or a figure's address, as written.
  package var measure: String?
  /// Level of the measure that the plan wants to reach.
  package var target: Double?
  package var status: Status
  package var after: [Reference]
  package var affects: [String]
  /// Of an accepted risk.
  package var until: Day?
  package var reason: String?
  package var approver: String?
  package var steps: [Step]
  package var body: MarkdownText

  package init(slug: String, file: String, title: String, status: Status, body: MarkdownText) {
    self.slug = slug
    self.file = file
    self.title = title
    self.status = status
    self.body = body
    corrects = []
    after = []
    affects = []
    steps = []
  }

  /// An id written in a front matter.
  package struct Reference: Hashable, Sendable {
    package var id: String
    package var location: SourceLocation

    package init(id: String, location: SourceLocation) {
      self.id = id
      self.location = location
    }
  }

  /// Not done by `day` though it was due before; accepted and done plans never are.
  package func isOverdue(on day: Day) -> Bool {
    guard status == .planned || status == .inProgress, let due, !steps.allSatisfy(\.done) || steps.isEmpty else {
      return false
    }
    return due < day
  }
}

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

  /// Inline Markdown of the step's own line.
  package var text: String
  package var done: Bool
  package var owner: String?
  package var due: Day?
  package var source: Source
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
