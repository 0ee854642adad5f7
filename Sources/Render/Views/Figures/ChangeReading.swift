import Audit

/// One figure's change between two waves, as tested.
struct ChangeReading: Sendable {
  var name: String
  /// An outcome, a whole touchpoint or the service as a whole, not a part of one.
  var isHeadline: Bool
  var difference: Double
  var low: Double?
  var high: Double?
  /// What could have been found with these answers.
  var detectable: Double?
  var direction: Change.Direction
  private var isNetPromoter: Bool
  /// A share of 0…1, of those who say yes.
  private var isShare: Bool
  /// Of those who answered both times; nil where nobody can be found again, or too few.
  private var paired: Paired?

  private struct Paired {
    var n: Int
    var difference: Double
    var low: Double
    var high: Double
  }

  /// Those between the two latest waves, in the order of the figures.
  static func latest(_ survey: MeasuredSurvey, _ context: SiteContext) -> [ChangeReading] {
    guard survey.waves.count > 1, let definition = survey.latest?.definition else { return [] }
    let waves = survey.waves.suffix(2).map(\.wave.label).joined(separator: ">")
    return survey.changes.filter { $0.key.wave == waves && $0.key.slice == .all }.compactMap {
      ChangeReading($0, definition, context)
    }
  }

  private init?(_ measurement: Measurement, _ definition: SurveyDefinition, _ context: SiteContext) {
    let measure = MeasureID(measurement.key.subject)
    low = measurement.judged(.differenceLow)
    high = measurement.judged(.differenceHigh)
    detectable = measurement.judged(.mde)
    if let n = measurement.figure(.pairedN)?.n, let difference = measurement[.pairedDifference],
      let low = measurement[.pairedLow], let high = measurement[.pairedHigh]
    {
      paired = Paired(n: n, difference: difference, low: low, high: high)
    }
    var isHigherBetter = true
    isShare = false
    if let outcome = definition.outcomes.first(where: { $0.id == measure.base }) {
      let reading = context.outcomes.first { $0.outcome.id == measure.base }
      name = reading?.name ?? measure.base
      if let reading, reading.isBestShare { name = say("\(reading.name): mean rating") }
      isHigherBetter = outcome.better == .high
      isNetPromoter = outcome.kind == .nps
      isShare = outcome.kind == .yes
      isHeadline = true
    } else {
      guard let set = definition.set(of: measure), measure.isGap == Self.hasGap(set, definition) else { return nil }
      let place = [set.touchpoint.map(context.name(ofTouchpoint:)), set.dimension.map(context.name(ofDimension:))]
      name = set.kind == .overall ? say("The service as a whole") : place.compactMap(\.self).joined(separator: " · ")
      isNetPromoter = false
      isHeadline = set.kind == .overall || set.kind == .touchpoint
    }
    let falseDiscovery = context.configuration.thresholds.falseDiscovery
    guard let difference = measurement.judged(.difference) else { return nil }
    self.difference = difference
    // Where all answered alike before and all alike now, nothing can be tested and nothing need be.
    let isSure = difference != 0 && measurement.judgedFigure(.differenceLow)?.reason == .zeroVariance
    let untested: Change.Direction = !isSure ? .unclear : (difference > 0) == isHigherBetter ? .better : .worse
    direction =
      Change.Direction(tested: measurement, isHigherBetter: isHigherBetter, falseDiscovery: falseDiscovery) ?? untested
  }

  /// Sets whose gap is compared say no more by what was received; where a standard stands in, the gap changes as that does,
  /// and where some questions have none, it is not that of the set.
  private static func hasGap(_ set: ItemSet, _ definition: SurveyDefinition) -> Bool {
    let items = set.items.map { definition.items[$0] }
    return items.contains { $0.comparison == .expectation } && items.allSatisfy(\.hasGap)
  }

  private var decimals: Int { isNetPromoter || isShare ? 0 : 2 }

  /// Shares are told in percentage points.
  private func told(_ value: Double) -> Double { isShare ? 100 * value : value }

  private static func words(_ direction: Change.Direction) -> String {
    switch direction {
    case .better: say("better")
    case .worse: say("worse")
    case .unclear: say("no clear change")
    }
  }

  /// The change of those who answered both times, and how many they are.
  var pairedCells: [String] {
    guard let paired else { return ["", ""] }
    let interval = FigureText.range(told(paired.low), told(paired.high), decimals: decimals)
    return [
      "\(FigureText.signed(told(paired.difference), decimals: decimals)) (\(interval))",
      FigureText.count(paired.n),
    ]
  }

  var isPaired: Bool { paired != nil }

  /// Its interval leaves out 0, yet it is not clear among all that were tested together.
  var isHeldBack: Bool { direction == .unclear && ((low ?? 0) > 0 || (high ?? 0) < 0) }

  var row: [String] {
    let interval = low.flatMap { low in high.map { FigureText.range(told(low), told($0), decimals: decimals) } }
    return [
      name, FigureText.signed(told(difference), decimals: decimals), interval ?? "",
      detectable.map { FigureText.fixed(told($0), decimals: decimals) } ?? "", Self.words(direction),
    ]
  }
}

/// Every change since the wave before, what is clear first.
enum ChangeTable {
  static func sections(_ context: SiteContext) -> [SectionView] {
    context.measured.surveys.enumerated().compactMap { index, survey in
      let changes = ChangeReading.latest(survey, context)
      guard !changes.isEmpty else { return nil }
      let ordered = [Change.Direction.worse, .better, .unclear].flatMap { direction in
        changes.filter { $0.direction == direction }
      }
      let waves = survey.waves.suffix(2).map(\.wave.label)
      let arePaired = ordered.contains(where: \.isPaired)
      let isOnly = context.measured.surveys.count { $0.waves.count > 1 } == 1
      let heading =
        say("What changed from \(waves.first ?? "") to \(waves.last ?? "")") + (isOnly ? "" : ": \(survey.id)")
      return SectionView(
        id: "changes-\(index + 1)", heading: heading,
        note: say(
          """
          Points of the scale, of shares percentage points; gaps where there are expectations. The fourth column says \
          how large a change would have had to be to be found four times in five.
          """)
          + (arePaired
            ? " "
              + say(
                """
                Those who answered both times are compared with themselves, too, which what differs from person to \
                person does not blur. The verdict goes by all: those who come back may not be like the others.
                """) : "")
          + (ordered.contains(where: \.isHeldBack)
            ? " "
              + say(
                """
                “No clear change” can stand beside an interval without 0: all changes are tested together, and among \
                many some such come by chance. The verdict on a plan goes by the interval, since it is about one \
                change that was fixed beforehand.
                """) : ""),
        table: TableView(
          ChartTable(
            columns: [
              ChartTable.Column(title: say("What"), isNumber: false), ChartTable.Column(title: say("Change")),
              ChartTable.Column(title: say("Between", as: "interval")),
              ChartTable.Column(title: say("Could be found from")),
              ChartTable.Column(title: say("Verdict"), isNumber: false),
            ]
              + (arePaired
                ? [
                  ChartTable.Column(title: say("Of the same people")),
                  ChartTable.Column(title: say("People")),
                ] : []),
            rows: ordered.map { $0.row + (arePaired ? $0.pairedCells : []) }), caption: heading))
    }
  }
}
