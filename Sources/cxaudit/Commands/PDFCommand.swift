import ArgumentParser
import Audit
import Foundation

/// `cxaudit pdf`: the print edition through an installed browser.
struct PDFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Prints the whole report to a PDF, through an installed browser.",
    discussion: """
      The pages are made anew, in memory; site/ stays as it is. Chromium, Google Chrome or Edge prints them.

      Examples:
        cxaudit pdf                                    report.pdf in this project
        cxaudit pdf --output board.pdf                 another file
        cxaudit pdf --browser /opt/chrome/chrome       a browser that is not on the path
      """)

  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp("Where the PDF goes. Default: report.pdf in the project.", valueName: "file"),
    completion: .file(extensions: ["pdf"]))
  var output: String?

  @Option(help: ArgumentHelp("The browser to print with.", valueName: "program"), completion: .file())
  var browser: String?

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let path = output ?? ProjectPrefix(project: project.project).path(of: "report.pdf")
    try await ProjectRun(project, reporting).result { pipeline in
      // First, so that nobody waits for a report that cannot be printed.
      guard let browser = Browser(named: browser) else {
        throw pipeline.stopped(by: .printNoBrowser(browser.map { [$0] } ?? Browser.names))
      }
      let (_, site) = try await pipeline.report()
      pipeline.progress.show("Printing")
      try print(site, with: browser, to: path, &pipeline)
    }
    if !reporting.quiet { try Console.output("\(path)\n") }
  }

  private func print(
    _ site: Site, with browser: Browser, to path: String, _ pipeline: inout Pipeline
  ) throws(StageLog.Stopped) {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "cxaudit-pdf-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let pages = folder.appending(path: "site")
    let printed = folder.appending(path: "report.pdf")
    do {
      // The print edition and what it shows; the machine-readable files are not part of it.
      for file in site.files where !file.path.hasPrefix("data/") {
        let place = pages.appending(path: file.path)
        try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    } catch {
      throw pipeline.stopped(by: .printNotWritten(folder.path))
    }
    if let problem = browser.print(
      pages.appending(path: "print.html"), to: printed, profile: folder.appending(path: "profile"))
    {
      throw pipeline.stopped(by: .printFailed(browser.path, reason: problem))
    }
    do {
      try Data(contentsOf: printed).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw pipeline.stopped(by: .printNotWritten(path))
    }
  }
}
