/// Names of people: those of a list, and words that follow a cue such as "my name is" or "Mr".
struct NameRules: Sendable {
  /// Words in lower case, the longest names first.
  private let list: [[String]]

  init(list: [String]) {
    self.list = list.map { name in MaskedWord.words(of: MaskedText(name)).map(\.text) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  func mask(_ text: inout MaskedText) {
    for range in listed(text) { text.mask(range, as: "name") }
    for range in Self.cued(text) { text.mask(range, as: "name") }
  }

  private func listed(_ text: MaskedText) -> [Range<Int>] {
    guard !list.isEmpty else { return [] }
    let words = MaskedWord.words(of: text)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < words.count {
      let name = list.first { name in
        index + name.count <= words.count && name.indices.allSatisfy { name[$0] == words[index + $0].text }
          && name.indices.dropFirst().allSatisfy {
            text.onlyMarks(" -.'", between: words[index + $0 - 1], words[index + $0])
          }
      }
      if let name { ranges.append(words[index].range.lowerBound..<words[index + name.count - 1].range.upperBound) }
      index += name?.count ?? 1
    }
    return ranges
  }

  /// What a cue lets follow.
  private enum Follower { case capital, any }

  private static let cues: [(words: [String], follower: Follower)] = [
    (["my", "name", "is"], .any), (["my", "name's"], .any), (["mein", "name", "ist"], .any), (["ich", "heiße"], .any),
    (["je", "m", "appelle"], .any), (["mon", "nom", "est"], .any), (["me", "llamo"], .any), (["mi", "chiamo"], .any),
    (["mr"], .capital), (["mrs"], .capital), (["ms"], .capital), (["miss"], .capital), (["dr"], .capital),
    (["prof"], .capital), (["herr"], .capital), (["herrn"], .capital), (["frau"], .capital), (["monsieur"], .capital),
    (["madame"], .capital), (["mme"], .capital), (["señor"], .capital), (["señora"], .capital), (["signor"], .capital),
    (["signora"], .capital), (["spoke", "to"], .capital), (["spoke", "with"], .capital), (["talked", "to"], .capital),
    (["talked", "with"], .capital), (["speak", "to"], .capital), (["speaking", "to"], .capital),
    (["served", "by"], .capital), (["helped", "by"], .capital), (["named"], .capital), (["sprach", "mit"], .capital),
    (["gesprochen", "mit"], .capital), (["regards"], .capital), (["sincerely"], .capital), (["grüße"], .capital),
    (["grüßen"], .capital),
  ]

  /// Capital words that begin a sentence or name a thing more often than a person.
  private static let never: Set<String> = [
    "the", "a", "an", "my", "your", "our", "their", "his", "her", "someone", "somebody", "customer", "i", "it", "we",
    "they", "he", "she", "you", "no", "one", "der", "die", "das", "dem", "den", "ein", "eine", "einem", "einer", "ihr",
    "ihre", "ihrem", "not", "so", "very", "and", "und",
  ]

  private static func cued(_ text: MaskedText) -> [Range<Int>] {
    let words = MaskedWord.words(of: text)
    var ranges: [Range<Int>] = []
    for index in words.indices {
      for cue in cues where index + cue.words.count < words.count {
        guard zip(cue.words, words[index...]).allSatisfy({ $0 == $1.text }) else { continue }
        if let range = name(words, at: index + cue.words.count, cue.follower, text) { ranges.append(range) }
      }
    }
    return ranges
  }

  /// Up to three capital words; behind "my name is" the first may be small.
  private static func name(
    _ words: [MaskedWord], at start: Int, _ follower: Follower, _ text: MaskedText
  ) -> Range<Int>? {
    let first = words[start]
    guard text.onlyMarks(" .,:'-", between: words[start - 1], first), !never.contains(first.text), !first.hasDigit,
      first.isCapital || follower == .any
    else { return nil }
    var last = start
    while last + 1 < words.count, last - start < 2, words[last + 1].isCapital, !words[last + 1].hasDigit,
      !never.contains(words[last + 1].text), text.onlyMarks(" .-'", between: words[last], words[last + 1]),
      !text.plain[words[last].range.upperBound..<words[last + 1].range.lowerBound].elementsEqual(". ".unicodeScalars)
        || words[last].range.count == 1
    {
      last += 1
    }
    return first.range.lowerBound..<words[last].range.upperBound
  }
}
