/// Why a report could not be printed to a PDF.
extension Diagnostic {
  package static func printNoBrowser(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .error, "pdf/no-browser", at: nil,
      "no browser was found that prints to PDF; looked for \(names.joined(separator: ", "))",
      hint: "install Chromium or Google Chrome, or name one: --browser /path/to/chromium; "
        + "print.html of the site prints from any browser")
  }

  package static func printFailed(_ browser: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "pdf/browser-failed", at: nil, "'\(browser)' did not make a PDF: \(reason)",
      hint: "open print.html of the site in a browser and print it there")
  }

  package static func printNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "pdf/not-written", at: nil, "'\(path)' cannot be written",
      hint: "name a file in a folder in which you may write: --output FILE")
  }
}
