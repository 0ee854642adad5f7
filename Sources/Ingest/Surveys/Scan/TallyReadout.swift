import Audit
import CSV

/// Reads the counters of a whole scan out as the tallies that the later stages know.
struct TallyReadout: Sendable {
  let plan: SurveyPlan
  let scan: ScanTally
  /// With the touchpoints that rows are about.
  let definition: SurveyDefinition
  /// What each code stands for, by position in the plan.
  let values: [[String?]]
  var layout: TallyLayout { scan.layout }

  init(plan: SurveyPlan, scan: ScanTally) {
    self.plan = plan
    self.scan = scan
    let values = plan.columns.enumerated().map { $0.element.values(texts: scan.texts[$0.offset] ?? []) }
    self.values = values
    definition = TallyReadout.definition(plan, scan, values)
  }

  /// Touchpoints met, declared ones first; labels of bands as the order of their segment where none is declared.
  private static func definition(_ plan: SurveyPlan, _ scan: ScanTally, _ values: [[String?]]) -> SurveyDefinition {
    var definition = plan.definition
    for (index, position) in plan.segments.enumerated() where definition.segments[index].order.isEmpty {
      if case .bands(let decoding) = plan.columns[position].decoding {
        definition.segments[index].order = decoding.labels
      }
    }
    guard let position = plan.rows.touchpoint else { return definition }
    var met: Set<String> = []
    for slot in 0..<scan.partitions[0].numbering.count {
      let code = scan.partitions[0].numbering.codes(of: slot)[0]
      if values[position].indices.contains(code), let touchpoint = values[position][code] { met.insert(touchpoint) }
    }
    let declared = definition.rowTouchpoints.filter(met.contains)
    let others = met.subtracting(declared).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    definition.rowTouchpoints = declared + others
    return definition
  }

  /// `unusable`: records that were left out, of the whole file.
  func result(unusable: [UnusableRows], jobs: Int) async -> ScanResult {
    var waves = await waves(jobs: jobs)
    if waves.isEmpty { waves = [.init(label: "", tally: tally(of: WaveCounts(code: 0, plan: plan, tally: scan)))] }
    guard plan.rows.wave == nil else {
      if let line = unusable.first(where: { $0.reason == .unfinished })?.firstLine {
        for (index, wave) in waves.enumerated() where wave.tally.quality.unfinished > 0 {
          // The line is the first of the file, whatever its wave.
          waves[index].tally.unusable = [
            UnusableRows(reason: .unfinished, count: wave.tally.quality.unfinished, firstLine: line)
          ]
        }
      }
      return ScanResult(
        definition: definition, waves: waves, withoutWave: unusable.filter { $0.reason != .unfinished })
    }
    waves[0].tally.rows = scan.records
    waves[0].tally.unusable = unusable
    return ScanResult(definition: definition, waves: waves)
  }

  /// One tally a wave, by label bytes; up to `jobs` are read out side by side.
  private func waves(jobs: Int) async -> [ScanResult.LabelledTally] {
    var labels: [String: [WaveCounts]] = [:]
    for wave in scan.waves {
      if let label = label(of: wave) { labels[label, default: []].append(wave) }
    }
    let sorted = labels.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let waves = sorted.map { (label: $0, counts: labels[$0] ?? []) }
    return await mapInOrder(waves, jobs: jobs) { ScanResult.LabelledTally(label: $0.label, tally: whole($0.counts)) }
  }

  /// Waves of the file that have one label are one.
  private func whole(_ waves: [WaveCounts]) -> WaveTally {
    let tallies = waves.map { tally(of: $0) }
    return tallies.dropFirst().reduce(tallies[0]) { $0.merged(with: $1, of: definition) }
  }

  /// Rows that do not say which wave they belong to.
  var withoutWave: Int {
    scan.waves.reduce(scan.withoutWave) { label(of: $1) == nil ? $0 + $1.rows + excluded($1) : $0 }
  }

