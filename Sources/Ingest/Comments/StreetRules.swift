/// Street and number, as English, German, French, Italian and Spanish write them.
enum StreetRules {
  static func mask(_ text: inout MaskedText) {
    let words = MaskedWord.words(of: text)
    var ranges: [Range<Int>] = []
    for index in words.indices {
      let range = numberFirst(words, index, text) ?? kindFirst(words, index, text) ?? compound(words, index, text)
      if let range, ranges.last.map({ $0.upperBound <= range.lowerBound }) ?? true { ranges.append(range) }
    }
    for range in ranges { text.mask(range, as: "address") }
  }

  private static let streets: Set<String> = [
    "street", "avenue", "road", "boulevard", "terrace", "crescent", "highway", "parkway", "ave", "blvd", "hwy", "rd",
  ]
  /// Words for a street that mean much else, so that a capital must say it.
  private static let doubtful: Set<String> = [
    "st", "lane", "ln", "drive", "dr", "way", "court", "ct", "square", "place", "close",
  ]
  private static let kinds: Set<String> = [
    "rue", "avenue", "boulevard", "chemin", "quai", "via", "viale", "piazza", "calle", "avenida", "plaza", "allée",
  ]
  private static let small: Set<String> = [
    "a", "an", "the", "of", "on", "in", "at", "to", "and", "or", "by", "for", "from", "with", "down", "up", "my",
    "your",
    "this", "that", "off", "along", "was", "is", "are", "were",
  ]
  private static let particles: Set<String> = [
    "de", "du", "des", "la", "le", "les", "l", "del", "della", "di", "d", "el", "los", "las",
  ]

  private static func isHouse(_ word: MaskedWord) -> Bool {
    word.text.unicodeScalars.first?.isASCIIDigit ?? false && word.range.count <= 6
      && word.text.unicodeScalars.drop(while: \.isASCIIDigit).count <= 1
  }

  /// `12 Baker Street`, `12, rue Victor Hugo`: one to three words behind the number.
  private static func numberFirst(_ words: [MaskedWord], _ index: Int, _ text: MaskedText) -> Range<Int>? {
    guard isHouse(words[index]) else { return nil }
    for next in index + 1..<max(index + 1, min(words.count, index + 5)) {
      guard text.onlyMarks(" ,.'", between: words[next - 1], words[next]) else { return nil }
      let word = words[next]
      if next == index + 1, kinds.contains(word.text), let end = name(words, behind: next, text) {
        return words[index].range.lowerBound..<end
      }
      let isStreet = streets.contains(word.text) || doubtful.contains(word.text) && word.isCapital
      if isStreet, next > index + 1 { return words[index].range.lowerBound..<word.range.upperBound }
      if small.contains(word.text) || word.hasDigit { return nil }
    }
    return nil
  }

  /// `via Roma 5`, `calle Mayor, 5`.
  private static func kindFirst(_ words: [MaskedWord], _ index: Int, _ text: MaskedText) -> Range<Int>? {
    guard kinds.contains(words[index].text) else { return nil }
    var next = index + 1
    while next < words.count, next <= index + 4, text.onlyMarks(" ,.'", between: words[next - 1], words[next]) {
      if isHouse(words[next]) {
        return next > index + 1 ? words[index].range.lowerBound..<words[next].range.upperBound : nil
      }
      guard words[next].isCapital || particles.contains(words[next].text) else { return nil }
      next += 1
    }
    return nil
  }

  /// `Hauptstraße 12a`, `Lange Str. 5`.
  private static func compound(_ words: [MaskedWord], _ index: Int, _ text: MaskedText) -> Range<Int>? {
    guard index + 1 < words.count, isHouse(words[index + 1]), words[index].isCapital,
      text.onlyMarks(" .", between: words[index], words[index + 1])
    else { return nil }
    let name = words[index].text
    let isStreet = ["straße", "strasse", "str"].contains { name.hasSuffix($0) }
    let isOther = ["weg", "gasse", "platz", "allee", "ufer", "damm"].contains { name.hasSuffix($0) && name != $0 }
    guard isStreet || isOther else { return nil }
    let isAlone = ["straße", "strasse", "str"].contains(name)
    let start = isAlone && index > 0 && words[index - 1].isCapital ? words[index - 1] : words[index]
    return start.range.lowerBound..<words[index + 1].range.upperBound
  }

  /// Where the name behind a kind of street ends: up to four capital words with their particles; nil without any.
  private static func name(_ words: [MaskedWord], behind index: Int, _ text: MaskedText) -> Int? {
    var end: Int?
    var next = index + 1
    while next < words.count, next <= index + 5, text.onlyMarks(" '-", between: words[next - 1], words[next]) {
      if words[next].isCapital {
        end = words[next].range.upperBound
      } else if !particles.contains(words[next].text) {
        break
      }
      next += 1
    }
    return end
  }
}

/// Days of birth, which a word before them gives away.
enum BirthRules {
  private static let cues: [[String]] = [
    ["born"], ["date", "of", "birth"], ["birth", "date"], ["birthdate"], ["dob"], ["birthday"], ["geboren"],
    ["geburtsdatum"], ["geburtstag"], ["né"], ["née"], ["naissance"], ["nacido"], ["nacida"], ["nacimiento"], ["nato"],
    ["nata"], ["nascita"],
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar",
    "februar",
    "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars", "avril", "juin", "juillet",
    "août",
    "septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
    "agosto", "septiembre", "octubre", "noviembre", "diciembre",
  ]

  static func mask(_ text: inout MaskedText) {
    let words = MaskedWord.words(of: text)
    var index = 0
    while index < words.count {
      let cue = cues.first { cue in
        index + cue.count <= words.count && zip(cue, words[index...]).allSatisfy { $0 == $1.text }
      }
      if let cue, let range = day(words, behind: index + cue.count) { text.mask(range, as: "date of birth") }
      index += cue?.count ?? 1
    }
  }

  /// A number or a month among the next four words, and those that follow it.
  private static func day(_ words: [MaskedWord], behind start: Int) -> Range<Int>? {
    func isPart(_ word: MaskedWord) -> Bool { word.hasDigit || months.contains(word.text) }
    guard let first = (start..<min(words.count, start + 4)).first(where: { isPart(words[$0]) }) else { return nil }
    var last = first
    while last + 1 < words.count, last - first < 4,
      isPart(words[last + 1]) || words[last + 1].text == "of" || words[last + 1].text == "de"
    {
      last += 1
    }
    return words[first].range.lowerBound..<words[last].range.upperBound
  }
}
