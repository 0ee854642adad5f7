import Audit
import CommonMark

/// Reads the `key: value` lines of an alert; every key that nobody asked for is reported at the end.
struct AlertFields {
  private let alert: Alert
  private let source: SourceText
  private let terms: NoteTerms
  private var known: [String] = []
  private var diagnostics: [Diagnostic] = []

  init(_ alert: Alert, _ source: SourceText, _ terms: NoteTerms) {
    self.alert = alert
    self.source = source
    self.terms = terms
  }

  /// The values of a key that may be repeated.
  mutating func texts(_ key: String) -> [String] { fields(key).map(\.value) }

  mutating func text(_ key: String) -> String? { field(key)?.value }

  mutating func identifier(_ key: String) -> String? {
    guard let field = field(key) else { return nil }
    if Identifiers.isWellFormed(field.value) { return field.value }
    diagnostics.append(.idMalformed(field.value, at: place(of: field)))
    return nil
  }

  mutating func touchpoint(_ key: String) -> String? {
    field(key).flatMap { settle(terms.touchpoint(declared: $0.value, at: place(of: $0))) }
  }

  mutating func dimension(_ key: String) -> String? {
    field(key).flatMap { settle(terms.dimension(declared: $0.value, at: place(of: $0))) }
  }

  mutating func severity(_ key: String) -> FindingClass? {
    choice(key, among: FindingClass.allCases.filter(\.isDeficiency))
  }

  mutating func cause(_ key: String) -> Cause? { choice(key, among: Cause.allCases) }

  /// What was wrong with the fields, unknown ones among them.
  consuming func finish() -> [Diagnostic] {
    var diagnostics = diagnostics
    for field in alert.fields where !known.contains(field.key.lowercased()) {
      let span = TextSpan(line: field.line, column: field.keyColumn, length: field.key.unicodeScalars.count)
      diagnostics.append(
        .noteUnknownField(field.key, of: alert.word, known: known, at: source.place(of: span)))
    }
    return diagnostics
  }

  private mutating func choice<Value: RawRepresentable<String>>(_ key: String, among values: [Value]) -> Value? {
    guard let field = field(key) else { return nil }
    if let value = values.first(where: { $0.rawValue == field.value.lowercased() }) { return value }
    diagnostics.append(
      .noteNotOneOf(key, value: field.value, choices: values.map(\.rawValue), at: place(of: field)))
    return nil
  }

  private mutating func settle(_ result: Result<String, DiagnosedError>) -> String? {
    switch result {
    case .success(let id): return id
    case .failure(let error):
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private mutating func field(_ key: String) -> Alert.Field? {
    let fields = fields(key)
    if fields.count > 1 { diagnostics.append(.noteRepeatedField(key, at: place(of: fields[1]))) }
    return fields.first
  }

  /// Those with a value: a key without one reads as if it were not there.
  private mutating func fields(_ key: String) -> [Alert.Field] {
    known.append(key)
    return alert.fields.filter { $0.key.lowercased() == key && !$0.value.isEmpty }
  }

  private func place(of field: Alert.Field) -> Place {
    source.place(
      of: TextSpan(
        line: field.line, column: field.valueColumn, length: max(1, field.value.unicodeScalars.count)))
  }
}