  /// A segment has more values than it may have.
  func hasTooManyValues(_ position: Int) -> Bool {
    Set(values[position].compactMap { $0 }).count > ScanTally.valueLimit
      || values[position].count > ScanTally.codeLimit || scan.isBeyond(position)
  }

  private func excluded(_ wave: WaveCounts) -> Int { plan.rows.excludesUnfinished ? wave.unfinished : 0 }

  /// Nil where the text is none that names a wave.
  private func label(of wave: WaveCounts) -> String? {
    guard let position = plan.rows.wave else { return "" }
    return plan.columns[position].value(of: wave.code, texts: scan.texts[position] ?? [])
  }

  private func tally(of wave: WaveCounts) -> WaveTally {
    let selections = TallyReadout.selections(of: definition)
    let slices = selections.flatMap { read($0, wave) }.sorted { definition.precedes($0.slice, $1.slice) }
    let units = unitTallies(wave)
    return WaveTally(
      rows: wave.rows + excluded(wave), unusable: [], columns: columns(wave),
      units: units.map(\.unit), slices: slices, unitTallies: units,
      moments: moments(wave),
      weights: wave.weights?.tally(weighted(slices.map(\.slice), selections, wave)),
      rakedSlices: definition.rake.isEmpty ? [] : rakedSlices(slices.map(\.slice), selections, wave),
      groups: groups(wave), unitGroups: unitGroups(wave), linked: wave.respondents?.linked(definition),
      quality: quality(wave))
  }

  private func moments(_ wave: WaveCounts) -> [MomentTally] {
    MomentLayout(plan, layout).columns.enumerated().map { index, columns in
      let (sums, parts) = (wave.moments[index], wave.groupedMoments[index]?.parts ?? [])
      return MomentTally(
        columns: columns, n: sums.n, sums: sums.sums, products: sums.products,
        buckets: parts.map { .init(n: $0.n, sums: $0.sums, products: $0.products) })
    }
  }

  /// Everyone, each segment, each cross, as indices into the definition's segments.
  private static func selections(of definition: SurveyDefinition) -> [[Int]] {
    [[]] + definition.segments.indices.map { [$0] } + definition.crosses
  }

  /// Everyone by the group of the respondent; empty where these are not counted.
  private func groups(_ wave: WaveCounts) -> [SliceTally] {
    let segment = plan.groupSegment
    guard plan.rows.haveGroups, let index = scan.partitions.firstIndex(where: { $0.segments.contains(segment) }),
      let place = scan.partitions[index].segments.firstIndex(of: segment)
    else { return [] }
    let leading = plan.rows.touchpoint == nil ? 0 : 1
    var parts = [[Slot]](repeating: [], count: MomentTally.groups)
    for slot in 0..<scan.partitions[index].numbering.count {
      let codes = scan.partitions[index].numbering.codes(of: slot)
      let touchpoint = plan.rows.touchpoint.flatMap { value($0, codes[0]) }
      parts[codes[place + leading]].append(Slot(number: slot, touchpoint: touchpoint))
    }
    return parts.map { slots in
      SlotReading(plan: plan, definition: definition, layout: layout, counts: wave.partitions[index], slots: slots)
        .tally(of: .all)
    }
  }

  /// Slots of a partition that make a slice together.
  struct Part {
    var partition: Int
    var slice: Slice
    var slots: [Slot]
  }

  /// Rows are put together by the values of some segments, in any order.
  func parts(by segments: [Int]) -> [Part] {
    guard let index = scan.partitions.firstIndex(where: { Set($0.segments).isSuperset(of: segments) }) else {
      return []
    }
    let partition = scan.partitions[index]
    let leading = plan.rows.touchpoint == nil ? 0 : 1
    let places = segments.compactMap { segment in partition.segments.firstIndex(of: segment).map { $0 + leading } }
    var parts: [[String]: [Slot]] = [:]
    for slot in 0..<partition.numbering.count {
      let codes = partition.numbering.codes(of: slot)
      let texts = zip(segments, places).compactMap { segment, place in value(plan.segments[segment], codes[place]) }
      guard texts.count == segments.count else { continue }
      let touchpoint = plan.rows.touchpoint.flatMap { value($0, codes[0]) }
      parts[texts, default: []].append(Slot(number: slot, touchpoint: touchpoint))
    }
    if segments.isEmpty, parts.isEmpty { parts[[]] = [] }
    return parts.map { texts, slots in
      let slice = Slice(
        parts: zip(segments, texts).map { Slice.Part(segment: definition.segments[$0].id, value: $1) })
      return Part(partition: index, slice: slice, slots: slots)
    }
  }

