/// Something the author of a project should know about an input: a value with a stable id, a place and a hint.
///
/// Texts live in the factories under `Diagnostics/Catalogue`; nothing else makes diagnostics.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable, CaseIterable {
    case error, warning, note
  }

  /// Stable, `area/name`, such as `survey/out-of-scale`.
  package let id: String
  package let severity: Severity
  /// Nil where no file is at fault (an empty project, say).
  package let location: SourceLocation?
  /// One sentence without a full stop.
  package let summary: String
  /// What to do about it, one sentence without a full stop.
  package let hint: String?
  package let excerpt: Excerpt?

  package init(
    _ severity: Severity, _ id: String, at location: SourceLocation?, _ summary: String, hint: String? = nil,
    excerpt: Excerpt? = nil
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.summary = summary
    self.hint = hint
    self.excerpt = excerpt
  }

  /// The same diagnostic with the line that it points to.
  package func showing(_ excerpt: Excerpt) -> Diagnostic {
    Diagnostic(severity, id, at: location, summary, hint: hint, excerpt: excerpt)
  }

  /// The same diagnostic as an error; `--strict` does this to warnings.
  package var asError: Diagnostic {
    Diagnostic(.error, id, at: location, summary, hint: hint, excerpt: excerpt)
  }
}

extension Diagnostic: Codable {}
extension Diagnostic.Severity: Codable {}
