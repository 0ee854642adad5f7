/// Codes of the cells of one column that are shorter than sixteen bytes, found without a call.
@safe struct ShortCells: ~Copyable {
  /// A cell's bytes, the unused ones 0, with the length plus one in the sixteenth.
  struct Key: Equatable {
    var low: UInt64
    var high: UInt64

    /// The `length` bytes at `place`, of which sixteen must be readable; `length` below 16.
    @inline(__always)
    init(at place: UnsafePointer<UInt8>, length: Int, masks: UnsafePointer<Key>) {
      let raw = unsafe UnsafeRawPointer(place)
      let mask = unsafe masks[length]
      low = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & mask.low
      let rest = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & mask.high
      high = rest | UInt64(truncatingIfNeeded: length &+ 1) &<< 56
    }

    /// All bits of the first `length` bytes.
    init(maskOf length: Int) {
      low = length >= 8 ? ~0 : (1 << UInt64(length * 8)) - 1
      high = length <= 8 ? 0 : (1 << UInt64(length * 8 - 64)) - 1
    }

    /// The upper bits are the best mixed.
    @inline(__always)
    func hash(_ multiplier: UInt64) -> UInt64 { (low ^ (high &<< 29 | high &>> 35)) &* multiplier }
  }

  private struct Slot {
    var low: UInt64 = 0
    /// 0 in an empty slot.
    var high: UInt64 = 0
    var code: Int64 = 0
  }

  /// Different cells that are kept; others are left to the column's own memory.
  static let limit = 4096

  /// Slots at first, of which none is used.
  private static let fewest = 2

  private var slots: UnsafeMutablePointer<Slot>
  /// 64 less the bits of an index.
  private var shift: UInt64
  /// Chosen so that, in a small table, no two cells want the same slot: that would cost a wrong guess in every record.
  private var multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var count: UInt32 = 0

  init() {
    unsafe slots = .allocate(capacity: ShortCells.fewest)
    unsafe slots.initialize(repeating: Slot(), count: ShortCells.fewest)
    shift = 63
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// The code of a cell, if it is kept.
  @inline(__always)
  func code(for key: Key) -> Int16? {
    var index = key.hash(multiplier) &>> shift
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
    let size = 1 << Int(64 - shift)
    if Int(count) * 8 >= size { rebuild(size: max(64, size * 2)) }
    place(Slot(low: key.low, high: key.high, code: Int64(code)))
    count += 1
    var tries = 0
    while count <= 16, tries < 8, hasNeighbours {
      multiplier = multiplier &* 0xD6E8_FEB8_6659_FD93 | 1
      rebuild(size: 1 << Int(64 - shift))
      tries += 1
    }
  }

  private func place(_ slot: Slot) {
    var index = Key(low: slot.low, high: slot.high).hash(multiplier) &>> shift
    while unsafe slots[Int(index)].high != 0 { index = next(index) }
    unsafe slots[Int(index)] = slot
  }

  /// A cell is not in the slot that it wants.
  private var hasNeighbours: Bool {
    (0..<(1 << Int(64 - shift))).contains { index in
      let slot = unsafe slots[index]
      return slot.high != 0 && Key(low: slot.low, high: slot.high).hash(multiplier) &>> shift != UInt64(index)
    }
  }

  private mutating func rebuild(size: Int) {
    let old = unsafe slots
    let oldSize = 1 << Int(64 - shift)
    unsafe slots = .allocate(capacity: size)
    unsafe slots.initialize(repeating: Slot(), count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
    for index in 0..<oldSize where unsafe old[index].high != 0 { place(unsafe old[index]) }
    unsafe old.deallocate()
  }
}

extension ShortCells.Key {
  fileprivate init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }
}
