import Audit

/// Diagnostics as GitLab's code quality report (the subset of Code Climate's that it reads).
enum GitLabDiagnostics {
  static func text(of diagnostics: [Diagnostic], in project: ProjectPrefix) -> String {
    JSON.array(diagnostics.map { issue(for: $0, in: project) }).document
  }

  private static func issue(for diagnostic: Diagnostic, in project: ProjectPrefix) -> JSON {
    let path = project.path(of: diagnostic.location?.file ?? "cxaudit.yml")
    let line = diagnostic.location?.line ?? 1
    let fingerprint = SHA256.hexDigest(of: Array("\(diagnostic.id)\n\(path)\n\(line)\n\(diagnostic.summary)".utf8))
    return .object([
      .init("description", .string([diagnostic.summary, diagnostic.hint].compactMap(\.self).joined(separator: "; "))),
      .init("check_name", .string(diagnostic.id)),
      .init("fingerprint", .string(fingerprint)),
      .init("severity", .string(severity(diagnostic.severity))),
      .init(
        "location",
        .object([.init("path", .string(path)), .init("lines", .object([.init("begin", .integer(line))]))])),
    ])
  }

  private static func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
