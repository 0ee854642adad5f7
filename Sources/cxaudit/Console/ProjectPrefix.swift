/// How paths that are relative to the project are shown to somebody in the current folder.
struct ProjectPrefix {
  private let folder: String

  /// - Parameter project: the value of `--project`; `.` adds nothing.
  init(project: String) {
    var folder = project
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    while folder.hasPrefix("./") { folder.removeFirst(2) }
    self.folder = folder == "." || folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/"
  }

  func path(of file: String) -> String {
    file.hasPrefix("/") ? file : folder + file
  }
}
