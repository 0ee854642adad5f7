/// Delivers the text of a file as UTF-8, whatever its encoding is.
///
/// A byte that is no character of the encoding becomes ``invalidByte``: whoever reads its cell finds that it cannot be
/// decoded, and nothing is repaired in silence. A byte order mark is delivered like any character.
struct TextSource: ~Copyable {
  /// Stands for a byte that is no character; no part of any UTF-8 sequence.
  static let invalidByte: UInt8 = 0xFF

  private var source: ByteSource
  private var decoder: TextDecoder
  /// Bytes read and not yet decoded.
  private var raw: [UInt8] = []
  private var isEnded = false
  /// Text decoded, delivered up to `taken`.
  private var text: [UInt8] = []
  private var taken = 0
  /// Offsets in the text of the invalid bytes that are decoded and not yet delivered.
  private var ahead: ArraySlice<Int> = []
  /// Bytes delivered that are no characters.
  private(set) var invalid = 0
  /// Offsets in the text of the first of them.
  private(set) var invalidPlaces: [Int] = []
  /// Offset in the text of the next byte to deliver.
  private(set) var position = 0

  private static let chunk = 1 << 16
  /// Places kept.
  private static let placeLimit = 8

  /// Opens a file at the beginning of its text.
  ///
  /// - Throws: ``CSVError``.
  init(_ file: CSVFile) throws(CSVError) {
    let decoder = try TextDecoder(file.encoding)
    source = try ByteSource.open(file.origin)
    self.decoder = decoder
  }

  /// Moves to an offset in the text; where that is decoded or unpacked, forward.
  ///
  /// - Throws: ``CSVError``.
  mutating func seek(to offset: Int) throws(CSVError) {
    if decoder.isIdentity {
      source.seek(to: offset)
      position = offset
      return
    }
    precondition(position <= offset, "decoded text is read front to back")
    while position < offset {
      if taken == text.count { try decodeMore() }
      if text.isEmpty { return }
      let count = min(text.count - taken, offset - position)
      taken += count
      position += count
    }
    ahead = ahead.drop { $0 < offset }
  }

  /// Reads up to `count` bytes of text; 0 at the end.
  ///
  /// - Throws: ``CSVError``.
  mutating func read(into target: UnsafeMutableRawPointer, count: Int) throws(CSVError) -> Int {
    if decoder.isIdentity {
      let result = try unsafe source.read(into: target, count: count)
      position += result
      return result
    }
    let piece = try bytes(atMost: count)
    unsafe piece.withUnsafeBytes { held in
      guard let first = held.baseAddress else { return }
      unsafe target.copyMemory(from: first, byteCount: piece.count)
    }
    return piece.count
  }

  /// The next bytes of the text, at least one and at most `count`; none at the end.
  ///
  /// - Throws: ``CSVError``.
  mutating func bytes(atMost count: Int) throws(CSVError) -> [UInt8] {
    if decoder.isIdentity { return try source.bytes(atMost: count) }
    if taken == text.count { try decodeMore() }
    return deliver(atMost: count)
  }

  private mutating func deliver(atMost count: Int) -> [UInt8] {
    let piece = Array(text[taken..<min(text.count, taken + count)])
    taken += piece.count
    position += piece.count
    let delivered = ahead.prefix { $0 < position }
    ahead = ahead.dropFirst(delivered.count)
    invalid += delivered.count
    invalidPlaces += delivered.prefix(max(0, TextSource.placeLimit - invalidPlaces.count))
    return piece
  }

  /// Decodes the next chunk; there is no text at the end.
  private mutating func decodeMore() throws(CSVError) {
    text.removeAll(keepingCapacity: true)
    taken = 0
    while text.isEmpty, !isEnded {
      let more = try source.bytes(atMost: TextSource.chunk)
      isEnded = more.isEmpty
      raw += more
      var places: [Int] = []
      let used = decoder.decode(raw, isFinal: isEnded, into: &text, invalid: &places)
      raw.removeFirst(used)
      ahead = places.map { $0 + position }[...]
    }
  }
}
