import Audit

/// A column's header and question, cut into words that guesses can look for.
struct HeaderWords: Hashable {
  /// Lower-cased words of the header, cut at marks, at capitals within a word and between letters and digits.
  let header: [String]
  /// The same of header and question together.
  let all: [String]
  /// All of it in lower case, as written.
  let text: String

  init(header: String, question: String?) {
    self.header = Self.words(of: header)
    all = self.header + (question.map { Self.words(of: $0) } ?? [])
    text = [header, question ?? ""].joined(separator: " ").lowercased()
  }

  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let isDigit = ("0"..."9").contains(scalar)
      if let last, !word.isEmpty {
        let wasDigit = ("0"..."9").contains(last)
        let isHump = scalar.properties.isUppercase && last.properties.isLowercase
        if !isLetter && !isDigit || isDigit != wasDigit || isHump {
          words.append(String(word).lowercased())
          word.removeAll()
        }
      }
      if isLetter || isDigit { word.append(scalar) }
      last = scalar
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    return words
  }

  /// One of the words is one of these; `recommend*` stands for every word that begins so.
  func has(_ wanted: String...) -> Bool { Self.match(all, wanted) }

  /// The same in the header alone.
  func headerHas(_ wanted: String...) -> Bool { Self.match(header, wanted) }

  private static func match(_ words: [String], _ wanted: [String]) -> Bool {
    words.contains { word in
      wanted.contains { $0.hasSuffix("*") ? word.hasPrefix($0.dropLast()) : word == $0 }
    }
  }

  /// The phrase stands somewhere in header or question.
  func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
}
