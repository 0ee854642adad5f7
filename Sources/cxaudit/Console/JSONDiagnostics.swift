import Audit

/// Diagnostics for programs: one object a line, paths relative to the project.
enum JSONDiagnostics {
  static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { object(of: $0).line + "\n" }.joined()
  }

  private static func object(of diagnostic: Diagnostic) -> JSON {
    .object([
      .init("id", .string(diagnostic.id)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("file", .optional(diagnostic.location?.file)),
      .init("line", .optional(diagnostic.location?.line)),
      .init("column", .optional(diagnostic.location?.column)),
      .init("summary", .string(diagnostic.summary)),
      .init("hint", .optional(diagnostic.hint)),
    ])
  }
}
