import Foundation

/// Writes the Swift file that holds the theme: one string literal a file. Run by the `EmbedTheme` plugin as
/// `EmbedThemeTool FOLDER OUTPUT PATH…`, the paths relative to the folder.

/// A Swift string literal of the text, on one line.
func literal(_ text: String) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": literal += "\\\\"
    case "\"": literal += "\\\""
    case "\n": literal += "\\n"
    case "\r": literal += "\\r"
    case "\t": literal += "\\t"
    case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FEFF}": literal += "\\u{\(String(scalar.value, radix: 16))}"
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("error: \(message)\n".utf8))
  exit(1)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else { fail("usage: EmbedThemeTool FOLDER OUTPUT PATH…") }
let folder = URL(filePath: arguments[0], directoryHint: .isDirectory)

var source = "extension Theme {\n  static let embedded: [File] = [\n"
for path in arguments.dropFirst(2) {
  guard let data = try? Data(contentsOf: folder.appending(path: path)) else { fail("cannot read \(path)") }
  guard let text = String(validating: data, as: UTF8.self) else { fail("\(path) is not UTF-8 text") }
  source += "    File(path: \(literal(path)), text: \(literal(text))),\n"
}
source += "  ]\n}\n"

do {
  try Data(source.utf8).write(to: URL(filePath: arguments[1]), options: .atomic)
} catch {
  fail("cannot write \(arguments[1]): \(error)")
}
