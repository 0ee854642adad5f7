/// The columns of a table of deficiencies: something that names them, and a severity or a recommendation.
struct IssueColumns {
  let issue: Int?
  let heuristic: Int?
  let finding: Int?
  let recommendation: Int?
  let severity: Int?
  let touchpoint: Int?
  let dimension: Int?
  /// The header of the column that names a row.
  let header: String

  init?(_ table: NoteTable) {
    issue = table.column(["issue", "problem", "deficiency", "pain point", "usability issue", "usability problem"])
    heuristic = table.column(["heuristic", "violated heuristic", "heuristic violated", "principle", "guideline"])
    finding = table.column(["violation", "finding", "observation", "description", "details", "evidence"])
    recommendation = table.column([
      "recommendation", "recommendations", "fix", "suggested fix", "suggestion", "remedy", "solution",
    ])
    severity = table.column(["severity", "severity rating"])
    touchpoint = table.column(["touchpoint", "where"])
    dimension = table.column(["dimension"])
    guard let first = issue ?? finding ?? heuristic, recommendation ?? severity != nil else { return nil }
    header = table.headers[first]
  }
}

/// The columns of a table of steps: what is to be done, and by whom or when.
struct ActionColumns {
  let action: Int
  let owner: Int?
  let due: Int?
  let status: Int?
  let header: String

  init?(_ table: NoteTable) {
    owner = table.column(["owner", "who", "responsible", "assignee", "assigned to", "lead"])
    due = table.column(["due", "due date", "deadline", "by when", "when", "by"])
    status = table.column(["status", "done", "state"])
    guard
      let action = table.column(["action", "action item", "step", "next step", "task", "to do", "todo", "item", "what"]
      ),
      owner ?? due != nil
    else { return nil }
    self.action = action
    header = table.headers[action]
  }
}

/// The columns of a table of scores: what was judged, and the score.
struct ScoreColumns {
  let category: Int
  let score: Int
  let maximum: Int?
  let header: String

  init?(_ table: NoteTable) {
    maximum = table.column(["max", "maximum", "max score", "maximum score", "max points", "out of", "possible"])
    let named = table.column([
      "category", "area", "criterion", "section", "aspect", "topic", "item", "question", "heuristic",
    ])
    guard let score = table.column(["score", "points", "rating"]), score != 0 || named != nil else { return nil }
    // Beside a maximum a column of any name says what the score is for.
    guard let category = named ?? (maximum == nil ? nil : 0), category != score else { return nil }
    self.category = category
    self.score = score
    header = table.headers[category]
  }
}
