import Audit

/// `where` and `compare-with` of a plan.
struct CorrectionScopes {
  private(set) var scope: CorrectionScope?
  private(set) var comparison: CorrectionScope?

  /// `corrects` are ids of deficiencies: what is said of one group has its place in its id.
  init(_ reader: inout MappingReader, corrects: [Correction.Reference]) {
    scope = Self.read("where", takesOthers: false, &reader)
    comparison = Self.read("compare-with", takesOthers: true, &reader)
    if let scope, let unit = scope.part(.unit), scope.part(.segment) != nil {
      reader.report(.correctionUnitsAndSegments(at: reader.place(ofKey: "where")))
      self.scope?.parts = [unit]
    }
    checkComparison(&reader, isOfGroup: corrects.contains { $0.id.hasPrefix("\(Finding.Kind.parity.rawValue).") })
  }

  private static func read(
    _ key: String, takesOthers: Bool, _ reader: inout MappingReader
  ) -> CorrectionScope? {
    let parts = reader.mapping(key) { child in
      CorrectionScope.Kind.allCases.compactMap { part($0, takesOthers: takesOthers, &child) }
    }
    guard let parts, !parts.isEmpty else { return nil }
    return CorrectionScope(parts: parts)
  }

  private static func part(
    _ kind: CorrectionScope.Kind, takesOthers: Bool, _ reader: inout MappingReader
  ) -> CorrectionScope.Part? {
    let names = reader.references(kind.rawValue)
    guard !names.isEmpty else { return nil }
    let location = reader.place(ofKey: kind.rawValue).location
    if takesOthers, names.count == 1, names[0].id == "others" {
      return CorrectionScope.Part(kind: kind, members: .others, location: location)
    }
    for name in names where kind == .segment && !isSlice(name.id) {
      reader.report(.correctionSegment(name.id, at: reader.place(of: name)))
    }
    let known = names.filter { kind != .segment || isSlice($0.id) }
    return known.isEmpty ? nil : CorrectionScope.Part(kind: kind, members: .named(known), location: location)
  }

  /// `tier=basic`, or several joined by `;`.
  private static func isSlice(_ text: String) -> Bool { Slice(key: text).map { $0 != .all } ?? false }

  /// One kind, the same as that of `where`, and nothing that stands there.
  private mutating func checkComparison(_ reader: inout MappingReader, isOfGroup: Bool) {
    guard let comparison else { return }
    let place = reader.place(ofKey: "compare-with")
    guard let part = comparison.parts.first, comparison.parts.count == 1 else {
      reader.report(.correctionSeveralComparisons(at: place))
      self.comparison = nil
      return
    }
    // A measure is of a touchpoint, so the comparison with others needs no `where`.
    guard let own = scope?.part(part.kind) else {
      if isOfGroup, part.kind == .segment, scope?.part(.unit) == nil { return }
      guard part.kind != .touchpoint || scope?.part(.unit) != nil || scope?.part(.segment) != nil else { return }
      reader.report(.correctionComparesElse(part.kind.rawValue, at: place))
      self.comparison = nil
      return
    }
    let names = own.names.map(\.id)
    for name in part.names where names.contains(name.id) {
      reader.report(.correctionComparesItself(name.id, at: reader.place(of: name)))
    }
  }
}

extension MappingReader {
  /// Texts with their places; one text alone is a list of one.
  mutating func references(_ key: String) -> [Correction.Reference] {
    texts(key).map { text in
      Correction.Reference(id: text.text, location: source.place(of: text.span).location)
    }
  }

  /// Where a reference is written.
  func place(of reference: Correction.Reference) -> Place {
    guard let line = reference.location.line, let column = reference.location.column else {
      return Place(reference.location)
    }
    return source.place(of: TextSpan(line: line, column: column, length: reference.id.unicodeScalars.count))
  }

  /// A level of any measure: `-0.5`, `35`, or a share as `80%`.
  mutating func level(_ key: String) -> (value: Double, isPercent: Bool)? {
    guard let scalar = scalar(key) else { return nil }
    if let number = DecimalText.number(scalar.text) { return (number, false) }
    if let share = DecimalText.share(scalar.text) { return (share, true) }
    reportWrongType(
      key, expected: "a number or a share such as 80%", found: .scalar(scalar), hint: DecimalText.hint(scalar.text))
    return nil
  }
}
