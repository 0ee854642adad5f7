import Audit

/// Holds the register against the snapshots of earlier builds.
struct HistoryJoin {
  /// Earliest first.
  private let snapshots: [KeptRegister]
  /// The findings of each snapshot by their ids.
  private let records: [[String: FindingRecord]]
  private let measured: MeasuredAudit
  /// Where a finding went that became part of another, or was left out.
  private let whereabouts: [String: String]

  /// `snapshots` are those before the day of the report; nil where there are none.
  init?(_ snapshots: [KeptRegister], measured: MeasuredAudit, whereabouts: [String: String]) {
    guard !snapshots.isEmpty else { return nil }
    let sorted = snapshots.sorted { $0.day.ordinal < $1.day.ordinal }
    self.snapshots = sorted
    records = sorted.map { Dictionary($0.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
    self.measured = measured
    self.whereabouts = whereabouts
  }

  /// The findings as they stand against the project's snapshots; as they were where there are none.
  static func joined(
    _ findings: [Finding], _ material: Material, _ aliases: [String: String], hidden: [Finding]
  ) -> (findings: [Finding], history: RegisterHistory?) {
    let left = hidden.map { ($0.id, say("left out by the consultant")) }
    let parts = aliases.map { ($0.key, say("now a part of \($0.value)")) }
    let join = HistoryJoin(
      material.project.snapshots.map { Self.publishable($0.register, material) }, measured: material.measured,
      whereabouts: Dictionary(left + parts, uniquingKeysWith: { first, _ in first }))
    guard let joined = join?.join(findings) else { return (findings, nil) }
    return (joined.findings, joined.history)
  }

  /// What was shown once may rest on fewer answers than are shown today; visits are always shown.
  private static func publishable(_ register: KeptRegister, _ material: Material) -> KeptRegister {
    var register = register
    for index in register.findings.indices {
      guard let measure = register.findings[index].measure, let n = measure.n else { continue }
      let address = measure.figure.flatMap { try? FigureAddress(parsing: $0) }
      if case .figure(let kind, _, _) = address?.target, kind == .standard || kind == .scorecard { continue }
      let respondents = material.measured.surveys.first { $0.id == address?.survey }?.respondents ?? .customers
      if n < material.configuration.minimumCell(for: respondents) { register.findings[index].measure = nil }
    }
    return register
  }

  private var latest: KeptRegister { snapshots[snapshots.count - 1] }

  /// Each finding with its history, and what is no longer there.
  func join(_ findings: [Finding]) -> (findings: [Finding], history: RegisterHistory) {
    let present = Set(findings.map(\.id))
    let gone = latest.findings.filter { $0.isOpenDeficiency && !present.contains($0.id) }
      .map { self.gone($0, findings) }
    return (findings.map(joined), RegisterHistory(since: latest.day, snapshots: snapshots, gone: gone))
  }

  private func joined(_ finding: Finding) -> Finding {
    var finding = finding
    let kept = zip(snapshots, records).compactMap { snapshot, records in
      records[finding.id].map { (day: snapshot.day, record: $0) }
    }
    if let first = kept.first?.record.firstSeen { finding.firstSeen = earlier(first, finding.firstSeen) }
    finding.lastSeen = finding.lastSeen ?? kept.last?.record.lastSeen
    let now = FindingRecord(finding, in: measured)
    let before = records.last?[finding.id]
    let change = before.flatMap { before in
      RegisterComparison.change(
        from: before, to: now,
        areComparable: areComparable(finding.pictured ?? finding.measurement, since: before.lastSeen))
    }
    finding.history = Finding.History(
      state: state(now, before, wasThere: !kept.isEmpty, change), since: latest.day,
      before: before ?? kept.last?.record, firstReport: kept.first?.day, change: change)
    return finding
  }

  /// Nothing keeps the figures of the wave in which it was last seen from being held against those of the latest; so, too,
  /// where that wave is no longer among the inputs.
  private func areComparable(_ key: MeasurementKey?, since label: String?) -> Bool {
    guard let key, let survey = measured.surveys.first(where: { $0.id == key.survey }),
      let now = survey.latest?.definition,
      let then = survey.waves.first(where: { $0.wave.label == label })?.definition
    else { return true }
    return now.obstacle(toJudged: key.kind, key.subject, since: then) == nil
  }

  private func state(
    _ now: FindingRecord, _ before: FindingRecord?, wasThere: Bool, _ change: FindingChange?
  ) -> Finding.History.State {
    guard now.status != .closed else { return .fixed }
    guard let before else { return wasThere && now.findingClass.isDeficiency ? .reopened : .new }
    if before.status == .closed || (now.status == .reopened && before.status != .reopened) { return .reopened }
    return change?.kind == .worse ? .regressed : .persisting
  }

  /// Waves in their order, days in theirs; what the inputs no longer hold is from before them.
  private func earlier(_ kept: String, _ computed: String?) -> String {
    guard let computed, kept != computed else { return kept }
    if let a = Day(iso: kept), let b = Day(iso: computed) { return a.ordinal <= b.ordinal ? kept : computed }
    for survey in measured.surveys {
      let labels = survey.waves.map(\.wave.label)
      if let a = labels.firstIndex(of: kept), let b = labels.firstIndex(of: computed) {
        return a <= b ? kept : computed
      }
    }
    return kept
  }

  // MARK: - What is no longer there

  private func gone(_ record: FindingRecord, _ findings: [Finding]) -> GoneFinding {
    func gone(_ why: String) -> GoneFinding { GoneFinding(record: record, state: .gone, why: why) }
    if let place = whereabouts[record.id] { return gone(place) }
    if let mended = mended(record, findings) {
      return GoneFinding(record: record, state: .fixed, why: mended)
    }
    let unproven = say("no longer found, which does not prove that it is mended")
    guard let old = record.measure, let address = old.figure else { return gone(unproven) }
    guard let (measurement, statistic) = figure(address) else { return gone(say("no longer measured")) }
    guard let now = FindingMeasure(measurement, statistic, in: measured) else {
      return gone(say("there is no figure of it any more (\(words(measurement.figure(statistic)?.reason)))"))
    }
    guard areComparable(measurement.key, since: record.lastSeen) else {
      return gone(say("no longer found, but its questions are asked in another way now"))
    }
    guard RegisterComparison.byInterval(old, now) == .better else { return gone(unproven) }
    guard record.kind.map(Self.restsOnItsFigure) ?? false else {
      return gone(
        say("no longer found; its figure is better, more than chance explains: \(now.text), was \(old.text)"))
    }
    return GoneFinding(
      record: record, state: .fixed, why: say("better, more than chance explains: \(now.text), was \(old.text)"))
  }

  /// Mended where its own figure is. What holds places, people or waves against each other can cease for other reasons.
  private static func restsOnItsFigure(_ kind: Finding.Kind) -> Bool {
    switch kind {
    case .gap, .zone, .standard, .observed, .employees, .internal, .information, .loyalty: true
    case .parity, .consistency, .weakestLink, .knowledge, .belief, .risingBar, .regression, .fixed, .strength,
      .blindSpot, .dataQuality, .instrument, .noPlan, .overdue:
      false
    }
  }

  /// The rule that looks for it says so.
  private func mended(_ record: FindingRecord, _ findings: [Finding]) -> String? {
    for prefix in ["gap.", "zone."] where record.id.hasPrefix(prefix) {
      let id = "fixed.\(record.id.dropFirst(prefix.count))"
      if let found = findings.first(where: { $0.id == id }) { return say("shown to be mended: \(found.title)") }
    }
    return nil
  }

  private func figure(_ address: String) -> (Measurement, Statistic)? {
    guard
      case .figure(let measurement, let statistic) = try? FigureFinder(measured: measured, findings: [])
        .find(address)
    else { return nil }
    return (measurement, statistic)
  }

  private func words(_ reason: Reason?) -> String { ReasonWords.text(reason ?? .noData) }
}
