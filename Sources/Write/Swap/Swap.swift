/// How a new site takes the place of an old one.
enum Swap {
  /// Both folders change places in one step.
  case exchange
  /// The old one moves away, then the new one moves in; a crash between the two is mended by the next build.
  case twoRenames

  /// Puts the staged site in its place.
  ///
  /// - Returns: where the old site is now; nil when there was none.
  func run(_ staging: Staging, over site: OldSite) throws(FileFailure) -> FilePath? {
    guard site.folder != nil else {
      try FileSystem.rename(staging.new, to: staging.place)
      return nil
    }
    switch self {
    case .exchange:
      do {
        try FileSystem.exchange(staging.new, staging.place)
        return staging.new
      } catch {
        guard error.saysExchangeIsMissing else { throw error }
        return try Swap.twoRenames.run(staging, over: site)
      }
    case .twoRenames:
      try FileSystem.rename(staging.place, to: staging.old)
      do {
        try FileSystem.rename(staging.new, to: staging.place)
      } catch {
        try FileSystem.rename(staging.old, to: staging.place)
        throw error
      }
      return staging.old
    }
  }

  /// Removes what was swapped out, except files that somebody put there since the site was read: these move to the new
  /// site.
  ///
  /// A file of ours that cannot be removed stays for the next build to clean up.
  static func clear(_ swappedOut: FilePath, _ site: OldSite, movingStrangersTo place: FilePath) {
    let known = Dictionary(site.entries.map { ($0.path, $0) }) { first, _ in first }
    func clear(_ folder: FilePath) {
      for name in (try? FileSystem.names(in: swappedOut.appending(folder))) ?? [] {
        let path = folder.appending(name)
        let from = swappedOut.appending(path)
        guard let status = try? FileStatus(of: from) else { continue }
        if status.kind == .folder {
          clear(path)
        } else if let entry = known[path], site.isOurs(entry) || entry.status == status {
          try? FileSystem.removeFile(from)
        } else {
          try? FileSystem.createFolders(place.appending(path).parent)
          try? FileSystem.rename(from, to: place.appending(path))
        }
      }
      try? FileSystem.removeFolder(swappedOut.appending(folder))
    }
    clear(FilePath(""))
  }
}
