import Audit

/// Which column of a scorecard's file is what.
struct ScorecardColumns {
  struct Mark {
    var column: Int
    var header: String
    var criterion: Criterion
  }

  private(set) var roles: [ScorecardSheet.Role: Int] = [:]
  /// In the order of sections and criteria.
  private(set) var marks: [Mark] = []
  private(set) var sections: [ScorecardSection] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: String
  private let index: HeaderIndex
  private let sheet: ScorecardSheet
  /// What each column is used for, in words.
  private var uses: [Int: String] = [:]

  /// `headers` are trimmed; `expected` is the name of the YAML file beside `file`, and `header` the place of the first line.
  init(_ sheet: ScorecardSheet, headers: [String], file: String, expected: String, header: Place, required: Double) {
    self.sheet = sheet
    self.file = file
    index = HeaderIndex(headers)
    for role in ScorecardSheet.Role.allCases { place(role) }
    if sheet.source == nil {
      guess(required: required)
      diagnostics.append(.scorecardWithoutSheet(file, expected: expected, marks: marks.count))
    } else {
      for section in sheet.sections { add(section) }
      reportUnused(expected: expected, at: header)
    }
    if marks.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(.scorecardNoCriteria(at: Place(file: sheet.source?.file ?? file)))
    }
  }

  func header(_ column: Int) -> String { index.columns[column] }

  /// A column that nobody named is looked for by its usual header, and may be missing.
  private mutating func place(_ role: ScorecardSheet.Role) {
    if let declared = sheet.columns[role] {
      roles[role] = find(declared, use: "the \(role.rawValue)")
    } else if let column = index.columns.firstIndex(where: { $0.lowercased() == role.rawValue }), uses[column] == nil {
      roles[role] = column
      uses[column] = "the \(role.rawValue)"
    }
  }

  private mutating func add(_ section: ScorecardSheet.SectionEntry) {
    var criteria: [Criterion] = []
    for entry in section.criteria {
      guard let column = find(entry.column, use: "the criterion '\(entry.column.text)'") else { continue }
      var criterion = entry.criterion
      let header = index.columns[column]
      if entry.id == nil { criterion.id = header }
      if entry.text == nil { criterion.text = IdentifierText.name(of: header) }
      if let taken = marks.first(where: { $0.criterion.id == criterion.id }), let source = sheet.source {
        let span = entry.id?.span ?? entry.column.span
        diagnostics.append(.idTaken(criterion.id, by: "the criterion '\(taken.header)'", at: source.place(of: span)))
      }
      criteria.append(criterion)
      marks.append(Mark(column: column, header: header, criterion: criterion))
    }
    if !criteria.isEmpty { sections.append(ScorecardSection(id: section.id, name: section.name, criteria: criteria)) }
  }

  /// Nil, with a diagnostic, where the name leads to no column that is still free.
  private mutating func find(_ name: YAMLScalar, use: String) -> Int? {
    guard let source = sheet.source else { return nil }
    let place = source.place(of: name.span)
    switch index.find(name.text) {
    case .column(let column):
      if let other = uses[column] {
        diagnostics.append(.scorecardColumnTwice(index.columns[column], also: other, at: place))
        return nil
      }
      uses[column] = use
      return column
    case .repeated(let columns), .ambiguous(let columns):
      diagnostics.append(.scorecardManyColumns(name.text, columns: columns, at: place))
    case .missing, .beyond:
      diagnostics.append(.scorecardNoColumn(name.text, file: file, known: index.columns, at: place))
    }
    return nil
  }

  /// Every further column is a criterion of one section.
  private mutating func guess(required: Double) {
    var ids: Set<String> = []
    for (column, header) in index.columns.enumerated() where uses[column] == nil && !header.isEmpty {
      var id = header
      while !ids.insert(id).inserted { id += "-\(column + 1)" }
      let criterion = Criterion(id: id, text: IdentifierText.name(of: header), target: required)
      marks.append(Mark(column: column, header: header, criterion: criterion))
    }
    if !marks.isEmpty {
      sections = [ScorecardSection(id: "criteria", name: "Criteria", criteria: marks.map(\.criterion))]
    }
  }

  private mutating func reportUnused(expected: String, at place: Place) {
    for name in sheet.ignored {
      if let column = find(name, use: "left aside under 'ignore:'") { uses[column] = "ignored" }
    }
    // Beside a name that leads nowhere, what is left over says nothing.
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    for (column, header) in index.columns.enumerated() where uses[column] == nil && !header.isEmpty {
      diagnostics.append(.scorecardUnusedColumn(header, sheet: expected, at: place))
    }
  }
}
