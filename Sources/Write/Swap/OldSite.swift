/// What stands in the output before a build: which files are ours and which are somebody else's.
struct OldSite {
  /// One file, folder or link; the path is relative to the site.
  struct Entry {
    var path: FilePath
    var status: FileStatus
  }

  /// Folders before what they hold, names in byte order; empty when there is no site yet.
  let entries: [Entry]
  /// The permissions of the folder itself; nil when there is no site yet.
  let folder: FileStatus?
  private let ours: Set<FilePath>
  private let positions: [FilePath: Int]

  /// Reads the folder; links are not followed.
  init(at place: FilePath) throws(FileFailure) {
    folder = try FileStatus(of: place)
    entries = folder == nil ? [] : try OldSite.walk(place, FilePath(""))
    positions = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let manifest = FilePath(Manifest.path)
    if let position = positions[manifest], entries[position].status.kind == .file {
      ours = try Manifest.outputs(listedIn: FileSystem.read(place.appending(manifest)))
    } else {
      ours = []
    }
  }

  func status(of path: FilePath) -> FileStatus? { positions[path].map { entries[$0].status } }

  /// A file that an earlier build wrote.
  func isOurs(_ entry: Entry) -> Bool { entry.status.kind == .file && ours.contains(entry.path) }

  /// Files and links that we did not write, and folders in which nothing is.
  var foreign: [Entry] {
    let parents = Set(entries.map(\.path.parent))
    return entries.filter { entry in
      switch entry.status.kind {
      case .folder: !parents.contains(entry.path)
      case .file, .link, .other: !isOurs(entry)
      }
    }
  }

  private static func walk(_ place: FilePath, _ folder: FilePath) throws(FileFailure) -> [Entry] {
    var entries: [Entry] = []
    for name in try FileSystem.names(in: place.appending(folder)) {
      let path = folder.appending(name)
      guard let status = try FileStatus(of: place.appending(path)) else { continue }
      entries.append(Entry(path: path, status: status))
      if status.kind == .folder { entries += try walk(place, path) }
    }
    return entries
  }
}
