/// Divides records into groups by their bytes, the same way on every run and however a file is read.
///
/// The bytes are those of the text as UTF-8, without a byte order mark at the front and the line break at the end. Line
/// breaks inside a record count as LF.
enum RecordGroups {
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// The group, from 0 to `count` − 1, of a record; its line break may stand behind it.
  @inline(__always)
  static func group(of record: UnsafePointer<UInt8>, length: Int, among count: Int) -> Int16 {
    var length = length
    if unsafe length > 0 && record[length &- 1] == 10 { length &-= 1 }
    if unsafe length > 0 && record[length &- 1] == 13 { length &-= 1 }
    var hash = factor ^ UInt64(length)
    var place = 0
    while place &+ 8 <= length {
      let word = unsafe UnsafeRawPointer(record + place).loadUnaligned(as: UInt64.self)
      hash = mixed(hash, UInt64(littleEndian: word))
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < length {
      rest = unsafe rest << 8 | UInt64(record[place])
      place &+= 1
    }
    hash = mixed(mixed(hash, rest), UInt64(length))
    return Int16(truncatingIfNeeded: (hash >> 32) % UInt64(count))
  }

  /// The same for a record with line breaks inside.
  static func groupAcrossLines(of record: UnsafePointer<UInt8>, length: Int, among count: Int) -> Int16 {
    var bytes: [UInt8] = []
    for index in 0..<length {
      let byte = unsafe record[index]
      if byte == 10, unsafe index > 0 && record[index - 1] == 13 { continue }
      bytes.append(byte == 13 ? 10 : byte)
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe group(of: start, length: bytes.count, among: count)
    }
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: factor)
    return product.high ^ product.low &+ factor
  }
}
