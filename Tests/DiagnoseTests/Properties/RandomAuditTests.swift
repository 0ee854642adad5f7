import Audit
import TestSupport
import Testing

@testable import Diagnose

/// What holds of every audit, over ten thousand of them; every fourth is diagnosed again in another order.
@Suite struct RandomAuditTests {
  private static let batches = 0..<20
  private static let size = 500

  private static func seeds(of batch: Int) -> Range<UInt64> {
    UInt64(batch * size)..<UInt64((batch + 1) * size)
  }

  @Test(
    "numbers of statements stand in the data, verdicts agree with their intervals, the order is total and stable",
    arguments: batches)
  func holds(batch: Int) {
    for seed in Self.seeds(of: batch) {
      let audit = RandomAudit(seed: seed)
      let data = AuditData(audit.project, audit.measured)
      let diagnosis = diagnose(data.project, measured: data.measured, asOf: reportDay)
      let problems =
        numbers(diagnosis, data) + verdicts(diagnosis, data)
        + (seed % 4 == 0 ? order(diagnosis.findings, audit, seed) : [])
        + ranks(diagnosis.findings)
      #expect(problems.isEmpty, "\(seed): \(problems.joined(separator: "; "))")
    }
  }

  /// Numbers in statements that are not in the data.
  private func numbers(_ diagnosis: Diagnosis, _ data: AuditData) -> [String] {
    let ofFindings = diagnosis.findings.compactMap { finding -> String? in
      let strange = StatedNumbers(finding, in: data).strange(in: finding.statement)
      return strange.isEmpty ? nil : "\(finding.id): \(strange) in \(finding.statement)"
    }
    let ofVerdicts = diagnosis.verdicts.compactMap { verdict -> String? in
      let strange = verdict.effect.map { StatedNumbers($0).strange(in: verdict.statement) } ?? []
      return strange.isEmpty ? nil : "\(verdict.correction): \(strange) in \(verdict.statement)"
    }
    return ofFindings + ofVerdicts
  }

  /// What contradicts its interval.
  private func verdicts(_ diagnosis: Diagnosis, _ data: AuditData) -> [String] {
    diagnosis.findings.compactMap { finding in
      IntervalCheck(finding, data.measured, data.project.configuration).contradiction.map { "\(finding.id): \($0)" }
    } + diagnosis.findings.compactMap { unmet($0, data) }
      + diagnosis.verdicts.compactMap { verdict in
        IntervalCheck.contradiction(of: verdict).map { "\(verdict.correction): \($0)" }
      }
  }

  /// A condition on the way to a finding that does not hold though the finding is there; of gaps and zones, which have
  /// two ways, the one that sums them up; classes are grades.
  private func unmet(_ finding: Finding, _ data: AuditData) -> String? {
    let steps = gatePath(of: finding, in: data.project, measured: data.measured)
    switch finding.kind {
    case .observed, .noPlan, .overdue: return steps.isEmpty ? nil : "\(finding.id) has conditions"
    case _ where steps.isEmpty: return "\(finding.id) has no conditions"
    case .gap: return nil
    case _: break
    }
    let needed = steps.filter { step in
      !["critical from", "major from", "minor from"].contains { step.condition.hasPrefix($0) }
        && !(finding.kind == .zone && [.msaHigh, .zoneBelow].contains(step.statistic))
    }
    return needed.first { !$0.holds }.map { "\(finding.id): \($0.condition)" }
  }

