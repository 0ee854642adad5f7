import Audit

/// What becomes of every file when a new site takes the place of an old one.
struct SitePlan {
  /// New or changed files, in byte order of paths.
  var written: [SiteFile] = []
  /// Files of ours whose bytes are the same.
  var unchanged: [OldSite.Entry] = []
  /// Files of ours that the new site does not have.
  var removed: [OldSite.Entry] = []
  /// Somebody else's, which stay.
  var foreign: [OldSite.Entry]
  /// Somebody else's where a file of ours must be; nothing can be written while there are any.
  var conflicts: [FilePath] = []

  /// Compares the bytes of each file with those on the disk below `place`.
  init(of site: Site, over old: OldSite, at place: FilePath) throws(FileFailure) {
    foreign = old.foreign
    let foreignPaths = Set(foreign.filter { $0.status.kind != .folder }.map(\.path))
    var foreignFolders: Set<FilePath> = []
    for path in foreignPaths {
      var folder = path.parent
      while !folder.bytes.isEmpty, foreignFolders.insert(folder).inserted { folder = folder.parent }
    }
    var kept: Set<FilePath> = []
    for file in site.files {
      let path = FilePath(file.path)
      if let conflict = path.ancestors.first(where: foreignPaths.contains) {
        conflicts.append(conflict)
      } else if foreignPaths.contains(path) || foreignFolders.contains(path) {
        conflicts.append(path)
      } else if let status = old.status(of: path), status.kind == .file, status.size == file.bytes.count,
        try FileSystem.read(place.appending(path)) == file.bytes
      {
        unchanged.append(OldSite.Entry(path: path, status: status))
        kept.insert(path)
      } else {
        written.append(file)
        kept.insert(path)
      }
    }
    // An empty folder of somebody's gives way to a file or folder of ours.
    foreign.removeAll { $0.status.kind == .folder && kept.contains($0.path) }
    removed = old.entries.filter { old.isOurs($0) && !kept.contains($0.path) }
    conflicts = Array(Set(conflicts)).sorted()
  }

  var changesNothing: Bool { written.isEmpty && removed.isEmpty }

  /// Every folder that the new site has, each after the one that holds it.
  var folders: [FilePath] {
    let files = written.map { FilePath($0.path) } + (unchanged + foreign).map(\.path)
    let empty = foreign.filter { $0.status.kind == .folder }.map(\.path)
    return Set(files.flatMap(\.ancestors) + empty).sorted()
  }
}
