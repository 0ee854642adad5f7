import Audit

extension CodebookReader {
  /// Nil without the column that every item needs.
  static func readItem(_ reader: inout MappingReader) -> ItemEntry? {
    let id = reader.scalar("id")
    let text = readText(&reader)
    let perception = reader.required("perception")
    let expectation = reader.scalar("expectation")
    let importance = reader.scalar("importance")
    let standard = reader.placedInteger("standard")
    for key in ["minimum", "desired"] {
      reader.refuse(
        key, because: "zones of tolerance are not computed",
        instead: "compare with an 'expectation' column or a 'standard'")
    }
    if let standard, expectation != nil {
      reader.report(.codebookTwoComparisons(at: reader.source.place(of: standard.span)))
    }
    let entry = ItemEntry(
      span: reader.mapping.span, id: id, text: text,
      perception: perception ?? YAMLScalar(text: "", span: reader.mapping.span, isQuoted: false),
      expectation: expectation, importance: importance, importanceScale: reader.scale("importance-scale"),
      dimension: reader.scalar("dimension"), touchpoint: reader.scalar("touchpoint"), standard: standard,
      satisfiedFrom: reader.placedInteger("satisfied-from"), rules: reader.columnRules(ofFile: false))
    return perception == nil ? nil : entry
  }

  /// `text:` in one language, or `{en: ..., de: ...}`.
  private static func readText(_ reader: inout MappingReader) -> [WordedText] {
    guard case .mapping = reader.node("text") else {
      return reader.string("text").map { [WordedText(language: nil, text: $0)] } ?? []
    }
    return reader.mapping("text") { child in
      child.mapping.entries.compactMap { entry in
        child.string(entry.key.text).map { WordedText(language: entry.key.text, text: $0) }
      }
    } ?? []
  }

  static func readOutcome(_ reader: inout MappingReader) -> OutcomeEntry? {
    let id = reader.scalar("id")
    let name = reader.string("name")
    if !reader.has("kind") { _ = reader.required("kind") }
    let kind = reader.enumeration("kind", as: Outcome.Kind.self)
    let column = reader.required("column")
    var better = Outcome.Direction.high
    var yes: [String] = []
    switch kind {
    case .ces:
      if !reader.has("better") { _ = reader.required("better") }
      better = reader.enumeration("better") ?? .high
    case .csat: better = reader.enumeration("better") ?? .high
    case .yes:
      yes = reader.texts("yes").map { $0.text.trimmingBlanks.lowercased() }
      if yes.isEmpty { reader.reportMissing("yes") }
    case .nps: break
    case nil: reader.know("better", "yes")
    }
    // A yes or no has no numbers to recode, shift or turn round.
    let rules = reader.columnRules(ofFile: kind == .yes)
    if kind == .nps, let scale = rules.scale, scale != Scale(minimum: 0, maximum: 10) {
      reader.report(.codebookNPSScale(at: reader.place(ofKey: "scale")))
    }
    guard let kind, let column else { return nil }
    return OutcomeEntry(
      span: reader.mapping.span, id: id, name: name, kind: kind, column: column, better: better, yes: yes, rules: rules)
  }

  static func readSegment(_ reader: inout MappingReader) -> SegmentEntry? {
    let id = reader.scalar("id")
    let name = reader.string("name")
    let column = reader.required("column")
    let order = reader.texts("order").map { $0.text.trimmingBlanks }
    reader.refuse(
      "bands", because: "each number would be a group of its own",
      instead: "put the bands into a column of the file and name that column")
    guard let column else { return nil }
    return SegmentEntry(span: reader.mapping.span, id: id, name: name, column: column, order: order)
  }
}

extension MappingReader {
  /// The keys that say how cells are read; recoding, offset and reversal belong to single entries.
  mutating func columnRules(ofFile: Bool) -> ColumnRules {
    var rules = ColumnRules()
    rules.scale = scale("scale")
    if has("missing") { rules.missing = texts("missing").map { $0.text.trimmingBlanks } }
    if has("not-applicable") { rules.notApplicable = texts("not-applicable").map { $0.text.trimmingBlanks } }
    know("missing", "not-applicable")
    rules.labels = labels()
    if ofFile { return rules }
    rules.recode = recode()
    rules.offset = integer("offset", in: -1000...1000) ?? 0
    rules.reversed = flag("reversed") ?? false
    return rules
  }

  /// `{min: 1, max: 7}`.
  mutating func scale(_ key: String) -> Scale? {
    mapping(key) { child in
      let minimum = child.required("min")
      let maximum = child.required("max")
      guard let minimum, let maximum, let low = child.integer(minimum, of: "min"),
        let high = child.integer(maximum, of: "max")
      else { return nil }
      if (-100_000...100_000).contains(low), (-100_000...100_000).contains(high),
        let scale = Scale(minimum: low, maximum: high)
      {
        return scale
      }
      child.report(.codebookScale(at: child.source.place(of: child.mapping.span)))
      return nil
    } ?? nil
  }

  private mutating func labels() -> [String: Int]? {
    mapping("labels") { child in
      var labels: [String: Int] = [:]
      for entry in child.mapping.entries {
        guard let scalar = child.scalar(entry.key.text), let value = child.integer(scalar, of: entry.key.text) else {
          continue
        }
        let folded = entry.key.text.trimmingBlanks.lowercased()
        if labels.updateValue(value, forKey: folded) != nil {
          child.report(.codebookLabelTwice(entry.key.text, at: child.source.place(of: entry.key.span)))
        }
      }
      return labels
    }
  }

  private mutating func recode() -> [Int: Int] {
    mapping("recode") { child in
      var recode: [Int: Int] = [:]
      for entry in child.mapping.entries {
        guard let scalar = child.scalar(entry.key.text), let to = child.integer(scalar, of: entry.key.text),
          let from = child.integer(entry.key, of: "recode")
        else { continue }
        recode[from] = to
      }
      return recode
    } ?? [:]
  }
}