  /// Where the order depends on how the input came, or two findings have no order.
  private func order(_ findings: [Finding], _ audit: RandomAudit, _ seed: UInt64) -> [String] {
    let other = audit.shuffled(seed: seed &+ 1)
    let again = diagnose(other.project, measured: other.measured, asOf: reportDay).findings
    var problems: [String] = []
    if let moved = zip(findings, again).first(where: { Place($0) != Place($1) }) {
      problems.append("\(moved.0.id) is \(moved.1.id) after shuffling: \(Place(moved.0)) \(Place(moved.1))")
    }
    if findings.count != again.count { problems.append("another number of findings after shuffling") }
    var generator = SeededGenerator(seed: seed)
    let sorted = findings.shuffled(using: &generator).sorted(by: Priorities.comesBefore)
    if sorted.map(\.id) != findings.map(\.id) { problems.append("sorting is not stable") }
    for (left, right) in zip(findings, findings.dropFirst())
    where !Priorities.comesBefore(left, right) || Priorities.comesBefore(right, left) {
      problems.append("\(left.id) and \(right.id) have no order")
    }
    return problems
  }

  /// What the order consists of.
  private struct Place: Equatable {
    var id: String
    var findingClass: FindingClass
    var order: Double
    var priority: Double?
    var impact: Impact?
    var worth: Worth?
    var rank: Rank?
    var isQuickWin: Bool

    init(_ finding: Finding) {
      (id, findingClass, order, priority) = (finding.id, finding.findingClass, finding.order, finding.priority)
      (impact, worth, rank, isQuickWin) = (finding.impact, finding.worth, finding.rank, finding.isQuickWin)
    }
  }

  /// Places count from 1 without a hole, ranges hold them and stay in their class, acts are a permutation of what is open.
  private func ranks(_ findings: [Finding]) -> [String] {
    let ranked = findings.filter { $0.rank != nil }
    var problems: [String] = []
    if ranked.compactMap(\.rank?.place) != Array(1..<(ranked.count + 1)) { problems.append("places") }
    let open = ranked.count { $0.isOpen && $0.kind.asksForSteps }
    if ranked.compactMap(\.rank?.act).sorted() != Array(1..<(open + 1)) { problems.append("acts") }
    for finding in ranked {
      guard let rank = finding.rank else { continue }
      let alike = ranked.filter { $0.findingClass == finding.findingClass }.compactMap(\.rank?.place)
      let isInside = rank.best >= alike.min() ?? 0 && rank.worst <= alike.max() ?? 0
      if rank.best > rank.place || rank.place > rank.worst || !isInside { problems.append("range of \(finding.id)") }
      guard let total = finding.impact?.total else { continue }
      if total.low > total.mid || total.mid > total.high { problems.append("impact of \(finding.id)") }
    }
    return problems
  }

