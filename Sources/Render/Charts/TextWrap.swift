/// Breaks labels into lines that fit a width.
enum TextWrap {
  /// At most `limit` lines, each no wider than `width` at this size; what does not fit ends in an ellipsis.
  ///
  /// Breaks at spaces, behind hyphens and slashes, and between the characters of scripts without spaces; a word longer
  /// than a line is broken where it must.
  static func lines(_ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int) -> [String] {
    let fits = { (line: String) in TextWidth.of(line, size: size, isBold: isBold) <= width }
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if fits(trimmed(line + piece)) {
        line += piece
        continue
      }
      if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
      line = piece
      while !fits(trimmed(line)) {
        let (head, tail) = split(line, where: fits)
        lines.append(head)
        line = tail
      }
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    guard lines.count > limit else { return lines }
    var last = lines[limit - 1]
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    return lines.prefix(limit - 1) + [trimmed(last) + "…"]
  }

  /// The width in which no word has to be split, at most that of nine digits.
  static func leastWidth(_ text: String, size: Double) -> Double {
    let widest = pieces(of: text).map { TextWidth.of(trimmed($0), size: size) }.max() ?? 0
    return min(widest, TextWidth.of("000000000", size: size))
  }

  /// Parts between which a line may break; each keeps the space or hyphen at its end.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      if breaksAnywhere(character), !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      let isSpace = character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
      piece.append(isSpace ? " " : character)
      if isSpace || character == "-" || character == "/" || character == "\u{200B}" || breaksAnywhere(character) {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func breaksAnywhere(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7FF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }

  /// The longest beginning that fits, at least one character, and the rest.
  private static func split(_ word: String, where fits: (String) -> Bool) -> (head: String, tail: String) {
    var head = ""
    var rest = word[...]
    while let next = rest.first, head.isEmpty || fits(head + String(next) + "-") {
      head.append(next)
      rest.removeFirst()
    }
    let isInsideWord = head.last?.isLetter == true && rest.first?.isLetter == true && head.count > 1
    return (isInsideWord ? head + "-" : head, String(rest))
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.first == " " { line.removeFirst() }
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
