/// A ZIP file in memory, every part with the format's first day as its time.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part. The name is of ASCII characters.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Deflate.packed(content)
    // Version 2.0, no flags, deflated, midnight, 1 January 1980.
    var entry = le(20, 2) + le(0, 2) + le(8, 2) + le(0, 2) + le(0x21, 2)
    entry += le(UInt32(CyclicRedundancy.check(content)), 4) + le(UInt32(packed.count), 4) + le(UInt32(content.count), 4)
    entry += le(UInt32(name.utf8.count), 2) + le(0, 2)
    directory += [0x50, 0x4B, 1, 2] + le(20, 2) + entry + [UInt8](repeating: 0, count: 10)
    directory += le(UInt32(bytes.count), 4) + Array(name.utf8)
    bytes += [0x50, 0x4B, 3, 4] + entry + Array(name.utf8) + packed
    count += 1
  }

  /// The whole file.
  func finished() -> [UInt8] {
    let number = le(UInt32(count), 2)
    return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
      + le(UInt32(directory.count), 4) + le(UInt32(bytes.count), 4) + le(0, 2)
  }

  private func le(_ number: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }
}

/// The checksum of ZIP (CRC-32, reflected polynomial EDB88320).
enum CyclicRedundancy {
  private static let table: [UInt32] = (UInt32(0)..<256).map { byte in
    (0..<8).reduce(byte) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
  }

  static func check(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    var value = ~UInt32(0)
    for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    return ~value
  }
}
