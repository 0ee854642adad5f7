/// Why a new project could not be made.
extension Diagnostic {
  package static func initWouldOverwrite(_ paths: [String]) -> Diagnostic {
    Diagnostic(
      .error, "init/files-exist", at: nil,
      "nothing was written, because \(paths.count == 1 ? "this is" : "these are") there already: "
        + paths.joined(separator: ", "),
      hint: "move \(paths.count == 1 ? "it" : "them") away or name another folder")
  }

  package static func initFailed(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "init/failed", at: nil, "'\(path)' cannot be written: \(reason)",
      hint: "name a folder in which you may write")
  }
}
