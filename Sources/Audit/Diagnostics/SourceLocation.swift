/// A place in an input file: path relative to the project, 1-based line, 1-based column in Unicode scalars.
///
/// A location without a line speaks of the whole file.
package struct SourceLocation: Hashable, Sendable {
  package let file: String
  package let line: Int?
  package let column: Int?

  package init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  /// By file, line and column; what speaks of a whole file stands behind its lines.
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    return (left.line ?? .max, left.column ?? 0) < (right.line ?? .max, right.column ?? 0)
  }
}

extension SourceLocation: Codable {}
