import Audit

/// A scorecard with its figures, as its page speaks of them.
struct ScorecardReading {
  struct SectionReading {
    var section: ScorecardSection
    var measurement: Measurement

    var share: Double? { measurement[.pointsShare] }
  }

  struct CriterionReading {
    var criterion: Criterion
    var section: String
    var measurement: Measurement
    /// Its standard is met less often than required, by more than chance explains.
    var isShort: Bool

    var met: Int { Int(measurement[.met] ?? 0) }

    var interval: String? {
      measurement[.shareLow].flatMap { low in measurement[.shareHigh].map { FigureText.percentRange(low, $0) } }
    }
  }

  struct UnitReading {
    var name: String
    var measurement: Measurement
    /// Name of the section that gains the smallest share of its points here.
    var weakest: String?

    var visits: Int { Int(measurement[.visits] ?? 0) }

    var planned: Int? { measurement[.visitsPlanned].map { Int($0) } }

    var interval: String? {
      measurement[.scoreLow].flatMap { low in measurement[.scoreHigh].map { FigureText.percentRange(low, $0) } }
    }
  }

  struct KnockedOut {
    var visit: ScorecardVisit
    var missed: [Criterion]
    var points: Points
  }

  let scorecard: Scorecard
  let measured: MeasuredScorecard
  let audit: MeasuredAudit
  let falseDiscovery: Double

  /// Over all visits, 0…1.
  var score: Double? { measured[.all]?[.score] }

  var sections: [SectionReading] {
    scorecard.sections.compactMap { section in
      measured[.section(section.id)].map { SectionReading(section: section, measurement: $0) }
    }
  }

  /// Least often met first; those that never applied last.
  var criteria: [CriterionReading] {
    let readings = scorecard.sections.flatMap { section in
      section.criteria.compactMap { criterion in
        measured[.criterion(criterion.id)].map {
          CriterionReading(criterion: criterion, section: section.name, measurement: $0, isShort: isShort(criterion))
        }
      }
    }
    return Self.sorted(readings) { $0.measurement[.share] }
  }

  /// Lowest score first; those without a visit last.
  var units: [UnitReading] {
    let readings = scorecard.units.compactMap { unit in
      measured[.unit(unit)].map { UnitReading(name: unit, measurement: $0, weakest: weakestSection(of: unit)) }
    }
    return Self.sorted(readings) { $0.measurement[.score] }
  }

  var knockedOut: [KnockedOut] {
    scorecard.visits.compactMap { visit in
      let missed = scorecard.knockOuts(of: visit)
      return missed.isEmpty ? nil : KnockedOut(visit: visit, missed: missed, points: scorecard.points(of: visit))
    }
  }

  private static func sorted<Reading>(_ readings: [Reading], by value: (Reading) -> Double?) -> [Reading] {
    readings.enumerated().sorted { left, right in
      let (a, b) = (value(left.element) ?? .infinity, value(right.element) ?? .infinity)
      return a != b ? a < b : left.offset < right.offset
    }.map(\.element)
  }

  private func isShort(_ criterion: Criterion) -> Bool {
    let subject = criterion.standard ?? "\(scorecard.id).\(criterion.id)"
    let figures = audit[MeasurementKey(survey: "", wave: "", kind: .standard, subject: subject)]
    return figures?[.requiredQ].map { $0 <= falseDiscovery } ?? false
  }

  private func weakestSection(of unit: String) -> String? {
    let visits = scorecard.visits.filter { $0.unit == unit }
    let shares = zip(scorecard.sections, scorecard.sectionRanges).compactMap { section, range in
      visits.map { scorecard.points(of: $0, at: range) }.reduce(Points(), +).share.map { (section.name, $0) }
    }
    guard shares.count > 1, let least = shares.min(by: { $0.1 < $1.1 }), least.1 < 1 else { return nil }
    return "\(least.0) (\(FigureText.percent(least.1)))"
  }
}

extension ScorecardReading {
  /// `56 of 60 planned visits to 20 units, between 1 and 19 September 2026. Shoppers judge …`
  var sentence: String {
    let all = measured[.all]
    let (done, ofPlan) = (scorecard.visits.count, visitsOfPlan)
    let count = Set(scorecard.visits.compactMap(\.unit)).count
    let units = count > 0 ? CountWords.of(count, .unit) : nil
    let places = plannedUnits.count
    let planned = places > 0 ? CountWords.of(places, .unit) : nil
    var text =
      all?[.visitsPlanned].map { Self.visits(FigureText.count(ofPlan), of: FigureText.count(Int($0)), to: planned) }
      ?? Self.visits(CountWords.of(done, .visit), to: units)
    if all?[.visitsPlanned] != nil, done > ofPlan {
      text = say("\(text), and \(CountWords.of(done - ofPlan, .visit)) beside the plan")
    }
    let days = scorecard.visits.compactMap(\.date)
    if let first = days.min(), let last = days.max() {
      text = first == last ? say("\(text) on \(DayText.long(first))") : "\(text), \(DayText.range(first, last))"
    }
    return text + ". " + say("Shoppers judge what they meet; their names are not published.")
  }

