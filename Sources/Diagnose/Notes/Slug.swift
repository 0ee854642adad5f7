import Audit

/// The part of an id that comes from a title: `[a-z0-9-]`, at most 48 bytes.
enum Slug {
  static func of(_ title: String) -> String {
    var slug = ""
    var isBetween = false
    for scalar in title.unicodeScalars {
      let letters = ascii(scalar)
      guard !letters.isEmpty else {
        isBetween = isBetween || !isInsideWord(scalar)
        continue
      }
      if isBetween, !slug.isEmpty { slug += "-" }
      isBetween = false
      slug += letters
    }
    return slug.isEmpty ? fingerprint(title) : shortened(slug)
  }

  /// Apostrophes and combining marks do not part words.
  private static func isInsideWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Lower-case ASCII for a letter or digit: the letter itself, or the base that its Unicode name says
  /// ("LATIN SMALL LETTER E WITH ACUTE"); empty for anything else.
  private static func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return String(scalar).lowercased()
    case "ß", "ẞ": return "ss"
    case "æ", "Æ": return "ae"
    case "œ", "Œ": return "oe"
    case "þ", "Þ": return "th"
    case "ð", "Ð": return "d"
    default: break
    }
    guard !scalar.isASCII, let name = scalar.properties.name else { return "" }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      words.count == 4 || words[4] == "WITH"
    else { return "" }
    return words[3].lowercased()
  }

  /// Cut at the last word that fits.
  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > 48 else { return slug }
    let cut = slug.prefix(48)
    guard !slug.dropFirst(48).hasPrefix("-"), let last = cut.lastIndex(of: "-") else { return String(cut) }
    return String(cut[..<last])
  }

  /// Eight hex digits for a title without a Latin letter or digit, as names of files have them.
  private static func fingerprint(_ title: String) -> String {
    String(SHA256.hexDigest(of: Array(title.utf8)).prefix(8))
  }
}
