import Audit

extension MappingReader {
  /// A text with its place. Numbers, dates and flags are texts, too.
  mutating func scalar(_ key: String) -> YAMLScalar? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      reportWrongType(key, expected: "a text", found: node)
      return nil
    }
    return scalar
  }

  mutating func string(_ key: String) -> String? { scalar(key)?.text }

  /// A text that must be there.
  mutating func required(_ key: String) -> YAMLScalar? {
    if !has(key) {
      know(key)
      reportMissing(key)
      return nil
    }
    return scalar(key)
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    guard let scalar = scalar(key), let value = integer(scalar, of: key) else { return nil }
    guard let range, !range.contains(value) else { return value }
    let words = range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    report(.yamlOutOfRange(key, value: scalar.text, range: words, at: source.place(of: scalar.span)))
    return nil
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let scalar = scalar(key) else { return nil }
    guard let value = DecimalText.number(scalar.text) else {
      reportWrongType(key, expected: "a number", found: .scalar(scalar), hint: DecimalText.hint(scalar.text))
      return nil
    }
    return check(value, in: range, of: key, scalar)
  }

  /// A share of the whole: `80%` or `0.8`, both 0.8.
  mutating func share(_ key: String, in range: ClosedRange<Double> = 0...1) -> Double? {
    guard let scalar = scalar(key) else { return nil }
    guard let value = DecimalText.share(scalar.text) else {
      reportWrongType(
        key, expected: "a share such as 80% or 0.8", found: .scalar(scalar), hint: DecimalText.hint(scalar.text))
      return nil
    }
    let isPercent = !range.contains(value) && range.contains(value / 100) && scalar.text.last != "%"
    let hint = isPercent ? "write \(scalar.text)% or \(DecimalText.plain(value / 100))" : nil
    return check(value, in: range, of: key, scalar, hint: hint)
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let scalar = scalar(key) else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      reportWrongType(key, expected: "true or false", found: .scalar(scalar))
      return nil
    }
  }

  mutating func day(_ key: String) -> Day? {
    guard let scalar = scalar(key) else { return nil }
    if let day = Day(iso: scalar.text) { return day }
    reportWrongType(key, expected: "a day such as 2026-03-31", found: .scalar(scalar))
    return nil
  }

  mutating func enumeration<Value>(_ key: String, as type: Value.Type = Value.self) -> Value?
  where Value: CaseIterable & RawRepresentable<String> {
    guard let scalar = scalar(key) else { return nil }
    if let value = Value(rawValue: scalar.text) { return value }
    report(
      .yamlNotOneOf(
        key, value: scalar.text, choices: Value.allCases.map(\.rawValue), at: source.place(of: scalar.span)))
    return nil
  }

  /// Elements of a list; empty when there is none.
  mutating func list(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .list(let list) = node else {
      reportWrongType(key, expected: "a list", found: node, hint: "write '\(key): [...]'")
      return []
    }
    return list.elements
  }

  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ key: String) -> [YAMLScalar] {
    guard let node = node(key) else { return [] }
    if case .scalar(let scalar) = node { return [scalar] }
    return list(key).compactMap { element in
      guard case .scalar(let scalar) = element, !scalar.isNull else {
        reportWrongType(key, expected: "a list of texts", found: element)
        return nil
      }
      return scalar
    }
  }

  /// A whole number, without exponent, `+` or point.
  mutating func integer(_ scalar: YAMLScalar, of key: String) -> Int? {
    if let value = DecimalText.integer(scalar.text) { return value }
    reportWrongType(key, expected: "a whole number", found: .scalar(scalar))
    return nil
  }

  private mutating func check(
    _ value: Double, in range: ClosedRange<Double>?, of key: String, _ scalar: YAMLScalar, hint: String? = nil
  ) -> Double? {
    guard let range, !range.contains(value) else { return value }
    let words =
      range.upperBound == .infinity
      ? "\(DecimalText.plain(range.lowerBound)) or more"
      : "between \(DecimalText.plain(range.lowerBound)) and \(DecimalText.plain(range.upperBound))"
    report(.yamlOutOfRange(key, value: scalar.text, range: words, at: source.place(of: scalar.span), hint: hint))
    return nil
  }
}
