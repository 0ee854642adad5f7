/// Addresses of the net: links, mail, machines, handles.
enum AddressRules {
  static func maskLinks(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      guard !isWordPart(text[index - 1]), let length = linkStart(text, at: index) else {
        index += 1
        continue
      }
      var end = index + length
      while end < text.count, end - index < 2048, let scalar = text[end], isLinkPart(scalar) { end += 1 }
      // A stop at the end is the sentence's.
      while end > index + length, let last = text[end - 1], ".,;:!?)'\"".unicodeScalars.contains(last) { end -= 1 }
      text.mask(index..<end, as: "url")
      index = max(end, index + 1)
    }
  }

  /// `name@host.tld`: up to 64 characters before, 253 behind.
  static func maskMail(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      guard let width = atSign(text, index) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, index - start < 64, let scalar = text[start - 1],
        scalar.isWordPart || "._%+-".unicodeScalars.contains(scalar)
      {
        start -= 1
      }
      var end = index + width
      while end - index <= 257, let scalar = text[end], scalar.isWordPart || scalar == "." || scalar == "-" { end += 1 }
      while end > index + width, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
      let dot = (index + width..<max(index + width, end)).last { text[$0] == "." }
      if start < index, let dot, (2...24).contains(end - dot - 1) {
        text.mask(start..<end, as: "e-mail")
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Length of `@`, or of `(at)` in round or square brackets.
  private static func atSign(_ text: MaskedText, _ index: Int) -> Int? {
    if text[index] == "@" { return 1 }
    guard text[index] == "(" || text[index] == "[", text[index + 1]?.lowered == "a", text[index + 2]?.lowered == "t",
      text[index + 3] == ")" || text[index + 3] == "]"
    else { return nil }
    return 4
  }

  static func maskIPs(_ text: inout MaskedText) {
    forEachRun(in: text, of: { $0.isASCIIDigit || $0 == "." }) { range in
      let range = trimmed(range, text, ".")
      let parts = text.plain[range].split(separator: ".", omittingEmptySubsequences: false)
      let isAddress =
        parts.count == 4
        && parts.allSatisfy { part in
          (1...3).contains(part.count) && part.reduce(0) { $0 * 10 + Int($1.value) - 48 } <= 255
        }
      return isAddress ? [range] : []
    }.forEach { text.mask($0, as: "IP address") }
    forEachRun(in: text, of: { $0.isASCIIDigit || $0 == ":" || ("a"..."f").contains($0.lowered) }) { range in
      let slice = text.plain[range]
      let colons = slice.count { $0 == ":" }
      let isDouble = zip(slice, slice.dropFirst()).contains { $0 == ":" && $1 == ":" }
      let groups = slice.split(separator: ":")
      let fits = groups.allSatisfy { $0.count <= 4 } && groups.contains { $0.contains(where: \.isASCIIDigit) }
      return fits && (colons >= 4 || isDouble && !groups.isEmpty && colons >= 2) ? [range] : []
    }.forEach { text.mask($0, as: "IP address") }
  }

  /// `@name`, not inside a word.
  static func maskHandles(_ text: inout MaskedText) {
    var index = 0
    while index < text.count {
      guard text[index] == "@", !isWordPart(text[index - 1]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end - index <= 30, let scalar = text[end], scalar.isWordPart || scalar == "_" { end += 1 }
      if end - index > 2 { text.mask(index..<end, as: "handle") }
      index = max(end, index + 1)
    }
  }

  /// Ranges that `found` makes of each longest run of scalars of one kind, not inside a word.
  static func forEachRun(
    in text: MaskedText, of isPart: (Unicode.Scalar) -> Bool, _ found: (Range<Int>) -> [Range<Int>]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard let scalar = text[index], isPart(scalar) else {
        index += 1
        continue
      }
      var end = index + 1
      while let next = text[end], isPart(next) { end += 1 }
      if !isWordPart(text[index - 1]), !isWordPart(text[end]) { ranges += found(index..<end) }
      index = end
    }
    return ranges
  }

  static func isWordPart(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isWordPart ?? false }

  /// The range without these scalars at either end.
  static func trimmed(_ range: Range<Int>, _ text: MaskedText, _ mark: Unicode.Scalar) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, text[low] == mark { low += 1 }
    while high > low, text[high - 1] == mark { high -= 1 }
    return low..<high
  }

  /// Length of `https://`, `www.` and such; of a bare `name.com/` nothing, its host is a link as a whole.
  private static func linkStart(_ text: MaskedText, at index: Int) -> Int? {
    for start in ["https://", "http://", "ftp://", "www.", "mailto:", "tel:"] {
      let scalars = Array(start.unicodeScalars)
      if zip(scalars, text.plain[index...].prefix(scalars.count)).allSatisfy({ $0 == $1.lowered }),
        text.count >= index + scalars.count
      {
        return scalars.count
      }
    }
    return bareHost(text, at: index)
  }

  private static let endings: Set<String> = [
    "com", "org", "net", "de", "uk", "fr", "es", "it", "nl", "eu", "at", "ch", "io", "info", "biz", "gov", "edu", "pl",
    "se", "dk", "fi", "be", "ie", "us", "ca", "au",
  ]

  /// `name.tld` or `name.tld/…`: letters, digits, hyphens and stops that end in a known domain.
  private static func bareHost(_ text: MaskedText, at index: Int) -> Int? {
    // What stands behind `@` belongs to an address of mail, which is masked whole.
    let isInside = text[index - 1].map { "@.-_+%".unicodeScalars.contains($0) } ?? false
    let isBehindAt = text[index - 1].map { ")]".unicodeScalars.contains($0) } ?? false
    guard isWordPart(text[index]), !isInside, !isBehindAt else { return nil }
    var end = index
    while end - index < 253, let scalar = text[end],
      scalar.isASCIIDigit || scalar.isASCIILetter || scalar == "-" || scalar == "."
    {
      end += 1
    }
    guard text[end] != "@", !isWordPart(text[end]) else { return nil }
    while end > index, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    let parts = text.plain[index..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), let last = parts.last,
      parts[parts.count - 2].contains(where: \.isASCIILetter)
    else { return nil }
    var ending = String.UnicodeScalarView()
    ending.append(contentsOf: last.map(\.lowered))
    // "late.It was": a sentence that goes on without a blank is no host.
    guard !(last.first?.isUpper ?? false), endings.contains(String(ending)) else { return nil }
    return end - index
  }

  private static func isLinkPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordPart || "-._~:/?#[]@!$&'()*+,;=%".unicodeScalars.contains(scalar)
  }
}
