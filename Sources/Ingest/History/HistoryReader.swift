import Audit

/// Reads the registers that are kept under `content/history`.
struct HistoryReader {
  let input: InputReader
  let configuration: Configuration

  /// In the order of their days; `files` are named after them.
  func read(_ files: [String]) -> (snapshots: [Snapshot], diagnostics: [Diagnostic]) {
    var snapshots: [Snapshot] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      switch input.bytes(of: file).flatMap({ RegisterReader.read($0, file: file) }) {
      case .success(let register):
        if let problem = problem(register, file) { diagnostics.append(problem) }
        snapshots.append(Snapshot(file: file, register: register))
      case .failure(let problem): diagnostics.append(problem.diagnostic)
      }
    }
    return (snapshots.sorted { $0.register.day.ordinal < $1.register.day.ordinal }, diagnostics)
  }

  /// A project is the same as long as it keeps its title or its client; the title that nobody gave tells of no project.
  private func problem(_ register: KeptRegister, _ file: String) -> Diagnostic? {
    let isSameClient = register.client == configuration.client
    let title = configuration.keptTitle
    let isTitled = title != Configuration().keptTitle || register.client == nil || configuration.client == nil
    guard isSameClient && register.client != nil || isTitled && register.project == title else {
      return .snapshotOfOtherProject(file, project: register.project, own: title)
    }
    return Self.day(of: file) == register.day ? nil : .snapshotOfOtherDay(file, day: register.day)
  }

  /// The day that a file is named after; nil for another name.
  static func day(of file: String) -> Day? {
    let name = file.split(separator: "/").last ?? ""
    return name.hasSuffix(".json") ? Day(iso: name.dropLast(".json".count)) : nil
  }
}