  /// The slices of one selection.
  func read(_ segments: [Int], _ wave: WaveCounts) -> [SliceTally] {
    parts(by: segments).compactMap { part in
      let reading = SlotReading(
        plan: plan, definition: definition, layout: layout, counts: wave.partitions[part.partition], slots: part.slots)
      let tally = reading.tally(of: part.slice)
      return tally.rows > 0 || segments.isEmpty ? tally : nil
    }
  }

  private func value(_ position: Int, _ code: Int) -> String? {
    values[position].indices.contains(code) ? values[position][code] : nil
  }

  /// Units that a row names, in byte order; several texts may name one.
  private func unitTallies(_ wave: WaveCounts, group: Int? = nil) -> [UnitTally] {
    guard let unit = plan.unit else { return [] }
    var parts: [String: [Slot]] = [:]
    for slot in 0..<scan.units.count {
      let codes = scan.units.codes(of: slot)
      if let group, codes.last != group { continue }
      guard let text = value(unit, codes[0]) else { continue }
      let touchpoint = plan.rows.touchpoint.flatMap { value($0, codes[1]) }
      parts[text, default: []].append(Slot(number: slot, touchpoint: touchpoint))
    }
    let names = parts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.compactMap { name in
      let reading = SlotReading(
        plan: plan, definition: definition, layout: layout, counts: wave.units, slots: parts[name] ?? [])
      let tally = reading.tally(of: name)
      return tally.rows > 0 ? tally : nil
    }
  }

  /// The units of each group of respondents; empty where these are not kept.
  private func unitGroups(_ wave: WaveCounts) -> [[UnitTally]] {
    scan.unitsHaveGroups ? (0..<MomentTally.groups).map { unitTallies(wave, group: $0) } : []
  }

  private func columns(_ wave: WaveCounts) -> [ColumnTally] {
    plan.columns.enumerated().map { position, column in
      let counts = wave.columns[position]
      // Texts that are no answer were counted as levels.
      let unanswered = counts.codes.enumerated().reduce(0) { sum, entry in
        column.isInterned && value(position, entry.offset) == nil ? sum + entry.element : sum
      }
      return ColumnTally(
        header: column.header, rows: wave.rows, valid: counts.valid - unanswered,
        missing: counts.others[0] + unanswered, notApplicable: counts.others[1],
        invalid: counts.others[2...].reduce(0, +))
    }
  }

  private func quality(_ wave: WaveCounts) -> RowQuality {
    var quality = RowQuality(
      finished: wave.finished, unfinished: wave.unfinished, straightLines: wave.straightLines,
      straightLineBase: wave.straightLineBase)
    if let respondents = wave.respondents {
      (quality.respondents, quality.repeatedRows) = respondents.counts
      quality.unnamedRows = respondents.unnamed
    }
    guard let position = plan.rows.language else { return quality }
    var rows: [String: Int] = [:]
    for (code, count) in wave.columns[position].codes.enumerated() where count > 0 {
      if let language = value(position, code) { rows[language, default: 0] += count }
    }
    quality.languages = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      RowQuality.Language(language: $0, rows: rows[$0] ?? 0)
    }
    return quality
  }
}

extension TallyReadout {
  /// One slot of a partition, and the touchpoint of its rows.
  struct Slot {
    var number: Int
    var touchpoint: String?
  }
}
