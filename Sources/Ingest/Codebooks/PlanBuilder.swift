import Audit

/// Resolves a codebook against the header of one survey file.
///
/// Parts are resolved in the order in which a codebook lists them; each reports what is wrong and goes on.
struct PlanBuilder {
  let codebook: Codebook
  /// What is declared about this file: the codebook's word, and in its place that of a small file of its own.
  let origin: SurveyOrigin
  let form: SurveyForm
  let header: HeaderIndex
  /// The survey file, for messages.
  let file: String
  let configuration: Configuration
  /// Lowest and highest whole number met in a column, for hints.
  let observed: (Int) -> ClosedRange<Int>?

  private(set) var diagnostics: [Diagnostic] = []
  private var uses: [Int: ColumnUse] = [:]
  private var ids = Identifiers()

  /// What a column is read for.
  struct ColumnUse {
    var subject: String
    var role: Role
    var decoding: ColumnPlan.Decoding
  }

  /// Two uses of one role never share a column; uses of different roles may, where they read it alike.
  enum Role {
    case rating, points, outcome, segment, unit, wave, touchpoint, finished, respondent, weight, language, verbatim
  }

  init(
    _ codebook: Codebook, origin: SurveyOrigin, header: SurveyForm, file: String, configuration: Configuration,
    observed: @escaping (Int) -> ClosedRange<Int>?
  ) {
    self.codebook = codebook
    self.origin = origin
    form = header
    self.header = HeaderIndex(header.columns)
    self.file = file
    self.configuration = configuration
    self.observed = observed
    ids.reserve(configuration.journey.touchpoints.map(\.id), by: "a touchpoint of cxaudit.yml")
    ids.reserve(configuration.dimensions.map(\.id), by: "a dimension of cxaudit.yml")
  }

  /// Nil when anything is an error.
  mutating func build() -> SurveyPlan? {
    reserveNames()
    let items = codebook.items.flatMap { resolve($0) }
    let points = codebook.points.compactMap { resolve($0) }
    let outcomes = codebook.outcomes.compactMap { resolve($0) }
    let segments = resolveSegments()
    let unit = codebook.unit.flatMap { take($0, as: .unit, for: "the unit", .category(CategoryDecoding())) }
    let crosses = resolveCrosses(segments.map(\.segment))
    let rake = resolveRake(segments.map(\.segment))
    let rows = resolveRows()
    checkCells(items.map(\.item))
    checkImportance(items)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }

    let used = uses.keys.sorted()
    var position: [Int: Int] = [:]
    for (index, column) in used.enumerated() { position[column] = index }
    func positions(_ columns: [Int]) -> [Int] { columns.compactMap { position[$0] } }
    return SurveyPlan(
      definition: SurveyDefinition(
        items: items.map(\.item), outcomes: outcomes.map(\.outcome), segments: segments.map(\.segment),
        pointDimensions: points.map(\.dimension), unitColumn: unit.map { header.columns[$0] }, crosses: crosses,
        rowTouchpoints: rows.touchpoints, isWeighted: rows.weight != nil, rake: rake),
      columns: used.compactMap { index in
        uses[index].map {
          ColumnPlan(index: index, header: header.columns[index], subject: $0.subject, decoding: $0.decoding)
        }
      },
      fieldCount: header.columns.count,
      items: items.compactMap { item in
        position[item.perception].map {
          SurveyPlan.ItemColumns(
            perception: $0, expectation: item.expectation.flatMap { position[$0] },
            importance: item.importance.flatMap { position[$0] }, minimum: item.minimum.flatMap { position[$0] },
            desired: item.desired.flatMap { position[$0] })
        }
      },
      outcomes: positions(outcomes.map(\.column)), segments: positions(segments.map(\.column)),
      points: positions(points.map(\.column)), unit: unit.flatMap { position[$0] },
      rows: SurveyPlan.RowColumns(
        wave: rows.wave.flatMap { position[$0] }, touchpoint: rows.touchpoint.flatMap { position[$0] },
        finished: rows.finished.flatMap { position[$0] },
        excludesUnfinished: codebook.finished?.excludesUnfinished ?? false,
        respondent: rows.respondent.flatMap { position[$0] }, weight: rows.weight.flatMap { position[$0] },
        language: rows.language.flatMap { position[$0] }, areRespondents: codebook.areRowsRespondents,
        areLinked: rows.respondent != nil && rows.touchpoint == nil && origin.wave != nil),
      verbatims: rows.verbatims)
  }

  func place(_ span: TextSpan) -> Place { codebook.source.place(of: span) }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Takes an id, or reports why it cannot be; `fallback` is the header that stands in for an id nobody wrote.
  mutating func identify(_ id: YAMLScalar?, fallback: String, for kind: String, at span: TextSpan) -> String {
    let problem =
      if let id {
        ids.claim(id.text, for: kind, at: id.span, in: codebook.source)
      } else {
        ids.claim(fallback, for: kind, at: span, in: codebook.source, written: false)
      }
    if let problem { report(problem) }
    return id?.text ?? fallback
  }

  /// Names of dimensions and touchpoints that only the codebook knows are ids as well.
  private mutating func reserveNames() {
    var known = Set(configuration.journey.touchpoints.map(\.id) + configuration.dimensions.map(\.id))
    for (kind, names) in [
      ("touchpoint", codebook.items.compactMap(\.touchpoint) + (codebook.touchpoint?.map.map(\.touchpoint) ?? [])),
      ("dimension", codebook.items.compactMap(\.dimension)),
    ] {
      let declared =
        kind == "touchpoint"
        ? configuration.journey.touchpoints.map { ($0.id, $0.name) } : configuration.dimensions.map { ($0.id, $0.name) }
      for name in names where !declared.contains(where: { $0.0 == name.text }) {
        let called = declared.first { $0.1.lowercased() == name.text.lowercased() }?.0
        if let near = called ?? Suggestion.nearest(to: name.text, in: declared.map(\.0)) {
          guard Identifiers.isWellFormed(name.text) else {
            report(.idMalformed(name.text, near: near, at: place(name.span)))
            continue
          }
          report(.codebookUnfamiliarName(name.text, kind: kind, near: near, at: place(name.span)))
        }
        guard known.insert(name.text).inserted else { continue }
        if let problem = ids.claim(name.text, for: "a \(kind)", at: name.span, in: codebook.source) { report(problem) }
      }
    }
  }
}

