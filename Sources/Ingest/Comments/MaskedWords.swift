/// The words of a text: letters and digits with apostrophes and inner hyphens, and where they stand.
struct MaskedWord {
  let range: Range<Int>
  /// In lower case.
  let text: String
  let isCapital: Bool
  let hasDigit: Bool

  var isNumber: Bool { !text.isEmpty && text.unicodeScalars.allSatisfy(\.isASCIIDigit) }

  static func words(of text: MaskedText) -> [MaskedWord] {
    var words: [MaskedWord] = []
    var index = 0
    while index < text.count {
      guard let first = text[index], first.isWordPart else {
        index += 1
        continue
      }
      var end = index + 1
      while let scalar = text[end], scalar.isWordPart || scalar.properties.generalCategory == .nonspacingMark {
        end += 1
      }
      let slice = text.plain[index..<end]
      var view = String.UnicodeScalarView()
      view.append(contentsOf: slice.map(\.lowered))
      words.append(
        MaskedWord(
          range: index..<end, text: String(view), isCapital: first.isUpper,
          hasDigit: slice.contains(where: \.isASCIIDigit)))
      index = end
    }
    return words
  }
}

extension MaskedText {
  /// Nothing but these marks stands between two words.
  func onlyMarks(_ marks: String, between left: MaskedWord, _ right: MaskedWord) -> Bool {
    left.range.upperBound <= right.range.lowerBound
      && plain[left.range.upperBound..<right.range.lowerBound].allSatisfy { marks.unicodeScalars.contains($0) }
  }
}
