import Audit

/// The folders beside an output that a build uses: `.NAME.cxaudit-new` and, where folders cannot be exchanged in one
/// step, `.NAME.cxaudit-old`.
struct Staging {
  let place: FilePath
  let new: FilePath
  /// The old site while the new one is moved in; that it exists tells the next build of a crash.
  let old: FilePath

  init(for place: FilePath) {
    self.place = place
    let name = place.name.bytes
    new = place.parent.appending(FilePath(bytes: Array(".".utf8) + name + Array(".cxaudit-new".utf8)))
    old = place.parent.appending(FilePath(bytes: Array(".".utf8) + name + Array(".cxaudit-old".utf8)))
  }

  /// Mends what a crashed build left: the old site comes back if it was moved away, all else of it goes.
  func mend() throws(FileFailure) {
    if try FileStatus(of: old) != nil {
      if try FileStatus(of: place) == nil {
        try FileSystem.rename(old, to: place)
      } else {
        try Staging.removeTree(old)
      }
    }
    try Staging.removeTree(new)
  }

  /// Builds the whole new site in `new`: files that stay get a second name there, the others are written.
  func fill(_ plan: SitePlan, over site: OldSite) throws(FileFailure) {
    try FileSystem.createFolder(new)
    for folder in plan.folders { try FileSystem.createFolder(new.appending(folder)) }
    for entry in plan.unchanged + plan.foreign where entry.status.kind != .folder {
      try carry(entry)
    }
    for file in plan.written { try FileSystem.create(new.appending(file.path), file.bytes) }
    for folder in plan.folders.reversed() {
      if let status = site.status(of: folder), status.kind == .folder {
        try FileSystem.setMode(status.mode, of: new.appending(folder))
      }
      try OpenFile(reading: new.appending(folder)).flush()
    }
    if let status = site.folder { try FileSystem.setMode(status.mode, of: new) }
    try OpenFile(reading: new).flush()
  }

  private func carry(_ entry: OldSite.Entry) throws(FileFailure) {
    let (from, to) = (place.appending(entry.path), new.appending(entry.path))
    do {
      try FileSystem.link(from, to: to)
    } catch {
      guard error.saysLinkIsMissing else { throw error }
      try FileSystem.copy(from, to: to, status: entry.status)
    }
  }

  /// Removes a folder and all in it; nothing there is fine.
  static func removeTree(_ path: FilePath) throws(FileFailure) {
    guard let status = try FileStatus(of: path) else { return }
    guard status.kind == .folder else { return try FileSystem.removeFile(path) }
    for name in try FileSystem.names(in: path) { try removeTree(path.appending(name)) }
    try FileSystem.removeFolder(path)
  }
}
