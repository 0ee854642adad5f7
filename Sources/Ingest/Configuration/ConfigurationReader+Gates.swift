import Audit

extension ConfigurationReader {
  /// `{rule: overdue}`, `{metric: nps, at-least: 20, on: lower}`; what is wrong is reported and left out.
  static func readGates(_ reader: inout MappingReader) -> [AgreedGate] {
    reader.mappings("gates", each: "a gate") { child -> AgreedGate? in
      let place = child.source.place(of: child.mapping.span)
      child.know("rule", "metric", "at-least", "at-most", "on")
      let condition: AgreedGate.Condition?
      switch (child.has("rule"), child.has("metric")) {
      case (true, true):
        child.report(.gateWithTwoConditions(at: place))
        return nil
      case (false, false):
        child.report(.gateWithoutCondition(at: place))
        return nil
      case (true, false): condition = readRule(&child)
      case (false, true): condition = readMetric(&child)
      }
      return condition.map { AgreedGate($0, at: place.location) }
    }.compactMap(\.self)
  }

  private static func readRule(_ reader: inout MappingReader) -> AgreedGate.Condition? {
    for key in ["at-least", "at-most", "on"] where reader.has(key) {
      reader.report(.gateLimitOfRule(key, at: reader.place(ofKey: key)))
    }
    return reader.enumeration("rule", as: AgreedGate.Rule.self).map(AgreedGate.Condition.rule)
  }

  private static func readMetric(_ reader: inout MappingReader) -> AgreedGate.Condition? {
    guard let metric = reader.scalar("metric") else { return nil }
    let bound = reader.has("on") ? reader.enumeration("on", as: AgreedGate.Bound.self) : .estimate
    let limits: [AgreedGate.Limit]
    switch (reader.has("at-least"), reader.has("at-most")) {
    case (true, false): limits = reader.limit("at-least").map { [.atLeast($0)] } ?? []
    case (false, true): limits = reader.limit("at-most").map { [.atMost($0)] } ?? []
    case (let both, _):
      reader.report(.gateLimits(metric.text, isNone: !both, at: reader.source.place(of: metric.span)))
      return nil
    }
    guard let limit = limits.first, let bound else { return nil }
    return .metric(address: metric.text, limit, on: bound)
  }
}

extension MappingReader {
  /// A number, or a share in percent, which stands for a number of 0…1.
  fileprivate mutating func limit(_ key: String) -> Double? {
    guard let scalar = scalar(key) else { return nil }
    if let value = DecimalText.share(scalar.text) { return value }
    reportWrongType(
      key, expected: "a number such as 20, or a share such as 80%", found: .scalar(scalar),
      hint: DecimalText.hint(scalar.text))
    return nil
  }
}
