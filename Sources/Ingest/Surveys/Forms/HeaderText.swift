/// The text of a header cell: without markup, and with plain blanks.
///
/// Survey tools keep what their editors wrote: tags, entities, no-break spaces, line breaks, even NUL bytes.
struct HeaderText: Hashable, Sendable {
  /// Tags are gone, entities are what they stand for, and each run of blanks and line breaks is one blank.
  let plain: String
  /// NUL bytes that were removed.
  let nulBytes: Int

  init(_ raw: String) {
    var scalars = String.UnicodeScalarView()
    var nulBytes = 0
    var rest = raw.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<", let tag = HeaderTag(rest) {
        if tag.breaksText { scalars.append(" ") }
        rest = rest[tag.end...]
      } else if scalar == "&", let entity = HeaderEntity(rest) {
        scalars.append(contentsOf: entity.text.unicodeScalars)
        rest = rest[entity.end...]
      } else {
        if scalar == "\0" { nulBytes += 1 } else { scalars.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    plain = HeaderText.withSingleBlanks(scalars)
    self.nulBytes = nulBytes
  }

  private static func withSingleBlanks(_ scalars: String.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in scalars where scalar != "\u{FEFF}" && scalar != "\u{200B}" {
      if scalar.properties.isWhitespace {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// An HTML tag at the beginning of a text: `<br />`, `</span>`.
private struct HeaderTag {
  let end: String.UnicodeScalarView.Index
  /// It stands between two lines.
  let breaksText: Bool

  /// Scalars within which a tag ends.
  private static let longest = 2048
  private static let breaking: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "tbody", "tr", "td", "th",
  ]
  private static let inline: Set<String> = [
    "a", "b", "big", "center", "em", "font", "i", "img", "label", "o:p", "s", "small", "span", "strike", "strong",
    "sub",
    "sup", "u",
  ]

  /// Nil unless the name is one of HTML: `< 18` and `<none>` are text.
  init?(_ text: Substring.UnicodeScalarView) {
    var inside = text.dropFirst().prefix(HeaderTag.longest)
    guard let close = inside.firstIndex(of: ">") else { return nil }
    inside = inside[..<close]
    if inside.first == "/" { inside = inside.dropFirst() }
    let name = String(inside.prefix { $0 != " " && $0 != "/" && $0 != "\n" && $0 != "\u{A0}" }).lowercased()
    breaksText = HeaderTag.breaking.contains(name)
    guard breaksText || HeaderTag.inline.contains(name) else { return nil }
    end = text.index(after: close)
  }
}

/// A character reference at the beginning of a text: `&amp;`, `&#8217;`, `&#x27;`.
private struct HeaderEntity {
  let end: String.UnicodeScalarView.Index
  let text: String

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "", "zwnj": "", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«",
    "raquo": "»", "hellip": "…", "bull": "•", "middot": "·", "deg": "°", "euro": "€", "pound": "£", "yen": "¥",
    "sect": "§", "copy": "©", "reg": "®", "trade": "™", "times": "×", "plusmn": "±", "auml": "ä", "ouml": "ö",
    "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "aacute": "á", "agrave": "à", "acirc": "â",
    "aring": "å", "aelig": "æ", "ccedil": "ç", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "iacute": "í",
    "igrave": "ì", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "oslash": "ø",
    "uacute": "ú", "ugrave": "ù", "ucirc": "û", "iexcl": "¡", "iquest": "¿",
  ]

  /// Nil unless it is a known name or a valid number with its semicolon.
  init?(_ text: Substring.UnicodeScalarView) {
    guard let close = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = String(text[text.index(after: text.startIndex)..<close])
    end = text.index(after: close)
    if let known = HeaderEntity.named[name] {
      self.text = known
      return
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.utf8.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let number = UInt32(String(Substring(digits)), radix: isHexadecimal ? 16 : 10), number != 0,
      let scalar = Unicode.Scalar(number)
    else { return nil }
    self.text = String(scalar)
  }
}
