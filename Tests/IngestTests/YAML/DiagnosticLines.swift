import Audit

/// Diagnostics as one line each: `file:line:column: severity: summary [id] help: hint`, with the text under the caret.
func lines(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    var line = ""
    if let location = diagnostic.location {
      line = location.file
      if let number = location.line { line += ":\(number)" }
      if let column = location.column { line += ":\(column)" }
      line += ": "
    }
    line += "\(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id)]"
    if let hint = diagnostic.hint { line += " help: \(hint)" }
    return line
  }
}

/// What the caret of a diagnostic underlines.
func underlined(_ diagnostic: Diagnostic) -> String? {
  guard let excerpt = diagnostic.excerpt else { return nil }
  let scalars = Array(excerpt.text.unicodeScalars).dropFirst(excerpt.offset).prefix(excerpt.length)
  return String(String.UnicodeScalarView(scalars))
}
