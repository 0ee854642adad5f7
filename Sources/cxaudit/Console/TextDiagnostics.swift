import Audit

/// Diagnostics for people: place, severity, summary and id, the source line with a caret, and the help.
enum TextDiagnostics {
  /// As the manual shows them; parts are marked with ANSI colours where `colour` says so.
  static func text(of diagnostics: [Diagnostic], in project: ProjectPrefix, colour: Bool) -> String {
    diagnostics.map { text(of: $0, in: project, paint: Paint(isOn: colour)) }.joined()
  }

  private static func text(of diagnostic: Diagnostic, in project: ProjectPrefix, paint: Paint) -> String {
    var text = ""
    if let location = diagnostic.location {
      let numbers = [location.line, location.column].compactMap { $0.map { ":\($0)" } }.joined()
      text += paint(.bold, printable(project.path(of: location.file)) + numbers + ":") + " "
    }
    text += paint(colour(of: diagnostic.severity), "\(diagnostic.severity.rawValue):")
    text += " \(printable(diagnostic.summary)) [\(diagnostic.id)]\n"
    if let excerpt = diagnostic.excerpt {
      let before = String(String.UnicodeScalarView(excerpt.text.unicodeScalars.prefix(excerpt.offset)))
      let span = String(
        String.UnicodeScalarView(excerpt.text.unicodeScalars.dropFirst(excerpt.offset).prefix(excerpt.length)))
      let indent = String(repeating: " ", count: TerminalWidth.columns(of: printable(before)))
      let carets = String(repeating: "^", count: max(1, TerminalWidth.columns(of: printable(span))))
      text += "   |  \(printable(excerpt.text))\n"
      text += "   |  \(indent)\(paint(.green, carets))\n"
    }
    if let hint = diagnostic.hint { text += "   = help: \(printable(hint))\n" }
    return text
  }

  private static func colour(of severity: Diagnostic.Severity) -> Paint.Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  /// The text with what could drive a terminal, or turn the reading direction, replaced by `�`: it may come from a survey.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: result.append("\u{fffd}")
      case _: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// ANSI colours, or none.
struct Paint {
  enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case green = "1;32"
  }

  let isOn: Bool

  func callAsFunction(_ colour: Colour, _ text: String) -> String {
    isOn ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }
}
