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
    codebook.unit = reader.column("unit")
    codebook.respondent = reader.column("respondent")
    if let respondent = codebook.respondent {
      reader.report(
        .codebookNotUsedYet(
          "respondent", because: "rows of one person are not linked", at: reader.source.place(of: respondent.span)))
    }
    readUnsupported(&reader)
    if codebook.items.isEmpty, codebook.outcomes.isEmpty, reader.diagnostics.isEmpty {
      reader.report(.codebookEmpty(at: reader.source.place(of: reader.mapping.span)))
    }
    return codebook
  }

  /// Keys of the format that this version cannot act on: errors where figures would be wrong without them.
  private static func readUnsupported(_ reader: inout MappingReader) {
    reader.refuse("weight", because: "figures would be unweighted", instead: "take it out to get unweighted figures")
    reader.refuse(
      "touchpoint", because: "rows of all touchpoints would be taken together",
      instead: "split the file by touchpoint and name the touchpoint in each item")
    reader.ignore("finished", because: "unfinished answers are counted like the others")
    if reader.string("unfinished") == "exclude" {
      reader.refuse(
        "unfinished", because: "unfinished answers would be counted", instead: "take unfinished rows out of the file")
    }
    reader.ignore("date", because: "no date column is read")
    reader.ignore("cross", because: "crossed segments are not computed")
    reader.ignore("verbatims", because: "comments of surveys are neither read nor shown")
  }

  static func readOrigin(_ reader: inout MappingReader) -> SurveyOrigin {
    var origin = SurveyOrigin()
    if let survey = reader.scalar("survey") {
      if Identifiers.isWellFormed(survey.text) {
        origin.survey = survey.text
      } else {
        reader.report(.idMalformed(survey.text, at: reader.source.place(of: survey.span)))
      }
    }
    if case .mapping(let mapping) = reader.node("wave") {
      reader.report(
        .codebookNotSupportedYet(
          "wave", because: "one file cannot hold several waves", instead: "split the file by wave",
          at: reader.source.place(of: mapping.span)))
    } else {
      origin.wave = reader.scalar("wave")
    }
    origin.respondents = reader.enumeration("respondents")
    origin.fieldwork = readFieldwork(&reader)
    origin.csv = reader.csvDeclaration()
    return origin
  }

  private static func readFieldwork(_ reader: inout MappingReader) -> Fieldwork? {
    reader.mapping("fieldwork") { child in
      let fieldwork = Fieldwork(
        mode: child.string("mode"), from: child.day("from"), to: child.day("to"), frame: child.string("frame"),
        invited: child.integer("invited", in: 1...Int.max))
      child.ignore("language", because: "the language of an answer is not looked at")
      if let from = fieldwork.from, let to = fieldwork.to, to < from {
        child.report(.codebookFieldworkOrder(at: child.place(ofKey: "to")))
      }
      return fieldwork
    }
  }

  /// `importance:` at the file's level: dimension to the column of its points.
  private static func readPoints(_ reader: inout MappingReader) -> [PointsEntry] {
    if case .scalar(let scalar) = reader.node("importance") {
      reader.report(
        .codebookNotSupportedYet(
          "importance", because: "importance cannot be derived from the answers",
          instead: "name a column of points for each dimension: {reliability: W2, ...}",
          at: reader.source.place(of: scalar.span)))
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
  mutating func column(_ key: String) -> YAMLScalar? {
    guard case .mapping = node(key) else { return scalar(key) }
    return mapping(key) { $0.required("column") } ?? nil
  }

  /// Reports a key without which figures would be wrong.
  mutating func refuse(_ key: String, because reason: String, instead: String) {
    know(key)
    if has(key) {
      report(.codebookNotSupportedYet(key, because: reason, instead: instead, at: place(ofKey: key)))
    }
  }

  /// Warns about a key that can be left aside.
  mutating func ignore(_ key: String, because reason: String) {
    know(key)
    if has(key) { report(.codebookNotUsedYet(key, because: reason, at: place(ofKey: key))) }
  }
}
