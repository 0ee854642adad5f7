import Audit

/// Headlines that the rules write themselves, in plain words.
enum Headline {
  /// "Branch: responsiveness falls short", "Tangibles fall short", "Branch may fall short".
  static func gap(_ cell: Cell, isWatch: Bool, _ configuration: Configuration) -> String {
    let touchpoint = cell.touchpoint.map { configuration.touchpoint($0)?.name ?? $0 }
    let dimension = cell.dimension.map { configuration.dimension($0)?.name ?? $0 }
    let subject = name(cell, configuration) ?? "Service"
    if isWatch { return "\(subject) may fall short" }
    return "\(subject) \(isPlural(dimension ?? touchpoint ?? "") ? "fall" : "falls") short"
  }

  /// Words that stand inside a sentence: "customer tier basic".
  static func inSentence(_ name: String) -> String { lowerFirst(name) }

  /// "Greeted within 30 seconds: not kept".
  static func standard(_ standard: Standard) -> String { "\(upperFirst(standard.text)): not kept" }

  /// "Branch: responsiveness"; nil for no cell.
  static func name(_ cell: Cell, _ configuration: Configuration) -> String? {
    let touchpoint = cell.touchpoint.map { configuration.touchpoint($0)?.name ?? $0 }
    let dimension = cell.dimension.map { configuration.dimension($0)?.name ?? $0 }
    switch (touchpoint, dimension) {
    case (let touchpoint?, let dimension?): return "\(upperFirst(touchpoint)): \(lowerFirst(dimension))"
    case (let name?, nil), (nil, let name?): return upperFirst(name)
    case (nil, nil): return nil
    }
  }

  /// "Tangibles", "opening hours"; not "empathy", "access" or "status".
  private static func isPlural(_ name: String) -> Bool {
    name.hasSuffix("s") && !["ss", "us", "is"].contains { name.hasSuffix($0) }
  }

  private static func upperFirst(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// Names that start like an abbreviation, "IT security", stay as they are.
  private static func lowerFirst(_ name: String) -> String {
    guard let second = name.dropFirst().first, second.isLowercase else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}
