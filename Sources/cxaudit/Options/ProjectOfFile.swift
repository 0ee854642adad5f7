import Audit
import Foundation
import Ingest

/// The project that files named one by one belong to.
struct ProjectOfFile {
  let files: [String]
  /// What `--project` says; nil where it is not given.
  let project: String?
  let jobs: Int

  init(file: String, project: String?, jobs: Int = 1) {
    self.init(files: [file], project: project, jobs: jobs)
  }

  init(files: [String], project: String?, jobs: Int = 1) {
    (self.files, self.project, self.jobs) = (files, project, jobs)
  }

  /// The project's configuration, where there is one; else the defaults.
  func configuration(_ log: inout StageLog) throws(StageLog.Stopped) -> Configuration {
    guard let folder = project ?? (isInCurrentFolder ? "." : nil) else { return Configuration() }
    let reading = ProjectReader(root: folder, jobs: jobs).configuration()
    return try log.keep(reading.configuration, reading.log.entries)
  }

  /// All of them.
  private var isInCurrentFolder: Bool {
    let here = URL(filePath: ".", directoryHint: .isDirectory).resolvingSymlinksInPath().pathComponents
    // Standard input lies nowhere.
    return files.allSatisfy { file in
      file != "-" && URL(filePath: file).resolvingSymlinksInPath().pathComponents.starts(with: here)
    }
  }
}
