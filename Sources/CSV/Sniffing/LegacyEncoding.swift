/// Tells apart the encodings that were common before UTF-8.
///
/// East Asian ones are recognised where nearly all pairs of bytes are everyday characters; Cyrillic ones by words that are
/// all high bytes. Everything else is Windows-1252, which Western Europe and the Americas wrote.
enum LegacyEncoding {
  /// How an encoding of one and two bytes a character looks.
  private struct Pairs: Sendable {
    var name: String
    /// What a pair that begins with this byte and goes on with that one is.
    var kind: @Sendable (_ lead: UInt8, _ trail: UInt8) -> Kind
    /// Single high bytes that are characters.
    var singles: ClosedRange<UInt8>?
    /// Percent of the pairs that must be everyday ones, and of a script of their own.
    var everyday: Int
    var own = 0
  }

  private enum Kind {
    case none, rare, everyday
    /// Everyday, and of a script that only this language has.
    case own
  }

  private static let candidates: [Pairs] = [
    Pairs(name: "EUC-JP", kind: eucJapanese, everyday: 90, own: 15),
    Pairs(name: "CP932", kind: shiftJIS, singles: 0xA1...0xDF, everyday: 85, own: 15),
    Pairs(name: "CP949", kind: korean, everyday: 95, own: 60),
    Pairs(name: "GB18030", kind: chinese, everyday: 85),
    Pairs(name: "BIG5", kind: big5, everyday: 85, own: 30),
  ]

  /// The likely encoding of bytes that are not UTF-8.
  static func likely(_ pieces: [[UInt8]]) -> TextEncoding {
    let found = candidates.first { fits($0, pieces) }
    if let found { return .other(found.name) }
    return cyrillic(pieces).map { .other($0) } ?? .windows1252
  }

  private static func fits(_ pairs: Pairs, _ pieces: [[UInt8]]) -> Bool {
    var (total, everyday, own, invalid) = (0, 0, 0, 0)
    for bytes in pieces {
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let kind = index + 1 < bytes.count ? pairs.kind(lead, bytes[index + 1]) : .none
        if case .none = kind {
          if pairs.singles?.contains(lead) != true, index + 1 < bytes.count { invalid += 1 }
          index += 1
          continue
        }
        total += 1
        switch kind {
        case .none, .rare: break
        case .everyday: everyday += 1
        case .own: (everyday, own) = (everyday + 1, own + 1)
        }
        index += 2
      }
    }
    // A piece may begin inside a character.
    let tolerated = 2 * (pieces.count - 1) + total / 100
    return total >= 4 && invalid <= tolerated && everyday * 100 >= pairs.everyday * total
      && own * 100 >= pairs.own * total
  }

  private static func eucJapanese(_ lead: UInt8, _ trail: UInt8) -> Kind {
    guard trail >= 0xA1, trail <= 0xFE else { return .none }
    return switch lead {
    case 0xA4, 0xA5: .own
    case 0xA1, 0xA3, 0xB0...0xCF: .everyday
    case 0xA2...0xFE, 0x8E: .rare
    default: .none
    }
  }

  private static func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Kind {
    guard (0x40...0xFC).contains(trail), trail != 0x7F else { return .none }
    return switch lead {
    case 0x82 where trail >= 0x9F, 0x83 where trail <= 0x96: .own
    case 0x81, 0x82, 0x88...0x97: .everyday
    case 0x83...0x9F, 0xE0...0xFC: .rare
    default: .none
    }
  }

  private static func korean(_ lead: UInt8, _ trail: UInt8) -> Kind {
    let isPlain = (0xA1...0xFE).contains(trail)
    let isLetter = (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || (0x81...0xA0).contains(trail)
    return switch lead {
    case 0xB0...0xC8 where isPlain: .own
    case 0xA1,
      0xA3 where isPlain:
      .everyday
    case 0xA1...0xFE where isPlain: .rare
    case 0x81...0xC6 where isLetter: .rare
    default: .none
    }
  }

  private static func chinese(_ lead: UInt8, _ trail: UInt8) -> Kind {
    guard (0x40...0xFE).contains(trail), trail != 0x7F else { return .none }
    return switch lead {
    case 0xB0...0xD7 where trail >= 0xA1, 0xA1 where trail >= 0xA1, 0xA3 where trail >= 0xA1: .everyday
    case 0x81...0xFE: .rare
    default: .none
    }
  }

  /// Only pairs of two high bytes are its own: `Ä` before a letter looks like a character, too.
  private static func big5(_ lead: UInt8, _ trail: UInt8) -> Kind {
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return .none }
    return switch lead {
    case 0xA4...0xC6: trail >= 0xA1 ? .own : .everyday
    case 0xA1: .everyday
    case 0x81...0xFE: .rare
    default: .none
    }
  }

  /// Words of high bytes alone are Cyrillic; small letters, which are most, tell which encoding.
  private static func cyrillic(_ pieces: [[UInt8]]) -> String? {
    var (letters, others, runs, upper, lower) = (0, 0, 0, 0, 0)
    for bytes in pieces {
      var isInRun = false
      for byte in bytes {
        switch byte {
        case 0xC0...0xFF:
          letters += 1
          if byte < 0xE0 { upper += 1 } else { lower += 1 }
          if !isInRun { runs += 1 }
          isInRun = true
        case 0x80...0xBF:
          others += 1
          isInRun = false
        default: isInRun = false
        }
      }
    }
    guard letters >= 6, letters >= 3 * runs, others * 10 <= letters else { return nil }
    return lower > upper ? "WINDOWS-1251" : "KOI8-R"
  }
}
