/// The built-in theme: every file of `templates/` as it was when the binary was built.
///
/// The files' text comes from the `EmbedTheme` plugin, so there is nothing to install beside the binary.
package enum Theme {
  /// One file of the theme.
  package struct File: Sendable, Equatable {
    /// Relative to the theme's folder, `/` between names: `partials/numbers.mustache`.
    package let path: String
    /// The whole text. Theme files are UTF-8.
    package let text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }

    /// The text's bytes, as a site holds them.
    package var bytes: [UInt8] { Array(text.utf8) }
  }

  /// All files in the order of their paths' bytes.
  package static var files: [File] { embedded }

  /// The file at a path, or nil where the theme has none.
  package static func file(at path: String) -> File? {
    embedded.first { $0.path.utf8.elementsEqual(path.utf8) }
  }

  /// The files in a folder and its subfolders: `folder` without a slash at its end, such as `playbook`.
  package static func files(in folder: String) -> [File] {
    embedded.filter { $0.path.utf8.starts(with: "\(folder)/".utf8) }
  }
}
