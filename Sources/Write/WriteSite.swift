package import Audit

/// What became of a site that was to be written.
package struct WriteResult: Hashable, Sendable {
  package var diagnostics: [Diagnostic]
  /// Nil when nothing was written; then the old site is as it was.
  package var written: Counts?

  /// Files of ours, the manifest among them.
  package struct Counts: Hashable, Sendable {
    package var written: Int
    package var unchanged: Int
    package var removed: Int
    /// Paths that were written, relative to the site, in byte order.
    package var paths: [String]

    package var files: Int { written + unchanged }
  }
}

/// Writes a site: built whole beside the old one, then swapped in, so that nobody ever sees half of it.
///
/// Files with the same bytes keep their times; files that cxaudit did not write stay and are named in a note; one of them
/// in the way of ours is an error. When anything fails the old site stays as it was.
package func write(_ site: Site, from origin: Origin, to output: OutputFolder) -> WriteResult {
  write(site, from: origin, to: output, by: .exchange)
}

func write(_ site: Site, from origin: Origin, to output: OutputFolder, by swap: Swap) -> WriteResult {
  let whole = Site(files: site.files + [Manifest.file(for: site, from: origin)])
  do {
    return try replace(output, with: whole, by: swap)
  } catch {
    let isOutput = error.path == output.place || error.path.parent == output.place.parent
    if error.isDenied, isOutput {
      return WriteResult(diagnostics: [.outputNotWritable(output.path)], written: nil)
    }
    return WriteResult(
      diagnostics: [.outputFailed(shown(error.path, in: output), reason: error.reason)], written: nil)
  }
}

private func replace(
  _ output: OutputFolder, with site: Site, by swap: Swap
) throws(FileFailure) -> WriteResult {
  let parent = output.place.parent
  try FileSystem.createFolders(parent)
  let turn = try OpenFile(reading: parent)
  turn.lock()

  let staging = Staging(for: output.place)
  try staging.mend()
  let old = try OldSite(at: output.place)
  let plan = try SitePlan(of: site, over: old, at: output.place)
  guard plan.conflicts.isEmpty else {
    let shown = plan.conflicts.map { "\(output.path)/\($0.text)" }
    return WriteResult(diagnostics: conflictDiagnostics(shown), written: nil)
  }
  if old.folder == nil || !plan.changesNothing {
    do {
      try staging.fill(plan, over: old)
      if let swappedOut = try swap.run(staging, over: old) {
        try turn.flush()
        Swap.clear(swappedOut, old, movingStrangersTo: output.place)
      }
    } catch {
      try? Staging.removeTree(staging.new)
      throw error
    }
  }
  let strangers = plan.foreign.filter { $0.status.kind != .folder }.map(\.path.text)
  return WriteResult(
    diagnostics: strangers.isEmpty ? [] : [.foreignFilesLeft(strangers, in: output.path)],
    written: WriteResult.Counts(
      written: plan.written.count, unchanged: plan.unchanged.count, removed: plan.removed.count,
      paths: plan.written.map(\.path)))
}

/// The first few, and how many more there are.
private func conflictDiagnostics(_ paths: [String]) -> [Diagnostic] {
  let named = paths.prefix(10).map(Diagnostic.outputHeldByForeignFile)
  return paths.count > 10 ? named + [.moreForeignFilesInTheWay(paths.count - 10)] : named
}

/// A path of the output or its staging as a person knows it.
private func shown(_ path: FilePath, in output: OutputFolder) -> String {
  let staging = Staging(for: output.place)
  for place in [output.place, staging.new, staging.old] where path.isInside(place) {
    let rest = path.names.dropFirst(place.names.count).map(\.text)
    return ([output.path] + rest).joined(separator: "/")
  }
  return path.text
}
