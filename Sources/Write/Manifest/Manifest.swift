package import Audit

/// What a site was made from: everything that changes its bytes, and nothing else.
package struct Origin: Hashable, Sendable {
  package var command: String
  /// Options that change the result, in byte order of their names; never output, jobs, project or verbosity.
  package var options: [Option]
  /// In byte order of paths.
  package var inputs: [InputFile]

  package struct Option: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(command: String, options: [Option], inputs: [InputFile]) {
    self.command = command
    self.options = options
    self.inputs = inputs
  }
}

/// `data/manifest.json`: where a site came from and what it holds.
enum Manifest {
  static let path = "data/manifest.json"
  static let schema = "cxaudit/manifest/1"

  /// The file for a site that does not hold it yet; it lists every other file.
  static func file(for site: Site, from origin: Origin) -> SiteFile {
    let options = origin.options.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let inputs = origin.inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let document = JSON.object([
      .init("schema", .string(schema)),
      .init("version", .string(Version.current)),
      .init("command", .string(origin.command)),
      .init("options", .object(options.map { .init($0.name, .string($0.value)) })),
      .init("inputs", .array(inputs.map { entry($0.path, $0.sha256) })),
      .init("outputs", .array(site.files.map { entry($0.path, SHA256.hexDigest(of: $0.bytes)) })),
    ])
    return SiteFile(path: path, bytes: Array(document.document.utf8))
  }

  private static func entry(_ path: String, _ sha256: String) -> JSON {
    .object([.init("path", .string(path)), .init("sha256", .string(sha256))])
  }
}
