import Foundation
import TestSupport
import Testing

@Suite("cxaudit pdf") struct PDFCommandTests {
  /// Where no browser is installed there is nothing to print with; the others are tested all the same.
  private static let hasBrowser = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("prints the whole report and leaves nothing else behind", .enabled(if: hasBrowser, "no browser is installed"))
  func prints() throws {
    let folder = try Project.initial()
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
    let run = try Command.run(["pdf", "-q"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let pdf = try Data(contentsOf: URL(filePath: folder.path("report.pdf")))
    #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count > 20_000)
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
    #expect(after == (before + ["report.pdf"]).sorted())
  }

  @Test("says that there is no browser, and what to do")
  func noBrowser() throws {
    let folder = try Project.initial()
    let run = try Command.run(["pdf", "--browser", "no-such-browser"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("no browser was found that prints to PDF; looked for no-such-browser"), "\(run.errors)")
    #expect(run.errors.contains("pdf/no-browser"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("report.pdf")))
  }

  @Test("says that a program that is named did not print")
  func notABrowser() throws {
    let folder = try Project.initial()
    let run = try Command.run(["pdf", "--browser", "/bin/false"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("'/bin/false' did not make a PDF: it ended with status 1"), "\(run.errors)")
  }
}
