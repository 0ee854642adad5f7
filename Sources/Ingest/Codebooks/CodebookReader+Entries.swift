import Audit

extension CodebookReader {
  /// Nil without the column that every item needs.
  static func readItem(_ reader: inout MappingReader) -> ItemEntry? {
    let id = reader.scalar("id")
    let text = reader.wordedText("text")
    let perception = reader.required("perception")
    let expectation = reader.scalar("expectation")
    let importance = reader.scalar("importance")
    let standard = reader.placedInteger("standard")
    let (minimum, desired) = (reader.scalar("minimum"), reader.scalar("desired"))
    let compared = ["standard", "minimum", "desired"].filter { reader.has($0) }
    if let key = compared.first, expectation != nil || (compared.count > 1 && key == "standard") {
      reader.report(.codebookTwoComparisons(at: reader.valuePlace(ofKey: key)))
    }
    for (key, other) in [("minimum", "desired"), ("desired", "minimum")] where reader.has(key) && !reader.has(other) {
      reader.report(.codebookHalfZone(key, lacking: other, at: reader.valuePlace(ofKey: key)))
    }
    let entry = ItemEntry(
      span: reader.mapping.span, id: id, text: text,
      perception: perception ?? YAMLScalar(text: "", span: reader.mapping.span, isQuoted: false),
      expectation: expectation, minimum: minimum, desired: desired, importance: importance,
      importanceScale: reader.scale("importance-scale"),
      dimension: reader.scalar("dimension"), touchpoint: reader.scalar("touchpoint"), standard: standard,
      satisfiedFrom: reader.placedInteger("satisfied-from"), rules: reader.columnRules(ofFile: false))
    return perception == nil ? nil : entry
  }

  static func readOutcome(_ reader: inout MappingReader) -> OutcomeEntry? {
    let id = reader.scalar("id")
    let name = reader.wordedText("name")
    if !reader.has("kind") { _ = reader.required("kind") }
    let kind = reader.enumeration("kind", as: Outcome.Kind.self)
    let column = reader.required("column")
    let about = reader.enumeration("about", as: Outcome.About.self)
    var better = Outcome.Direction.high
    var yes: [String] = []
    switch kind {
    case .ces:
      if !reader.has("better") { _ = reader.required("better") }
      better = reader.enumeration("better") ?? .high
    case .csat: better = reader.enumeration("better") ?? .high
    case .yes:
      better = reader.enumeration("better") ?? .high
      if better == .low, about == .promise { reader.report(.codebookBrokenPromise(at: reader.place(ofKey: "better"))) }
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
      span: reader.mapping.span, id: id, name: name, kind: kind, column: column, better: better, about: about, yes: yes,
      rules: rules)
  }

  static func readSegment(_ reader: inout MappingReader) -> SegmentEntry? {
    let id = reader.scalar("id")
    let name = reader.wordedText("name")
    let column = reader.required("column")
    let order = reader.codes("order") ?? []
    let bands = reader.bands()
    let missing = reader.codes("missing")
    if !order.isEmpty, reader.has("bands") { reader.report(.codebookBandOrder(at: reader.place(ofKey: "order"))) }
    guard let column else { return nil }
    return SegmentEntry(
      span: reader.mapping.span, id: id, name: name, column: column, order: order, bands: bands, missing: missing)
  }
}

extension MappingReader {
  /// A text in one language, or `{en: ..., de: ...}`.
  mutating func wordedText(_ key: String) -> [WordedText] {
    guard case .mapping = node(key) else { return string(key).map { [WordedText(language: nil, text: $0)] } ?? [] }
    return mapping(key) { child in
      child.mapping.entries.compactMap { entry in
        child.string(entry.key.text).map { WordedText(language: entry.key.text, text: $0) }
      }
    } ?? []
  }

  /// Where a key's value is written.
  fileprivate func valuePlace(ofKey key: String) -> Place {
    source.place(of: mapping[key]?.span ?? span(ofKey: key))
  }

  /// As many as a segment may have values.
  private static let mostBands = 200

  /// Whole numbers that go up.
  fileprivate mutating func bands() -> [Int] {
    know("bands")
    guard has("bands") else { return [] }
    let scalars = texts("bands")
    let bounds = scalars.compactMap { integer($0, of: "bands") }
    guard bounds.count == scalars.count else { return [] }
    if bounds.count >= Self.mostBands {
      report(.codebookTooManyBands(limit: Self.mostBands, at: valuePlace(ofKey: "bands")))
      return []
    }
    if bounds.isEmpty || zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
      report(.codebookBands(at: valuePlace(ofKey: "bands")))
    }
    return bounds
  }

  /// The keys that say how cells are read; recoding, offset and reversal belong to single entries.
  mutating func columnRules(ofFile: Bool) -> ColumnRules {
    var rules = ColumnRules()
    rules.scale = scale("scale")
    rules.missing = codes("missing")
    rules.notApplicable = codes("not-applicable")
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

  /// `{label: number}`, or `{language: {label: number}}`; a label may be a word of several languages for one number.
  private mutating func labels() -> [String: Int]? {
    mapping("labels") { child in
      var labels: [String: Int] = [:]
      for entry in child.mapping.entries {
        if case .mapping = entry.value {
          let found = child.mapping(entry.key.text) { $0.labelsOfOneLanguage($0.mapping.entries) } ?? [:]
          child.add(found, to: &labels, at: entry.key.span)
        } else {
          let found = child.labelsOfOneLanguage([entry])
          child.add(found, to: &labels, at: entry.key.span, mayRepeat: false)
        }
      }
      return labels
    }
  }

  private mutating func labelsOfOneLanguage(_ entries: [YAMLMapping.Entry]) -> [String: Int] {
    var labels: [String: Int] = [:]
    for entry in entries {
      guard let scalar = scalar(entry.key.text), let value = integer(scalar, of: entry.key.text) else { continue }
      add([entry.key.text.trimmingBlanks.lowercased(): value], to: &labels, at: entry.key.span, mayRepeat: false)
    }
    return labels
  }

  private mutating func add(
    _ more: [String: Int], to labels: inout [String: Int], at span: TextSpan, mayRepeat: Bool = true
  ) {
    for (label, value) in more.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if let known = labels.updateValue(value, forKey: label), !mayRepeat || known != value {
        report(.codebookLabelTwice(label, at: source.place(of: span)))
      }
    }
  }

  private mutating func recode() -> [Int: Int] {
    mapping("recode") { child in
      var recode: [Int: Int] = [:]
      for entry in child.mapping.entries {
        guard let scalar = child.scalar(entry.key.text), let to = child.integer(scalar, of: entry.key.text),
          let from = child.integer(entry.key, of: "recode")
        else { continue }
        if recode.updateValue(to, forKey: from) != nil {
          child.report(.codebookLabelTwice(String(from), at: child.source.place(of: entry.key.span)))
        }
      }
      return recode
    } ?? [:]
  }
}
