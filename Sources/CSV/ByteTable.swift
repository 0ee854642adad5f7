/// A hash table from short byte strings to codes, without an allocation for a look-up.
struct ByteTable {
  private struct Slot {
    var hash: UInt64
    var start: Int32
    var count: Int32
    var code: Int16
    var isUsed: Bool
  }

  private var slots: [Slot]
  private var bytes: [UInt8] = []
  private(set) var count = 0

  init() {
    slots = Array(repeating: Slot(hash: 0, start: 0, count: 0, code: 0, isUsed: false), count: 64)
  }

  /// FNV-1a.
  @inline(__always)
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: key.count)
    for i in 0..<key.count { hash = unsafe (hash ^ UInt64(key[i])) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 29)
  }

  /// The code stored for `key`, if any.
  @inline(__always)
  func code(for key: UnsafeBufferPointer<UInt8>) -> Int16? {
    let hash = unsafe ByteTable.hash(key)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].isUsed {
      let slot = slots[index]
      if slot.hash == hash, Int(slot.count) == key.count, unsafe isEqual(slot, key) { return slot.code }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ slot: Slot, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(slot.start)
    for i in 0..<key.count where unsafe bytes[start + i] != key[i] { return false }
    return true
  }

  /// Stores a code for a key that is not there yet.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, code: Int16) {
    if (count + 1) * 2 > slots.count { grow() }
    let slot = unsafe Slot(
      hash: ByteTable.hash(key), start: Int32(bytes.count), count: Int32(key.count), code: code, isUsed: true)
    unsafe bytes.append(contentsOf: key)
    place(slot)
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[index].isUsed { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, start: 0, count: 0, code: 0, isUsed: false), count: old.count * 2)
    for slot in old where slot.isUsed { place(slot) }
  }
}
