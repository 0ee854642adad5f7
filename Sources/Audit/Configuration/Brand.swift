/// The client's own look, as far as the theme takes it up.
package struct Brand: Hashable, Sendable {
  /// A file of the project that the site holds.
  package struct File: Hashable, Sendable {
    /// Relative to the project.
    package var path: String
    package var location: SourceLocation
    /// Empty until the project is read.
    package var bytes: [UInt8] = []

    package init(path: String, location: SourceLocation) {
      self.path = path
      self.location = location
    }

    /// Behind the last point, in lower case.
    package var ending: String { path.split(separator: ".").last.map { $0.lowercased() } ?? "" }
  }

  /// What a font of the project's own is for.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// What is measured: names, figures, tables.
    case text
    /// What is said: headings, statements, quotes.
    case headings
  }

  package struct Font: Hashable, Sendable {
    package var role: Role
    package var file: File

    package init(role: Role, file: File) {
      self.role = role
      self.file = file
    }
  }

  /// Accent colour `#rrggbb`.
  package var accent: String?
  package var logo: File?
  package var fonts: [Font] = []
  /// A line of its own at the foot of every page.
  package var footer: String?

  package init() {}

  package static let pictures = ["svg", "png", "jpg", "jpeg", "webp"]
  package static let fontFiles = ["woff2", "woff", "ttf", "otf"]
  /// Bytes that a logo or a font may have: every page loads it.
  package static let largest = 1 << 20

  package var files: [File] { [logo].compactMap(\.self) + fonts.map(\.file) }
}
