import Audit
import CSV

/// What one thread counted of a survey file; counts merge by addition.
struct ScanTally: Sendable {
  /// One way of telling rows apart: by their touchpoint, where rows have one, and the values of some segments. The group of
  /// the respondent (methodology 0.2, A10) is counted as one more segment behind the others.
  struct Partition: Sendable {
    /// Segments in groups that stay together, because they are crossed.
    var groups: [[Int]]
    var numbering: SlotNumbering

    /// Each once, though raked segments are in every group.
    var segments: [Int] { ScanTally.segments(of: groups) }
  }

  fileprivate static func segments(of groups: [[Int]]) -> [Int] {
    groups.flatMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  let layout: TallyLayout
  var partitions: [Partition]
  /// Units, the touchpoints of their rows, and the groups of respondents where these are kept.
  var units: SlotNumbering
  /// Units are told apart by group of respondents, too.
  var unitsHaveGroups: Bool
  /// Codes that are told apart, of a unit and its touchpoint.
  let unitLimits: [Int]
  /// In the order met.
  var waves: [WaveCounts] = []
  /// Texts behind the codes of interned columns, by position in the plan.
  var texts: [Int: [[UInt8]]] = [:]
  var records = 0
  /// Rows without a readable wave.
  var withoutWave = 0
  /// More units than can be counted; they are counted no further.
  var hasTooManyUnits = false

  /// More waves than can be counted; rows of others are not.
  var hasTooManyWaves = false

  /// Waves a file may have: a year of days, and some.
  static let waveLimit = 400
  /// Codes of a segment that are told apart while counting.
  static let codeLimit = 4096
  /// Values a segment may have.
  static let valueLimit = 200
  /// Counters of all waves together from which a partition is divided, if it can be.
  static let largest = 2 << 20
  /// Counters of all units and waves together: 256 MiB.
  static let mostUnitCounters = 1 << 27

  /// Counters of one slot.
  var stride: Int { layout.widths.reduce(0, +) }

  init(plan: SurveyPlan, layout: TallyLayout) {
    self.layout = layout
    let groups = plan.definition.segmentGroups + (plan.rows.haveGroups ? [[plan.groupSegment]] : [])
    partitions = [Partition(groups: groups, numbering: plan.numbering(of: ScanTally.segments(of: groups)))]
    unitsHaveGroups = plan.unit != nil && plan.rows.haveGroups
    unitLimits = [ColumnReading.textLimit] + (plan.rows.touchpoint == nil ? [] : [ScanTally.codeLimit])
    units = SlotNumbering(limits: unitLimits + (unitsHaveGroups ? [MomentTally.groups] : []))
  }

  /// Divides a partition into two, where it has several groups of segments.
  mutating func divide(_ index: Int, of plan: SurveyPlan) {
    let groups = partitions[index].groups
    guard groups.count > 1 else { return }
    // Respondents' groups go first: nothing is crossed with them.
    let cut = groups.last == [plan.groupSegment] ? groups.count - 1 : groups.count / 2
    let halves = [Array(groups[..<cut]), Array(groups[cut...])]
    let divided = halves.map { half in
      ScanTally.project(partitions[index], to: half, of: plan)
    }
    for wave in waves.indices {
      let counts = waves[wave].partitions.remove(at: index)
      waves[wave].partitions.insert(
        contentsOf: divided.map { counts.moved(to: $0.slots) }, at: index)
    }
    partitions.replaceSubrange(index...index, with: divided.map(\.partition))
  }

  /// The partition by some of its groups, and where its slots go.
  private static func project(
    _ partition: Partition, to groups: [[Int]], of plan: SurveyPlan
  ) -> (partition: Partition, slots: [Int]) {
    let segments = segments(of: groups)
    var numbering = plan.numbering(of: segments)
    let leading = plan.rows.touchpoint == nil ? 0 : 1
    let kept = Array(0..<leading) + segments.compactMap { partition.segments.firstIndex(of: $0).map { $0 + leading } }
    let slots = (0..<partition.numbering.count).map { slot in
      let codes = partition.numbering.codes(of: slot)
      return numbering.slot(of: kept.map { codes[$0] })
    }
    return (Partition(groups: groups, numbering: numbering), slots)
  }

  /// Divides until every group of segments stands alone.
  private mutating func divideAll(of plan: SurveyPlan) {
    while let index = partitions.firstIndex(where: { $0.groups.count > 1 }) { divide(index, of: plan) }
  }

  /// Adds what another thread counted; codes of interned columns are matched by their texts.
  mutating func merge(_ other: ScanTally, of plan: SurveyPlan) {
    var other = other
    if partitions.map(\.groups) != other.partitions.map(\.groups) {
      divideAll(of: plan)
      other.divideAll(of: plan)
    }
    records += other.records
    withoutWave += other.withoutWave
    let codes = mergeTexts(other)
    func translated(_ position: Int?, _ code: Int) -> Int {
      guard let position, code >= 0, let codes = codes[position] else { return code }
      return code < codes.count ? codes[code] : code
    }
    let keys = [plan.rows.touchpoint].compactMap { $0 }
    func moved(_ from: SlotNumbering, _ columns: [Int], _ into: inout SlotNumbering) -> [Int] {
      (0..<from.count).map { slot in into.slot(of: zip(columns, from.codes(of: slot)).map { translated($0, $1) }) }
    }
    let slots = partitions.indices.map { index in
      moved(
        other.partitions[index].numbering, keys + partitions[index].segments.map { plan.column(ofSegment: $0) },
        &partitions[index].numbering)
    }
    if unitsHaveGroups != other.unitsHaveGroups {
      joinUnitGroups()
      other.joinUnitGroups()
    }
    let unitSlots = plan.unit == nil ? [] : moved(other.units, unitColumns(plan), &units)
    for wave in other.waves {
      let code = translated(plan.rows.wave, wave.code)
      let known = waves.firstIndex { $0.code == code }
      if known == nil { waves.append(WaveCounts(code: code, plan: plan, tally: self)) }
      waves[known ?? waves.count - 1].add(wave, slots: slots, unitSlots: unitSlots, codes: codes)
    }
    if hasTooManyUnitGroups { joinUnitGroups() }
    // What no part has too many of, all together may.
    hasTooManyWaves = hasTooManyWaves || other.hasTooManyWaves || waves.count > ScanTally.waveLimit
    hasTooManyUnits = hasTooManyUnits || other.hasTooManyUnits || units.count > unitLimit
  }

  /// Units that can be counted in all waves together.
  var unitLimit: Int {
    ScanTally.mostUnitCounters / max(1, waves.count * (waves.first?.units.counters.stride ?? 1))
  }

  /// The column has more different texts than are told apart.
  func isBeyond(_ position: Int) -> Bool {
    (texts[position]?.count ?? 0) > ColumnReading.textLimit
      || waves.contains { $0.columns[position].others[WaveCounts.ColumnCounts.beyond] > 0 }
  }

  /// For each interned column the code here of each code there.
  private mutating func mergeTexts(_ other: ScanTally) -> [Int: [Int]] {
    var codes: [Int: [Int]] = [:]
    for (position, theirs) in other.texts {
      var mine = texts[position] ?? []
      var known: [[UInt8]: Int] = [:]
      for (code, text) in mine.enumerated() { known[text] = code }
      codes[position] = theirs.map { text in
        if let code = known[text] { return code }
        mine.append(text)
        known[text] = mine.count - 1
        return mine.count - 1
      }
      texts[position] = mine
    }
    return codes
  }
}

extension SurveyDefinition {
  /// Segments in groups: those that are crossed with one another, also by way of others, are in one. Raked segments are in
  /// each of them, since the rows of every slice are told apart by these.
  var segmentGroups: [[Int]] {
    var groups = segments.indices.map { [$0] }
    for cross in crosses where !cross.isEmpty {
      let joined = groups.filter { !Set($0).isDisjoint(with: cross) }
      groups.removeAll { !Set($0).isDisjoint(with: cross) }
      groups.append(joined.flatMap { $0 }.sorted())
    }
    groups.sort { $0.first ?? 0 < $1.first ?? 0 }
    guard !rake.isEmpty else { return groups }
    let raked = Set(rake.map(\.segment))
    let whole = groups.map { Set($0).union(raked).sorted() }
    // Raked segments that are crossed with nothing else are in what is left.
    return whole.indices.filter { index in
      !whole.indices.contains { other in
        other != index && Set(whole[other]).isSuperset(of: whole[index])
          && (whole[other].count > whole[index].count || other < index)
      }
    }.map { whole[$0] }
  }
}

extension SurveyPlan {
  /// Slots by touchpoint, where rows have one, and some segments.
  fileprivate func numbering(of segments: [Int]) -> SlotNumbering {
    let limits = segments.map { index -> Int in
      if index == groupSegment { return MomentTally.groups }
      guard case .category(let decoding) = columns[self.segments[index]].decoding, decoding.groups.isEmpty else {
        return ScanTally.codeLimit
      }
      return ScanTally.valueLimit
    }
    return SlotNumbering(limits: (rows.touchpoint == nil ? [] : [ScanTally.codeLimit]) + limits)
  }

  /// Columns by whose codes the rows of a partition are told apart.
  func keyColumns(of partition: ScanTally.Partition) -> [Int] {
    [rows.touchpoint].compactMap { $0 } + partition.segments.map { column(ofSegment: $0) }
  }

  /// The place of respondents' groups among the segments, and of their codes among the columns: behind the last.
  var groupSegment: Int { segments.count }
  var groupColumn: Int { columns.count }

  func column(ofSegment index: Int) -> Int { index == groupSegment ? groupColumn : segments[index] }
}
