import Audit
import Foundation

/// The files of a project's folders, as a sorted list.
///
/// Hidden files and folders are skipped. A symbolic link is followed to a file inside the project, and nowhere else.
struct ProjectWalk {
  /// Absolute, or relative to the working folder.
  let root: String
  private(set) var diagnostics: [Diagnostic] = []

  init(root: String) {
    self.root = root
  }

  /// Files in `folder` and below: paths relative to the root, in byte order.
  mutating func files(in folder: String) -> [String] {
    var files: [String] = []
    var links: [String] = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      for name in names(in: next) where !name.hasPrefix(".") {
        let path = "\(next)/\(name)"
        switch kind(of: path) {
        case .file: files.append(path)
        case .folder: waiting.append(path)
        case .outside: links.append(path)
        case .none: break
        }
      }
    }
    // Folders give their names in any order.
    links.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    diagnostics += links.map { .projectLink($0) }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The project's folder is there and can be read.
  var isFolder: Bool { (try? FileManager.default.contentsOfDirectory(atPath: root)) != nil }

  /// There is a file, or a link to one inside the project.
  func hasFile(_ path: String) -> Bool { kind(of: path) == .file }

  private enum Kind { case file, folder, outside }

  private func absolute(_ path: String) -> String { "\(root)/\(path)" }

  private func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))) ?? []
  }

  /// Nil for what is neither, such as a socket.
  private func kind(of path: String) -> Kind? {
    guard let type = type(absolute(path)) else { return nil }
    switch type {
    case .typeRegular: return .file
    case .typeDirectory: return .folder
    case .typeSymbolicLink:
      let target = URL(fileURLWithPath: absolute(path)).resolvingSymlinksInPath().path
      let home = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
      return target.hasPrefix(home + "/") && self.type(target) == .typeRegular ? .file : .outside
    default: return nil
    }
  }

  private func type(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }
}
