import Audit

/// Units that should serve alike do not, or one of them stands apart.
enum ConsistencyRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Service differs from place to place"),
    whenItHolds: Phrase(
      """
      Units differ by more than chance explains, and by enough to matter; or one unit is rated lower than chance takes \
      a unit of its size. How it is for customers is the trouble of the cell; that it depends on the place is an \
      observation. Units are listed by their mean drawn towards the mean of all, never by the raw one.
      """),
    whenItFails: Phrase(
      "Units are not shown to differ, or differ too little to matter. Small units can differ unseen."),
    needs: Phrase("a survey of customers with a column that names the unit, and ten units for one to stand apart"),
    source: Phrase(
      """
      Shrout & Fleiss 1979, Psych. Bull. 86, 420–428 (intraclass correlation); Bliese 2000; Bühlmann 1967, ASTIN \
      Bulletin 4, 199–207 (drawing towards the mean)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty { return say("there is no survey of customers") }
    let isCompared = material.customers.contains { !($0.latest.all?.measurements(of: .unit).isEmpty ?? true) }
    return isCompared ? nil : say("no survey of customers names two units or more")
  }

  static func findings(_ material: Material) -> [Finding] {
    material.customers.flatMap { survey, latest -> [Finding] in
      let sets = latest.definition.comparedSets
      let readings = sets.compactMap { ComparedUnits(survey: survey.id, wave: latest, compared: $0) }
      let uneven = firing(readings) { $0.unevenness(material) }
      return uneven + lowUnits(readings, material)
    }
  }

  /// The finding about everything, else those about its parts.
  private static func firing(_ readings: [ComparedUnits], _ make: (ComparedUnits) -> Finding?) -> [Finding] {
    if let whole = readings.first(where: \.compared.isOverall).flatMap(make) { return [whole] }
    return readings.filter { !$0.compared.isOverall }.compactMap(make)
  }

  private static func lowUnits(_ readings: [ComparedUnits], _ material: Material) -> [Finding] {
    var units: [String] = []
    for unit in readings.flatMap(\.units) where !units.contains(unit.name) { units.append(unit.name) }
    return units.flatMap { name in
      firing(readings) { reading in
        reading.units.first { $0.name == name }.flatMap { reading.lowUnit($0, material) }
      }
    }
  }
}

/// What one wave says of its units on one measure.
private struct ComparedUnits {
  var survey: String
  var wave: MeasuredWave
  var compared: ComparedSet
  var together: Measurement
  /// Those that may be shown.
  var units: [MeasuredUnit]

  /// Nil where units were not compared on it.
  init?(survey: String, wave: MeasuredWave, compared: ComparedSet) {
    guard let together = wave.all?.measurement(.unit, compared.measure) else { return nil }
    self.survey = survey
    self.wave = wave
    self.compared = compared
    self.together = together
    units = wave.units(on: compared.measure).filter { $0.measurement.n != nil }
  }

  private var decimals: Int { compared.scale.decimals }

  /// What the survey calls a unit.
  private var noun: String { wave.definition.unitColumn ?? say("unit") }

  /// Under this reliability a ranking says little of a unit.
  private static let trusted = 0.6

  func unevenness(_ material: Material) -> Finding? {
    let thresholds = material.configuration.thresholds
    guard let q = together[.q], q <= thresholds.falseDiscovery, let icc = together[.icc1], icc >= thresholds.icc,
      let n = together.n, n >= material.configuration.lowBase
    else { return nil }
    var finding = make(
      id: ["consistency", compared.idPart ?? "overall"],
      title: say("\(compared.name(material.configuration)) depends on the \(noun)", as: "headline"))
    finding.statement = statement(icc: icc, n: n)
    finding.measurement = together.key
    finding.statistic = .icc1
    finding.evidence = [together.evidence(.icc1, source: source, in: material.measured)]
    if let reliability = together[.reliability], reliability < Self.trusted {
      finding.remarks.append(say("the order of units is uncertain: pool waves before naming one"))
    }
    return finding
  }

  func lowUnit(_ unit: MeasuredUnit, _ material: Material) -> Finding? {
    let (thresholds, figures) = (material.configuration.thresholds, unit.measurement)
    guard let q = figures[.funnelQ], q <= thresholds.falseDiscovery, let mean = figures[.mean],
      let low = figures[.funnelLow], let high = figures[.funnelHigh], mean < low, let n = figures.n
    else { return nil }
    let isFew = n < material.configuration.lowBase
    let name = "\(LetterCase.capitalised(noun)) \(unit.name)"
    let measure = LetterCase.inSentence(compared.name(material.configuration))
    var finding = make(
      id: ["consistency.unit", unit.name] + [compared.idPart].compactMap(\.self),
      title: say("\(name) stands apart in \(measure)"))
    finding.findingClass = isFew ? .watch : .observation
    finding.statement =
      statement(name, mean, n, limits: (low, high), figures[.shrunkenMean])
      + TestedText.beyondChance(tests: units.count)
    finding.measurement = figures.key
    finding.statistic = .mean
    finding.evidence = [figures.evidence(.mean, source: source, in: material.measured)]
    if isFew {
      finding.remarks.append(LowBase.remark(material.configuration))
    }
    return finding
  }

  /// `Branch B017 is rated 4.6 on average by 52 customers, on a scale of 1 to 7, where chance takes a unit of its size
  /// between 4.9 and 5.7; allowing for chance its level is about 4.8.`
  private func statement(
    _ unit: String, _ mean: Double, _ n: Int, limits: (low: Double, high: Double), _ shrunken: Double?
  ) -> String {
    // A mean below its limit is never written like the limit.
    let isClose = FigureText.fixed(mean, decimals: decimals) == FigureText.fixed(limits.low, decimals: decimals)
    let decimals = decimals + (isClose ? 1 : 0)
    let (mean, customers) = (FigureText.fixed(mean, decimals: decimals), CountWords.of(n, .customer))
    let low = FigureText.fixed(limits.low, decimals: decimals)
    let high = FigureText.fixed(limits.high, decimals: decimals)
    guard let shrunken else {
      return say(
        """
        \(unit) is rated \(mean) on average by \(customers), on a scale of \(compared.scale.text), where chance takes \
        a unit of its size between \(low) and \(high).
        """)
    }
    let level = FigureText.fixed(shrunken, decimals: decimals)
    return say(
      """
      \(unit) is rated \(mean) on average by \(customers), on a scale of \(compared.scale.text), where chance takes a \
      unit of its size between \(low) and \(high); allowing for chance its level is about \(level).
      """)
  }

  private var source: String { wave.files.first ?? survey }

  private func make(id: [String], title: String) -> Finding {
    var finding = Finding(
      id: id.joined(separator: "."), kind: .consistency, title: title, findingClass: .observation, statement: "")
    finding.touchpoint = compared.cell.touchpoint
    finding.dimension = compared.cell.dimension
    finding.support = .surveyOnly
    finding.pictured = MeasurementKey(
      survey: survey, wave: wave.wave.label, kind: compared.set.kind, subject: compared.set.subject)
    let label = wave.wave.label.isEmpty ? nil : wave.wave.label
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }

  /// `12 units were rated by 1,120 customers, and 6 % of all variation lies between units. Allowing for chance they
  /// range from 4.9 (B017) to 5.8 (B003) on a scale of 1 to 7.`
  private func statement(icc: Double, n: Int) -> String {
    let (rated, customers) = (CountWords.of(units.count, .unit), CountWords.of(n, .customer))
    var text = say(
      "\(rated) were rated by \(customers), and \(FigureText.percent(icc)) of all variation lies between units.")
    let placed = units.compactMap { unit in unit.measurement[.shrunkenMean].map { (unit.name, $0) } }
    if let worst = placed.min(by: { $0.1 < $1.1 }), let best = placed.max(by: { $0.1 < $1.1 }) {
      let low = FigureText.fixed(worst.1, decimals: decimals)
      let high = FigureText.fixed(best.1, decimals: decimals)
      let (lowest, highest, scale) = (worst.0, best.0, compared.scale.text)
      text += " "
      text += say(
        "Allowing for chance they range from \(low) (\(lowest)) to \(high) (\(highest)) on a scale of \(scale).")
    }
    if let reliability = together[.reliability] {
      text += " " + say("Their order can be trusted to \(FigureText.percent(max(0, reliability))).")
    }
    return text + TestedText.beyondChance(tests: wave.familySize)
  }
}
