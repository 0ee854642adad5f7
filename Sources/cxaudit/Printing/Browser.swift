import Audit
import Foundation

/// An installed Chromium or Chrome that prints a page to a PDF.
struct Browser {
  let path: String

  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
  ]

  private static let applications = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ]

  /// The one that was named, else the first on the path; nil where there is none.
  init?(named name: String?) {
    let environment = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = environment.split(separator: ":").map(String.init)
    func found(_ name: String) -> String? {
      let candidates = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
      return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    let wanted = name.map { [$0] } ?? Self.names + Self.applications
    guard let path = wanted.lazy.compactMap(found).first else { return nil }
    self.path = path
  }

  /// Prints a page; the text says what went wrong, nil where all is well.
  func print(_ page: URL, to file: URL, profile: URL) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-component-update",
      "--no-pdf-header-footer", "--user-data-dir=\(profile.path)", "--print-to-pdf=\(file.path)",
    ]
    // A browser that runs as root, as in a container, has no sandbox; the page is our own and loads nothing.
    if NSUserName() == "root" { process.arguments?.append("--no-sandbox") }
    process.arguments?.append(page.absoluteString)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return "it cannot be started"
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return "it ended with status \(process.terminationStatus)" }
    let head = (try? FileHandle(forReadingFrom: file))?.readData(ofLength: 5)
    return head == Data("%PDF-".utf8) ? nil : "it wrote no PDF"
  }
}
