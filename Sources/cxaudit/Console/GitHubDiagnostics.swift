import Audit

/// Diagnostics as workflow commands, which GitHub shows beside the lines of a change.
enum GitHubDiagnostics {
  static func text(of diagnostics: [Diagnostic], in project: ProjectPrefix) -> String {
    diagnostics.map { command(for: $0, in: project) + "\n" }.joined()
  }

  private static func command(for diagnostic: Diagnostic, in project: ProjectPrefix) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties.append("file=" + escaped(project.path(of: location.file), isProperty: true))
      if let line = location.line { properties.append("line=\(line)") }
      if let column = location.column { properties.append("col=\(column)") }
    }
    properties.append("title=" + escaped(diagnostic.id, isProperty: true))
    let message = [diagnostic.summary, diagnostic.hint.map { "help: \($0)" }].compactMap(\.self).joined(separator: "\n")
    return "::\(command(for: diagnostic.severity)) \(properties.joined(separator: ","))::"
      + escaped(message, isProperty: false)
  }

  private static func command(for severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// As the runner's own toolkit escapes data and properties.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
