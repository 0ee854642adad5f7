extension FindingMeasure {
  /// `35 % (29 to 42 %)`, `−0.62 (−0.8 to −0.44)`: of a share in percent.
  package var text: String {
    guard let low, let high else { return number(value) }
    let interval =
      isShare
      ? FigureText.percentRange(low, high) : say("\(AgreedGate.text(low)) to \(AgreedGate.text(high))", as: "range")
    return "\(number(value)) (\(interval))"
  }

  private func number(_ value: Double) -> String { isShare ? FigureText.percent(value) : AgreedGate.text(value) }

  /// Of 0…1.
  private var isShare: Bool {
    guard let figure else { return true }
    let statistic = figure.split(separator: "/").last?.prefix { $0 != "[" } ?? ""
    return Statistic(rawValue: String(statistic))?.isShare ?? false
  }
}
