import Audit

/// What people write into the cells of their tables.
enum CellWords {
  /// Empty in other words.
  static func saysNothing(_ text: String) -> Bool {
    ["", "-", "–", "—", "?", "n/a", "na", "none", "tbd"].contains(text.lowercased())
  }

  static func saysDone(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "✅" && $0 != "✔" }
    guard let first = words.first else { return false }
    return ["done", "yes", "x", "closed", "complete", "completed", "finished", "✅", "✔"].contains(String(first))
  }

  /// The class that the first word or digit of a severity stands for: our own words, high/medium/low, and the ratings of
  /// heuristic reviews from 4, a catastrophe, to 0 (Nielsen 1994).
  static func severity(_ text: String) -> FindingClass? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.lazy.compactMap { severities[String($0)] }.first
  }

  private static let severities: [String: FindingClass] = [
    "critical": .critical, "catastrophe": .critical, "catastrophic": .critical, "blocker": .critical, "4": .critical,
    "major": .major, "high": .major, "serious": .major, "severe": .major, "3": .major,
    "minor": .minor, "medium": .minor, "moderate": .minor, "2": .minor,
    "observation": .observation, "cosmetic": .observation, "low": .observation, "trivial": .observation,
    "1": .observation, "0": .observation,
    "strength": .strength, "positive": .strength, "good": .strength,
  ]

  /// `7`, `7.5`, `7,5`, `7/10`, `7 of 10` or `70%`, with the maximum where it says one.
  static func score(_ text: String) -> (score: Double, outOf: Double?)? {
    if text.last == "%" { return number(String(text.dropLast())).map { ($0, 100) } }
    for separator in ["/", " of ", " out of "] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      guard let score = number(String(parts[0])), let outOf = number(String(parts[1])) else { return nil }
      return (score, outOf)
    }
    return number(text).map { ($0, nil) }
  }

  /// A number with a point or a comma before its decimals.
  static func number(_ text: String) -> Double? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    return DecimalText.number(String(trimmed.map { $0 == "," ? "." : $0 }))
  }
}
