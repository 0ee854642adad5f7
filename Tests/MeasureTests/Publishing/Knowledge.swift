import Audit

@testable import Measure

/// What a reader of a published wave knows about its counts, and which sums he knows to hold.
struct Knowledge {
  private(set) var attacker = Attacker()
  private(set) var actual: [String: Int] = [:]
  private let table: PublishedTable
  private let shown: MeasuredWave
  private let minimum: Int

  init(_ table: PublishedTable, shown: MeasuredWave, minimum: Int = 5) {
    self.minimum = minimum
    self.table = table
    self.shown = shown
    for (full, published) in zip(table.wave.slices, shown.slices) {
      note("rows", full.slice, full.rows, published.rows)
      for (one, other) in zip(full.measurements, published.measurements) { note(one, other) }
    }
    for subject in subjects {
      for slice in table.wave.slices.map(\.slice) { addCrosses(subject, slice) }
      for segment in table.wave.definition.segments { addValues(subject, segment.id) }
    }
    for slice in table.wave.slices.map(\.slice) { addTouchpoints(slice) }
    addNested()
    addUnits()
  }

  private static func name(_ subject: String, _ slice: Slice) -> String { "\(subject) \(slice.key)" }

  private var subjects: [String] {
    ["rows", "P0", "P1", "overall"] + table.wave.definition.rowTouchpoints
  }

  private mutating func note(_ subject: String, _ slice: Slice, _ actual: Int?, _ published: Int?) {
    self.actual[Self.name(subject, slice)] = actual
    attacker.shown[Self.name(subject, slice)] = published
  }

  private mutating func note(_ full: Measurement, _ published: Measurement) {
    switch full.key.kind {
    case .item, .touchpoint, .overall:
      note(full.key.subject == "all" ? "overall" : full.key.subject, full.key.slice, full.n, published.n)
    case .unit: note("unit " + full.key.subject, .all, full.n, published.n)
    case .segment, .parity:
      // Each value and all together tell the same: those who name a value.
      let name = "named " + full.key.subject
      actual[name] = full.figure(.n)?.n
      if let n = published.figure(.n)?.n { attacker.shown[name] = n }
    default: break
    }
  }

  /// Adds a sum. What belongs to no part has a number that nobody publishes, unless every row belongs to one.
  private mutating func add(_ total: String, _ parts: [String], isComplete: Bool) {
    guard actual[total] != nil, !parts.isEmpty else { return }
    attacker.sums.append((total, parts + (isComplete ? [] : ["others of \(total) and \(parts)"])))
  }

  private func isComplete(_ segment: String) -> Bool {
    let place = table.wave.definition.segments.firstIndex { $0.id == segment }
    return table.rows.allSatisfy { row in place.map { row.values[$0] != nil } ?? false }
  }

  private mutating func addCrosses(_ subject: String, _ margin: Slice) {
    let slices = table.wave.slices.map(\.slice)
    for group in Set(slices.map { $0.parts.map(\.segment) }) where group.count > max(1, margin.parts.count) {
      let parts = slices.filter { $0.parts.map(\.segment) == group && margin.parts.allSatisfy($0.parts.contains) }
      let added = group.filter { segment in !margin.parts.contains { $0.segment == segment } }
      add(
        Self.name(subject, margin), parts.map { Self.name(subject, $0) }, isComplete: added.allSatisfy(isComplete))
    }
  }

  private mutating func addValues(_ subject: String, _ segment: String) {
    let parts = table.wave.slices.map(\.slice).filter { $0.parts.map(\.segment) == [segment] }
    let names = parts.map { Self.name(subject, $0) }
    let named = "named \(segment)/\(subject)"
    add(Self.name(subject, .all), names, isComplete: isComplete(segment))
    if actual[named] != nil { add(named, names, isComplete: true) }
    guard subject == "rows" else { return }
    // The counts of the segment's column say how many name a value, unless they are few.
    let valid = names.reduce(0) { $0 + (actual[$1] ?? 0) }
    actual["valid " + segment] = valid
    if valid >= minimum { attacker.shown["valid " + segment] = valid }
    add("valid " + segment, names, isComplete: true)
  }

  private mutating func addTouchpoints(_ slice: Slice) {
    add(
      Self.name("overall", slice), table.wave.definition.rowTouchpoints.map { Self.name($0, slice) },
      isComplete: table.rows.allSatisfy { $0.touchpoint != nil })
  }

  /// Where as many answered a question as there are rows, every row did.
  private mutating func addNested() {
    for (part, whole) in [("P0", "overall"), ("P1", "overall"), ("P0", "rows"), ("P1", "rows"), ("overall", "rows")] {
      // Of a set with many questions one question is no part.
      for slice in table.wave.slices.map(\.slice) where whole == "rows" || slice == .all {
        guard let n = attacker.shown[Self.name(part, slice)], n == attacker.shown[Self.name(whole, slice)] else {
          continue
        }
        for other in table.wave.slices.map(\.slice) where slice.parts.allSatisfy(other.parts.contains) {
          add(Self.name(whole, other), [Self.name(part, other)], isComplete: true)
        }
      }
    }
  }

  private mutating func addUnits() {
    guard table.shape.hasUnits else { return }
    let names = Set(table.rows.map(\.unit)).sorted()
    for measure in subjects.dropFirst(3) {
      add("unit \(measure)", names.map { "unit \(measure)/\($0)" }, isComplete: true)
      add(Self.name(measure, .all), ["unit \(measure)"], isComplete: true)
      guard table.shape.sharesUnits else { continue }
      for name in names {
        let slice = Slice(parts: [Slice.Part(segment: "s0", value: name)])
        add(Self.name(measure, slice), ["unit \(measure)/\(name)"], isComplete: true)
      }
    }
  }

  /// Counts that nobody publishes, but that have a name here.
  func isPublished(_ name: String) -> Bool {
    actual[name] != nil && !name.hasPrefix("named ") && !name.hasPrefix("valid ") && actual[name] != 0
  }
}
