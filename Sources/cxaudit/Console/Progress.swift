/// Says on a terminal what is being done, on one line that the next replaces.
struct Progress {
  private let isShown: Bool

  init(_ reporter: Reporter) {
    isShown = Console.errorIsTerminal && !reporter.isQuiet && reporter.format == .text
  }

  func show(_ step: String) {
    if isShown { Console.error("\r\u{1b}[K\(step)…") }
  }

  func clear() {
    if isShown { Console.error("\r\u{1b}[K") }
  }
}
