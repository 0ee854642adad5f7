/// Codes of the cells of one column that are shorter than sixteen bytes, found without a call.
@safe struct ShortCells: ~Copyable {
  /// A cell's bytes, the unused ones 0, with the length plus one in the sixteenth.
  struct Key: Equatable {
    var low: UInt64
    var high: UInt64

    /// The `length` bytes at `place`, of which sixteen must be readable; `length` below 16.
    @inline(__always)
    init(at place: UnsafePointer<UInt8>, length: Int) {
      let raw = unsafe UnsafeRawPointer(place)
      let first = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      let second = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let bits = UInt64(truncatingIfNeeded: length &* 8)
      low = length >= 8 ? first : first & ((1 &<< bits) &- 1)
      let rest = length <= 8 ? 0 : second & ((1 &<< (bits &- 64)) &- 1)
      high = rest | UInt64(truncatingIfNeeded: length &+ 1) &<< 56
    }

    /// The upper bits are the best mixed.
    @inline(__always) var hash: UInt64 { (low ^ (high &<< 29 | high &>> 35)) &* 0x9E37_79B9_7F4A_7C15 }
  }

  private struct Slot {
    var low: UInt64 = 0
    /// 0 in an empty slot.
    var high: UInt64 = 0
    var code: Int64 = 0
  }

  /// Different cells that are kept; others are left to the column's own memory.
  static let limit = 4096

  private var slots: UnsafeMutablePointer<Slot>
  /// 64 less the bits of an index.
  private var shift: UInt64
  private var count: UInt64 = 0

  init() {
    unsafe slots = .allocate(capacity: 16)
    unsafe slots.initialize(repeating: Slot(), count: 16)
    shift = 60
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// The code of a cell, if it is kept.
  @inline(__always)
  func code(for key: Key) -> Int16? {
    var index = key.hash &>> shift
    while true {
      let slot = unsafe slots[Int(truncatingIfNeeded: index)]
      if slot.low == key.low && slot.high == key.high { return Int16(truncatingIfNeeded: slot.code) }
      if slot.high == 0 { return nil }
      index = next(index)
    }
  }

  @inline(__always)
  private func next(_ index: UInt64) -> UInt64 { (index &+ 1) & (~0 &>> shift) }

  /// Keeps the code of a cell that is not there yet, unless there are too many.
  mutating func insert(_ key: Key, code: Int16) {
    guard count < ShortCells.limit else { return }
    // A quarter full, as cells that share a place cost more than the memory.
    if count &* 4 >= ~0 &>> shift { grow() }
    place(Slot(low: key.low, high: key.high, code: Int64(code)), hash: key.hash)
    count += 1
  }

  private func place(_ slot: Slot, hash: UInt64) {
    var index = hash &>> shift
    while unsafe slots[Int(index)].high != 0 { index = next(index) }
    unsafe slots[Int(index)] = slot
  }

  private mutating func grow() {
    let old = unsafe slots
    let size = 1 << Int(64 - shift)
    unsafe slots = .allocate(capacity: size * 2)
    unsafe slots.initialize(repeating: Slot(), count: size * 2)
    shift -= 1
    for index in 0..<size where unsafe old[index].high != 0 {
      let slot = unsafe old[index]
      place(slot, hash: Key(low: slot.low, high: slot.high).hash)
    }
    unsafe old.deallocate()
  }
}

extension ShortCells.Key {
  fileprivate init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }
}
