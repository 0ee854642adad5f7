/// Copies a JPEG's frame, tables and scans, its colours' meaning and its way up; all other segments stay behind.
struct JPEGCleaning {
  private let bytes: [UInt8]
  private var position = 2
  private var size: (width: Int, height: Int)?
  private var orientation: Orientation?
  private var hasScan = false
  private var header: [UInt8] = []
  /// The segments of the colour profile, which are in the picture, too.
  private var profile: [UInt8] = []
  /// From the first table to the end of the picture.
  private var picture: [UInt8] = []

  static func clean(_ bytes: [UInt8]) throws(PictureProblem) -> StoredPicture {
    var cleaning = JPEGCleaning(bytes)
    while let marker = try cleaning.nextMarker() { try cleaning.take(marker) }
    return try cleaning.finished()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    picture.reserveCapacity(bytes.count)
  }

  private func finished() throws(PictureProblem) -> StoredPicture {
    guard let size else { throw .damaged("it has no size") }
    guard hasScan else { throw .damaged("it has no pixels") }
    let orientation = orientation ?? .upright
    var result: [UInt8] = [0xFF, 0xD8]
    result += header
    if !orientation.isUpright { Self.append(0xE1, Array("Exif\0\0".utf8) + orientation.exif, to: &result) }
    result += picture
    result += [0xFF, 0xD9]
    return StoredPicture(width: size.width, height: size.height, orientation: orientation, bytes: result)
  }

  /// A JPEG with the way up and the colour profile of another one, whose pixels it holds on other terms.
  static func clothed(_ written: [UInt8], as original: [UInt8]) throws(PictureProblem) -> [UInt8] {
    var cleaning = JPEGCleaning(original)
    while let marker = try cleaning.nextMarker() { try cleaning.take(marker) }
    var worn = cleaning.profile
    if let orientation = cleaning.orientation, !orientation.isUpright {
      append(0xE1, Array("Exif\0\0".utf8) + orientation.exif, to: &worn)
    }
    return written.prefix(2) + worn + written.dropFirst(2)
  }

  // MARK: Segments

  /// The next segment's marker; nil at the end of the picture. What stands between segments is passed over, as decoders do.
  private mutating func nextMarker() throws(PictureProblem) -> UInt8? {
    while position + 1 < bytes.count {
      let code = bytes[position + 1]
      guard bytes[position] == 0xFF, code != 0x00, code != 0xFF else {
        position += 1
        continue
      }
      position += 2
      return code == 0xD9 ? nil : code
    }
    throw .cutOff
  }

  private mutating func take(_ marker: UInt8) throws(PictureProblem) {
    // Markers that stand alone: nothing outside of a scan, where they are copied.
    if marker == 0x01 || (0xD0...0xD8).contains(marker) { return }
    guard let length = ByteReading(bytes[position...]).number(at: 0, size: 2) else { throw .cutOff }
    guard length >= 2 else { throw .damaged("a segment has no length") }
    guard length <= bytes.count - position else { throw .cutOff }
    let content = bytes[(position + 2)..<(position + length)]
    position += length
    switch marker {
    case 0xC0, 0xC1, 0xC2: try takeFrame(marker, content)
    case 0xC4, 0xDB, 0xDD: Self.append(marker, content, to: &picture)
    case 0xDA:
      guard size != nil else { throw .damaged("pixels come before the size") }
      hasScan = true
      Self.append(marker, content, to: &picture)
      takeScan()
    case 0xE0, 0xE1, 0xE2, 0xEE: takeApplication(marker, content)
    case 0xE3...0xEF, 0xFE: break
    case 0xC3, 0xC5...0xCF, 0xDC, 0xDE, 0xDF: throw .notShown("its coding is one that browsers do not read")
    case _: throw .damaged("it holds a segment of an unknown kind")
    }
  }

  private mutating func takeFrame(_ marker: UInt8, _ content: ArraySlice<UInt8>) throws(PictureProblem) {
    guard size == nil else { throw .damaged("it has two sizes") }
    let frame = ByteReading(content)
    guard let precision = frame[0], let height = frame.number(at: 1, size: 2),
      let width = frame.number(at: 3, size: 2), let components = frame[5], content.count == 6 + 3 * components
    else { throw .damaged("its frame is not as long as it says") }
    guard precision == 8, [1, 3, 4].contains(components) else {
      throw .notShown("its coding is one that browsers do not read")
    }
    guard width > 0, height > 0 else { throw .damaged("it has no size") }
    size = (width, height)
    Self.append(marker, content, to: &picture)
  }

  /// The coded pixels, up to the next marker that is no part of them.
  private mutating func takeScan() {
    let start = position
    while position + 1 < bytes.count {
      let code = bytes[position + 1]
      if bytes[position] == 0xFF, code != 0x00, code != 0xFF, !(0xD0...0xD7).contains(code) { break }
      position += 1
    }
    picture += bytes[start..<position]
  }

  /// What programs put in: only what says how the pixels look is kept, each in its shortest form.
  private mutating func takeApplication(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    let block = ByteReading(content)
    if marker == 0xE0, block.starts(with: "JFIF\0"), content.count >= 14, header.isEmpty {
      // The sides of the preview, which follows, are 0.
      Self.append(marker, content.prefix(12) + [0, 0], to: &header)
    } else if marker == 0xE1, block.starts(with: "Exif\0"), orientation == nil {
      orientation = Orientation(exif: content.dropFirst(6))
    } else if marker == 0xE2, block.starts(with: "ICC_PROFILE\0") {
      Self.append(marker, content, to: &picture)
      Self.append(marker, content, to: &profile)
    } else if marker == 0xEE, block.starts(with: "Adobe"), content.count >= 12 {
      Self.append(marker, content.prefix(12), to: &picture)
    }
  }

  private static func append(_ marker: UInt8, _ content: some Collection<UInt8>, to result: inout [UInt8]) {
    result += [0xFF, marker]
    result.append(number: content.count + 2, size: 2)
    result += content
  }
}
