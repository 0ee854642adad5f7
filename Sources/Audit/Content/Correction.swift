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
  package var measure: Reference?
  /// Level of the measure that the plan wants to reach.
  package var target: Double?
  /// It was written as a share, `80%`.
  package var isTargetPercent = false
  package var status: Status
  package var after: [Reference]
  /// Touchpoints, units and segments that the correction also touches: they are no comparison.
  package var affects: [Reference]
  /// Where it is made; nil for everywhere.
  package var scope: CorrectionScope?
  /// What it is compared with; nil for the time before alone.
  package var comparison: CorrectionScope?
  /// Of an accepted risk.
  package var until: Day?
  package var reason: String?
  package var approver: String?
  package var steps: [Step]
  package var milestones: [Milestone]
  package var places: Places
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
    milestones = []
    places = Places()
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

  /// Where its front matter says what, for diagnostics; nil where it does not say it.
  package struct Places: Hashable, Sendable {
    package var start: SourceLocation?
    package var target: SourceLocation?
    package var status: SourceLocation?

    package init() {}
  }

  /// A stage of the plan: the steps below a heading that ends with a day.
  package struct Milestone: Hashable, Sendable {
    package var title: String
    package var due: Day
    package var line: Int

    package init(title: String, due: Day, line: Int) {
      self.title = title
      self.due = due
      self.line = line
    }
  }

  /// Something of it was done, or is being done.
  package var hasBegun: Bool { status == .done || status == .inProgress || steps.contains(where: \.done) }

  /// Not done by `day` though it was due before; accepted and done plans never are.
  package func isOverdue(on day: Day) -> Bool {
    guard status == .planned || status == .inProgress, let due, !steps.allSatisfy(\.done) || steps.isEmpty else {
      return false
    }
    return due < day
  }
}

extension Correction {
  /// The status that it gives to what it corrects: its own, overdue, or open where an acceptance is over.
  package func status(asOf day: Day) -> Finding.Status {
    if isOverdue(on: day) { return .overdue }
    switch status {
    case .planned: return .planned
    case .inProgress: return .inProgress
    case .done: return .done
    case .accepted: return lapsed(asOf: day) == nil ? .accepted : .open
    }
  }

  /// The last day of an acceptance that is over; nil while it holds, and for other plans.
  package func lapsed(asOf day: Day) -> Day? {
    guard status == .accepted, let until, until < day else { return nil }
    return until
  }
}
