import Audit
import CommonMark

/// Boxes that are none: `- []`, `- [X ]`, which Markdown shows as text.
enum BoxSpelling {
  private static let wrong = ["[]", "[x ]", "[ x]", "[ x ]", "[  ]"]

  static func problem(of item: Block, in source: SourceText) -> Diagnostic? {
    let text = item.plainText.lowercased()
    guard let found = wrong.first(where: { text == $0 || text.hasPrefix($0 + " ") }),
      let line = source.line(item.line),
      let box = line.lowercased().unicodeScalars.firstOffset(of: found)
    else { return nil }
    let written = String(
      String.UnicodeScalarView(line.unicodeScalars.dropFirst(box).prefix(found.unicodeScalars.count)))
    let span = TextSpan(line: item.line, column: box + 1, length: found.unicodeScalars.count)
    return .noBox(written, instead: found.contains("x") ? "[x]" : "[ ]", at: source.place(of: span))
  }
}
