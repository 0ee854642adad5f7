import Audit

/// What a cell's figures say, in a sentence that a manager reads once.
struct GapStatement {
  var cell: SurveyCell
  var gate: Gate
  var configuration: Configuration
  /// What one of those who answered is called.
  var people: String

  init(_ cell: SurveyCell, _ gate: Gate, _ configuration: Configuration, people: String = "customer") {
    self.cell = cell
    self.gate = gate
    self.configuration = configuration
    self.people = people
  }

  var text: String {
    guard let share = cell[.failedShare], let n = cell.measurement.n else { return "" }
    var text = "\(customers(share, n)) \(cell.target.failed)"
    if let low = cell[.failedLow], let high = cell[.failedHigh] {
      let interval = FigureText.percentRange(low, high)
      // Of very many answers whole percents would show an interval without width.
      let isNarrow = interval == FigureText.percent(low)
      text += " (\(isNarrow ? FigureText.percentRange(low, high, decimals: 1) : interval))"
    }
    if let level = average { text += "; \(level)" }
    text += "."
    switch gate.outcome {
    case .watch:
      return text + " Too few answers to call it a deficiency: \(FigureText.count(configuration.lowBase)) are needed."
    case .deficiency where gate.isNet: return text + TestedText.beyondChance(tests: cell.wave.familySize)
    case .deficiency:
      return text + " The average does not show it; the share who are failed does, and by more than chance explains."
    case .nothing: return text
    }
  }

  /// Under so many answers a percentage says more than is known.
  private static let few = 30

  /// `62 % of 611 customers`; where answers are few, `9 of 25 customers`.
  private func customers(_ share: Double, _ n: Int) -> String {
    let all = FigureText.counted(n, people)
    guard n < Self.few else { return "\(FigureText.percent(share)) of \(all)" }
    return "\(FigureText.count(Int((share * Double(n)).rounded()))) of \(all)"
  }

  private var average: String? {
    switch cell.target {
    case .expectation: distance(below: "what they expect", level: "what they expect")
    case .minimum: distance(below: "the least they find acceptable", level: "the least they find acceptable")
    case .standard: distance(below: "the standard", level: "the standard")
    case .satisfied: level
    }
  }

  /// `1.7 points below what they expect on average, on a scale of 1 to 7 (1.5 to 1.9)`.
  private func distance(below target: String, level: String) -> String? {
    guard let mean = cell.mean, let scale = cell.scale else { return nil }
    let points = FigureText.magnitude(mean, decimals: decimals)
    let side = mean < 0 ? "below" : "above"
    let amount =
      points == FigureText.fixed(0, decimals: decimals)
      ? "about \(level) on average" : "\(points) \(points == "1" ? "point" : "points") \(side) \(target) on average"
    return "\(amount), on a scale of \(scale.text)\(interval(mean))"
  }

  /// `(1.5 to 1.9)`, in the direction that the sentence names; `(0.4 below to 0.1 above)` where both are possible.
  private func interval(_ mean: Double) -> String {
    guard let (low, high) = cell.interval else { return "" }
    if (low <= 0 && high <= 0) || (low >= 0 && high >= 0) {
      return " (\(TestedText.size(low, high, decimals: decimals)))"
    }
    let (below, above) = (FigureText.magnitude(low, decimals: decimals), FigureText.fixed(high, decimals: decimals))
    return " (\(below) below to \(above) above)"
  }

  /// `on average 3.6 on a scale of 1 to 5 (3.4 to 3.8), where 4 counts as satisfied; 70 % of answers are at least that`.
  private var level: String? {
    guard let mean = cell[.perceptionMean], let scale = cell.scale, let target = cell[.targetLevel] else { return nil }
    var text = "on average \(FigureText.fixed(mean, decimals: decimals)) on a scale of \(scale.text)"
    if let low = cell[.perceptionLow], let high = cell[.perceptionHigh] {
      text += " (\(FigureText.range(low, high, decimals: decimals)))"
    }
    text += ", where \(FigureText.fixed(target, decimals: target == target.rounded() ? 0 : 1)) counts as satisfied"
    if let satisfied = cell[.satisfiedShare] { text += "; \(FigureText.percent(satisfied)) are satisfied" }
    return text
  }

  private var decimals: Int { cell.scale?.decimals ?? 1 }
}
