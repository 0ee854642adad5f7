/// Where a diagnostic points: the location, and the line that shows it.
package struct Place: Hashable, Sendable {
  package let location: SourceLocation
  package let excerpt: Excerpt?

  package init(_ location: SourceLocation, excerpt: Excerpt? = nil) {
    self.location = location
    self.excerpt = excerpt
  }

  /// The whole of a file.
  package init(file: String) {
    self.init(SourceLocation(file))
  }
}

extension Diagnostic {
  package init(_ severity: Severity, _ id: String, at place: Place, _ summary: String, hint: String? = nil) {
    self.init(severity, id, at: place.location, summary, hint: hint, excerpt: place.excerpt)
  }
}
