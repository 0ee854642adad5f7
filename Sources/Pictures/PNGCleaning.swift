/// Copies a PNG's pixels and what says how they look; text, time, position and all other chunks stay behind.
struct PNGCleaning {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Chunks that change how pixels look.
  private static let kept: Set<String> = [
    "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "mDCV", "cLLI",
  ]

  private let bytes: [UInt8]
  private var position = 8
  private var size: (width: Int, height: Int)?
  private var needsPalette = false
  private var hasPalette = false
  private var hasPixels = false
  private var orientation: Orientation?
  private var head: [UInt8] = []
  private var rest: [UInt8] = []

  static func clean(_ bytes: [UInt8]) throws(PictureProblem) -> StoredPicture {
    var cleaning = PNGCleaning(bytes: bytes)
    while try cleaning.takeChunk() {}
    return try cleaning.finished()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    rest.reserveCapacity(bytes.count)
  }

  private func finished() throws(PictureProblem) -> StoredPicture {
    guard let size, hasPixels else { throw .damaged("it has no pixels") }
    if needsPalette, !hasPalette { throw .damaged("its palette is missing") }
    let orientation = orientation ?? .upright
    var result = Self.signature + head
    if !orientation.isUpright { result += Self.chunk("eXIf", orientation.exif) }
    result += rest + Self.chunk("IEND", [])
    return StoredPicture(width: size.width, height: size.height, orientation: orientation, bytes: result)
  }

  /// False at the end of the picture.
  private mutating func takeChunk() throws(PictureProblem) -> Bool {
    let reading = ByteReading(bytes[position...])
    guard let length = reading.number(at: 0, size: 4), let sum = reading.number(at: 8 + length, size: 4) else {
      throw .cutOff
    }
    let whole = bytes[position..<(position + length + 12)]
    let content = whole.dropFirst(8).dropLast(4)
    let name = String(decoding: whole.dropFirst(4).prefix(4), as: UTF8.self)
    position = whole.endIndex
    if name == "IEND" { return false }
    guard size != nil || name == "IHDR" else { throw .damaged("it does not begin with its size") }
    let isKept = name == "IHDR" || Self.kept.contains(name)
    if isKept, CRC32.sum(of: whole.dropFirst(4).dropLast(4)) != UInt32(sum) {
      throw .damaged("a part of it has the wrong checksum")
    }
    switch name {
    case "IHDR": try takeHeader(content, whole)
    case "eXIf": orientation = orientation ?? Orientation(exif: content)
    case _ where isKept:
      hasPixels = hasPixels || name == "IDAT"
      hasPalette = hasPalette || name == "PLTE"
      rest += whole
    case _:
      // A small first letter says that a picture can be shown without the chunk.
      guard let first = whole.dropFirst(4).first, first & 0x20 != 0 else {
        throw .damaged("it holds a part of an unknown kind")
      }
    }
    return true
  }

  private mutating func takeHeader(
    _ content: ArraySlice<UInt8>, _ whole: ArraySlice<UInt8>
  ) throws(PictureProblem) {
    let header = ByteReading(content)
    guard size == nil, content.count == 13, let width = header.number(at: 0, size: 4),
      let height = header.number(at: 4, size: 4), let depth = header[8], let colour = header[9]
    else { throw .damaged("its header is not as it must be") }
    let depths: [Int: [Int]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
    guard width > 0, height > 0, width < 1 << 31, height < 1 << 31, depths[colour]?.contains(depth) == true,
      header[10] == 0, header[11] == 0, header[12].map({ $0 < 2 }) == true
    else { throw .damaged("its header is not as it must be") }
    size = (width, height)
    needsPalette = colour == 3
    head = Array(whole)
  }

  private static func chunk(_ name: StaticString, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.description.utf8) + content
    var result: [UInt8] = []
    result.append(number: content.count, size: 4)
    result += body
    result.append(number: Int(CRC32.sum(of: body[...])), size: 4)
    return result
  }
}

/// The checksum of PNG (ISO/IEC 15948, annex D).
enum CRC32 {
  static func sum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
