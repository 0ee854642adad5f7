import Audit

/// A segment of customers is served worse than all others.
enum ParityRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Some customers are served worse"),
    whenItHolds: Phrase(
      """
      Customers of one segment rate the service lower than all others, by more than chance explains. Where the whole \
      interval lies beyond a twentieth of the scale, or the agreed margin, it is a disparity, and its class is the share \
      of that segment who are seriously failed; where it does not, the size is not settled and it is an observation.
      """),
    whenItFails: Phrase(
      """
      No segment is shown to be served worse than the others. That is not proof that all are served alike: the pages \
      of the segments say where that is shown.
      """),
    needs: Phrase("a survey of customers with a segment of two values or more"),
    source: Phrase(
      """
      Welch 1947, Biometrika 34, 28–35; Schuirmann 1987, J. Pharmacokin. Biopharm. 15, 657–680, and Lakens 2017, SPPS \
      8, 355–362 (equivalence); Benjamini & Hochberg 1995, JRSS B 57, 289–300 (many tests)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty { return say("there is no survey of customers") }
    let isCompared = material.customers.contains { $0.latest.slices.contains { !$0.measurements(of: .parity).isEmpty } }
    return isCompared ? nil : say("no survey of customers has a segment of two values or more")
  }

  static func findings(_ material: Material) -> [Finding] {
    material.customers.flatMap { survey, latest in
      latest.definition.segments.flatMap { segment in
        latest.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
          .flatMap { slice in
            Compared(survey: survey.id, wave: latest, segment: segment, slice: slice, material: material).findings
          }
      }
    }
  }

  /// What is known of a value of a segment against all others (methodology 4.1).
  enum State: Hashable {
    case disparity, unsettled, small, parityShown, notEnoughData

    /// From the interval of a difference and the margin, in points.
    init(_ parity: Measurement, margin: Double, falseDiscovery: Double) {
      guard let low = parity.judged(.differenceLow), let high = parity.judged(.differenceHigh) else {
        self = .notEnoughData
        return
      }
      let isMore = parity.judged(.differenceQ).map { $0 <= falseDiscovery } ?? false
      if isMore, low > 0 || high < 0 {
        let (near, far) = (min(abs(low), abs(high)), max(abs(low), abs(high)))
        self = near > margin ? .disparity : far < margin ? .small : .unsettled
      } else {
        self = (parity.judged(.tostP) ?? 1) <= falseDiscovery ? .parityShown : .notEnoughData
      }
    }
  }

  /// One value of a segment, held against all others.
  private struct Compared {
    var survey: String
    var wave: MeasuredWave
    var segment: Segment
    var slice: MeasuredSlice
    var material: Material

    var value: String { slice.slice.parts[0].value }

    /// As a whole; else cell by cell, where the size is settled.
    var findings: [Finding] {
      let sets = wave.definition.comparedSets
      if let whole = sets.first(where: \.isOverall).flatMap({ finding($0) }) { return [whole] }
      return sets.filter { !$0.isOverall }.compactMap { finding($0) }
    }

    private func finding(_ compared: ComparedSet) -> Finding? {
      let configuration = material.configuration
      let thresholds = configuration.thresholds
      guard let parity = slice.measurement(.parity, "\(segment.id)/\(compared.measure)"),
        let difference = parity.judged(.difference), difference < 0,
        let cell = SurveyCell(
          survey: survey, wave: wave, set: compared.set, slice: slice.slice, measured: material.measured),
        let n = cell.n, let failed = cell[.failedShare]
      else { return nil }
      let margin = thresholds.parity ?? Double(compared.scale.range) / 20
      let state = State(parity, margin: margin, falseDiscovery: thresholds.falseDiscovery)
      guard state == .disparity || (state == .unsettled && compared.isOverall) else { return nil }
      let graded: FindingClass =
        state == .disparity ? FindingClass(seriouslyFailed: failed, thresholds) : .observation
      let isFew = min(n, parity.n ?? 0) < configuration.lowBase

      var finding = Finding(
        id: (["parity", segment.id, value] + [compared.idPart].compactMap(\.self)).joined(separator: "."),
        kind: .parity, title: title(compared), findingClass: isFew ? .watch : graded,
        statement: statement(compared, parity, cell, state, margin: margin))
      finding.touchpoint = compared.cell.touchpoint
      finding.dimension = compared.cell.dimension
      finding.segment = Slice.Part(segment: segment.id, value: value)
      finding.support = .surveyOnly
      finding.measurement = parity.key
      finding.statistic = .difference
      finding.pictured = MeasurementKey(
        survey: survey, wave: wave.wave.label, kind: compared.set.kind, subject: compared.set.subject)
      finding.evidence = [
        parity.evidence(.difference, source: source, in: material.measured),
        cell.measurement.evidence(.failedShare, source: source, in: material.measured),
      ]
      if isFew {
        finding.remarks.append(LowBase.remark(configuration, ifItHolds: graded))
      }
      if parity[.cmhReversed] == 1 {
        finding.remarks.append(
          say("not worse at the same touchpoints: it meets others, or meets them in other numbers"))
      }
      finding.remarks += cell.cautions(configuration)
      finding.setSize(cell, share: share(cell) ?? 1)
      let label = wave.wave.label.isEmpty ? nil : wave.wave.label
      (finding.firstSeen, finding.lastSeen) = (label, label)
      return finding
    }

    /// Of all answers, those of this group.
    private func share(_ cell: SurveyCell) -> Double? {
      if cell.isWeighted, let own = slice.weight, let all = wave.all?.weight, all > 0 { return own / all }
      return wave.rows.map { Double(slice.rows ?? 0) / Double(max(1, $0)) }
    }

    private var source: String { wave.files.first ?? survey }

    private func title(_ compared: ComparedSet) -> String {
      compared.isOverall
        ? say("\(group) is served worse than the others")
        : say("\(compared.name(material.configuration)), worse for \(LetterCase.inSentence(group))")
    }

    /// `Customer tier basic`.
    private var group: String { "\(segment.name) \(value)" }

    /// `Customer tier basic: 592 customers rate it 0.6 points lower than the 812 others, on a scale of 1 to 7 (0.4 to
    /// 0.8 lower); 41 % of them say they got far less than they expect (37 to 45 %), of all customers 33 %.`
    private func statement(
      _ compared: ComparedSet, _ parity: Measurement, _ cell: SurveyCell, _ state: State, margin: Double
    ) -> String {
      guard let difference = parity.judged(.difference), let low = parity.judged(.differenceLow),
        let high = parity.judged(.differenceHigh),
        let share = cell[.failedShare], let n = cell.n
      else { return "" }
      let (scale, customers) = (compared.scale, CountWords.of(n, .customer))
      let points = TestedText.points(difference, decimals: scale.decimals)
      let interval = TestedText.size(low, high, decimals: scale.decimals)
      let others =
        parity.judgedFigure(.difference)?.n.map { say("the \(FigureText.count($0 - n)) others") } ?? say("all others")
      let rated =
        compared.isOverall
        ? say(
          """
          \(group): \(customers) rate the service \(points) lower than \(others), on a scale of \(scale.text) \
          (\(interval) lower)
          """)
        : say(
          """
          \(group): \(customers) rate it \(points) lower than \(others), on a scale of \(scale.text) (\(interval) lower)
          """)
      return "\(rated); \(failed(share, cell, compared))." + TestedText.beyondChance(tests: wave.familySize) + " "
        + alike(state, margin: margin, decimals: scale.decimals)
    }

    /// `41 % of them say they got far less than they expect (37 to 45 %), of all customers 33 %`.
    private func failed(_ share: Double, _ cell: SurveyCell, _ compared: ComparedSet) -> String {
      var text = say("\(FigureText.percent(share)) of them \(cell.target.failed)", as: "failed")
      if let low = cell[.failedLow], let high = cell[.failedHigh] {
        text += " (\(FigureText.percentRange(low, high)))"
      }
      let everyone = SurveyCell(survey: survey, wave: wave, set: compared.set, measured: material.measured)
      guard let all = everyone?[.failedShare] else { return text }
      return text + ", " + say("of all customers \(FigureText.percent(all))")
    }

    private func alike(_ state: State, margin: Double, decimals: Int) -> String {
      let allowed = TestedText.points(margin, decimals: margin < 0.1 ? 2 : decimals)
      return state == .disparity
        ? say("Up to \(allowed) would count as alike.")
        : say("Whether it is more than the \(allowed) that count as alike is not settled.")
    }
  }
}
