/// The ids of one page: each is given once.
package struct Anchors: Sendable {
  private var taken: Set<String>
  private var next: [String: Int] = [:]

  /// `reserved` are the ids that the page uses itself.
  package init(reserved: [String] = []) { taken = Set(reserved) }

  package func contains(_ id: String) -> Bool { taken.contains(id) }

  /// An id for a heading: its slug; for the second of the same slug with `-1` behind, as GitHub does.
  package mutating func claim(_ text: String) -> String {
    let slug = Self.slug(of: text)
    var id = slug
    while !taken.insert(id).inserted {
      let number = next[slug, default: 1]
      next[slug] = number + 1
      id = "\(slug)-\(number)"
    }
    return id
  }

  /// A text as an id: its plain name, `section` where nothing is left.
  package static func slug(of text: String) -> String {
    let name = plainName(of: text)
    return name.isEmpty ? "section" : name
  }

  /// A text in lower case letters a–z, digits and single hyphens between them; may be empty.
  package static func plainName(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case " ", "-", "_", "\n", "\t": if !slug.isEmpty, slug.last != "-" { slug += "-" }
      default: slug += plainLetters(for: scalar)
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }

  /// The letters a–z that stand for an accented Latin letter in lower case; empty for all others.
  private static func plainLetters(for scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å", "ā", "ă", "ą": "a"
    case "ç", "ć", "ĉ", "ċ", "č": "c"
    case "ď", "đ", "ð": "d"
    case "è", "é", "ê", "ë", "ē", "ĕ", "ė", "ę", "ě": "e"
    case "ĝ", "ğ", "ġ", "ģ": "g"
    case "ì", "í", "î", "ï", "ĩ", "ī", "ĭ", "į", "ı": "i"
    case "ķ": "k"
    case "ĺ", "ļ", "ľ", "ł": "l"
    case "ñ", "ń", "ņ", "ň": "n"
    case "ò", "ó", "ô", "õ", "ö", "ø", "ō", "ŏ", "ő": "o"
    case "ŕ", "ŗ", "ř": "r"
    case "ś", "ŝ", "ş", "š", "ș": "s"
    case "ţ", "ť", "ț": "t"
    case "ù", "ú", "û", "ü", "ũ", "ū", "ŭ", "ů", "ű", "ų": "u"
    case "ý", "ÿ": "y"
    case "ź", "ż", "ž": "z"
    case "æ": "ae"
    case "œ": "oe"
    case "ß": "ss"
    case "þ": "th"
    default: ""
    }
  }
}
