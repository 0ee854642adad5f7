/// Where a site may be written, and what became of it there.
extension Diagnostic {
  package static func outputIsProject(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/refused", at: nil, "the output '\(path)' is the project folder itself",
      hint: "give --output a folder of its own, such as site")
  }

  /// `input` is `content` or `templates`.
  package static func outputInside(_ path: String, input: String) -> Diagnostic {
    Diagnostic(
      .error, "output/refused", at: nil, "the output '\(path)' is \(input)/ or lies inside it",
      hint: "give --output a folder of its own, such as site")
  }

  package static func outputAbove(_ path: String, input: String) -> Diagnostic {
    Diagnostic(
      .error, "output/refused", at: nil, "the output '\(path)' holds \(input)/, which is read",
      hint: "give --output a folder of its own, such as site")
  }

  package static func outputIsLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/refused", at: nil, "the output '\(path)' is a symbolic link",
      hint: "give --output the folder that it leads to")
  }

  package static func outputIsFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/refused", at: nil, "the output '\(path)' is a file, not a folder",
      hint: "move the file away or give --output another name")
  }

  package static func outputNotWritable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/not-writable", at: nil, "the output '\(path)' cannot be written: no permission",
      hint: "allow writing in the folder that holds it or give --output another place")
  }

  /// `path` is the file or folder that failed; the old site is as it was.
  package static func outputFailed(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "output/failed", at: nil, "'\(path)' cannot be written: \(reason)",
      hint: "the site that was there is unchanged")
  }

  package static func outputHeldByForeignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/foreign-file-in-the-way", at: nil,
      "'\(path)' is to be written, but something that cxaudit did not write is there",
      hint: "move it away, or delete it if nobody needs it")
  }

  /// Stands behind the first few of them.
  package static func moreForeignFilesInTheWay(_ count: Int) -> Diagnostic {
    Diagnostic(
      .error, "output/foreign-file-in-the-way", at: nil,
      "\(count) more \(count == 1 ? "file is" : "files are") in the way of what is to be written",
      hint: "where the whole folder was written by cxaudit and its data/manifest.json was lost, delete the folder")
  }

  /// Files in the output that were left as they are; the first few are named.
  package static func foreignFilesLeft(_ paths: [String], in output: String) -> Diagnostic {
    let named = paths.prefix(5).joined(separator: ", ")
    let rest = paths.count > 5 ? " and \(paths.count - 5) more" : ""
    let files = paths.count == 1 ? "a file" : "\(paths.count) files"
    return Diagnostic(
      .note, "output/foreign-files", at: nil,
      "\(output) holds \(files) that cxaudit did not write, left as they are: \(named)\(rest)")
  }

  /// A link of a finished page that leads nowhere.
  package static func brokenLink(_ target: String, on page: String) -> Diagnostic {
    Diagnostic(
      .warning, "site/broken-link", at: nil, "the page \(page) links to '\(target)', which is not in the site",
      hint: "look into templates/ if the project has its own, else please report it as an error of cxaudit")
  }
}
