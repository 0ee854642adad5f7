package import Audit

/// The lines of settings, codebooks and notes for diagnostics that know their place alone: those of later stages, which have
/// the files no longer at hand.
package struct SourceLines {
  private let reader: InputReader
  /// Read so far; nil for what cannot be read.
  private var texts: [String: SourceText?] = [:]

  package init(project: String) {
    reader = InputReader(root: project)
  }

  /// The diagnostic with the line that it points to, and the word there marked.
  package mutating func shown(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.excerpt == nil, let location = diagnostic.location, let line = location.line,
      let column = location.column, let text = text(of: location.file)?.line(line)
    else { return diagnostic }
    let word = SourceLines.word(in: text, at: column)
    return diagnostic.showing(Excerpt(line: text, column: column, length: word))
  }

  /// Surveys are left alone: they can be larger than memory, and in any encoding.
  private mutating func text(of file: String) -> SourceText? {
    guard file.hasSuffix(".yml") || file.hasSuffix(".md") else { return nil }
    if let known = texts[file] { return known }
    let read = try? reader.text(of: file).get()
    texts[file] = .some(read)
    return read
  }

  /// Scalars of the value that begins in a column, at least 1: what stands in quotes or braces, or up to a space or a mark of
  /// YAML.
  private static func word(in line: Substring, at column: Int) -> Int {
    let rest = line.unicodeScalars.dropFirst(column - 1)
    guard let first = rest.first else { return 1 }
    let ends: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "{": "}", "[": "]"]
    if let end = ends[first] {
      let inside = rest.dropFirst().prefix { $0 != end }
      if inside.endIndex != rest.endIndex { return inside.count + 2 }
    }
    let word = rest.prefix { !$0.properties.isWhitespace && !",]}".unicodeScalars.contains($0) }
    return max(1, word.last == ":" ? word.count - 1 : word.count)
  }
}
