import Audit

/// Reads a codebook: its keys and values, not yet the columns that they name.
enum CodebookReader {
  /// What a YAML file beside the surveys is.
  enum File: Sendable {
    case codebook(Codebook)
    /// A small file that points to a codebook shared with others.
    case reference(CodebookReference)
  }

  static func read(_ source: SourceText) -> (value: File?, diagnostics: [Diagnostic]) {
    MappingReader.read(source, as: "the codebook") { reader in
      if let target = reader.scalar("codebook") {
        return .reference(CodebookReference(source: source, target: target, origin: readOrigin(&reader)))
      }
      return .codebook(readCodebook(&reader))
    }
  }

  private static func readCodebook(_ reader: inout MappingReader) -> Codebook {
    var codebook = Codebook(source: reader.source)
    codebook.origin = readOrigin(&reader)
    codebook.files = reader.texts("files")
    codebook.rules = reader.columnRules(ofFile: true)
    codebook.importanceScale = reader.scale("importance-scale")
    codebook.items = reader.mappings("items", each: "an item") { readItem(&$0) }.compactMap { $0 }
    codebook.points = readPoints(&reader)
    codebook.outcomes = reader.mappings("outcomes", each: "an outcome") { readOutcome(&$0) }.compactMap { $0 }
    codebook.segments = reader.mappings("segments", each: "a segment") { readSegment(&$0) }.compactMap { $0 }
    codebook.crosses = readCrosses(&reader)
    codebook.touchpoint = readTouchpoint(&reader)
    codebook.unit = reader.column("unit")
    codebook.respondent = reader.column("respondent")
    codebook.areRowsRespondents = reader.enumeration("jackknife", as: JackknifeGroups.self) == .rows
    (codebook.weight, codebook.rake) = readWeight(&reader)
    codebook.finished = readFinished(&reader)
    codebook.verbatims = readVerbatims(&reader)
    if codebook.touchpoint != nil {
      for case let named? in codebook.items.map(\.touchpoint) {
        reader.report(.codebookTwoTouchpoints(at: reader.source.place(of: named.span)))
      }
    }
    if codebook.items.isEmpty, codebook.outcomes.isEmpty, reader.diagnostics.isEmpty {
      reader.report(.codebookEmpty(at: reader.source.place(of: reader.mapping.span)))
    }
    return codebook
  }

  /// What groups of rows are made of where no column says who answered.
  private enum JackknifeGroups: String, CaseIterable { case rows, none }

  /// `importance:` at the file's level: dimension to the column of its points.
  private static func readPoints(_ reader: inout MappingReader) -> [PointsEntry] {
    if case .scalar(let scalar) = reader.node("importance") {
      let place = reader.source.place(of: scalar.span)
      if scalar.text == "derived" {
        reader.report(
          .codebookNotUsedYet(
            "importance: derived", because: "importance is not derived from the answers; it is 1 for all", at: place))
      } else {
        reader.reportWrongType(
          "importance", expected: "columns of points, or the word 'derived'", found: .scalar(scalar),
          hint: "name a column of points for each dimension: {reliability: W2, ...}")
      }
      return []
    }
    return reader.mapping("importance") { child in
      child.mapping.entries.compactMap { entry in
        child.scalar(entry.key.text).map { PointsEntry(dimension: entry.key, column: $0) }
      }
    } ?? []
  }
}

/// A small file beside a CSV that points to the codebook of several.
struct CodebookReference: Sendable {
  var source: SourceText
  var target: YAMLScalar
  var origin: SurveyOrigin
}

extension MappingReader {
  /// A column: its name, or `{column: name}`.
  mutating func column(_ key: String) -> ColumnName? {
    guard case .mapping = node(key) else { return columnName(key) }
    return mapping(key) { $0.requiredColumn("column") } ?? nil
  }

  /// The name of a column.
  mutating func columnName(_ key: String) -> ColumnName? {
    scalar(key).map { ColumnName(text: $0.text, place: source.place(of: $0.span)) }
  }

  /// The name of a column that must be there.
  mutating func requiredColumn(_ key: String) -> ColumnName? {
    required(key).map { ColumnName(text: $0.text, place: source.place(of: $0.span)) }
  }

  /// Texts that cells are compared with, without blanks around them.
  mutating func codes(_ key: String) -> [String]? {
    know(key)
    return has(key) ? texts(key).map { $0.text.trimmingBlanks } : nil
  }
}
