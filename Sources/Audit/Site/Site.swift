/// The files of a site before they are written.
package struct Site: Sendable {
  /// In byte order of paths.
  package var files: [SiteFile]

  package init(files: [SiteFile]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// One file: path relative to the site, and its bytes.
package struct SiteFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
