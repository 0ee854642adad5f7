import ArgumentParser
import Audit
import Foundation

/// `cxaudit init [DIR]`: a new project folder.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new project folder with commented examples.",
    discussion: """
      The new project builds at once. It holds a configuration, a small survey with its codebook, a note, a correction \
      plan, an ignore file, and workflows that publish the site on GitHub Pages and GitLab Pages. A file that is there \
      already is never overwritten: then nothing is written at all.

      Examples:
        cxaudit init                  in this folder
        cxaudit init my-audit         in a new folder
      """)

  @Argument(help: "The folder; it is made if it does not exist.")
  var folder = "."

  func run() throws {
    let present = NewProject.files.filter { isSomethingAt(place(of: $0)) }
    guard present.isEmpty else {
      Reporter(project: folder).report(.initWouldOverwrite(present.map { shown($0) }))
      throw ExitCode(ExitStatus.problems.rawValue)
    }
    for file in NewProject.files { try write(file) }
    let enter = folder == "." ? "" : "cd \(folder) && "
    try Console.output(NewProject.files.map { "\(shown($0))\n" }.joined() + "\nNext: \(enter)cxaudit build\n")
  }

  private func write(_ file: NewProject.File) throws {
    let place = place(of: file)
    do {
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place, options: .withoutOverwriting)
    } catch {
      let reason = (error as? CocoaError)?.code == .fileWriteOutOfSpace ? "the disk is full" : "no permission"
      Reporter(project: folder).report(.initFailed(shown(file), reason: reason))
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  private func place(of file: NewProject.File) -> URL {
    URL(filePath: folder, directoryHint: .isDirectory).appending(path: file.path)
  }

  /// A link that leads nowhere counts too.
  private func isSomethingAt(_ place: URL) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: place.path(percentEncoded: false))) != nil
  }

  private func shown(_ file: NewProject.File) -> String { ProjectPrefix(project: folder).path(of: file.path) }
}
