package import Audit

/// The folder that a site is written to: not the project, not what is read nor around it, and no symbolic link.
package struct OutputFolder: Hashable, Sendable {
  /// As the person gave it, for messages.
  package let path: String
  /// Absolute, links followed; the folder itself need not exist.
  let place: FilePath

  /// Why a folder is none that a site may be written to.
  package struct Refused: Error, Hashable {
    package let diagnostic: Diagnostic
  }

  /// Both paths absolute or relative to the current folder.
  package init(_ path: String, project: String) throws(Refused) {
    self.path = path
    let given = FilePath(path)
    let project = FilePath(project)
    do {
      if let status = try FileStatus(of: given.withoutFinalSlash) {
        switch status.kind {
        case .folder: break
        case .link: throw Refused(diagnostic: .outputIsLink(path))
        case .file, .other: throw Refused(diagnostic: .outputIsFile(path))
        }
      }
    } catch let refused as Refused {
      throw refused
    } catch {
      throw Refused(diagnostic: .outputNotWritable(path))
    }
    place = OutputFolder.place(of: given)
    if place == OutputFolder.place(of: project) { throw Refused(diagnostic: .outputIsProject(path)) }
    for input in ["content", "templates"] {
      let read = OutputFolder.place(of: project.appending(input))
      if place.isInside(read) { throw Refused(diagnostic: .outputInside(path, input: input)) }
      if read.isInside(place) { throw Refused(diagnostic: .outputAbove(path, input: input)) }
    }
  }

  /// The real path of what exists, and the remaining names behind it.
  private static func place(of path: FilePath) -> FilePath {
    var existing = path.withoutFinalSlash
    var missing: [FilePath] = []
    while true {
      if let real = FileSystem.realPath(existing.bytes.isEmpty ? FilePath(".") : existing) {
        return missing.reversed().reduce(real) { $1 == FilePath("..") ? $0.parent : $0.appending($1) }
      }
      missing.append(existing.name)
      existing = existing.parent
    }
  }
}
