/// Counts what is and what is not UTF-8.
struct UTF8Check {
  /// Well-formed sequences of two bytes and more.
  var sequences = 0
  /// Bytes that belong to no well-formed sequence.
  var invalid = 0
  /// Offsets of the first of them.
  var places: [Int] = []

  private static let placeLimit = 8

  /// Checks bytes; where they were cut out of a file, the halves of characters at the cuts are left out of account.
  mutating func add(_ bytes: [UInt8], isCutBefore: Bool = false, isCutBehind: Bool = false) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var index = 0
      if isCutBefore {
        while unsafe index < min(3, bytes.count) && start[index] & 0xC0 == 0x80 { index += 1 }
      }
      while index < bytes.count {
        if index + 8 <= bytes.count,
          unsafe UnsafeRawPointer(start).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        {
          index += 8
          continue
        }
        let length = unsafe UTF8Check.length(at: start + index, held: bytes.count - index)
        switch length {
        case 1: index += 1
        case 2...:
          sequences += 1
          index += length
        case 0 where isCutBehind: return
        default:
          if places.count < UTF8Check.placeLimit { places.append(index) }
          invalid += 1
          index += 1
        }
      }
    }
  }

  /// Whether all bytes are UTF-8.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var index = 0
    while index < bytes.count {
      let length = unsafe length(at: start + index, held: bytes.count - index)
      if length < 1 { return false }
      index += length
    }
    return true
  }

  /// Bytes of the character at `start`; 0 when those held end inside one, −1 when there is none.
  @inline(__always)
  static func length(at start: UnsafePointer<UInt8>, held: Int) -> Int {
    let lead = unsafe start[0]
    if lead < 0x80 { return 1 }
    // The second byte's range excludes overlong forms, surrogates and what is beyond Unicode.
    let (length, low, high): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0 else { return -1 }
    guard held > 1 else { return 0 }
    guard unsafe (low...high).contains(start[1]) else { return -1 }
    for index in 2..<max(2, length) {
      guard held > index else { return 0 }
      guard unsafe start[index] & 0xC0 == 0x80 else { return -1 }
    }
    return length
  }
}
