import Audit

/// Counts of a stretch of a survey file; stretches merge by addition.
struct ScanTally: Sendable {
  /// One way of dividing the rows: by a segment, or not at all.
  struct Partition: Sendable {
    /// Slot 0 holds rows without a value, slot k+1 those of value k.
    var counts: [Int]
    var sparse: [SparseKey: Int] = [:]
    /// Values in slot order, from slot 1 on.
    var values: [[UInt8]] = []
    /// More values than a segment may have were met.
    var hasTooMany = false

    var slots: Int
  }

  /// Counter of a set that is kept sparse.
  struct SparseKey: Hashable, Sendable {
    var slot: Int
    var set: Int
    var score: TallyLayout.Score
    var answered: Int
    var sum: Int
  }

  /// Values a segment may have.
  static let valueLimit = 200

  let layout: TallyLayout
  var partitions: [Partition]
  /// Codes met in each planned column: levels, then by code −1, −2, …
  var columns: [ColumnCodes]
  var records = 0
  var units: Set<[UInt8]> = []

  struct ColumnCodes: Sendable {
    var valid = 0
    /// Counts of −1 (missing), −2 (not applicable), −3 … problems; `beyond` is the scanner's own.
    var others = [Int](repeating: 0, count: 8)

    static let beyond = 7
  }

  init(plan: SurveyPlan, layout: TallyLayout) {
    self.layout = layout
    let empty = Partition(counts: Array(repeating: 0, count: layout.stride), slots: 1)
    partitions = Array(repeating: empty, count: max(1, plan.segments.count))
    columns = Array(repeating: ColumnCodes(), count: plan.columns.count)
  }

  /// Adds the counts of another stretch; values are matched by their text.
  mutating func merge(_ other: ScanTally) {
    records += other.records
    units.formUnion(other.units)
    for index in columns.indices {
      columns[index].valid += other.columns[index].valid
      for code in columns[index].others.indices { columns[index].others[code] += other.columns[index].others[code] }
    }
    for index in partitions.indices { partitions[index].merge(other.partitions[index], stride: layout.stride) }
  }
}

extension ScanTally.Partition {
  /// Makes room for a slot.
  mutating func grow(toSlots wanted: Int, stride: Int) {
    guard wanted > slots else { return }
    counts.append(contentsOf: repeatElement(0, count: (wanted - slots) * stride))
    slots = wanted
  }

  fileprivate mutating func merge(_ other: ScanTally.Partition, stride: Int) {
    hasTooMany = hasTooMany || other.hasTooMany
    var slotOf: [[UInt8]: Int] = [:]
    for (index, value) in values.enumerated() { slotOf[value] = index + 1 }
    var target = [0]
    for value in other.values {
      if let slot = slotOf[value] {
        target.append(slot)
      } else {
        values.append(value)
        slotOf[value] = values.count
        target.append(values.count)
      }
    }
    hasTooMany = hasTooMany || values.count > ScanTally.valueLimit
    grow(toSlots: values.count + 1, stride: stride)
    for slot in 0..<min(other.slots, target.count) {
      let from = slot * stride
      let to = target[slot] * stride
      for offset in 0..<stride { counts[to + offset] += other.counts[from + offset] }
    }
    for (key, count) in other.sparse where key.slot < target.count {
      var moved = key
      moved.slot = target[key.slot]
      sparse[moved, default: 0] += count
    }
  }
}
