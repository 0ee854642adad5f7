import Audit

/// One touchpoint is far worse than the rest of its phase, or the last phase than those before.
enum WeakestLinkRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Weakest link"),
    whenItHolds: Phrase(
      """
      In a phase of the journey the share of seriously failed customers at the worst touchpoint is two classes graver \
      than the mean of the phase; or the last phase is two classes graver than the mean of those before. The trouble \
      itself is listed under its touchpoint: that it stands out is an observation.
      """),
    whenItFails: Phrase(
      "No touchpoint stands out from its phase by two classes, and the journey does not end worse than it was."),
    needs: Phrase("a survey of customers that asks about two touchpoints of one phase, or of two phases"),
    source: Phrase(
      """
      Lemon & Verhoef 2016, J. Marketing 80(6), 69–96 (phases of the journey); product rule: a phase is no better than \
      its worst touchpoint
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty { return say("there is no survey of customers") }
    let asked = material.customers.map { Links($0.survey.id, $0.latest, material).links.count }.max() ?? 0
    return asked >= 2 ? nil : say("no survey asks about two touchpoints with answers enough")
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
        ? [Phase(name: say("the journey"), touchpoints: sets.compactMap(\.touchpoint).map { Touchpoint(id: $0) })]
        : journey.phases
      links = phases.flatMap { phase in
        phase.touchpoints.compactMap { touchpoint in
          guard let set = sets.first(where: { $0.touchpoint == touchpoint.id }),
            let cell = SurveyCell(survey: survey, wave: wave, set: set, measured: material.measured),
            let share = cell[.failedShare], (cell.n ?? 0) >= material.configuration.lowBase
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
        title: say("The weakest link of “\(worst.phase.name)”: \(worst.touchpoint.name)"), findingClass: .observation,
        statement: statement(worst, beside: CountWords.of(phase.count, .touchpoint), mean))
      finding.conditions =
        [enough(phase)] + apart(worst.share, "at the worst touchpoint", from: mean, "on average of the phase")
      finish(&finding, about: worst, beside: phase)
      return finding
    }

    /// `At Branch visit 52 % of 611 customers say they got far less than they expect (48 to 56 %), while the mean of
    /// the 3 touchpoints of “Buying” is 19 %. The phase is no better than its worst touchpoint.`
    private func statement(_ worst: Link, beside touchpoints: String, _ mean: Double) -> String {
      let (place, phase, share) = (worst.touchpoint.name, worst.phase.name, FigureText.percent(mean))
      return say(
        """
        At \(place) \(failed(worst)), while the mean of the \(touchpoints) of “\(phase)” is \(share). The phase is no \
        better than its worst touchpoint.
        """)
    }

    private func ending(_ last: Phase) -> Finding? {
      let (before, end) = (links.filter { $0.phase != last }, links.filter { $0.phase == last })
      guard let worst = end.max(by: { $0.share < $1.share }) else { return nil }
      let (mean, ending) = (Self.mean(before), Self.mean(end))
      guard isFar(ending, from: mean) else { return nil }
      let (latest, earlier) = (CountWords.of(end.count, .touchpoint), CountWords.of(before.count, .touchpoint))
      let (endShare, share) = (FigureText.percent(ending), FigureText.percent(mean))
      let place = worst.touchpoint.name
      var finding = Finding(
        id: "weakest-link.end", kind: .weakestLink, title: say("The journey ends worse than it begins"),
        findingClass: .observation,
        statement: say(
          """
          In “\(last.name)”, the last phase, \(endShare) of customers are seriously failed on average of its \
          \(latest); before it \(share), on average of \(earlier). At the worst, at \(place) \(failed(worst)).
          """))
      finding.conditions =
        [enough(links)] + apart(ending, "on average of the last phase", from: mean, "on average before it")
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

    /// `52 % of 611 customers say they got far less than they expect (48 to 56 %)`.
    private func failed(_ link: Link) -> String {
      let customers = CountWords.of(link.cell.n ?? 0, .customer)
      var text = say("\(FigureText.percent(link.share)) of \(customers) \(link.cell.target.failed)", as: "failed")
      if let low = link.cell[.failedLow], let high = link.cell[.failedHigh] {
        text += " (\(FigureText.percentRange(low, high)))"
      }
      return text
    }

    private func enough(_ links: [Link]) -> GateStep {
      let fewest = links.compactMap(\.cell.n).min()
      return GateStep(
        "at least \(FigureText.count(material.configuration.lowBase)) answers at each of \(links.count) touchpoints",
        .n,
        fewest.map { Double($0) }, holds: true)
    }

    private func apart(_ share: Double, _ place: String, from mean: Double, _ others: String) -> [GateStep] {
      let thresholds = material.configuration.thresholds
      let one = FindingClass(seriouslyFailed: share, thresholds).rawValue
      let usual = FindingClass(seriouslyFailed: mean, thresholds).rawValue
      return [
        GateStep("\(one) by the share seriously failed \(place)", .failedShare, share, holds: true),
        GateStep("\(usual) by that \(others)", .failedShare, mean, holds: true),
        GateStep("these are two classes apart or more", holds: true),
      ]
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
  }
}
