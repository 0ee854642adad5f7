/// Copies a WebP's pixels, transparency and colour profile; EXIF, XMP and unknown chunks stay behind.
struct WebPCleaning {
  /// Flags of the extended header.
  private enum Flag {
    static let animation = 0x02
    static let exif = 0x08
    static let alpha = 0x10
    static let profile = 0x20
  }

  private let bytes: ArraySlice<UInt8>
  private var position = 12
  private var extended: ArraySlice<UInt8>?
  private var profile: [UInt8] = []
  private var alpha: [UInt8] = []
  private var pixels: [UInt8] = []
  private var size: (width: Int, height: Int)?
  private var orientation: Orientation?

  static func clean(_ bytes: [UInt8]) throws(PictureProblem) -> StoredPicture {
    guard let length = ByteReading(bytes[...]).number(at: 4, size: 4, isLittleEndian: true) else { throw .cutOff }
    guard length <= bytes.count - 8 else { throw .cutOff }
    guard length >= 4 else { throw .damaged("it has no length") }
    var cleaning = WebPCleaning(bytes: bytes[..<(8 + length)])
    while cleaning.position < cleaning.bytes.count { try cleaning.takeChunk() }
    return try cleaning.finished()
  }

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private mutating func takeChunk() throws(PictureProblem) {
    let reading = ByteReading(bytes)
    guard let length = reading.number(at: position + 4, size: 4, isLittleEndian: true),
      length <= bytes.count - position - 8
    else { throw .cutOff }
    let name = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
    let content = bytes[(position + 8)..<(position + 8 + length)]
    let isFirst = position == 12
    position = min(position + 8 + length + length & 1, bytes.count)
    switch name {
    case "VP8X":
      guard isFirst, content.count == 10 else { throw .damaged("its header is not as it must be") }
      extended = content
    case "VP8 ", "VP8L":
      guard size == nil else { throw .damaged("it holds two pictures") }
      size = name == "VP8 " ? Self.lossySize(content) : Self.losslessSize(content)
      guard size != nil else { throw .damaged("its pixels do not begin as they must") }
      pixels = Self.chunk(name, content)
    case "ALPH" where alpha.isEmpty: alpha = Self.chunk(name, content)
    case "ICCP" where profile.isEmpty: profile = Self.chunk(name, content)
    case "EXIF" where orientation == nil:
      let hasName = content.starts(with: "Exif\0\0".utf8)
      orientation = Orientation(exif: content.dropFirst(hasName ? 6 : 0))
    case "ANIM", "ANMF": throw .notShown("it is animated")
    case _: break
    }
  }

  private func finished() throws(PictureProblem) -> StoredPicture {
    guard let size else { throw .damaged("it has no pixels") }
    // Chunks beside the pixels have a meaning only where an extended header announces them.
    guard let extended else { return stored(size, .upright, chunks: pixels) }
    let header = ByteReading(extended)
    guard let old = header[0], let width = header.number(at: 4, size: 3, isLittleEndian: true),
      let height = header.number(at: 7, size: 3, isLittleEndian: true)
    else { throw .damaged("its header is not as it must be") }
    guard old & Flag.animation == 0 else { throw .notShown("it is animated") }
    guard width + 1 == size.width, height + 1 == size.height else { throw .damaged("it has two sizes") }
    let orientation = orientation ?? .upright
    var flags = old & Flag.alpha
    if !profile.isEmpty { flags |= Flag.profile }
    if !orientation.isUpright { flags |= Flag.exif }
    let head = [UInt8(flags), 0, 0, 0] + extended.suffix(6)
    let exif = orientation.isUpright ? [] : Self.chunk("EXIF", orientation.exif[...])
    return stored(size, orientation, chunks: Self.chunk("VP8X", head[...]) + profile + alpha + pixels + exif)
  }

  private func stored(
    _ size: (width: Int, height: Int), _ orientation: Orientation, chunks: [UInt8]
  ) -> StoredPicture {
    var result = Array("RIFF".utf8)
    result.append(number: chunks.count + 4, size: 4, isLittleEndian: true)
    result += "WEBP".utf8
    result += chunks
    return StoredPicture(width: size.width, height: size.height, orientation: orientation, bytes: result)
  }

  /// RFC 6386, section 9.1: a key frame has its sides behind three bytes and a start code.
  private static func lossySize(_ content: ArraySlice<UInt8>) -> (width: Int, height: Int)? {
    let frame = ByteReading(content)
    guard let tag = frame[0], tag & 1 == 0, frame.number(at: 3, size: 3) == 0x9D012A,
      let width = frame.number(at: 6, size: 2, isLittleEndian: true),
      let height = frame.number(at: 8, size: 2, isLittleEndian: true)
    else { return nil }
    let size = (width: width & 0x3FFF, height: height & 0x3FFF)
    return size.width > 0 && size.height > 0 ? size : nil
  }

  /// Two numbers of 14 bits behind the signature, each one less than a side.
  private static func losslessSize(_ content: ArraySlice<UInt8>) -> (width: Int, height: Int)? {
    let frame = ByteReading(content)
    guard frame[0] == 0x2F, let bits = frame.number(at: 1, size: 4, isLittleEndian: true) else { return nil }
    return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  }

  private static func chunk(_ name: String, _ content: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(name.utf8)
    result.append(number: content.count, size: 4, isLittleEndian: true)
    result += content
    if content.count % 2 == 1 { result.append(0) }
    return result
  }
}
