/// What an auditor saw and wrote down: a visit, a call, a review.
package struct Note: Hashable, Sendable {
  /// File name without extension and, where that is not unique, with its folder; `[a-z0-9.-]+`.
  package var slug: String
  /// File, relative to the project.
  package var file: String
  package var title: String
  package var date: Day?
  package var auditor: String?
  package var unit: String?
  package var touchpoint: String?
  package var dimension: String?
  package var wave: String?
  /// What the front matter says of people in the note's photos.
  package var people: PhotoPeople?
  package var body: MarkdownText
  package var observations: [Observation]
  package var checks: [StandardCheck]
  package var marks: [Mark]
  package var quotes: [Quote]
  package var scores: [Score]
  /// Steps of action tables, with their source line.
  package var actions: [Step]
  /// Photos that are published with it, in the order of the text.
  package var photos: [NotePhoto]

  package init(slug: String, file: String, title: String, body: MarkdownText) {
    self.slug = slug
    self.file = file
    self.title = title
    self.body = body
    observations = []
    checks = []
    marks = []
    quotes = []
    scores = []
    actions = []
    photos = []
  }
}

/// A deficiency or a strength that an auditor observed.
package struct Observation: Hashable, Sendable {
  package enum Kind: String, Sendable { case deficiency, strength }

  package var kind: Kind
  /// The alert's own `id:` line, if any.
  package var id: String?
  package var title: String
  /// The auditor's word; nil when none was given.
  package var severity: FindingClass?
  package var touchpoint: String?
  package var dimension: String?
  package var cause: Cause?
  /// What was seen, as Markdown.
  package var text: MarkdownText
  /// First steps, from a table's recommendation column or `step:` lines.
  package var steps: [String]
  package var line: Int

  package init(
    kind: Kind, id: String? = nil, title: String, severity: FindingClass? = nil, touchpoint: String? = nil,
    dimension: String? = nil, cause: Cause? = nil, text: MarkdownText, steps: [String] = [], line: Int
  ) {
    self.kind = kind
    self.id = id
    self.title = title
    self.severity = severity
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.cause = cause
    self.text = text
    self.steps = steps
    self.line = line
  }
}

/// `- [x] S1 …`: a standard met or missed on one occasion.
package struct StandardCheck: Hashable, Sendable {
  package var standard: String
  package var met: Bool
  package var text: String
  package var line: Int

  package init(standard: String, met: Bool, text: String, line: Int) {
    self.standard = standard
    self.met = met
    self.text = text
    self.line = line
  }
}

/// A list item that begins with ✅, ⚠️ or ❌.
package struct Mark: Hashable, Sendable {
  package enum Verdict: String, Sendable { case met, partly, missed }

  package var verdict: Verdict
  package var text: String
  package var line: Int

  package init(verdict: Verdict, text: String, line: Int) {
    self.verdict = verdict
    self.text = text
    self.line = line
  }
}

/// A customer's words that a note quotes; cleared by being there.
package struct Quote: Hashable, Sendable {
  package var text: String
  package var source: String?
  package var touchpoint: String?
  package var dimension: String?
  package var line: Int

  package init(text: String, source: String? = nil, touchpoint: String? = nil, dimension: String? = nil, line: Int) {
    self.text = text
    self.source = source
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.line = line
  }
}

/// A row of a score table.
package struct Score: Hashable, Sendable {
  package var category: String
  package var score: Double
  package var maximum: Double?
  package var line: Int

  package init(category: String, score: Double, maximum: Double?, line: Int) {
    self.category = category
    self.score = score
    self.maximum = maximum
    self.line = line
  }
}