extension PlanBuilder {
  /// The column that a text names; reported where it names none, or several.
  mutating func column(_ name: YAMLScalar) -> Int? {
    column(named: name.text, at: place(name.span))
  }

  mutating func column(named name: String, at place: Place) -> Int? {
    switch header.find(name) {
    case .column(let index): return index
    case .missing: report(.codebookColumnMissing(name, file: file, headers: header.columns, at: place))
    case .repeated(let found): report(.codebookHeaderRepeated(name, file: file, columns: found, at: place))
    case .ambiguous(let found):
      report(.codebookColumnAmbiguous(name, file: file, headers: found.map { header.columns[$0] }, at: place))
    case .beyond: report(.codebookColumnBeyond(name, file: file, count: header.columns.count, at: place))
    }
    return nil
  }

  /// The columns of a name or of a run; nil when one of them is missing.
  mutating func columns(_ name: YAMLScalar) -> (columns: [Int], isRun: Bool)? {
    if header.hasHeader(name.text) { return column(name).map { ([$0], false) } }
    switch ColumnRun.read(name.text) {
    case .single: return column(name).map { ([$0], false) }
    case .malformed:
      report(.codebookRunMalformed(name.text, at: place(name.span)))
      return nil
    case .run(let names):
      let found = names.compactMap { column(named: $0, at: place(name.span)) }
      return found.count == names.count ? (found, true) : nil
    }
  }

  /// Sets a column aside for one use; reported where another use stands in the way.
  mutating func use(_ column: Int, as role: Role, for subject: String, reading: ColumnPlan.Decoding, at place: Place) {
    guard let earlier = uses[column] else {
      uses[column] = ColumnUse(subject: subject, role: role, decoding: reading)
      return
    }
    let name = header.columns[column]
    if earlier.role == role {
      report(.codebookColumnTaken(name, by: earlier.subject, for: subject, at: place))
    } else if earlier.decoding != reading {
      report(.codebookColumnReadTwice(name, by: earlier.subject, for: subject, at: place))
    }
  }

  /// How a column is read on its scale: the entry's own rules, and the file's where it has none.
  ///
  /// A numeric code of the file that lies inside the column's scale is an answer there.
  func decoding(_ rules: ColumnRules, scale: Scale, reversed: Bool, isYes: Bool = false) -> RatingDecoding {
    var decoding = RatingDecoding(scale: scale)
    func answers(_ code: String) -> Bool {
      guard case .integer(let value) = CellNumber(code, decimalComma: origin.csv.decimalComma ?? false) else {
        return false
      }
      let (answer, overflow) = (rules.recode[value] ?? value).addingReportingOverflow(rules.offset)
      return !overflow && scale.contains(answer)
    }
    decoding.missing = rules.missing ?? (codebook.rules.missing ?? []).filter { !answers($0) }
    decoding.notApplicable = rules.notApplicable ?? (codebook.rules.notApplicable ?? []).filter { !answers($0) }
    decoding.labels = rules.labels ?? (isYes ? [:] : codebook.rules.labels ?? [:])
    decoding.recode = rules.recode
    decoding.offset = rules.offset
    decoding.reversed = reversed
    decoding.decimalComma = origin.csv.decimalComma ?? false
    return decoding
  }
}
