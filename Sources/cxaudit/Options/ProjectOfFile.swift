import Audit
import Foundation
import Ingest

/// The project that a single file belongs to.
struct ProjectOfFile {
  let file: String
  /// What `--project` says; nil where it is not given.
  let project: String?
  var jobs = 1

  /// The project's configuration, where there is one; else the defaults.
  func configuration(_ log: inout StageLog) throws(StageLog.Stopped) -> Configuration {
    guard let folder = project ?? (isInCurrentFolder ? "." : nil) else { return Configuration() }
    let reading = ProjectReader(root: folder, jobs: jobs).configuration()
    return try log.keep(reading.configuration, reading.log.entries)
  }

  private var isInCurrentFolder: Bool {
    // Standard input lies nowhere.
    if file == "-" { return false }
    let here = URL(filePath: ".", directoryHint: .isDirectory).resolvingSymlinksInPath().pathComponents
    return URL(filePath: file).resolvingSymlinksInPath().pathComponents.starts(with: here)
  }
}
