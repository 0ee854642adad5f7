import Audit

/// What a cell's figures say, in a sentence that a manager reads once.
struct GapStatement {
  var cell: SurveyCell
  var gate: Gate
  var configuration: Configuration
  var people: GroupText.People

  init(_ cell: SurveyCell, _ gate: Gate, _ configuration: Configuration, people: GroupText.People = .customer) {
    self.cell = cell
    self.gate = gate
    self.configuration = configuration
    self.people = people
  }

  var text: String {
    guard let share = cell[.failedShare], let n = cell.n else { return "" }
    var text = "\(customers(share, n)) \(cell.target.failedCustomers)"
    if let low = cell[.failedLow], let high = cell[.failedHigh] {
      let interval = FigureText.percentRange(low, high)
      // Of very many answers whole percents would show an interval without width.
      let isNarrow = interval == FigureText.percent(low)
      text += " (\(isNarrow ? FigureText.percentRange(low, high, decimals: 1) : interval))"
    }
    if let level = average { text += "; \(level)" }
    text += "."
    if let marks { text += " " + marks }
    switch gate.outcome {
    case .watch:
      let needed = FigureText.count(configuration.lowBase)
      return text + " " + say("Too few answers to call it a deficiency: \(needed) are needed.")
    case .deficiency where gate.isNet: return text + TestedText.beyondChance(tests: cell.wave.familySize)
    case .deficiency:
      return text + " "
        + say("The average does not show it; the share who are failed does, and by more than chance explains.")
    case .nothing: return text
    }
  }

  /// Under so many answers a percentage says more than is known.
  private static let few = 30

  /// `62 % of 611 customers`; where answers are few, `9 of 25 customers`.
  private func customers(_ share: Double, _ n: Int) -> String {
    guard n < Self.few, !cell.isWeighted else { return GroupText.part(FigureText.percent(share), of: n, people) }
    return GroupText.part(FigureText.count(Int((share * Double(n)).rounded())), of: n, people)
  }

  private var average: String? {
    guard cell.target != .satisfied else { return level }
    guard let mean = cell.mean, let scale = cell.scale else { return nil }
    let isNothing = FigureText.magnitude(mean, decimals: decimals) == FigureText.fixed(0, decimals: decimals)
    let points = TestedText.points(mean, decimals: decimals)
    let distance: Phrase? =
      if isNothing { about(scale) } else if mean < 0 { below(points, scale) } else { above(points, scale) }
    return distance.map { $0.text + interval }
  }

  /// Where questions of a cell are held against more than one mark, the average is of some of them alone.
  private var marks: String? {
    let marked = cell.items.count { cell.target.isMark(of: $0) }
    guard marked < cell.items.count else { return nil }
    let others = Set(cell.items.filter { !cell.target.isMark(of: $0) }.map { ItemTarget(of: $0) })
    let names = [
      (ItemTarget.minimum, say("the least they find acceptable", as: "mark")),
      (.standard, say("a standard", as: "mark")),
      (.satisfied, say("the answer from which they count as satisfied", as: "mark")),
    ].filter { others.contains($0.0) }.map(\.1)
    return say(
      """
      The average is of \(FigureText.count(marked)) of \(CountWords.of(cell.items.count, .question)); the share also \
      counts those that are held against \(CountWords.list(names)).
      """)
  }

  private func about(_ scale: Scale) -> Phrase? {
    switch cell.target {
    case .expectation: Phrase("about what they expect on average, on a scale of \(scale.text)")
    case .minimum: Phrase("about the least they find acceptable on average, on a scale of \(scale.text)")
    case .standard: Phrase("about the standard on average, on a scale of \(scale.text)")
    case .satisfied: nil
    }
  }

  /// `1.7 points below what they expect on average, on a scale of 1 to 7`.
  private func below(_ points: String, _ scale: Scale) -> Phrase? {
    switch cell.target {
    case .expectation: Phrase("\(points) below what they expect on average, on a scale of \(scale.text)")
    case .minimum: Phrase("\(points) below the least they find acceptable on average, on a scale of \(scale.text)")
    case .standard: Phrase("\(points) below the standard on average, on a scale of \(scale.text)")
    case .satisfied: nil
    }
  }

  private func above(_ points: String, _ scale: Scale) -> Phrase? {
    switch cell.target {
    case .expectation: Phrase("\(points) above what they expect on average, on a scale of \(scale.text)")
    case .minimum: Phrase("\(points) above the least they find acceptable on average, on a scale of \(scale.text)")
    case .standard: Phrase("\(points) above the standard on average, on a scale of \(scale.text)")
    case .satisfied: nil
    }
  }

  /// ` (1.5 to 1.9)`, in the direction that the sentence names; ` (0.4 below to 0.1 above)` where both are possible.
  private var interval: String {
    guard let (low, high) = cell.interval else { return "" }
    if (low <= 0 && high <= 0) || (low >= 0 && high >= 0) {
      return " (\(TestedText.size(low, high, decimals: decimals)))"
    }
    let (below, above) = (FigureText.magnitude(low, decimals: decimals), FigureText.fixed(high, decimals: decimals))
    return " (" + say("\(below) below to \(above) above") + ")"
  }

  /// `on average 3.6 on a scale of 1 to 5 (3.4 to 3.8), where 4 counts as satisfied; 70 % are satisfied`.
  private var level: String? {
    guard let mean = cell[.perceptionMean], let scale = cell.scale, let target = cell[.targetLevel] else { return nil }
    let average = FigureText.fixed(mean, decimals: decimals)
    let enough = FigureText.fixed(target, decimals: target == target.rounded() ? 0 : 1)
    var text = say("on average \(average) on a scale of \(scale.text), where \(enough) counts as satisfied")
    if let low = cell[.perceptionLow], let high = cell[.perceptionHigh] {
      let interval = FigureText.range(low, high, decimals: decimals)
      text = say(
        "on average \(average) on a scale of \(scale.text) (\(interval)), where \(enough) counts as satisfied")
    }
    if let satisfied = cell[.satisfiedShare] { text += "; " + say("\(FigureText.percent(satisfied)) are satisfied") }
    return text
  }

  private var decimals: Int { cell.scale?.decimals ?? 1 }
}
