import Audit

/// Details of steps as a plan's author writes them, `done: 2026-04-14`, in the words of the page.
enum StepLines {
  /// The text with as many lines as before.
  static func told(_ body: MarkdownText) -> MarkdownText {
    var body = body
    body.text = body.text.split(separator: "\n", omittingEmptySubsequences: false).map(told).joined(separator: "\n")
    return body
  }

  /// Details stand below a step, so that they are indented.
  private static func told(_ line: Substring) -> String {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    guard rest.startIndex != line.startIndex else { return String(line) }
    if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
      rest = rest.dropFirst().drop { $0 == " " }
    }
    guard let colon = rest.firstIndex(of: ":"), let key = Step.Detail(rawValue: rest[..<colon].lowercased()) else {
      return String(line)
    }
    let value = rest[rest.index(after: colon)...].drop { $0 == " " }
    let day = Day(iso: value.trimmingCharacters { $0 == " " || $0 == "\r" })
    let words: String? =
      switch key {
      case .owner: say("Owner: \(String(value))")
      case .evidence: say("Evidence: \(String(value))")
      case .due: day.map { say("due \(DayText.long($0))") }
      case .done: day.map { say("done \(DayText.long($0))") }
      }
    return words.map { line[..<rest.startIndex] + $0 } ?? String(line)
  }
}

extension Substring {
  /// Without such characters at its end.
  fileprivate func trimmingCharacters(where isGone: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isGone(last) { text = text.dropLast() }
    return String(text)
  }
}
