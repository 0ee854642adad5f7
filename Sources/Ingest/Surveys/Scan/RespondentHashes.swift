/// Who gave the rows of one wave: 64 bits for each row that says so, the only thing whose memory grows with the rows.
///
/// Two of ten million respondents have the same bits with a chance of 3 in a million.
struct RespondentHashes: Sendable {
  private var hashes: [UInt64] = []
  private(set) var unnamed = 0

  /// The bits of a trimmed text, the same everywhere and on every run (FNV-1a, then a mixing of all bits).
  static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }

  /// Adds some rows; those that name nobody have a code below 0.
  mutating func add(_ values: [Int], codes: [Int16]) {
    for (value, code) in zip(values, codes) {
      if code < 0 {
        unnamed += 1
      } else {
        hashes.append(UInt64(bitPattern: Int64(value)))
      }
    }
  }

  mutating func add(_ other: RespondentHashes) {
    hashes += other.hashes
    unnamed += other.unnamed
  }

  /// Different respondents, and rows beyond each one's first.
  var counts: (respondents: Int, repeated: Int) {
    let sorted = hashes.sorted()
    var different = sorted.isEmpty ? 0 : 1
    for (one, next) in zip(sorted, sorted.dropFirst()) where one != next { different += 1 }
    return (different, hashes.count - different)
  }
}
