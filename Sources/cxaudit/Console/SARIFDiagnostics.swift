import Audit

/// Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read.
enum SARIFDiagnostics {
  static func text(of diagnostics: [Diagnostic], in project: ProjectPrefix) -> String {
    let rules = Set(diagnostics.map(\.id)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let driver = JSON.object([
      .init("name", .string("cxaudit")),
      .init("version", .string(Version.current)),
      .init("rules", .array(rules.map { .object([.init("id", .string($0))]) })),
    ])
    let run = JSON.object([
      .init("tool", .object([.init("driver", driver)])),
      .init("columnKind", .string("unicodeCodePoints")),
      .init("results", .array(diagnostics.map { result(for: $0, in: project) })),
    ])
    return JSON.object([
      .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      .init("version", .string("2.1.0")),
      .init("runs", .array([run])),
    ]).document
  }

  private static func result(for diagnostic: Diagnostic, in project: ProjectPrefix) -> JSON {
    let text = [diagnostic.summary, diagnostic.hint.map { "help: \($0)" }].compactMap(\.self).joined(separator: "\n")
    var members: [JSON.Member] = [
      .init("ruleId", .string(diagnostic.id)),
      .init("level", .string(diagnostic.severity.rawValue)),
      .init("message", .object([.init("text", .string(text))])),
    ]
    if let location = diagnostic.location {
      members.append(.init("locations", .array([.object([.init("physicalLocation", physical(location, project))])])))
    }
    return .object(members)
  }

  private static func physical(_ location: SourceLocation, _ project: ProjectPrefix) -> JSON {
    let uri = percentEncoded(project.path(of: location.file))
    var members: [JSON.Member] = [.init("artifactLocation", .object([.init("uri", .string(uri))]))]
    if let line = location.line {
      var region: [JSON.Member] = [.init("startLine", .integer(line))]
      if let column = location.column { region.append(.init("startColumn", .integer(column))) }
      members.append(.init("region", .object(region)))
    }
    return .object(members)
  }

  /// A path as a URI reference (RFC 3986): unreserved characters and `/` stand for themselves.
  private static func percentEncoded(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in path.utf8 {
      if plain.contains(byte) {
        result.append(Unicode.Scalar(byte))
      } else {
        result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(result)
  }
}
