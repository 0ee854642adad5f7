/// The beginning of a file, and stretches spread over the rest of a large plain one.
struct Sample {
  /// The first bytes, as they are in the file.
  var head: [UInt8]
  /// Each may begin and end inside a character.
  var stretches: [[UInt8]] = []
  /// The file goes on behind the head.
  var isCut: Bool

  static let headLimit = 256 << 10
  private static let stretchLimit = 16 << 10
  private static let stretchCount = 8

  /// - Throws: ``CSVError``.
  static func read(_ origin: CSVFile.Origin) throws(CSVError) -> Sample {
    var source = try ByteSource.open(origin)
    // One byte more than is kept tells whether the file goes on.
    let head = try source.bytes(atMost: headLimit + 1)
    var sample = Sample(head: Array(head.prefix(headLimit)), isCut: head.count > headLimit)
    guard sample.isCut, let size = source.size, size > headLimit + stretchLimit else { return sample }
    for part in 1...stretchCount {
      source.seek(to: headLimit + (size - headLimit - stretchLimit) / stretchCount * part)
      sample.stretches.append(try source.bytes(atMost: stretchLimit))
    }
    return sample
  }

  /// The first bytes of the file's text as UTF-8.
  ///
  /// - Throws: ``CSVError``.
  static func text(of file: CSVFile) throws(CSVError) -> (bytes: [UInt8], invalid: [Int]) {
    var source = try TextSource(file)
    var text: [UInt8] = []
    while text.count < headLimit {
      let more = try source.bytes(atMost: headLimit - text.count)
      if more.isEmpty { break }
      text += more
    }
    return (text, source.invalidPlaces)
  }
}
