/// Packs bytes (RFC 1951): repeats within 32 KiB, one block with the fixed code.
///
/// Our own, since releases and replacements of zlib pack the same bytes differently, and a report has the same bytes
/// everywhere.
struct Deflate {
  private var output: [UInt8] = []
  private var held: UInt64 = 0
  private var heldBits: UInt64 = 0

  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var writer = Deflate()
    writer.output.reserveCapacity(bytes.count / 4)
    // The last block, fixed code.
    writer.put(0b011, 3)
    writer.pack(bytes)
    writer.symbol(256)
    if writer.heldBits > 0 { writer.output.append(UInt8(truncatingIfNeeded: writer.held)) }
    return writer.output
  }

  private static let window = 32_768
  private static let shortest = 4
  private static let longest = 258
  /// Earlier places that are tried.
  private static let tries = 16

  private mutating func pack(_ bytes: [UInt8]) {
    // The latest place of each hash of four bytes, and of each place the one before with the same hash; -1 for none.
    var heads = [Int32](repeating: -1, count: 1 << 15)
    var earlier = [Int32](repeating: -1, count: Deflate.window)
    var place = 0
    let last = bytes.count - Deflate.shortest
    func hash(_ place: Int) -> Int {
      let four =
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
        | UInt32(bytes[place + 3]) << 24
      return Int((four &* 2_654_435_761) >> 17)
    }
    while place < bytes.count {
      var best = (length: 0, distance: 0)
      if place <= last {
        var candidate = Int(heads[hash(place)])
        var tries = Deflate.tries
        let room = min(Deflate.longest, bytes.count - place)
        while candidate >= 0, place - candidate <= Deflate.window, tries > 0 {
          // A longer repeat has to agree where the best so far ends.
          if best.length == 0 || bytes[candidate + best.length] == bytes[place + best.length] {
            var length = 0
            while length < room, bytes[candidate + length] == bytes[place + length] { length += 1 }
            if length > best.length { best = (length, place - candidate) }
            if length == room { break }
          }
          let next = Int(earlier[candidate & (Deflate.window - 1)])
          // An older place that has been written over is not older.
          guard next < candidate else { break }
          candidate = next
          tries -= 1
        }
      }
      let step = best.length >= Deflate.shortest ? best.length : 1
      if step > 1 { put(length: best.length, distance: best.distance) } else { symbol(Int(bytes[place])) }
      for passed in place..<min(place + step, max(last + 1, place)) {
        let slot = hash(passed)
        earlier[passed & (Deflate.window - 1)] = heads[slot]
        heads[slot] = Int32(truncatingIfNeeded: passed)
      }
      place += step
    }
  }

  // MARK: Codes

  /// Shortest length and number of further bits of the symbols from 257 (section 3.2.5).
  private static let lengths: [(base: Int, bits: UInt64)] =
    (3...10).map { ($0, 0) } + [(11, 1), (13, 1), (15, 1), (17, 1), (19, 2), (23, 2), (27, 2), (31, 2)]
    + [(35, 3), (43, 3), (51, 3), (59, 3), (67, 4), (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5)]
    + [(227, 5), (258, 0)]

  /// Shortest distance and number of further bits of the distance symbols.
  private static let distances: [(base: Int, bits: UInt64)] = (0..<30).map { symbol in
    guard symbol > 3 else { return (symbol + 1, 0) }
    let bits = symbol / 2 - 1
    return ((2 + symbol % 2) << bits + 1, UInt64(bits))
  }

  /// The symbol of each length, from 0.
  private static let lengthSymbols: [Int] = (0...longest).map { length in
    (lengths.lastIndex { $0.base <= length } ?? 0)
  }

  private mutating func put(length: Int, distance: Int) {
    let index = Deflate.lengthSymbols[length]
    symbol(257 + index)
    put(UInt64(length - Deflate.lengths[index].base), Deflate.lengths[index].bits)
    let place = Deflate.distanceSymbol(distance)
    put(Deflate.reversed(UInt64(place), 5), 5)
    put(UInt64(distance - Deflate.distances[place].base), Deflate.distances[place].bits)
  }

  private static func distanceSymbol(_ distance: Int) -> Int {
    guard distance > 4 else { return distance - 1 }
    let bits = Int.bitWidth - 1 - (distance - 1).leadingZeroBitCount
    return 2 * bits + ((distance - 1) >> (bits - 1) & 1)
  }

  /// The fixed code of literals and lengths (section 3.2.6).
  private mutating func symbol(_ symbol: Int) {
    switch symbol {
    case ..<144: put(Deflate.reversed(UInt64(0x30 + symbol), 8), 8)
    case ..<256: put(Deflate.reversed(UInt64(0x190 + symbol - 144), 9), 9)
    case ..<280: put(Deflate.reversed(UInt64(symbol - 256), 7), 7)
    default: put(Deflate.reversed(UInt64(0xC0 + symbol - 280), 8), 8)
    }
  }

  /// Codes stand with their highest bit first, all else with its lowest.
  private static func reversed(_ code: UInt64, _ bits: Int) -> UInt64 {
    var (rest, result) = (code, UInt64(0))
    for _ in 0..<bits {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }

  private mutating func put(_ value: UInt64, _ bits: UInt64) {
    held |= value << heldBits
    heldBits += bits
    while heldBits >= 8 {
      output.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      heldBits -= 8
    }
  }
}
