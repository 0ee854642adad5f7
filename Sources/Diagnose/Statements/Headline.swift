import Audit

/// Headlines that the rules write themselves, in plain words.
enum Headline {
  /// "Branch: responsiveness falls short", "Tangibles fall short", "Branch may fall short".
  static func gap(_ cell: Cell, isWatch: Bool, _ configuration: Configuration) -> String {
    let touchpoint = cell.touchpoint.map { configuration.touchpoint($0)?.name ?? $0 }
    let dimension = cell.dimension.map { configuration.dimension($0)?.name ?? $0 }
    let subject = name(cell, configuration) ?? say("Service")
    if isWatch { return say("\(subject) may fall short") }
    return isPlural(dimension ?? touchpoint ?? "") ? say("\(subject) fall short") : say("\(subject) falls short")
  }

  /// "Greeted within 30 seconds: not kept".
  static func standard(_ standard: Standard) -> String { say("\(LetterCase.capitalised(standard.text)): not kept") }

  /// "Branch: responsiveness"; nil for no cell.
  static func name(_ cell: Cell, _ configuration: Configuration) -> String? {
    let touchpoint = cell.touchpoint.map { configuration.touchpoint($0)?.name ?? $0 }
    let dimension = cell.dimension.map { configuration.dimension($0)?.name ?? $0 }
    switch (touchpoint, dimension) {
    case (let touchpoint?, let dimension?):
      return "\(LetterCase.capitalised(touchpoint)): \(LetterCase.inSentence(dimension))"
    case (let name?, nil), (nil, let name?): return LetterCase.capitalised(name)
    case (nil, nil): return nil
    }
  }

  /// As English tells it: "Tangibles", "opening hours"; not "empathy", "access" or "status".
  private static func isPlural(_ name: String) -> Bool {
    name.hasSuffix("s") && !["ss", "us", "is"].contains { name.hasSuffix($0) }
  }
}
