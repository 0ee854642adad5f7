import TestSupport

/// A Swift source as the rules look at it: its code without comments and without the text of string literals.
struct SourceFile {
  let path: String
  private let lines: [[UInt8]]
  /// Names in the code, `name(` where it is called, and `Type.name` where it is a member.
  private let words: Set<String>

  /// Every source below `Sources`, read once.
  static let all: [SourceFile] = load()

  init(path: String = "", _ text: String) {
    self.path = path
    var scanner = CodeScanner()
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      scanner.code(of: Array($0))
    }
    words = lines.reduce(into: []) { $0.formUnion(SourceFile.words(of: $1)) }
  }

  /// Modules that the file imports.
  var imports: Set<String> {
    let kinds: Set<String> = ["struct", "enum", "class", "protocol", "func", "let", "var", "typealias"]
    let modifiers: Set<String> = ["package", "public", "internal", "private"]
    var modules: Set<String> = []
    for line in lines {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) })
      else { continue }
      let named = words[(position + 1)...].drop { kinds.contains($0) }.first
      if let module = named?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }

  /// Whole words, so that `unsafe` is not found in `isUnsafe`; `name(` finds calls.
  func uses(_ word: String) -> Bool { words.contains(word) }

  private static func words(of line: [UInt8]) -> [String] {
    var words: [String] = []
    var previous = ""
    var position = 0
    while position < line.count {
      guard isNameByte(line[position]) else {
        position += 1
        continue
      }
      let end = line[position...].firstIndex { !isNameByte($0) } ?? line.count
      let word = String(decoding: line[position..<end], as: UTF8.self)
      let isMember = position > 0 && line[position - 1] == UInt8(ascii: ".")
      words.append(word)
      if isMember { words.append("\(previous).\(word)") }
      if end < line.count, line[end] == UInt8(ascii: "(") { words.append(word + "(") }
      previous = word
      position = end
    }
    return words
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
  }

  private static func load() -> [SourceFile] {
    do {
      return try Repository.swiftFiles(below: "Sources").map { SourceFile(path: $0, try Repository.read($0)) }
    } catch {
      // No source at all fails the test that every target has some.
      return []
    }
  }
}

/// Leaves out comments and string literals, line by line.
private struct CodeScanner {
  private var isInComment = false
  private var isInText = false

  mutating func code(of line: [UInt8]) -> [UInt8] {
    var code: [UInt8] = []
    var rest = line[...]
    while let byte = rest.first {
      if isInComment {
        isInComment = !rest.starts(with: "*/".utf8)
        rest = rest.dropFirst(isInComment ? 1 : 2)
      } else if isInText {
        isInText = !rest.starts(with: "\"\"\"".utf8)
        rest = rest.dropFirst(isInText ? 1 : 3)
      } else if rest.starts(with: "//".utf8) {
        return code
      } else if rest.starts(with: "/*".utf8) {
        isInComment = true
        rest = rest.dropFirst(2)
      } else if rest.starts(with: "\"\"\"".utf8) {
        isInText = true
        rest = rest.dropFirst(3)
      } else if byte == UInt8(ascii: "\"") {
        rest = CodeScanner.afterLiteral(rest.dropFirst())
      } else {
        code.append(byte)
        rest = rest.dropFirst()
      }
    }
    return code
  }

  /// What stands behind the literal's closing quote.
  private static func afterLiteral(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let byte = rest.first, byte != UInt8(ascii: "\"") {
      rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    return rest.dropFirst()
  }
}
