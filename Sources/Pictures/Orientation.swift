/// How stored pixels are to be turned or mirrored to stand upright (EXIF, tag 0x0112).
struct Orientation: Hashable {
  /// 1…8; 1 is upright.
  let value: Int

  static let upright = Orientation(value: 1)

  var isUpright: Bool { value == 1 }

  /// Width and height are exchanged when it is shown.
  var isLying: Bool { value >= 5 }

  private init(value: Int) { self.value = value }

  /// What a block of EXIF says, from its byte-order mark on; upright where it says nothing sound, as browsers have it.
  init(exif: ArraySlice<UInt8>) {
    self = Orientation(value: Self.value(in: ByteReading(exif)) ?? 1)
  }

  private static func value(in block: ByteReading) -> Int? {
    let isLittleEndian: Bool
    if block.starts(with: "II") {
      isLittleEndian = true
    } else if block.starts(with: "MM") {
      isLittleEndian = false
    } else {
      return nil
    }
    func number(_ offset: Int, _ size: Int) -> Int? {
      block.number(at: offset, size: size, isLittleEndian: isLittleEndian)
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = number(entry, 2) else { return nil }
      guard tag == 0x0112 else { continue }
      // One number of two bytes.
      guard number(entry + 2, 2) == 3, number(entry + 4, 4) == 1, let value = number(entry + 8, 2) else { return nil }
      return (1...8).contains(value) ? value : nil
    }
    return nil
  }

  /// A block of EXIF that says this and nothing else.
  var exif: [UInt8] {
    var block = Array("MM".utf8)
    block.append(number: 42, size: 2)
    block.append(number: 8, size: 4)
    block.append(number: 1, size: 2)
    block.append(number: 0x0112, size: 2)
    block.append(number: 3, size: 2)
    block.append(number: 1, size: 4)
    block.append(number: value, size: 2)
    block.append(number: 0, size: 2)
    block.append(number: 0, size: 4)
    return block
  }
}
