import Audit

/// One touchpoint is far worse than the rest of its phase, or the last phase than those before.
enum WeakestLinkRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Weakest link",
    whenItHolds: """
      In a phase of the journey the share of seriously failed customers at the worst touchpoint is two classes graver than \
      the mean of the phase; or the last phase is two classes graver than the mean of those before. The trouble itself is \
      listed under its touchpoint: that it stands out is an observation.
      """,
    whenItFails:
      "No touchpoint stands out from its phase by two classes, and the journey does not end worse than it was.",
    needs: "a survey of customers that asks about two touchpoints of one phase, or of two phases",
    source: """
      Lemon & Verhoef 2016, J. Marketing 80(6), 69–96 (phases of the journey); product rule: a phase is no better than its \
      worst touchpoint
      """)

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty { return "there is no survey of customers" }
    let asked = material.customers.map { Links($0.survey.id, $0.latest, material).links.count }.max() ?? 0
    return asked >= 2 ? nil : "no survey asks about two touchpoints with answers enough"
  }

  static func findings(_ material: Material) -> [Finding] {
    material.customers.flatMap { survey, latest in Links(survey.id, latest, material).findings }
  }

  /// A touchpoint with answers enough.
  fileprivate struct Link {
    var touchpoint: Touchpoint
    var phase: Phase
    var cell: SurveyCell
    var share: Double
  }

  fileprivate struct Links {
    var links: [Link]
    private var material: Material
    private var wave: MeasuredWave

    init(_ survey: String, _ wave: MeasuredWave, _ material: Material) {
      self.material = material
      self.wave = wave
      let journey = material.configuration.journey
      let sets = wave.definition.sets.filter { $0.kind == .touchpoint }
      // Where no journey is declared, all touchpoints are of one.
      let phases =
        journey.touchpoints.isEmpty
        ? [Phase(name: "the journey", touchpoints: sets.compactMap(\.touchpoint).map { Touchpoint(id: $0) })]
        : journey.phases
      links = phases.flatMap { phase in
        phase.touchpoints.compactMap { touchpoint in
          guard let set = sets.first(where: { $0.touchpoint == touchpoint.id }),
            let cell = SurveyCell(survey: survey, wave: wave, set: set, measured: material.measured),
            let share = cell[.failedShare], (cell.measurement.n ?? 0) >= material.configuration.lowBase
          else { return nil }
          return Link(touchpoint: touchpoint, phase: phase, cell: cell, share: share)
        }
      }
    }

    var findings: [Finding] {
      var phases: [Phase] = []
      for link in links where !phases.contains(link.phase) { phases.append(link.phase) }
      let standingOut = phases.compactMap { phase in self.weakest(of: links.filter { $0.phase == phase }) }
      guard let last = phases.last, phases.count > 1 else { return standingOut }
      return standingOut + [ending(last)].compactMap(\.self)
    }

    private func weakest(of phase: [Link]) -> Finding? {
      guard phase.count > 1, let worst = phase.max(by: { $0.share < $1.share }) else { return nil }
      let mean = Self.mean(phase)
      guard isFar(worst.share, from: mean) else { return nil }
      var finding = Finding(
        id: "weakest-link.\(worst.touchpoint.id)", kind: .weakestLink,
        title: "The weakest link of \(Self.quoted(worst.phase)): \(worst.touchpoint.name)",
        findingClass: .observation,
        statement:
          "\(failed(worst)), while the mean of the \(FigureText.counted(phase.count, "touchpoint")) of "
          + "\(Self.quoted(worst.phase)) is \(FigureText.percent(mean)). The phase is no better than its worst touchpoint."
      )
      finish(&finding, about: worst, beside: phase)
      return finding
    }

    private func ending(_ last: Phase) -> Finding? {
      let (before, end) = (links.filter { $0.phase != last }, links.filter { $0.phase == last })
      guard let worst = end.max(by: { $0.share < $1.share }) else { return nil }
      let (mean, ending) = (Self.mean(before), Self.mean(end))
      guard isFar(ending, from: mean) else { return nil }
      let touchpoints = FigureText.counted(before.count, "touchpoint")
      var finding = Finding(
        id: "weakest-link.end", kind: .weakestLink, title: "The journey ends worse than it begins",
        findingClass: .observation,
        statement:
          "In \(Self.quoted(last)), the last phase, \(FigureText.percent(ending)) of customers are seriously failed on "
          + "average of its \(FigureText.counted(end.count, "touchpoint")); before it \(FigureText.percent(mean)), on average "
          + "of \(touchpoints). At the worst, \(Headline.inSentence(failed(worst))).")
      finish(&finding, about: worst, beside: end)
      return finding
    }

    private func finish(_ finding: inout Finding, about worst: Link, beside links: [Link]) {
      finding.touchpoint = worst.touchpoint.id
      finding.support = .surveyOnly
      finding.measurement = worst.cell.measurement.key
      finding.evidence = ([worst] + links.filter { $0.touchpoint != worst.touchpoint }).map {
        $0.cell.share(in: material.measured)
      }
      (finding.firstSeen, finding.lastSeen) = (worst.cell.label, worst.cell.label)
    }

    /// `At Branch visit 52 % of 611 customers say they got far less than they expect (48 to 56 %)`.
    private func failed(_ link: Link) -> String {
      var text =
        "At \(link.touchpoint.name) \(FigureText.percent(link.share)) of "
        + "\(FigureText.counted(link.cell.measurement.n ?? 0, "customer")) \(link.cell.target.failed)"
      if let low = link.cell[.failedLow], let high = link.cell[.failedHigh] {
        text += " (\(FigureText.percentRange(low, high)))"
      }
      return text
    }

    /// Two classes graver or more.
    private func isFar(_ share: Double, from mean: Double) -> Bool {
      let thresholds = material.configuration.thresholds
      let one = FindingClass(seriouslyFailed: share, thresholds)
      let usual = FindingClass(seriouslyFailed: mean, thresholds)
      return one.raised != usual && one < usual && usual.raised != one
    }

    private static func mean(_ links: [Link]) -> Double {
      links.reduce(0) { $0 + $1.share } / Double(max(1, links.count))
    }

    private static func quoted(_ phase: Phase) -> String { "“\(phase.name)”" }
  }
}
