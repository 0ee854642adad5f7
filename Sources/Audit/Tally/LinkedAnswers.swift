/// What each respondent of a wave answered, which pairs the same people across waves (methodology 5.1).
///
/// The only counts that grow with the respondents. Who they are is not in it, 64 bits stand for each.
package struct LinkedAnswers: Hashable, Sendable {
  /// Ascending, each once.
  package private(set) var respondents: [UInt64]
  /// Row by row, ``width`` levels each: of every item the perception and the expectation, then the outcomes, in the
  /// definition's order. −1 stands where an answer does not count; of an item whose other answers lack, neither does.
  /// All are −1 for a respondent of several rows: which of them is to be compared nobody knows.
  package private(set) var levels: [Int16]
  package let width: Int

  /// Nobody yet.
  package init(items: Int, outcomes: Int) {
    (respondents, levels, width) = ([], [], 2 * items + outcomes)
  }

  /// - Parameters:
  ///   - respondents: In any order, some of them several times.
  ///   - levels: As in ``levels``, parallel to the respondents.
  ///   - items: In the definition.
  ///   - outcomes: In the definition.
  package init(respondents: [UInt64], levels: [Int16], items: Int, outcomes: Int) {
    self.init(items: items, outcomes: outcomes)
    precondition(levels.count == respondents.count * width, "as many levels for each")
    take(respondents.indices.sorted { respondents[$0] < respondents[$1] }, of: respondents, levels)
  }

  private mutating func take(_ order: [Int], of all: [UInt64], _ answers: [Int16]) {
    respondents.reserveCapacity(order.count)
    levels.reserveCapacity(order.count * width)
    for index in order {
      if respondents.last == all[index] {
        for place in (levels.count - width)..<levels.count { levels[place] = -1 }
      } else {
        respondents.append(all[index])
        levels.append(contentsOf: answers[(index * width)..<((index + 1) * width)])
      }
    }
  }

  /// The respondents of both; who is in both has several rows.
  package func merged(with other: LinkedAnswers) -> LinkedAnswers {
    precondition(width == other.width, "answers to the same questions")
    var result = self
    (result.respondents, result.levels) = ([], [])
    let all = respondents + other.respondents
    // Stable, so that parts that are in order stay so.
    result.take(all.indices.sorted { all[$0] < all[$1] }, of: all, levels + other.levels)
    return result
  }

  /// The level at a place of a row, nil where it does not count.
  package func level(_ row: Int, _ place: Int) -> Int? {
    let level = levels[row * width + place]
    return level < 0 ? nil : Int(level)
  }

  /// Rows of those who are in both, in the order of their bits.
  package func pairs(with later: LinkedAnswers) -> [(earlier: Int, later: Int)] {
    var pairs: [(earlier: Int, later: Int)] = []
    var (mine, theirs) = (0, 0)
    while mine < respondents.count, theirs < later.respondents.count {
      if respondents[mine] == later.respondents[theirs] {
        pairs.append((mine, theirs))
        mine += 1
        theirs += 1
      } else if respondents[mine] < later.respondents[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return pairs
  }
}

/// As text: there may be millions of them, and lists of numbers take long to read.
extension LinkedAnswers: Codable {
  private enum CodingKeys: String, CodingKey {
    case respondents, levels, width
  }

  private static let digits = 16
  /// What stands for −1; a level stands so far behind it.
  private static let first: UInt32 = 0x30

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func broken(_ key: CodingKeys) -> DecodingError {
      .dataCorruptedError(forKey: key, in: values, debugDescription: "not as it was written")
    }
    width = try values.decode(Int.self, forKey: .width)
    let names = Array(try values.decode(String.self, forKey: .respondents).utf8)
    guard names.count % Self.digits == 0 else { throw broken(.respondents) }
    respondents = []
    for start in stride(from: 0, to: names.count, by: Self.digits) {
      let text = String(decoding: names[start..<(start + Self.digits)], as: UTF8.self)
      guard let number = UInt64(text, radix: 16) else { throw broken(.respondents) }
      respondents.append(number)
    }
    levels = try values.decode(String.self, forKey: .levels).unicodeScalars.map { scalar in
      guard scalar.value >= Self.first, let level = Int16(exactly: Int(scalar.value - Self.first) - 1) else {
        throw broken(.levels)
      }
      return level
    }
    guard width >= 0, levels.count == width * respondents.count else { throw broken(.levels) }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    var names = ""
    for respondent in respondents {
      let digits = String(respondent, radix: 16)
      names += String(repeating: "0", count: Self.digits - digits.count) + digits
    }
    var text = String.UnicodeScalarView()
    for level in levels {
      // Scales have 1001 levels at most, far below the numbers that are no scalars.
      if let scalar = Unicode.Scalar(UInt32(Int(level) + 1) + Self.first) { text.append(scalar) }
    }
    try values.encode(names, forKey: .respondents)
    try values.encode(String(text), forKey: .levels)
    try values.encode(width, forKey: .width)
  }
}
