/// A Swift source as the rules look at it: its lines without comments.
struct SourceFile {
  /// Code only: comments and the text of string literals are left out.
  let lines: [String]

  init(_ text: String) {
    var scanner = CodeScanner()
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { scanner.code(of: $0) }
  }

  /// Modules that the file imports.
  var imports: Set<String> {
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "let", "var", "typealias"]
    var modules: Set<String> = []
    for line in lines {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({
          $0.hasPrefix("@") || ["package", "public", "internal", "private"].contains($0)
        })
      else { continue }
      let named = words[(position + 1)...].drop { kinds.contains($0) }.first
      if let module = named?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }

  /// Whole words and names in code, so that `unsafe` is not found in `isUnsafe`.
  func uses(_ word: String) -> Bool {
    lines.contains { line in
      line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "(" || $0 == ".") }.contains { part in
        part == word || part.split(separator: ".").contains { $0 == word }
          || part.split(separator: "(", omittingEmptySubsequences: false).dropLast().contains { $0 + "(" == word }
      }
    }
  }
}

/// Leaves out comments and string literals, line by line.
private struct CodeScanner {
  private var isInComment = false
  private var isInText = false

  mutating func code(of line: Substring) -> String {
    var code = ""
    var rest = line
    while let character = rest.first {
      if isInComment {
        isInComment = !rest.hasPrefix("*/")
        rest = rest.dropFirst(isInComment ? 1 : 2)
      } else if isInText {
        isInText = !rest.hasPrefix("\"\"\"")
        rest = rest.dropFirst(isInText ? 1 : 3)
      } else if rest.hasPrefix("//") {
        return code
      } else if rest.hasPrefix("/*") {
        isInComment = true
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("\"\"\"") {
        isInText = true
        rest = rest.dropFirst(3)
      } else if character == "\"" {
        rest = CodeScanner.afterLiteral(rest.dropFirst())
      } else {
        code.append(character)
        rest = rest.dropFirst()
      }
    }
    return code
  }

  /// What stands behind the literal's closing quote.
  private static func afterLiteral(_ text: Substring) -> Substring {
    var rest = text
    while let character = rest.first, character != "\"" { rest = rest.dropFirst(character == "\\" ? 2 : 1) }
    return rest.dropFirst()
  }
}