  private var plannedUnits: [UnitReading] { units.filter { $0.planned != nil } }

  /// Those that fill the plan: neither more of a unit than it asks for, nor elsewhere.
  private var visitsOfPlan: Int { plannedUnits.reduce(0) { $0 + min($1.visits, $1.planned ?? 0) } }

  private static func visits(_ done: String, of planned: String, to units: String?) -> String {
    units.map { say("\(done) of \(planned) planned visits to \($0)") } ?? say("\(done) of \(planned) planned visits")
  }

  private static func visits(_ visits: String, to units: String?) -> String {
    units.map { say("\(visits) to \($0)", as: "visits") } ?? visits
  }

  var figures: [FigureView] {
    guard let all = measured[.all] else { return [] }
    let done = FigureText.count(scorecard.visits.count)
    let visits = CountWords.of(scorecard.visits.count, .visit)
    let ofVisits = scorecard.visits.count == 1 ? say("of \(done) visit") : say("of \(done) visits")
    var figures: [FigureView] = []
    func range(_ low: Statistic, _ high: Statistic) -> String? {
      all[low].flatMap { low in all[high].map { FigureText.percentRange(low, $0) } }
    }
    if let score {
      let note = [range(.scoreLow, .scoreHigh), visits].compactMap(\.self).joined(separator: " · ")
      figures.append(FigureView(label: say("Score"), value: FigureText.percent(score), note: note))
    }
    let knocked = Int(all[.knockOuts] ?? 0)
    if scorecard.criteria.contains(where: \.isKnockOut) {
      if let points = all[.pointsShare], knocked > 0 {
        figures.append(
          FigureView(
            label: say("Points gained, knock-outs aside"), value: FigureText.percent(points),
            note: range(.pointsLow, .pointsHigh) ?? ""))
      }
      figures.append(
        FigureView(label: say("Visits that count zero"), value: FigureText.count(knocked), note: ofVisits))
    }
    if let planned = all[.visitsPlanned] {
      let open = Int(planned) - visitsOfPlan
      let all = FigureText.count(Int(planned))
      let note =
        open > 0 ? say("of \(all) planned, \(FigureText.count(open)) to come") : say("of \(all) planned")
      figures.append(FigureView(label: say("Visits done"), value: done, note: note))
    }
    return figures
  }

  /// Nil where there is only one section.
  func sectionChart(id: String) -> Chart? {
    guard sections.count > 1 else { return nil }
    let rows = sections.map { reading in
      SegmentDots.Row(
        name: reading.section.name, answers: CountWords.of(reading.measurement.n ?? 0, .visit), value: reading.share,
        low: reading.measurement[.pointsLow], high: reading.measurement[.pointsHigh],
        text: reading.share.map { FigureText.percent($0) } ?? say("never applied"))
    }
    return SegmentDots.chart(
      id: id, title: sectionTitle, summary: rows.map { "\($0.name): \($0.text)" }.joined(separator: "; ") + ".",
      rows: rows, everyone: measured[.all]?[.pointsShare], everyoneName: say("all sections"), scale: 0...1,
      minimumStep: 0.1, isPercent: true)
  }

  /// Says that sections differ only where the intervals of the lowest and the highest lie apart.
  private var sectionTitle: String {
    let known = sections.compactMap { reading -> (name: String, share: Double, low: Double, high: Double)? in
      guard let share = reading.share, let low = reading.measurement[.pointsLow],
        let high = reading.measurement[.pointsHigh]
      else { return nil }
      return (reading.section.name, share, low, high)
    }
    guard let least = known.min(by: { $0.share < $1.share }), let most = known.max(by: { $0.share < $1.share }),
      least.high < most.low
    else { return say("Share of the points gained in each section") }
    return say(
      "“\(least.name)” gains the fewest of its points, “\(most.name)” the most, more than chance explains")
  }

  /// How much the order of the units can be trusted.
  var unitsNote: String {
    let most = units.map(\.visits).max() ?? 0
    guard most < 10 else { return say("Lowest score first.") }
    return say(
      """
      Lowest score first. With so few visits each, chance alone moves a unit far up or down: read it as where to look \
      next, not as a ranking.
      """)
  }
}

extension SiteContext {
  /// The project's scorecards that have figures, in their order.
  var scorecards: [ScorecardReading] {
    report.project.scorecards.compactMap { scorecard in
      measured.scorecards.first { $0.id == scorecard.id }.map {
        ScorecardReading(
          scorecard: scorecard, measured: $0, audit: measured,
          falseDiscovery: configuration.thresholds.falseDiscovery)
      }
    }
  }
}
