import Audit
import Foundation
import Ingest

/// `cxaudit survey FILE --quotes`: adds what may be cleared to `content/quotes.yml`.
struct QuotesCommand {
  let file: String
  /// What `--project` says; nil where it is not given.
  let project: String?

  /// What was done, for people.
  func run(_ log: inout StageLog) async throws(StageLog.Stopped) -> String {
    let folder = project ?? "."
    guard let path = relativePath(in: folder) else { return try log.keep(nil, [.quotesNoProject(file)]) }
    let reading = await ProjectReader(root: folder, jobs: 1).read()
    // What is stale is said below, beside what is new.
    let project = try log.keep(reading.project, reading.log.entries.filter { $0.id != "quotes/stale" })
    let target = "\(folder)/\(QuotesOffer.file)"
    let existing = try? String(contentsOfFile: target, encoding: .utf8)
    let made = QuotesOffer.make(for: path, in: project, existing: existing)
    let offer = try log.keep(made.offer, made.diagnostics)
    if offer.added > 0 {
      do {
        try Data(offer.text.utf8).write(to: URL(filePath: target), options: .atomic)
      } catch {
        return try log.keep(nil, [.quotesNotWritten(QuotesOffer.file, reason: WritingFailure.reason(error))])
      }
    }
    return text(offer)
  }

  private func text(_ offer: QuotesOffer) -> String {
    var lines: [String] = []
    func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    lines.append(
      offer.added == 0
        ? "Nothing new to offer for quoting."
        : "Added \(counted(offer.added, "comment", "comments")) to \(QuotesOffer.file): read each, set 'ok: true' for "
          + "what may be shown, then 'cxaudit build'.")
    if offer.kept > 0 {
      lines.append("Left as they were: \(counted(offer.kept, "entry", "entries")), \(offer.cleared) of them cleared.")
    }
    if !offer.stale.isEmpty {
      lines.append(
        "In no survey any more, kept: \(offer.stale.prefix(5).joined(separator: ", "))\(offer.stale.count > 5 ? ", …" : "")."
      )
    }
    if offer.tooFew > 0 {
      lines.append(
        "Not offered: \(counted(offer.tooFew, "theme and place", "themes and places")) with too few comments to quote from."
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Nil where the file lies outside the folder.
  private func relativePath(in folder: String) -> String? {
    let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath().pathComponents
    let path = URL(filePath: file).resolvingSymlinksInPath().pathComponents
    guard path.starts(with: root), path.count > root.count else { return nil }
    return path.dropFirst(root.count).joined(separator: "/")
  }
}
