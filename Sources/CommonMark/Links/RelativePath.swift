/// Paths as links between files name them.
package enum RelativePath {
  /// The path from the project's folder of what `file` calls `path`; `..` above it stays and matches nothing.
  package static func resolved(_ path: String, from file: String) -> String {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// How `file` would name `target`, both from the project's folder.
  package static func to(_ target: String, from file: String) -> String {
    let here = file.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    let shared = zip(here, there).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared).map(String.init))
      .joined(separator: "/")
  }
}
