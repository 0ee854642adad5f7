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
    var closed: [String] = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let names = names(in: next) else {
        if kind(of: next) == .folder { closed.append(next) }
        continue
      }
      for name in names where !name.hasPrefix(".") {
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
    func sorted(_ paths: [String]) -> [String] { paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    diagnostics += sorted(links).map { .projectLink($0) } + sorted(closed).map { .projectUnreadable($0) }
    return sorted(files)
  }

  /// Files in the project's folder itself, in byte order.
  func looseFiles() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { !$0.hasPrefix(".") && hasFile($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The project's folder is there and can be read.
  var isFolder: Bool { (try? FileManager.default.contentsOfDirectory(atPath: root)) != nil }

  /// There is a file, or a link to one inside the project.
  func hasFile(_ path: String) -> Bool { kind(of: path) == .file }

  /// There is a link that is not followed.
  func leadsOutside(_ path: String) -> Bool { kind(of: path) == .outside }

  /// The path leads to nothing hidden and to nothing outside of the project, whatever links are on its way.
  func leadsInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
    guard !path.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return false }
    let target = URL(fileURLWithPath: absolute(path)).resolvingSymlinksInPath().path
    return target.hasPrefix(URL(fileURLWithPath: root).resolvingSymlinksInPath().path + "/")
  }

  /// In bytes; nil where there is no file.
  func size(of path: String) -> Int? {
    let target = URL(fileURLWithPath: absolute(path)).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.size] as? Int
  }

  private enum Kind { case file, folder, outside }

  private func absolute(_ path: String) -> String { "\(root)/\(path)" }

  /// Nil where the folder is not there or may not be read.
  private func names(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))
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