  @Test("the audits are not all alike: each of these kinds and verdicts comes up often") func spread() {
    var kinds: [Finding.Kind: Int] = [:]
    var words: [VerdictWord: Int] = [:]
    var classes: [FindingClass: Int] = [:]
    for seed in Self.seeds(of: 0) {
      let audit = RandomAudit(seed: seed)
      let diagnosis = diagnose(audit.project, measured: audit.measured, asOf: reportDay)
      for finding in diagnosis.findings {
        kinds[finding.kind, default: 0] += 1
        classes[finding.findingClass, default: 0] += 1
      }
      for word in diagnosis.verdicts.compactMap(\.word) { words[word, default: 0] += 1 }
    }
    let expected: [Finding.Kind] = [
      .gap, .zone, .parity, .weakestLink, .information, .loyalty, .risingBar, .regression, .fixed, .strength, .observed,
      .noPlan, .overdue,
    ]
    for kind in expected { #expect(kinds[kind, default: 0] >= 5, "\(kind): \(kinds[kind, default: 0])") }
    for word in VerdictWord.allCases { #expect(words[word, default: 0] >= 5, "\(word)") }
    for grade in FindingClass.allCases { #expect(classes[grade, default: 0] >= 20, "\(grade)") }
  }

  @Test("a number that is not in the data is seen, and a place that moved") func seesWhatIsWrong() throws {
    var seen = 0
    for seed in Self.seeds(of: 0) {
      let audit = RandomAudit(seed: seed)
      let measured = audit.measured
      var findings = diagnose(audit.project, measured: measured, asOf: reportDay).findings
      guard let finding = findings.first(where: { $0.kind == .gap }), findings.count > 1 else { continue }
      let stated = StatedNumbers(finding, in: AuditData(audit.project, measured))
      #expect(stated.strange(in: finding.statement + " That is 7,777 of 4.4444.") == ["7,777", "4.4444"])
      findings.swapAt(0, 1)
      #expect(!order(findings, audit, seed).isEmpty)
      seen += 1
    }
    #expect(seen > Self.size / 5)
  }
}

/// Whether a finding says what its interval denies.
private struct IntervalCheck {
  private let finding: Finding
  private let figures: Measurement?
  private let configuration: Configuration

  init(_ finding: Finding, _ measured: MeasuredAudit, _ configuration: Configuration) {
    (self.finding, self.configuration) = (finding, configuration)
    figures = finding.measurement.flatMap { measured[$0] }
  }

  /// Nil where it agrees.
  var contradiction: String? {
    let limits = configuration.thresholds
    switch finding.kind {
    case .gap: return gap
    case .zone: return unless((figures?[.msaHigh] ?? 1) < 0 || (figures?[.zoneBelow] ?? 0) > 0.25, "in the zone")
    case .parity: return unless((figures?[.differenceHigh] ?? 1) < 0, "not shown to be worse")
    case .information: return unless((high(.shareHigh, .top2High) ?? 1) < limits.required, "may be kept often enough")
    case .loyalty: return unless((figures?[.npsHigh] ?? 1) < 0, "may not outnumber")
    case .regression: return unless((figures?[.differenceHigh] ?? 1) < 0, "not shown to be worse")
    case .fixed: return unless((figures?[.differenceLow] ?? -1) > 0, "not shown to be better")
    case .risingBar:
      let isShown = (figures?[.deltaExpectationLow] ?? -1) > 0 && (figures?[.differenceHigh] ?? 1) < 0
      return unless(isShown, "not shown to rise")
    case .strength: return unless((figures?[.failedHigh] ?? 1) < limits.reach, "too many may be failed")
    case .employees: return unless((figures?[.bottom2Low] ?? 0) > 0.2, "may be few")
    case .consistency, .weakestLink, .knowledge, .belief, .internal, .observed, .standard, .blindSpot, .dataQuality,
      .instrument, .noPlan, .overdue:
      return nil
    }
  }

  private func unless(_ holds: Bool, _ contradiction: String) -> String? { holds ? nil : contradiction }

  private func high(_ statistics: Statistic...) -> Double? { statistics.lazy.compactMap { figures?[$0] }.first }

  /// By its mean with a q, or by the bound of the share; "more than chance" only where one of them says so.
  private var gap: String? {
    guard finding.findingClass.isDeficiency, finding.support != .seenOnly else { return nil }
    let limits = configuration.thresholds
    let (mean, q) = (high(.gapMean, .msaMean, .targetMean), high(.gapQ, .msaQ, .targetQ))
    let isNet = (mean ?? 1) < 0 && (q ?? 1) <= limits.falseDiscovery && (figures?[.failedShare] ?? 0) >= limits.reach
    let isByReach = (figures?[.failedLow] ?? 0) > limits.reach
    return unless(isNet || isByReach, "neither the mean nor the share shows it")
  }

  /// The word, and better or worse in the sentence, against the interval of the change.
  static func contradiction(of verdict: PlanVerdict) -> String? {
    guard let effect = verdict.effect, let low = effect.change.low, let high = effect.change.high else { return nil }
    let isShown = verdict.statement.contains("more than chance explains")
    if isShown != (low > 0 || high < 0) { return "chance" }
    switch effect.word {
    case .closed, .works: return low > 0 ? nil : "not shown to be better"
    case .worse: return high < 0 ? nil : "not shown to be worse"
    case .noEffect, .cannotTell: return low <= 0 && high >= 0 ? nil : "shown to have changed"
    }
  }
}
