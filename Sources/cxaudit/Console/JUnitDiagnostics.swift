import Audit

/// Diagnostics as a JUnit report: each a test case, errors as failures; one passed case when there are none.
enum JUnitDiagnostics {
  static func text(of diagnostics: [Diagnostic], in project: ProjectPrefix) -> String {
    let failures = diagnostics.count { $0.severity == .error }
    let cases =
      diagnostics.isEmpty
      ? ["    <testcase classname=\"cxaudit\" name=\"no problems\"/>\n"]
      : diagnostics.map { testCase(for: $0, in: project) }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="cxaudit" \(counts)>
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }

  private static func testCase(for diagnostic: Diagnostic, in project: ProjectPrefix) -> String {
    let place = diagnostic.location.map { location in
      ([project.path(of: location.file)] + [location.line, location.column].compactMap { $0.map(String.init) })
        .joined(separator: ":")
    }
    let detail = escaped([place, diagnostic.summary, diagnostic.hint].compactMap(\.self).joined(separator: "\n"))
    let open = "    <testcase classname=\"\(escaped(place ?? "cxaudit"))\" name=\"\(escaped(diagnostic.id))\">"
    switch diagnostic.severity {
    case .error:
      return open + "<failure message=\"\(escaped(diagnostic.summary))\">\(detail)</failure></testcase>\n"
    case .warning, .note:
      return open + "<system-out>\(diagnostic.severity.rawValue): \(detail)</system-out></testcase>\n"
    }
  }

  /// For text and attributes; characters that XML 1.0 does not know are replaced.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "\n"
      case "\u{0}"..<"\u{20}", "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
