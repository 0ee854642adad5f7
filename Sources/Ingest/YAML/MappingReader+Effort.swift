import Audit

extension MappingReader {
  /// Working days: `15 days`, or S, M, L.
  mutating func effort(_ key: String) -> Effort? {
    guard let scalar = scalar(key) else { return nil }
    switch scalar.text {
    case "S": return .small
    case "M": return .medium
    case "L": return .large
    default: break
    }
    let words = scalar.text.split(separator: " ")
    if words.count == 2, words[1] == "day" || words[1] == "days", let days = DecimalText.number(String(words[0])),
      days > 0
    {
      return .days(days)
    }
    reportWrongType(key, expected: "S, M, L or a number of days such as '15 days'", found: .scalar(scalar))
    return nil
  }
}
