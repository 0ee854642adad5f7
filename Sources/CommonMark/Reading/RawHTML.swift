/// A piece of HTML in a Markdown text. It is never passed on: a line break stays one, a comment is left out as its
/// writer meant, and everything else is shown as it was written.
enum RawHTML: Equatable {
  case lineBreak
  case comment
  case shown(String)

  init(_ literal: String) {
    let trimmed = literal.trimmingBlanks
    if ["<br>", "<br/>", "<br />"].contains(trimmed.lowercased()) {
      self = .lineBreak
    } else if trimmed.hasPrefix("<!--"), trimmed.hasSuffix("-->"), !trimmed.dropFirst(4).dropLast(3).contains("-->") {
      self = .comment
    } else {
      self = .shown(literal)
    }
  }

  var plainText: String {
    switch self {
    case .lineBreak: "\n"
    case .comment: ""
    case .shown(let text): text
    }
  }
}

extension StringProtocol {
  /// Without the blanks, tabs and line breaks at both ends.
  var trimmingBlanks: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }), let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[start...end])
  }
}
